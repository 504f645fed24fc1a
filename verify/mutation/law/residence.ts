import type { LawMutant } from './law-mutant.ts'

const reflection = 'tests/workflows/law/reflection.test.ts'
const toldOfReflection = 'tests/server/cases/examples/reflection.test.ts'

/** Reflection and permits: what an older paper, or a shorter reading, would take from the person. */
export const residenceMutants: readonly LawMutant[] = [
  {
    why: 'An earlier receipt ends the thirty days of the present one: the bar falls, the rights are gone (R425-2).',
    file: 'workflows/regions/residence/reflection.ts',
    text: "opens: [{ code: 'D-REFLEX', startsOn: 'handedOn', restarts: true }],",
    instead: "opens: [{ code: 'D-REFLEX', startsOn: 'handedOn' }],",
    seen: toldOfReflection,
    named: 'both written down at once'
  },
  {
    why: 'A receipt whose thirty days are over shows a protection that nobody gives any more (R425-2).',
    file: 'workflows/regions/residence/reflection.ts',
    text: "addDays(handedOn, statuteClocks['D-REFLEX'].duration.n) < today",
    instead: "addDays(handedOn, statuteClocks['D-REFLEX'].duration.n) < ''",
    seen: reflection,
    named: 'and nothing once they are over'
  },
  {
    why: 'The last of the thirty days does not protect (R425-2).',
    file: 'workflows/regions/residence/reflection.ts',
    text: "addDays(handedOn, statuteClocks['D-REFLEX'].duration.n) < today",
    instead: "addDays(handedOn, statuteClocks['D-REFLEX'].duration.n) <= today",
    seen: reflection,
    named: 'while they run'
  }
]
