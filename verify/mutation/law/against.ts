import type { LawMutant } from '../mistake.ts'

const against = 'tests/server/cases/notices/against.test.ts'
const said = 'tests/workflows/law/said.test.ts'
const filing = 'workflows/deadlines/filing.ts'

/** Which decision an appeal is against, and what goes on beside it. */
export const againstMutants: readonly LawMutant[] = [
  {
    why: 'The civil party’s appeal would stop the time against an order and against a judgment at once (CPP 186, 498).',
    file: 'workflows/regions/judicial/appealed.ts',
    text: ',\n  against: appealedByParty,\n  noticeOn: contestedJudged\n',
    instead: '\n',
    seen: against,
    named: 'stops neither the time against the order nor that against the judgment'
  },
  {
    why: 'An appeal against a judgment would end the ten days against the order of no case (CPP 186).',
    file: filing,
    text: "noCaseAppeal: { ...criminalAppeal, stage: 'no_case' }",
    instead: 'noCaseAppeal: criminalAppeal',
    seen: against,
    named: 'against the judgment leaves the ten days against the order of no case'
  },
  {
    why: 'A judgment on appeal would leave the days to join another’s appeal running beside it for ever as a second decision (CPP 500).',
    file: 'workflows/deadlines/running/contested.ts',
    text: 'rowOf(clock.code).each === false && !clock.inLaw?.notice',
    instead: 'rowOf(clock.code).each === false',
    seen: against,
    named: 'against one judgment stops the days to join'
  },
  {
    why: 'An appeal on the civil claim would end the five days against a ruling on the acts (CPP 568).',
    file: filing,
    text: "  cassation: {\n    stage: 'ruling',",
    instead: "  cassation: {\n    stage: 'judgment',",
    seen: against,
    named: 'on the civil claim leaves the five days'
  },
  {
    why: 'An appeal about the CIVI would end the two months against a ruling on another of its decisions (CPC 612).',
    file: filing,
    text: "  civilCassation: {\n    stage: 'ruling',",
    instead: "  civilCassation: {\n    stage: 'decision',",
    seen: against,
    named: 'leaves the two months against a ruling'
  },
  {
    why: 'A second decision of the CIVI would end the month against the first (CPC 538).',
    file: 'workflows/regions/judicial/recourse.ts',
    text: "startsOn: 'notifiedOn',\n  doubts: [\n    ...ofCivilNotice.doubts,",
    instead: "startsOn: 'notifiedOn',\n  restarts: true,\n  doubts: [\n    ...ofCivilNotice.doubts,",
    seen: against,
    named: 'have each its own month'
  },
  {
    why: 'An appeal to the asylum court would end a month of which it is not said to be (CESEDA L532-1).',
    file: 'workflows/regions/asylum.refusals.ts',
    text: "closed({ ...broughtFields('I'), noticeOn: contestedNotice('I') })",
    instead: "closed(broughtFields('I'))",
    seen: against,
    named: 'of which nobody says against which decision stops no month'
  },
  {
    why: 'A stated last day would be of no notice, and no appeal could be said to be against it (2024/1348, art. 67).',
    file: 'workflows/regions/asylum.refusals.ts',
    text: "notice: 'notifiedOn', ",
    instead: '',
    seen: against,
    named: 'knows a stated last day by the day of its notice'
  },
  {
    why: 'An appeal against entry refused would end the transfer’s own hours unasked (CESEDA L352-4).',
    file: 'workflows/deadlines/clocks/removal.ts',
    text: "onlyBy: { [withEntry]: { field: 'transfer', is: 'too' } }",
    instead: 'onlyBy: {}',
    seen: against,
    named: 'leaves the transfer’s own hours'
  },
  {
    why: 'An appeal against entry refused and the transfer would leave the transfer’s hours running (CESEDA L352-4).',
    file: 'workflows/deadlines/clocks/removal.ts',
    text: 'gone: [...transferEnded.gone, withEntry]',
    instead: 'gone: transferEnded.gone',
    seen: against,
    named: 'leaves the transfer’s own hours'
  },
  {
    why: 'A refusal of entry would pass for a claim that was lodged (CESEDA L352-9).',
    file: 'workflows/regions/asylum.border.ts',
    text: "opens: [{ code: 'D-ASYLUM-ENTRY-48H', startsOn, ...ofHours }]",
    instead:
      "opens: [{ code: 'D-ASYLUM-ENTRY-48H', startsOn, ...ofHours }],\n    apply: () => ({ asylumLink: true })",
    seen: against,
    named: 'is of a claim that nobody has lodged yet'
  },
  {
    why: 'A final conviction of which nobody says whose would close the procedure, and the permit with it (CESEDA L425-1).',
    file: 'workflows/regions/judicial/others.ts',
    text: "said !== 'same' && open",
    instead: "said === 'another' && open",
    seen: 'tests/server/cases/still/accused.test.ts',
    named: 'a conviction of which nobody said whose closes nothing'
  },
  {
    why: 'A last day that no notice bounds would pass unread (CESEDA L532-1).',
    file: 'workflows/case/lengths.problems.ts',
    text: " ?? (isUnbounded(input) ? 'unbounded' : null)",
    instead: '',
    seen: 'tests/server/cases/asylum.refusals.test.ts',
    named: 'that states a last day which no notice bounds'
  },
  {
    why: 'A placement that nobody notified the child of would count no time, and say nothing of it (CPC 1191).',
    file: 'workflows/regions/minor/child-appeal.ts',
    text: 'ce délai ne court pas contre lui',
    instead: 'ce délai court',
    seen: said,
    named: 'says that time does not run against a child'
  },
  {
    why: 'The judgment on a house arrest under L751-2 would be appealed against, where there is no appeal (CESEDA R922-26).',
    file: 'workflows/regions/residence/beside-leaving.ts',
    text: "judgedForm('E', withoutAppeal)",
    instead: "judgedForm('E')",
    seen: said,
    named: 'says that under L751-2 the court rules without appeal'
  },
  {
    why: 'An appeal against one interruption of reflection would end the time against another (CESEDA R425-2, CJA R421-1).',
    file: 'workflows/regions/residence/appeal.ts',
    text: "closed({ ...appealFields, noticeOn: contestedNotice('E') })",
    instead: 'closed(appealFields)',
    seen: said,
    named: 'asks against which of them it is, or says why not'
  }
]
