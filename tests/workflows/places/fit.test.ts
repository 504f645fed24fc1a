import { describe, expect, it } from 'vitest'
import { deskCapacity, deskOf } from '../../../workflows/places/places.ts'
import { barsOffer, fits, weigh, type Needs, type Place } from '../../../workflows/places/fit.ts'
import { aPlace, someNeeds } from '../../support/places.ts'

const place: Place = { ...aPlace, children: 1 }
const needs: Needs = { ...someNeeds, accessible: false, distance: 'region' }
const unmet = (different: Partial<Place>, wanted: Partial<Needs> = {}) =>
  fits({ ...place, ...different }, { ...needs, ...wanted }).unmet

const here = { territory: '38', region: 'Auvergne-Rhône-Alpes' }
const nextDoor = { territory: '34', region: 'Occitanie' }

describe('a place of the asylum scheme', () => {
  const at = (centre: 'cada' | 'huda' | 'cph' | null, asylum: 'pending' | 'protected' | 'none') =>
    fits({ ...aPlace, centre }, { ...someNeeds, asylum }).unmet

  it('of those to whom asylum was given is not offered to who seeks it, nor the other way round', () => {
    expect(at('cph', 'pending')).toContain('status')
    expect(at('cada', 'protected')).toContain('status')
    for (const [centre, asylum] of [
      ['cph', 'protected'],
      ['huda', 'pending'],
      ['cada', 'none'],
      [null, 'protected']
    ] as const)
      expect(at(centre, asylum)).not.toContain('status')
  })
})

describe('a person whose sex is said to be « autre »', () => {
  it('is excluded by no rule of ours: whoever places weighs it', () => {
    for (const sexes of [['female'], ['male'], []]) {
      const { never, unlessSaid } = barsOffer({ ...place, sexes }, { ...needs, sex: 'other' })
      expect([never, unlessSaid]).toEqual([[], []])
      const { fits: fitting, reasons } = fits({ ...place, sexes }, { ...needs, sex: 'other' })
      expect(fitting).toBe(true)
      expect(reasons.map(({ fr }) => fr).join()).toMatch(/à apprécier .*OFII/)
    }
    expect(unmet({ sexes: ['female', 'other'] }, { sex: 'other' })).toEqual([])
  })
})

describe('how far a place must be', () => {
  it.each<[string, Partial<Place>, Partial<Needs>, string[]]>([
    ['another département is enough', here, { distance: 'department' }, []],
    ['next door is another département', nextDoor, { distance: 'department' }, []],
    ['the same région is too close', here, { distance: 'region' }, ['distance']],
    ['the région next door is another région', nextDoor, { distance: 'region' }, []],
    ['far is not next door', nextDoor, { distance: 'far' }, ['distance']],
    ['far is not here either', here, { distance: 'far' }, ['distance']],
    ['far is far', {}, { distance: 'far' }, []],
    [
      'her own département is never far enough',
      { territory: '69', region: null },
      { distance: 'department' },
      ['distance']
    ],
    ['a place whose région nobody knows is not held to be near', { region: null }, {}, []],
    ['nor is one where hers is not known', { region: 'Bretagne' }, { region: null }, []],
    ['two unknown régions are not one', { territory: null, region: null }, { region: null }, []]
  ])('%s', (_why, different, wanted, expected) => {
    expect(unmet(different, wanted)).toEqual(expected)
  })
})

describe('how a place is weighed', () => {
  const score = (different: Partial<Place>, wanted: Partial<Needs> = {}) =>
    fits({ ...place, ...different }, { ...needs, ...wanted }).score

  it('each reason against it weighs twice what the language gives', () => {
    expect(score({})).toBe(1)
    expect(score({ languages: [] })).toBe(0)
    expect(score({ sexes: [] })).toBe(-1)
    expect(score({ sexes: [], languages: [] })).toBe(-2)
    expect(score({ sexes: [], accessible: false }, { accessible: true })).toBe(-3)
    expect(score({ sexes: [], accessible: false }, { accessible: true, children: 2 })).toBe(-5)
  })

  it('says what is against it first, then that the language is spoken', () => {
    const speaks = { fr: 'parle sa langue', en: 'speaks their language' }
    const sex = { fr: 'n’accueille pas ce public', en: 'does not receive this public' }
    const language = { fr: 'on n’y parle pas sa langue', en: 'their language is not spoken there' }
    expect(fits(place, needs).reasons).toEqual([speaks])
    expect(fits({ ...place, sexes: [] }, needs).reasons).toEqual([sex, speaks])
    expect(fits({ ...place, sexes: [], languages: [] }, needs).reasons).toEqual([sex, language])
  })

  it('as many children as there is room for are not too many', () => {
    expect(unmet({ children: 1 }, { children: 1 })).toEqual([])
    expect(unmet({ children: 1 }, { children: 2 })).toEqual(['children'])
  })
})

describe('a place across the sea', () => {
  const overseas: Partial<Place> = { territory: null, region: 'Guadeloupe' }
  const mayotte: Partial<Place> = { territory: null, region: 'Mayotte' }
  const scored = (different: Partial<Place>, wanted: Partial<Needs> = {}) =>
    fits({ ...place, ...different }, { ...needs, ...wanted }).score

  it('comes after every place on this side, and says that journey, visa and law are to be checked', () => {
    const worst = { territory: '38', region: 'Auvergne-Rhône-Alpes', accessible: false, children: 0 }
    const hard = { distance: 'far', accessible: true, children: 2, language: 'bin' } as const
    expect(scored({ ...overseas, languages: ['bin'], children: 2 }, hard)).toBeLessThan(scored(worst, hard))
    expect(unmet(overseas, { distance: 'far' })).toEqual(['sea'])
    expect(fits({ ...place, ...overseas }, needs).reasons[0]!.fr).toMatch(/^de l’autre côté de la mer/)
  })

  it('is told the other way round too, and not between islands of one ocean', () => {
    const there = { territory: '971', region: 'Guadeloupe' }
    expect(unmet({}, there)).toEqual(['sea'])
    expect(unmet({ territory: '972', region: 'Martinique' }, there)).toEqual([])
    expect(unmet({ territory: null, region: 'Corse' })).toEqual([])
  })

  it('in Mayotte, or for whoever leaves it, says that a permit given there is valid there only', () => {
    expect(unmet(mayotte)).toEqual(['sea', 'permit'])
    expect(unmet(mayotte, { nationality: 'eu' })).toEqual(['sea'])
    expect(
      unmet({ territory: '974', region: 'La Réunion' }, { territory: '976', region: 'Mayotte' })
    ).toEqual(['permit'])
  })
})

describe('what keeps a place from being offered', () => {
  const bars = (different: Partial<Place>, wanted: Partial<Needs> = {}) => {
    const { never, unlessSaid } = barsOffer({ ...place, ...different }, { ...needs, ...wanted })
    return [never.map(({ reason }) => reason.fr), unlessSaid.map(({ reason }) => reason.fr)]
  }

  it('is whom it receives and where she must not go, whatever is said', () => {
    expect(bars({ sexes: ['male'] })).toEqual([['n’accueille pas ce public'], []])
    expect(bars({ sexes: ['male'] }, { sex: 'unknown' })).toEqual([[], []])
    expect(bars({ sexes: ['female'] }, { sex: 'other' })).toEqual([[], []])
    expect(bars({}, { forbiddenZones: ['35'] })).toEqual([['dans un département à éviter'], []])
    expect(bars({ excludedZones: ['69'] })).toEqual([['dans un département à éviter'], []])
  })

  it('is a département to avoid that is all of its region, and not one of several', () => {
    expect(bars({ territory: null, region: 'Mayotte' }, { forbiddenZones: ['976'] })[0]).toHaveLength(1)
    expect(bars({ territory: null, region: 'Bretagne' }, { forbiddenZones: ['35'] })[0]).toHaveLength(0)
    expect(bars({ territory: null, region: null }, { forbiddenZones: ['35'] })[0]).toHaveLength(0)
  })

  it('is children, stairs and asylum status unless the desk says why, and nothing else', () => {
    expect(bars({ accessible: false }, { accessible: true, children: 2 })).toEqual([
      [],
      ['trop d’enfants pour cette place', 'n’est pas accessible']
    ])
    expect(bars({ centre: 'cph' }, { asylum: 'pending' })[1]).toEqual(['n’est pas pour ce statut d’asile'])
    expect(bars({ territory: null, region: 'Guadeloupe', languages: [] }, { distance: 'far' })).toEqual([
      [],
      []
    ])
  })
})

describe('what free places amount to for one person', () => {
  it('without any, says nothing against anything', () => {
    expect(weigh([], needs)).toEqual({ free: 0, fit: 0, spoken: 0, against: [] })
  })

  it('counts those that fit, and each reason of the others, the most frequent first', () => {
    const places = [
      place,
      { ...place, languages: [] },
      { ...place, ...here },
      { ...place, ...here, sexes: ['male'] },
      { ...place, excludedZones: ['69'], languages: [] }
    ]
    expect(weigh(places, needs)).toEqual({
      free: 5,
      fit: 2,
      spoken: 1,
      against: [
        { id: 'distance', places: 2 },
        { id: 'sex', places: 1 },
        { id: 'zones', places: 1 }
      ]
    })
  })

  it('does not hold a language against a place that fits', () => {
    expect(weigh([{ ...place, languages: [] }], needs)).toMatchObject({ fit: 1, spoken: 0, against: [] })
  })
})

it('each desk finds places in its own capacity, and keeps its part while one is held', () => {
  expect(deskOf).toEqual({ acse: 'acse_place', dna: 'dna_place' })
  expect(deskCapacity).toEqual({ acse: 'acse', dna: 'ofii', minor: 'child_protection' })
})
