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
  },
  {
    why: 'An interruption while a permit is asked for leaves the bar up: the person counts on a protection that is gone.',
    file: 'workflows/regions/residence/reflection.ts',
    text: ': { removalBar: false, rights: rightsAfter(facts, from.residence) },',
    instead: ': { rights: rightsAfter(facts, from.residence) },',
    seen: reflection,
    named: 'the state stays, the bar falls'
  },
  {
    why: 'The thirty days are shown as running although they were interrupted (R425-2).',
    file: 'workflows/deadlines/clocks/statute.ts',
    text: "evenKept: ['reflection.interrupt']",
    instead: 'evenKept: []',
    seen: reflection,
    named: 'it stops the clock that moves no state'
  },
  {
    why: 'The ten-year card could be asked for only by whoever holds a permit: the prefecture judges the stay (A8, L425-3).',
    file: 'workflows/regions/residence/cards.ts',
    text: "from: [...withoutPermit, ...applied, ...regular, 'appeal'],\n    label: { fr: 'Demander la carte de dix ans'",
    instead: "from: [...regular],\n    label: { fr: 'Demander la carte de dix ans'",
    seen: reflection,
    named: 'but where a better card or none is needed'
  },
  {
    why: 'A refusal without the board could not be written down, and its time to appeal would pass unseen (L432-13).',
    file: 'workflows/vocabulary/fields.ts',
    text: '  delete copy.const\n',
    instead: '',
    seen: 'tests/workflows/law/three-rules.test.ts',
    named: 'no answer is the only one'
  },
  {
    why: 'Asking for the ten-year card would end the first application in the eyes of the prefecture.',
    file: 'workflows/regions/residence/cards.ts',
    text: "apply: askedBeside('l425_3')",
    instead: "apply: (facts) => ({ ...askedBeside('l425_3')(facts), permitAsked: 'l425_3' as const })",
    seen: reflection,
    named: 'the first application goes on beside it'
  }
]
