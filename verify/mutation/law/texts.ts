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

const gives = 'tests/workflows/law/gives.test.ts'

/** Ways that a text opens, closed again. */
export const givesMutants: readonly LawMutant[] = [
  {
    why: 'Whoever was refused with an obligation to leave, and is before the court, could not be offered the thirty days (CESEDA R425-1, R425-2).',
    file: 'workflows/regions/residence/reflection.ts',
    text: "from: [...proposable, ...goesOn, 'eu_or_french'],\n    keeps: goesOn,",
    instead: "from: [...proposable, 'eu_or_french'],",
    seen: 'tests/workflows/law/reflection.test.ts',
    named: 'the stay is what it was, wished or not'
  },
  {
    why: 'Whoever asked for another permit first could not ask for the one of L425-1 after a complaint, and no silence counted (R432-2).',
    file: 'workflows/regions/residence/other.ts',
    text: "beside(permitForm, 'l425_1', [...notYearly, ...applied, 'appeal'])",
    instead: "beside(permitForm, 'l425_1', notYearly)",
    seen: 'tests/workflows/residence/residence.test.ts',
    named: 'permit.apply_beside'
  },
  {
    why: 'A refusal of one permit would stop the silence on another that is still before the prefecture (CESEDA R432-2).',
    file: 'workflows/guards/asked.ts',
    text: 'return asked.filter((_one, index) => index !== at)',
    instead: 'return asked.filter((_one, index) => at < 0 && index !== at)',
    seen: 'tests/workflows/residence/residence.beside.test.ts',
    named: 'the silence that is over is of the earliest'
  },
  {
    why: 'A permit that is issued would end the application for another, and its silence (CESEDA R432-2).',
    file: 'workflows/regions/residence/issuing.ts',
    text: 'permit !== null && (one.permit',
    instead: "permit !== 'unsaid' || (one.permit",
    seen: 'tests/workflows/residence/residence.silences.test.ts',
    named: 'leaves the application under L425-1'
  },
  {
    why: 'A child placed and exploited again could not be reported: the measure that runs would close every report (CASF L226-4).',
    file: 'workflows/regions/minor/reporting.ts',
    text: "    from: ['signalement', ...toldAlready],\n    label: {\n      fr: 'Signaler à nouveau",
    instead: "    from: ['signalement'],\n    label: {\n      fr: 'Signaler à nouveau",
    seen: gives,
    named: 'to the prosecutor and to the département'
  },
  {
    why: 'Whoever was in care before this file, or is sixteen, could not ask for the permit (CESEDA L423-22, L421-35).',
    file: 'workflows/regions/residence/cards.ts',
    text: "  warns: ['cameOfAge'],",
    instead: "  ...{ guards: ['thirdCountry', 'cameOfAge'] as const },",
    seen: gives,
    named: 'is asked for by whoever was in care before this file'
  },
  {
    why: 'A way to stay could be prepared only once the stay was threatened: nobody irregular asked under L435-4.',
    file: 'workflows/regions/residence/routes.ts',
    text: '    // Another way is prepared whenever the person wants it; where the stay is threatened, somebody is waited for.',
    instead: "    guards: ['stayThreatened'],",
    seen: gives,
    named: 'wherever the stay stands, threatened or not'
  },
  {
    why: 'A refusal for another reason would be written down under one that was not given.',
    file: 'workflows/regions/residence/refusal.ts',
    text: "    other: { fr: 'autre motif', en: 'another reason' }",
    instead: "    unread: { fr: 'autre motif', en: 'another reason' }",
    seen: gives,
    named: 'is written down for any reason really given'
  },
  {
    why: 'The permit would be refused by the offence that an investigation named, and not by what was complained of (CESEDA L425-1).',
    file: 'workflows/regions/residence/permit.ts',
    text: "guards: ['thirdCountry', 'complaintMade'],\n",
    instead: "guards: ['thirdCountry', 'complaintMade', 'complaintOpensCard'],\n",
    seen: 'tests/workflows/residence/residence.routes.test.ts',
    named: 'the offence that an investigation names refuses no application (L425-1)'
  },
  {
    why: 'Whoever agrees to the prefecture anew would have an application that nothing sends there again (CESEDA R425-5).',
    file: 'workflows/regions/consent.ts',
    text: 'facts.prefectureSent && scopes',
    instead: '!facts.prefectureSent && scopes',
    seen: 'tests/server/cases/prefecture.again.test.ts',
    named: 'is the next step of whoever accompanies the person'
  }
]
