import type { LawMutant } from './law-mutant.ts'

/** Help, stay and majority as they were before the texts were read. */
export const lifeMutants: readonly LawMutant[] = [
  {
    why: 'A child is received half a year after the day of CASF L222-5-1, as if law had said seventeen and a half.',
    file: 'workflows/deadlines/clocks/childhood.ts',
    text: "duration: { n: 17, unit: 'years' }",
    instead: "duration: { n: 210, unit: 'months' }",
    seen: 'tests/workflows/regions/minor.interview.test.ts',
    named: 'at seventeen, and not at seventeen and a half'
  },
  {
    why: 'The interview is said to rest on an article of the civil code that does not speak of it.',
    file: 'workflows/deadlines/clocks/childhood.ts',
    text: "basis: 'CASF.L222-5-1'",
    instead: "basis: 'CC.388'",
    seen: 'tests/workflows/regions/minor.interview.test.ts',
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
    text: "guards: ['thirdCountry'],\n    requires: ['designated']",
    instead: "guards: ['presumed', 'thirdCountry'],\n    requires: ['designated']",
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
  }
]
