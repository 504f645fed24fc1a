import type { LawMutant } from '../mistake.ts'

const removal = 'tests/server/cases/examples/texts.removal.test.ts'
const held = 'tests/server/cases/examples/texts.held.test.ts'
const support = 'tests/server/cases/examples/texts.support.test.ts'

/** What the texts that were missing must not become. */
export const textsMutants: readonly LawMutant[] = [
  {
    why: 'A day of entry into force that no source gives: the Council of Europe’s, where France’s own is another (CETS 197).',
    file: 'workflows/law/europe.ts',
    text: "'COE197.13': coe('Rétablissement et réflexion', 'Recovery and reflection'),",
    instead: "'COE197.13': coe('Rétablissement et réflexion', 'Recovery and reflection', '2008-02-01'),",
    seen: 'tests/workflows/law/register.test.ts',
    named: 'is one that a source says'
  },
  {
    why: 'the time in which a person may be transferred would go on for as long as they reflect',
    file: 'workflows/deadlines/clocks/removal.ts',
    text: "const sixMonths = { n: 6, unit: 'months' } as const",
    instead: "const sixMonths = { n: 7, unit: 'months' } as const",
    seen: removal,
    named: 'six months that go on while reflection runs'
  },
  {
    why: 'an obligation to leave of a minor could not be written down, and the time to appeal would pass unseen',
    file: 'workflows/regions/residence/removal.ts',
    text: "records: true,\n    warns: ['mayBeToldToLeave', 'removalNotBarred'],",
    instead: "guards: ['mayBeToldToLeave', 'removalNotBarred'],",
    seen: removal,
    named: 'of a minor is written down'
  },
  {
    why: 'a minor in detention would be shown as anybody is, and nobody told that the law forbids it',
    file: 'server/disclosure/badges.ts',
    text: "if (facts.heldIn === 'waiting_zone') return { fr: 'en zone d’attente', en: 'in a waiting zone' }\n  return isChild(facts)",
    instead:
      "if (facts.heldIn === 'waiting_zone') return { fr: 'en zone d’attente', en: 'in a waiting zone' }\n  return !isChild(facts)",
    seen: held,
    named: 'in detention as a minor is written down'
  },
  {
    why: 'whoever may not know where a person lives would read in which place they are held',
    file: 'workflows/facts/facts.ts',
    text: "heldIn: fact<'waiting_zone' | 'detention' | null>(null, 'K')",
    instead: "heldIn: fact<'waiting_zone' | 'detention' | null>(null, 'E')",
    seen: held,
    named: 'is told where to nobody who may not know where the person lives'
  },
  {
    why: 'the prefecture would learn of asylum from a transfer',
    file: 'workflows/facts/facts.ts',
    text: "transferStands: fact<boolean>(false, 'I')",
    instead: "transferStands: fact<boolean>(false, 'E')",
    seen: removal,
    named: 'is told to the prefecture by nothing'
  },
  {
    why: 'support would end at twenty, a year before the law ends it',
    file: 'workflows/deadlines/clocks/adulthood.ts',
    text: "duration: { n: 3, unit: 'years' }",
    instead: "duration: { n: 2, unit: 'years' }",
    seen: support,
    named: 'has its last day counted from the eighteenth birthday'
  },
  {
    why: 'wages would be given up a year before their limitation',
    file: 'workflows/deadlines/clocks/labour.ts',
    text: "duration: { n: 3, unit: 'years' }",
    instead: "duration: { n: 2, unit: 'years' }",
    seen: support,
    named: 'may be claimed three years for wages'
  },
  {
    why: 'a case would be shared across borders before the person agrees to it',
    file: 'workflows/regions/closure.abroad.ts',
    text: "consent: 'H'",
    instead: "consent: 'B'",
    seen: support,
    named: 'is asked only where the person agrees'
  }
]
