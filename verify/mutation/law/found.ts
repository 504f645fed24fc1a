import type { LawMutant } from '../mistake.ts'

const seen = 'tests/workflows/deadlines/running/found.test.ts'

/** What a reader of the law found upon the times to appeal. */
export const foundMutants: readonly LawMutant[] = [
  {
    why: 'A detention said of the obligation to leave would be taken, and cut nothing of one that a refusal bears as well (CESEDA R921-1).',
    file: 'workflows/regions/residence/beside-leaving.ts',
    text: "leavings.flatMap((all) => saidOfLeaving('removal', all, obligations))",
    instead: "leavings.slice(0, 1).flatMap((all) => saidOfLeaving('removal', all, obligations))",
    seen,
    named: 'that is said of the obligation'
  },
  {
    why: 'Legal aid said of the obligation to leave would be taken, and keep nothing open of one that a refusal bears as well (art. 43).',
    file: 'workflows/regions/residence/appeal-time.ts',
    text: '  removal: obligations,',
    instead: "  removal: ['D-APPEAL-LEAVE', 'D-APPEAL-LEAVE-7D', 'D-APPEAL-LEAVE-48H'],",
    seen,
    named: 'waits for aid that is said of the obligation'
  }
]
