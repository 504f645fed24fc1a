import type { LawMutant } from './law-mutant.ts'

/** Help, stay and majority as they were before the texts were read. */
export const lifeMutants: readonly LawMutant[] = [
  {
    why: 'A child is received half a year after the day of CASF L222-5-1, as if law had said seventeen and a half.',
    file: 'workflows/deadlines/clocks/childhood.ts',
    text: "duration: { n: 17, unit: 'years' }",
    instead: "duration: { n: 210, unit: 'months' }",
    seen: 'tests/workflows/regions/minor.interview.test.ts',
    named: 'at seventeen, and not at seventeen and a half'
  },
  {
    why: 'The interview is said to rest on an article of the civil code that does not speak of it.',
    file: 'workflows/deadlines/clocks/childhood.ts',
    text: "basis: 'CASF.L222-5-1'",
    instead: "basis: 'CC.388'",
    seen: 'tests/workflows/regions/minor.interview.test.ts',
    named: 'at seventeen, and not at seventeen and a half'
  }
]
