import type { LawMutant } from '../mistake.ts'

const counted = 'tests/workflows/deadlines/clear.test.ts'
const told = 'tests/server/cases/examples/appeals.test.ts'
const against = 'tests/server/cases/examples/appeals.against.test.ts'
const asylum = 'tests/server/cases/asylum.refusals.test.ts'

/** The time to ask the administrative court as it was counted before the texts and rulings were read. */
export const appealMutants: readonly LawMutant[] = [
  {
    why: 'Notified on 15 May, a person is told that her last day is 15 July: a day of her right is taken.',
    file: 'workflows/deadlines/length.ts',
    text: 'const reached = row.frankBy === null ? term : addDays(term, 1)',
    instead: 'const reached = term',
    seen: counted,
    named: ': the last day is '
  },
  {
    why: 'An end on a Saturday is not moved: whoever comes on the Monday is told that she is too late.',
    file: 'workflows/deadlines/clocks/appeal.ts',
    text: `    extendToWorkingDay: true,
    extendedBy: 'CE.472836',`,
    instead: `    extendToWorkingDay: false,
    extendedBy: null,`,
    seen: counted,
    named: ': the last day is '
  },
  {
    why: 'Seven days are moved to a working day although nothing extends them: a list says Monday, the court says Saturday.',
    file: 'workflows/deadlines/clocks/appeal.ts',
    text: 'const inSevenDays = appeal({',
    instead: 'const inSevenDays = clear({',
    seen: counted,
    named: 'seven days end on their term whatever day it is'
  },
  {
    why: 'A time limit that no notice stated holds against her all the same.',
    file: 'workflows/regions/residence/notice.ts',
    text: "  { doubt: 'unstated', ...ifSaid('remediesStated', 'no') },\n",
    instead: '',
    seen: told,
    named: 'once the safe day is over the right is not'
  },
  {
    why: 'The right is said to be over on the safe day.',
    file: 'workflows/deadlines/count.ts',
    text: "  if (legal === null) return [{ kind: 'due', at: dueAt }]",
    instead: "  if (legal !== undefined) return [{ kind: 'due', at: dueAt }]",
    seen: told,
    named: 'once the safe day is over the right is not'
  },
  {
    why: '48 hours count from midnight although the hour of the notice is known: up to a day of them is taken.',
    file: 'workflows/deadlines/legal-end.ts',
    text: 'hour === null ? startOfDay(at, zone) : atHour(at, hour, zone)',
    instead: 'startOfDay(at, zone)',
    seen: told,
    named: 'known, it is the one end'
  },
  {
    why: 'Distance gives nothing to whoever lives overseas or abroad.',
    file: 'workflows/regions/residence/notice.ts',
    text: "  { doubt: 'abroad', ...ifSaid('livesFar', 'abroad') }\n",
    instead: '',
    seen: told,
    named: 'a month overseas, two months abroad'
  },
  {
    why: 'Legal aid recorded after the end of the time is not heard, although it was asked for before.',
    file: 'server/deadlines/contested.ts',
    text: 'end === null ? clock.dueOn >= day :',
    instead: "end === null ? clock.state === 'running' :",
    seen: 'tests/server/cases/notices/earlier.test.ts',
    named: 'that has run out is open again by aid'
  },
  {
    why: 'Times of appeal hold against whoever had no acknowledgment.',
    file: 'workflows/regions/residence/notice.ts',
    text: "    { doubt: 'unacknowledged', ...ifSaid('acknowledged', 'no') },\n",
    instead: '',
    seen: against,
    named: 'not acknowledged, has no end in law'
  },
  {
    why: 'Nobody is told that a judgment may be appealed, nor until when (CJA R811-2, CESEDA R911-8).',
    file: 'workflows/regions/residence/appeal.ts',
    text: "    opens: higherCourt({\n      ...{ permit: 'D-APPEAL-CAA', removal: 'D-APPEAL-CAA-OQTF', ruling: 'D-APPEAL-CE' }\n    }),\n",
    instead: '',
    seen: against,
    named: 'is appealed in two months of its notice'
  },
  {
    why: 'A rejection by OFPRA opens no time: the month before the asylum court is lost unseen (CESEDA L532-1).',
    file: 'workflows/regions/asylum.refusals.ts',
    text: "  { code: 'D-APPEAL-CNDA', startsOn: 'notifiedOn', unlessGiven: 'lastDay', ...ofAsylumNotice },\n",
    instead: '',
    seen: asylum,
    named: 'gives a month to go to the asylum court'
  },
  {
    why: 'The month of the code would be shown as safe beside a shorter time that the notice states (2024/1348, art. 67).',
    file: 'workflows/regions/asylum.refusals.ts',
    text: "startsOn: 'notifiedOn', unlessGiven: 'lastDay', ...ofAsylumNotice",
    instead: "startsOn: 'notifiedOn', ...ofAsylumNotice",
    seen: asylum,
    named: 'that states less than a month has that day as the safe one'
  },
  {
    why: 'Subsidiary protection would end the time against the refusal of refugee status (CESEDA L532-1).',
    file: 'workflows/regions/asylum.times.ts',
    text: "const subsidiary = { field: 'decision', is: 'subsidiary' } as const",
    instead: "const subsidiary = { field: 'decision', is: 'protected' } as const",
    seen: asylum,
    named: 'by subsidiary protection leaves a month'
  },
  {
    why: 'What the asylum court itself decided would open a month before that court (CJA R821-1).',
    file: 'workflows/regions/asylum.times.ts',
    text: ', unlessInput: byCourt',
    instead: '',
    seen: asylum,
    named: 'by subsidiary protection from the asylum court itself opens no month to that court'
  },
  {
    why: 'A claim that became final without the asylum court would be brought before the Conseil d’État (CJA R821-1).',
    file: 'workflows/regions/asylum.times.ts',
    text: ', unlessInput: byOffice',
    instead: '',
    seen: asylum,
    named: 'that became final without the asylum court opens no two months above it'
  },
  {
    why: 'The month before the asylum court holds against whoever was told of no way of appeal (R532-10).',
    file: 'workflows/regions/residence/notice.ts',
    text: "    { doubt: 'asylumUnstated', ...ifSaid('remediesStated', 'no') },\n",
    instead: '',
    seen: asylum,
    named: 'whose notice says neither ways nor time'
  },
  {
    why: 'Reception conditions refused are contested in two months: the seven days pass unseen (CESEDA L555-1, L921-1).',
    file: 'workflows/deadlines/clocks/refused.ts',
    text: "appealTimes['D-APPEAL-7D']",
    instead: "appealTimes['D-APPEAL-TA']",
    seen: asylum,
    named: 'are contested in seven days'
  },
  {
    why: 'A refusal of young adult support opens no time to appeal (CJA R421-1).',
    file: 'workflows/regions/minor/young.adult.ts',
    text: "    opens: [{ code: 'D-APPEAL-YOUNG-ADULT', startsOn: 'on', ...ofTwoMonths }],\n",
    instead: '',
    seen: 'tests/server/cases/examples/texts.support.test.ts',
    named: 'is contested in two months'
  }
]
