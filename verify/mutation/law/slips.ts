import type { LawMutant } from '../mistake.ts'

const seen = 'tests/server/cases/notices/slips.test.ts'
const cut = {
  seen: 'tests/workflows/deadlines/running/worlds.cut.test.ts',
  named: 'no safe day is later than the end in any world'
} as const

/** What a day that is a slip did, and the right day of a time that the act does not count. */
export const slipsMutants: readonly LawMutant[] = [
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
    why: 'Seven days that end on a Saturday would be told until Monday: no text moves them (CESEDA R921-3).',
    file: 'workflows/deadlines/legal-end.ts',
    text: '(row.extendToWorkingDay && !asIs)',
    instead: 'row.extendToWorkingDay',
    seen: cut.seen,
    named: 'on whatever day that is'
  }
]
