import type { LawMutant } from '../mistake.ts'

const short = 'tests/server/cases/notices/short.test.ts'
const child = 'tests/server/cases/notices/child.test.ts'
const party = 'tests/server/cases/notices/civil-party.test.ts'

/** What was decided with hours or days to contest it, and no act took. */
export const shortNoticeMutants: readonly LawMutant[] = [
  {
    why: 'Entry refused at the border to an asylum seeker would leave no time to contest it (CESEDA L352-4).',
    file: 'workflows/regions/asylum.border.ts',
    text: "opens: [{ code: 'D-ASYLUM-ENTRY-48H', startsOn, ...ofHours }]",
    instead: 'opens: []',
    seen: short,
    named: 'is contested in forty-eight hours of its hour'
  },
  {
    why: 'An asylum seeker kept in detention would have no time against that (CESEDA L754-4).',
    file: 'workflows/regions/asylum.border.ts',
    text: "opens: [{ code: 'D-ASYLUM-KEPT-48H', startsOn, ...ofHours }]",
    instead: 'opens: []',
    seen: short,
    named: 'is contested in forty-eight hours of its hour'
  },
  {
    why: 'The appeal about entry refused would be given a month, where the law gives fifteen days (CESEDA L352-9).',
    file: 'workflows/deadlines/clocks/short-notice.ts',
    text: "duration: { n: 15, unit: 'days' }",
    instead: "duration: { n: 1, unit: 'months' }",
    seen: short,
    named: 'against entry refused leaves fifteen days'
  },
  {
    why: 'What a court annuls would be brought before a higher one.',
    file: 'workflows/regions/residence/short-notice.ts',
    text: "whenInput: [{ field: 'outcome', is: 'rejected' }, ...",
    instead: 'whenInput: [...',
    seen: short,
    named: 'and annulled nothing'
  },
  {
    why: 'A house arrest by itself would be contested with the obligation to leave alone, be that one final (CESEDA L732-8).',
    file: 'workflows/regions/residence/beside-leaving.ts',
    text: "      { code: 'D-ARREST-7D', ...stated('seven_days'), ...ofNotice },\n",
    instead: '',
    seen: short,
    named: 'is contested in seven days, although the obligation to leave is final'
  },
  {
    why: 'A return ban decided later would have no time of its own in detention (CESEDA L614-4).',
    file: 'workflows/regions/residence/beside-leaving.ts',
    text: "{ code: 'D-BAN-48H', ...stated('forty_eight_hours'), ...ofHours }",
    instead: "{ code: 'D-BAN-7D', ...stated('forty_eight_hours'), ...ofNotice }",
    seen: short,
    named: 'is contested in seven days, or in forty-eight hours in detention'
  },
  {
    why: 'The child’s fifteen days would run from the decision, and not from its notice to them (CPC 1191).',
    file: 'workflows/regions/minor/child-appeal.ts',
    text: "  { code, startsOn: 'notifiedOn', doubts },\n",
    instead: "  { code, startsOn: 'on', doubts },\n",
    seen: child,
    named: 'is open against a refusal of every measure'
  },
  {
    why: 'A return home that nobody notified the child of would leave them no appeal (CPC 1191).',
    file: 'workflows/regions/minor/child-appeal.ts',
    text: "{ ...undated, whenInput: { field: 'measure', is: 'home' } }",
    instead: "{ ...undated, whenInput: { field: 'measure', is: 'nothing' } }",
    seen: child,
    named: 'not notified counts from the day on which the child knew'
  },
  {
    why: 'The day that the judge sets to pay the deposit would pass unseen, and the complaint be inadmissible (CPP 88).',
    file: 'workflows/regions/judicial/civil-party.orders.ts',
    text: "opens: [{ code: 'D-DEPOSIT', endsOn: 'payBy', restarts: true }]",
    instead: 'opens: []',
    seen: party,
    named: 'is due by the day of the order'
  },
  {
    why: 'A refusal to investigate would leave no ten days to appeal (CPP 86, 186).',
    file: 'workflows/regions/judicial/civil-party.orders.ts',
    text: "opens: [{ code: 'D-APPEAL-ORDER', startsOn: 'notifiedOn' }]",
    instead: 'opens: []',
    seen: party,
    named: 'is appealed against in ten days (CPP 186)'
  },
  {
    why: 'An appeal against a renewed house arrest would end the month against the judgment on the first (CESEDA L732-3, R922-27).',
    file: 'workflows/regions/residence/short-notice.ts',
    text: 'closed({ ...broughtFields(dataClass), ...contestedFields(dataClass) })',
    instead: 'closed(broughtFields(dataClass))',
    seen: 'tests/server/cases/notices/several.test.ts',
    named: 'leaves the month against the judgment on the first'
  },
  {
    why: 'A transfer notified at the border would leave two months where there are fifteen days (CESEDA L352-9).',
    file: 'workflows/regions/asylum.transfer.judged.ts',
    text: "...onceJudged('D-TRANSFER-CAA', { field: 'where', is: 'territory' }),",
    instead: '',
    seen: 'tests/server/cases/notices/several.test.ts',
    named: 'leaves fifteen days to appeal at the border'
  },
  {
    why: 'The fund would be waited for although it has answered (CPP 706-5-1).',
    file: 'workflows/deadlines/clocks/justice.ts',
    text: "gone: ['civi.offered', ",
    instead: 'gone: [',
    seen: party,
    named: 'and its two months stop'
  },
  {
    why: 'The end of refugee status would leave no month to the asylum court (CESEDA L511-8, L532-1).',
    file: 'workflows/regions/asylum.refusals.ts',
    text: "opens: toAsylumCourt\n  }),\n  'asylum.protection_lost'",
    instead: "opens: []\n  }),\n  'asylum.protection_lost'",
    seen: 'tests/server/cases/notices/protection.test.ts',
    named: 'leaves a month to go to the asylum court (L532-1)'
  }
]
