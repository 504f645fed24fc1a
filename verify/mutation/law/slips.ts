import type { LawMutant } from '../mistake.ts'

const seen = 'tests/server/cases/notices/slips.test.ts'
const concerned = 'workflows/deadlines/running/concerned.ts'
const recount = 'workflows/deadlines/running/recount.ts'

/** What a day that is a slip did, and the right day of a time that the act does not count. */
export const slipsMutants: readonly LawMutant[] = [
  {
    why: 'Aid asked for too late would move the safe day, where an earlier request was said of a day on which nothing was notified (art. 43).',
    file: concerned,
    text: 'said === null || maybeAskedLate(clock, recounting)',
    instead: 'said === null',
    seen,
    named: 'moves no safe day later by aid asked for too late'
  },
  {
    why: 'Seven clear days that a late house arrest may have given would not be told beside the month (CESEDA R921-1).',
    file: 'server/deadlines/recounting.ts',
    text: 'return inLaw === null ? undefined : goesOn({ inLaw })',
    instead: 'return inLaw === null ? goesOn({}) : undefined',
    seen,
    named: 'leaves the month its safe day, and seven clear days its end in law'
  },
  {
    why: 'A detention centre of nobody knows which obligation would take the month from whoever was never told of the seven days (CESEDA R921-1).',
    file: recount,
    text: 'unsure === null ? without(doubts, settles) : doubts',
    instead: 'without(doubts, settles)',
    seen,
    named: 'keeps the month to whoever may never have been told'
  },
  {
    why: 'Reasons asked of a refusal with an obligation would leave in doubt the two months of another (CRPA L232-4).',
    file: 'workflows/regions/residence/appeal-time.ts',
    text: 'ofOneDecision([whole], times[about])',
    instead: 'ofOneDecision([whole])',
    seen,
    named: 'leaves the months against a refusal as they are'
  },
  {
    why: 'What is said of a judgment on young adult support would leave in doubt the time against a refusal (CRPA L411-2).',
    file: 'workflows/regions/minor/young.adult.time.ts',
    text: 'ofOneDecision(ofPrior, decisions)',
    instead: 'ofOneDecision(ofPrior)',
    seen,
    named: 'leaves the time against a refusal of young adult support as it is'
  },
  {
    why: 'Legal aid to claim more from the CIVI would leave the appeal against its decision without an end (CPP 706-8).',
    file: 'workflows/regions/judicial/recourse.ts',
    text: "ofOneDecision(['D-CIVI-APPEAL'], ['D-CIVI-APPEAL', 'D-CIVI-CASSATION', ...toClaim])",
    instead: "ofOneDecision(['D-CIVI-APPEAL'])",
    seen,
    named: 'leaves the appeal against the CIVI as it is'
  },
  {
    why: 'A house arrest that carries out one obligation would leave the seven days of another to be checked (CESEDA R921-1).',
    file: 'workflows/regions/residence/beside-leaving.ts',
    text: 'ofOneLeaving(sevens, obligations)',
    instead: 'ofOneLeaving(sevens, sevens)',
    seen,
    named: 'leaves the seven days of another obligation as they are'
  }
]
