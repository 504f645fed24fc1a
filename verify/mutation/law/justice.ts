import type { LawMutant } from '../mistake.ts'

const seen = 'tests/workflows/regions/judicial/appeals.test.ts'
const told = 'tests/server/cases/examples/justice.test.ts'

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
    file: 'workflows/regions/judicial/judgments.ts',
    text: "startsOn: 'pronouncedOn', whenInput: of(court, 'present')",
    instead: "startsOn: 'signifiedOn', whenInput: of(court, 'present')",
    seen,
    named: 'ten days from the pronouncement'
  },
  {
    why: 'Who was neither there nor told would lose days that the text gives from service (CPP 498 1°).',
    file: 'workflows/regions/judicial/judgments.ts',
    text: "startsOn: 'signifiedOn', whenInput: of(court, 'absent')",
    instead: "startsOn: 'pronouncedOn', whenInput: of(court, 'absent')",
    seen,
    named: 'from service for who was neither there'
  },
  {
    why: 'Service of a judgment moves the safe day later for who was there: the appeal comes too late (CPP 498).',
    file: 'workflows/regions/judicial/judgments.ts',
    text: '  first: true,\n',
    instead: '  restarts: true,\n',
    seen: told,
    named: 'gives nothing to who was there or was told the day'
  },
  {
    why: 'Ten days are shown against an arrêt of the court of appeal, which the law gives five (CPP 568).',
    file: 'workflows/regions/judicial/judgments.ts',
    text: "{ code: 'D-CASSATION', court: 'appeal' }",
    instead: "{ code: 'D-APPEAL-JUDGMENT', court: 'appeal' }",
    seen: told,
    named: 'of the court of appeal, said to be'
  },
  {
    why: 'A non-lieu that the chamber confirms is said to be appealed in ten days (CPP 217, 568).',
    file: 'workflows/regions/judicial/no-case.ts',
    text: "{ ...ofChamber, startsOn: 'ruledOn', notice",
    instead: "{ ...ofChamber, code: 'D-APPEAL-CIVIL', startsOn: 'ruledOn', notice",
    seen: told,
    named: 'of the chamber that confirms a non-lieu'
  },
  {
    why: 'A complaint that is learnt of after a final conviction cannot be written down: no ten-year card (CESEDA L425-3).',
    file: 'workflows/regions/judicial/judicial.ts',
    text: "      'on_appeal',\n      'convicted_final'\n    ],",
    instead: "      'on_appeal'\n    ],",
    seen: told,
    named: 'is added to it, names the offence'
  }
]
