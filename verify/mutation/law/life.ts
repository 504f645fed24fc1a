import type { LawMutant } from '../mistake.ts'

/** Help, stay and majority as they were before the texts were read. */
export const lifeMutants: readonly LawMutant[] = [
  {
    why: 'A child is received half a year after the day of CASF L222-5-1, as if law had said seventeen and a half.',
    file: 'workflows/deadlines/clocks/childhood.ts',
    text: "duration: { n: 17, unit: 'years' }",
    instead: "duration: { n: 210, unit: 'months' }",
    seen: 'tests/workflows/regions/minor/interview.test.ts',
    named: 'at seventeen, and not at seventeen and a half'
  },
  {
    why: 'The interview is said to rest on an article of the civil code that does not speak of it.',
    file: 'workflows/deadlines/clocks/childhood.ts',
    text: "basis: 'CASF.L222-5-1'",
    instead: "basis: 'CC.388'",
    seen: 'tests/workflows/regions/minor/interview.test.ts',
    named: 'at seventeen, and not at seventeen and a half'
  },
  {
    why: 'Nobody is sheltered far away before a cell has met, though Ac.Sé is asked directly.',
    file: 'workflows/regions/housing/housing.ts',
    text: "guards: ['adultForAcse', 'localDanger']",
    instead: "guards: ['adultForAcse', 'presumed', 'localDanger']",
    seen: 'tests/workflows/regions/housing.test.ts',
    named: 'is asked directly, whatever the cell has weighed (CESEDA R425-8)'
  },
  {
    why: 'The police may not tell her of the thirty days of CESEDA R425-1 before a cell has decided.',
    file: 'workflows/regions/residence/reflection.ts',
    text: "guards: ['thirdCountry'],\n    warns: ['presumed', 'nationalityKnown', 'noPeriodBefore']",
    instead:
      "guards: ['presumed', 'thirdCountry'],\n    warns: ['presumed', 'nationalityKnown', 'noPeriodBefore']",
    seen: 'tests/workflows/residence/residence.test.ts',
    named: 'waits for no decision of a cell: CESEDA R425-1'
  },
  {
    why: 'A person whose nationality nobody has said is told that the thirty days and the permit are not for her.',
    file: 'workflows/guards/guards.ts',
    text: "holds: ({ facts }) => facts.nationality !== 'french' && facts.nationality !== 'eu',",
    instead: "holds: ({ facts }) => facts.nationality === 'third_country',",
    seen: 'tests/workflows/residence/residence.test.ts',
    named: 'is offered to whoever has not said of which country she is'
  },
  {
    why: 'A citizen of the Union is told a list of states instead of why the L425-1 permit is not theirs.',
    file: 'workflows/regions/residence/permit.ts',
    text: "'l425_1', [...withoutTitle, 'regular_other']",
    instead: "'l425_1', [...withoutTitle.slice(0, -1), 'regular_other']",
    seen: 'tests/workflows/residence/union.test.ts',
    named: 'the L425-1 permit is refused in words that say why'
  },
  {
    why: 'A citizen of the Union and a French person read alike, as if neither stay had conditions.',
    file: 'workflows/vocabulary/words.union.ts',
    text: "eu: { fr: 'UE, EEE, Suisse : régime propre'",
    instead: "eu: { fr: 'Ressortissant français'",
    seen: 'tests/workflows/residence/union.test.ts',
    named: 'and a French person none: the two do not read alike'
  },
  {
    why: 'Whoever is said to be of another sex is refused an asylum place that OFII might give.',
    file: 'workflows/guards/housing.ts',
    text: "holds: ({ facts }) => facts.sex !== 'male',",
    instead: "holds: ({ facts }) => facts.sex === 'female' && facts.sex.length > 0,",
    seen: 'tests/workflows/regions/housing.dna.test.ts',
    named: '« autre », or not known, is for OFII to weigh'
  },
  {
    why: 'Every place is closed to whoever is said to be of another sex, by a rule that no text knows.',
    file: 'workflows/places/fit.ts',
    text: 'unmet: ({ sexes }, { sex }) => weighedBySex(sex) && !sexes.includes(sex),',
    instead: "unmet: ({ sexes }, { sex }) => sex !== 'unknown' && !sexes.includes(sex),",
    seen: 'tests/workflows/places/fit.test.ts',
    named: 'is excluded by no rule of ours'
  },
  {
    why: 'What the police or labour inspectors find changes nothing once a cell has found too little.',
    file: 'workflows/regions/identification.ts',
    text: `      'transferred_territory'
    ],
    recalls: () => ({ presumed: true }),
    // An operation waits for no cell, and what a service finds may come after the cell has found too little.
    from: ['flagged', 'under_triage', 'review_open', 'insufficient_elements'],`,
    instead: `      'transferred_territory',
      'insufficient_elements'
    ],
    recalls: () => ({ presumed: true }),
    from: ['flagged', 'under_triage', 'review_open'],`,
    seen: 'tests/workflows/case/identification.grounds.test.ts',
    named: 'waits for no cell, nor for what it found before'
  },
  {
    why: 'OFII, to which no text sets a time, is said to be late.',
    file: 'workflows/referral/kinds/housing.ts',
    text: "indicative: true,\n      label: { fr: 'Réponse de l’OFII'",
    instead: "label: { fr: 'Réponse de l’OFII'",
    seen: 'tests/workflows/deadlines/indicative.test.ts',
    named: 'the answers of OFII and of Ac.Sé are given as indications'
  },
  {
    why: 'That a person who returned is in danger, or cannot be reached, ends the questions for good (Convention 197, art. 16).',
    file: 'workflows/regions/closure.return.ts',
    text: "['danger', 'unreached'] as const",
    instead: '[] as const',
    seen: 'tests/workflows/case/return.news.test.ts',
    named: 'are asked for again, or are the last'
  },
  {
    why: 'Older news that the person is safe end the questions about the danger that was known since.',
    file: 'server/deadlines/stopping.ts',
    text: 'and not (code = any($4::text[]) and starts_on > $5::date)',
    instead: 'and ($4::text[] is null or $5::date is null or true)',
    seen: 'tests/server/cases/examples/ends.test.ts',
    named: 'older than what is known stop nothing'
  },
  {
    why: 'A child who takes back being followed after a return is asked for news all the same (GDPR 7).',
    file: 'workflows/guards/life.ts',
    text: "(isMinor(facts) ? !facts.newsDeclined : agreedTo(facts, 'H'))",
    instead: "(isMinor(facts) || agreedTo(facts, 'H'))",
    seen: 'tests/workflows/case/return.news.test.ts',
    named: 'are awaited of nobody'
  }
]
