import type { LawMutant } from '../mistake.ts'

const file = 'workflows/law/limitation.ts'
const seen = 'tests/workflows/regions/judicial.time.test.ts'
const told = 'tests/server/cases/examples/dates.test.ts'

/** Old readings of limitation (CPP 7, 8, 9-2, 706-47). */
export const limitationMutants: readonly LawMutant[] = [
  {
    why: 'Procuring of a minor that somebody wrote 225-6 would wait for majority alone, and the earlier day be lost (CPP 706-47 6°).',
    file: 'workflows/law/limitation.ts',
    text: "const namedOtherwise: Offences = ['225-5', '225-6']",
    instead: "const namedOtherwise: Offences = ['225-5']",
    seen: 'tests/workflows/regions/judicial.time.test.ts',
    named: 'done to a minor waits for majority'
  },
  {
    why: 'Gang procuring of a minor would be shown thirty years from majority: she would wait past its limitation.',
    file,
    text: "const listedCrimes: Offences = ['225-4-2',",
    instead: "const listedCrimes: Offences = ['225-8', '225-9', '225-4-2',",
    seen,
    named: 'is a crime that the list does not name'
  },
  {
    why: 'Forced labour of a minor would be shown ten years from majority, where the law gives six from the acts.',
    file,
    text: "const listedOffences: Offences = ['225-4-1',",
    instead: "const listedOffences: Offences = ['225-14-1', '225-4-1',",
    seen,
    named: 'runs from the acts, and not from majority'
  },
  {
    why: 'Slavery of a minor would be shown thirty years from majority, which the list does not give (CPP 706-47).',
    file,
    text: "const listedCrimes: Offences = ['225-4-2', '225-4-3', '225-4-4', '225-7-1']",
    instead:
      "const listedCrimes: Offences = ['224-1-A', '224-1-B', '225-4-2', '225-4-3', '225-4-4', '225-7-1']",
    seen,
    named: 'is a crime that the list does not name'
  },
  {
    why: 'Servitude of several persons would be shown six years, where it is a crime (CP 225-15 I 3°).',
    file,
    text: "const crimesOnSeveral: Offences = ['225-14-2']",
    instead: 'const crimesOnSeveral: Offences = []',
    seen: told,
    named: 'of several persons a crime'
  },
  {
    why: 'Servitude of a child would be shown six years from the acts, where it is a crime (CP 225-15 II 3°).',
    file,
    text: "'225-8', '225-9', '225-14-2']",
    instead: "'225-8', '225-9']",
    seen: told,
    named: 'of a child a crime from the acts'
  },
  {
    why: 'An act of investigation would start nothing again: a complaint would be thought useless (CPP 9-2).',
    file: 'workflows/deadlines/running/opening.ts',
    text: 'if (interrupts) return [{ code, startsOn: day, restarts: true, interrupts }]',
    instead: 'if (interrupts) return []',
    seen,
    named: 'starts again by what CPP 9-2 names'
  },
  {
    why: 'A final conviction of one person hides that the time against others still runs (CPP 7, 8).',
    file: 'workflows/deadlines/clocks/limitation.ts',
    text: "stopsWhen: { gone: ['case.erase'] },",
    instead: "stopsWhen: { gone: ['case.erase', 'conviction.final'] },",
    seen: told,
    named: 'leaves the time against others'
  }
]
