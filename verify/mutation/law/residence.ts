import type { LawMutant } from '../mistake.ts'

const reflection = 'tests/workflows/law/reflection.test.ts'
const running = 'tests/workflows/residence/residence.running.test.ts'
const beside = 'tests/workflows/residence/residence.beside.test.ts'
const toldOfReflection = 'tests/server/cases/examples/reflection.test.ts'

/** Reflection and permits: what an older paper, or a shorter reading, would take from the person. */
export const residenceMutants: readonly LawMutant[] = [
  {
    why: 'A consent that the clock of the mechanism ended would close the application for a permit (L425-1).',
    file: 'workflows/regions/residence/words.ts',
    text: "    to: 'cst_applied',\n    warns: [...(form.warns ?? []), 'prefectureAgreed'],",
    instead: "    to: 'cst_applied',\n    consent: 'E',\n    warns: form.warns ?? [],",
    seen: 'tests/server/deadlines/consent.lapse.test.ts',
    named: 'closes nothing that the person asks of the prefecture'
  },
  {
    why: 'An application would send the file to a prefecture although the consent to it has ended (GDPR 7).',
    file: 'server/commands/effects.ts',
    text: 'if (ifAgreed && !consented(after, kindRow(kind).consent)) return',
    instead: 'if (ifAgreed && kindRow(kind).consent === null) return',
    seen: 'tests/server/deadlines/consent.lapse.test.ts',
    named: 'closes nothing that the person asks of the prefecture'
  },
  {
    why: 'A renewal could not be asked for once the procedure is closed: the prefecture decides it (A9, L425-1).',
    file: 'workflows/regions/residence/renewal.ts',
    text: "    warns: ['procedureStillOpen', 'programmeStillRuns'],",
    instead: "    guards: ['procedureStillOpen'],\n    warns: ['programmeStillRuns'],",
    seen: 'tests/server/cases/examples/given.test.ts',
    named: 'its renewal is asked for with no procedure open'
  },
  {
    why: 'A refusal of a permit that nobody named, annulled, would become an application after a complaint (R432-2).',
    file: 'workflows/regions/residence/appeal.ts',
    text: "permitAsked ?? permitRefused ?? 'unsaid'",
    instead: "permitAsked ?? permitRefused ?? 'l425_1'",
    seen: 'tests/workflows/residence/residence.law.test.ts',
    named: 'of a kind that nobody knows invents none'
  },
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
    instead:
      "apply: (facts, input) => ({ ...askedBeside('l425_3')(facts, input), permitAsked: 'l425_3' as const })",
    seen: reflection,
    named: 'the first application goes on beside it'
  },
  {
    why: 'A renewal refused while the card runs would take the stay and its rights at once (CESEDA L411-2).',
    file: 'workflows/regions/residence/refusal.ts',
    text: '...(!permitRuns(facts) && stayEnds(facts, last))',
    instead: '...stayEnds(facts, permitRuns(facts) ? on : last)',
    seen: running,
    named: 'until its own end, which takes them'
  },
  {
    why: 'The end of a card whose renewal was refused would leave the stay regular for good (CESEDA L411-2).',
    file: 'workflows/regions/clock.ts',
    text: '  return permitEnds(facts, on, residence)',
    instead: '  return residence ? {} : permitEnds(facts, on, residence)',
    seen: running,
    named: 'until its own end, which takes them'
  },
  {
    why: 'A withdrawal would leave the card that stands behind a refusal of its renewal.',
    file: 'workflows/regions/residence/refusal.ts',
    text: 'older || !permitRuns(facts) ? {} : permitEnds(facts, notifiedOn, from.residence)',
    instead: '({})',
    seen: running,
    named: 'takes the card that stands behind'
  },
  {
    why: 'The ten-year card refused would end the silence on the renewal of the one that is held (R432-2).',
    file: 'workflows/deadlines/clocks/statute.ts',
    text: "        'permit.withdraw',\n        'other_permit.ended'\n      ]",
    instead: "        'permit.withdraw',\n        'other_permit.ended',\n        'resident.refuse'\n      ]",
    seen: beside,
    named: 'leaves the card that runs, and the silence on its renewal'
  },
  {
    why: 'Silence on what was asked for beside a first application would refuse the first (R432-2).',
    file: 'workflows/guards/residence.ts',
    text: "holds: ({ facts }) => facts.lapsed.includes('D-SILENCE'),",
    instead:
      "holds: ({ facts }) => facts.lapsed.includes('D-SILENCE') || facts.asksBeside.some(({ over }) => over),",
    seen: beside,
    named: 'is no silence on the first'
  },
  {
    why: 'Silence on the other permit could not be written down while a first is asked for (R432-2).',
    file: 'workflows/regions/residence/other.ts',
    text: "[...withoutPermit, ...applied, ...regular, 'cr10', 'appeal'] as const",
    instead: "[...withoutPermit, ...applied.slice(2), ...regular, 'appeal'] as const",
    seen: beside,
    named: 'is no silence on the first'
  }
]
