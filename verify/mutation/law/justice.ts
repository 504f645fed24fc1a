import type { LawMutant } from './law-mutant.ts'

const seen = 'tests/workflows/regions/judicial.test.ts'

/** Old readings of appeals and of the end of a procedure (CPP 186, 497, 498, 380-2). */
export const justiceMutants: readonly LawMutant[] = [
  {
    why: 'A judgment under appeal would end the procedure: her permit would not be renewed (CESEDA L425-1).',
    file: 'workflows/regions/judicial/stages.ts',
    text: 'export const running = () => ({ procedureOpen: true })',
    instead: 'export const running = () => ({ procedureOpen: false })',
    seen,
    named: 'closes nothing: the permit is renewed'
  },
  {
    why: 'Ten days would run from service for who was there: she would appeal too late (CPP 498).',
    file: 'workflows/regions/judicial/decisions.ts',
    text: "startsOn: 'pronouncedOn', restarts: true, whenInput: of(court, 'present')",
    instead: "startsOn: 'signifiedOn', restarts: true, whenInput: of(court, 'present')",
    seen,
    named: 'ten days from the pronouncement'
  },
  {
    why: 'Who was neither there nor told would lose days that the text gives from service (CPP 498 1°).',
    file: 'workflows/regions/judicial/decisions.ts',
    text: "startsOn: 'signifiedOn', restarts: true, whenInput: of(court, 'absent')",
    instead: "startsOn: 'pronouncedOn', restarts: true, whenInput: of(court, 'absent')",
    seen,
    named: 'from service for who was neither there'
  }
]
