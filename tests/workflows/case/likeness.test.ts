import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, marksOf, type Identity } from '../../../workflows/case/duplicates.ts'

const born = (year: number) => `${year}-06-15`
const blessing: Identity = { name: 'Blessing Okafor', birthDate: born(2001) }
const alike = (different: Identity, one: Identity = blessing) => likeness(one, different)

describe('two identities are not alike', () => {
  it('when nothing is known of one of them', () => {
    expect(alike({})).toEqual([])
    expect(likeness({}, {})).toEqual([])
    expect(alike({ name: ' ', contact: 'aucun' })).toEqual([])
  })

  it('when the births are two years apart, whatever the name', () => {
    expect(alike({ ...blessing, birthDate: born(2003) })).toEqual([])
    expect(alike({ ...blessing, birthDate: born(1999) })).toEqual([])
  })

  it('by a first name alone, worn by too many, until a birth year joins it', () => {
    expect(alike({ name: 'Blessing' }, { name: 'Blessing' })).toEqual([])
    expect(alike({ name: 'Blessing', birthDate: born(2001) }, { name: 'Blessing' })).toEqual([])
    const both = { name: 'Blessing', birthDate: born(2001) }
    expect(alike(both, both)).toEqual(['same_name', 'same_year'])
  })

  it('by words like « par le téléphone de l’association », which are no contact', () => {
    const told = { contact: 'par le téléphone de l’association' }
    expect(likeness(told, told)).toEqual([])
  })

  it('by a contact of the family: births far apart and other names are two persons', () => {
    const contact = '06 12 34 56 78'
    expect(alike({ name: 'Mercy Okoro', birthDate: born(1975), contact }, { ...blessing, contact })).toEqual(
      []
    )
  })
})

describe('two identities are alike', () => {
  it.each([
    ['case and accents', 'BLÉSSING OKAFOR'],
    ['order', 'Okafor Blessing'],
    ['hyphens', 'Blessing-Okafor']
  ])('whatever the %s', (_what, name) => {
    expect(alike({ name, birthDate: born(2001) })).toEqual(['same_name', 'same_year'])
  })

  it.each([
    ['Aïcha Cissé', 'Aisha Sisse'],
    ['Mohamed Ouattara', 'Muhammad Wattara'],
    ['Blessing Okafor', 'Blesing Ocaphor'],
    ['Khadija Zerouali', 'Kadija Serwali'],
    ['Joséphine N’Guessan', 'Josefine Nguesan'],
    ['Mælle Cœur', 'Maelle Koeur'],
    ['Sacha Zoé', 'Zoé Sasha']
  ])('%s is heard as %s is', (name, other) => {
    expect(likeness({ name }, { name: other })).toEqual(['near_name', 'year_unknown'])
  })

  it.each([2000, 2002])('with births one year apart: %i for 2001', (year) => {
    expect(alike({ ...blessing, birthDate: born(year) })).toEqual(['same_name', 'year_apart'])
    expect(alike({ ...blessing, birthDate: `${year}-01-01` })).toEqual(['same_name', 'year_apart'])
  })

  it('with a birth year that one file does not know, which is said', () => {
    expect(alike({ name: 'Okafor Blessing' })).toEqual(['same_name', 'year_unknown'])
  })

  it('by another name, each of those given', () => {
    const other = { name: 'Joy Eze', alias: 'Joy ; Blessing Okafor, Princess', birthDate: born(2001) }
    expect(alike(other)).toEqual(['same_name', 'same_year'])
  })

  it('by one contact under two names: people are made to change theirs', () => {
    const [one, other] = [
      { contact: '+33 6 12 34 56 78' },
      { name: 'Joy Eze', contact: 'tél. 06.12.34.56.78 le soir' }
    ]
    expect(likeness(one, other)).toEqual(['year_unknown', 'same_contact'])
    expect(likeness({ contact: 'Joy@exemple.fr' }, { contact: 'écrire à joy@exemple.fr' })).toEqual([
      'year_unknown',
      'same_contact'
    ])
  })

  it('by name and contact together although the births differ: one of them was misheard', () => {
    const contact = '0612345678'
    expect(alike({ ...blessing, birthDate: born(1990), contact }, { ...blessing, contact })).toEqual([
      'same_name',
      'same_contact'
    ])
  })
})

describe('the marks of an identity', () => {
  it('are one for each name as it is heard and one for each contact, each kind told apart', () => {
    expect(
      marksOf({
        name: ' Aïcha Cissé ',
        alias: 'Sisse Aisha; Mercy',
        contact: 'A.Joy+b@mail.exemple.FR ou +33 (0)6 12-34.56/78, poste 1234'
      })
    ).toEqual(['heard:aisa sisa', 'heard:marsi', 'contact:a.joy+b@mail.exemple.fr', 'contact:612345678'])
  })

  it('are none of nothing, of short figures, nor of a word with an at sign', () => {
    expect(marksOf({})).toEqual([])
    expect(marksOf({ contact: '112, 3919, 1234567, @joy, joy@exemple' })).toEqual([])
  })

  it('a long number is itself by its last nine figures, a short one whole', () => {
    expect(marksOf({ contact: '0033612345678' })).toEqual(['contact:612345678'])
    expect(marksOf({ contact: '12345678' })).toEqual(['contact:12345678'])
  })
})

describe('a likeness', () => {
  const words = fc.constantFrom('Blessing', 'Okafor', 'Aïcha', 'Aisha', 'Cissé', 'Sisse', 'Joy', 'Mercy')
  const identities: fc.Arbitrary<Identity> = fc.record(
    {
      name: fc.array(words, { minLength: 1, maxLength: 2 }).map((some) => some.join(' ')),
      birthDate: fc.integer({ min: 1998, max: 2004 }).map(born),
      contact: fc.constantFrom('0612345678', '+33612345678', 'joy@exemple.fr', 'rien')
    },
    { requiredKeys: [] }
  )

  it('holds both ways, and is never one that the marks would not have found', () => {
    fc.assert(
      fc.property(identities, identities, (one, other) => {
        const reasons = likeness(one, other)
        expect(likeness(other, one)).toEqual(reasons)
        const found = marksOf(one).some((mark) => marksOf(other).includes(mark))
        if (reasons.length > 0) expect(found).toBe(true)
      }),
      { seed: 13, numRuns: 2000 }
    )
  })
})
