import type { LawMutant } from '../mistake.ts'

const accused = 'tests/server/cases/still/accused.test.ts'
const decided = 'tests/server/cases/still/decisions.test.ts'
const support = 'tests/server/cases/examples/texts.support.test.ts'

/** What goes on beside what ends: the others who are tried, a time that no permit answers, an application that no expiry does. */
export const stillMutants: readonly LawMutant[] = [
  {
    why: 'An acquittal final for one accused would close the procedure of all, and the permit with it (CESEDA L425-1).',
    file: 'workflows/case/machine.ts',
    text: 'leaves?.(input as never, situation) === true',
    instead: 'leaves?.(input as never, situation) === null',
    seen: accused,
    named: 'of another leaves the procedure open'
  },
  {
    why: 'A finding of no case of which nobody said whose would close a trial that is under way (CPP 706-5).',
    file: 'workflows/regions/judicial/others.ts',
    text: "(judicial === 'trial' || judicial === 'on_appeal')",
    instead: "judicial === 'none'",
    seen: accused,
    named: 'of which nobody said whose leaves a trial and an appeal open'
  },
  {
    why: 'Beside a conviction the CIVI’s year would end while the others are tried (CPP 706-5).',
    file: 'workflows/guards/prosecuted.ts',
    text: " || (judicial === 'convicted_final' && facts.procedureOpen)",
    instead: " || (judicial === 'none' && facts.procedureOpen)",
    seen: accused,
    named: 'of another leaves the procedure open'
  },
  {
    why: 'What changes the month against an obligation to leave could not be written down of a citizen of the Union (L251-1).',
    file: 'workflows/regions/residence/appeal-time.ts',
    text: "'irregular', ...applied, ...standing],",
    instead: "'irregular', ...applied, ...standing.slice(0, 6)],",
    seen: decided,
    named: 'house arrest shortens its month'
  },
  {
    why: 'The renewal of another permit is refused, and its time to appeal passes unseen (CJA R421-1).',
    file: 'workflows/regions/residence/routes.ts',
    text: '    opens: endedAppeals,\n',
    instead: '',
    seen: decided,
    named: 'is contested in the time that its notice states'
  },
  {
    why: 'A permit that expires would answer the renewal that was asked for in time (CESEDA R432-2).',
    file: 'workflows/regions/residence/ended.ts',
    text: "because === 'expired' && facts.renewalAsked",
    instead: "because !== 'expired' && facts.renewalAsked",
    seen: decided,
    named: 'leaves the application and its silence'
  },
  {
    why: 'A permit on another ground would end the time against the refusal of this one (CJA R421-1).',
    file: 'workflows/deadlines/running/stopping.ts',
    text: '!givesWhatWasRefused(command, facts)',
    instead: "!givesWhatWasRefused(command, facts) && command === 'psp.permit'",
    seen: decided,
    named: 'leaves the time against that refusal'
  },
  {
    why: 'Any permit would end the thirty days, which two grounds and a decision alone do (CESEDA R425-2).',
    file: 'workflows/deadlines/clocks/statute.ts',
    text: "stopsWhen: { gone: ['reflection.interrupt'], evenKept",
    instead: "stopsWhen: { gone: [...issued, 'reflection.interrupt'], evenKept",
    seen: decided,
    named: 'run beside a permit, with their bar'
  },
  {
    why: 'Any permit would end the year in which whoever was in care asks for theirs (CESEDA L423-22).',
    file: 'workflows/deadlines/clocks/adulthood.ts',
    text: "gone: ['coming_of_age.issue']",
    instead: "gone: ['coming_of_age.issue', 'other_permit.record']",
    seen: support,
    named: 'goes on beside any other permit'
  },
  {
    why: 'Wages paid in part would end limitation for the rest (L3245-1).',
    file: 'workflows/deadlines/clocks/labour.ts',
    text: "{ field: 'outcome', is: 'partly' }",
    instead: "{ field: 'outcome', is: 'never' }",
    seen: support,
    named: 'paid in part, count on for the rest'
  },
  {
    why: 'A claim about wages alone would end the time to contest the end of the contract (L1471-1).',
    file: 'workflows/deadlines/running/stopping.ts',
    text: '(only !== undefined && !says(input, only))',
    instead: "(only !== undefined && says(input, only) && only.is === '')",
    seen: support,
    named: 'stop counting once the labour court has what is claimed'
  }
]
