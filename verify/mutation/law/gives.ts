import type { LawMutant } from './law-mutant.ts'

const gives = 'tests/workflows/law/gives.test.ts'

/** Ways that a text opens, closed again. */
export const givesMutants: readonly LawMutant[] = [
  {
    why: 'A child placed and exploited again could not be reported: the measure that runs would close every report (CASF L226-4).',
    file: 'workflows/regions/minor/reporting.ts',
    text: "    from: ['signalement', ...toldAlready],\n    label: {\n      fr: 'Signaler à nouveau",
    instead: "    from: ['signalement'],\n    label: {\n      fr: 'Signaler à nouveau",
    seen: gives,
    named: 'to the prosecutor and to the département'
  }
]
