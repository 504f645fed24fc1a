import { describe, expect, it } from 'vitest'
import { territories } from '../../../workflows/calendar/territories.ts'
import { fits, type Needs, type Place } from '../../../workflows/places/fit.ts'
import { aPlace, someNeeds } from '../../support/places.ts'
import { areNeighbours } from '../../../workflows/places/neighbours.ts'
import { offersOf, placeOffers } from '../../../workflows/places/places.ts'
import { aheadBy, byPriority, priority, type Waiting } from '../../../workflows/places/priority.ts'

const [place, needs] = [aPlace, someNeeds]
const unmet = (different: Partial<Place>, wanted: Partial<Needs> = {}) =>
  fits({ ...place, ...different }, { ...needs, ...wanted }).unmet

describe('a place', () => {
  it('that is accessible suits who needs it so, and one that is not suits who does not', () => {
    expect(unmet({ accessible: true }, { accessible: true })).toEqual([])
    expect(unmet({ accessible: false }, { accessible: false })).toEqual([])
    expect(unmet({ accessible: true }, { accessible: false })).toEqual([])
  })

  it('is in a département to avoid only by her list or by its own, each read on its own side', () => {
    expect(unmet({ territory: '35' }, { forbiddenZones: ['13'] })).toEqual([])
    expect(unmet({ excludedZones: ['35'] }, { forbiddenZones: ['69'] })).toEqual([])
    expect(unmet({ territory: null, region: null }, { forbiddenZones: ['35'] })).toEqual([])
  })

  it('whose département nobody knows is not held to be hers', () => {
    expect(unmet({ territory: null }, { distance: 'department' })).toEqual([])
  })
})

describe('regions that touch', () => {
  const regions = [...new Set(territories.map(({ region }) => region.name))]
  const around = (region: string) => regions.filter((other) => areNeighbours(region, other))

  it('are told from any side', () => {
    expect(around('Bretagne').sort()).toEqual(['Normandie', 'Pays de la Loire'])
    expect(around('Provence-Alpes-Côte d’Azur').sort()).toEqual(['Auvergne-Rhône-Alpes', 'Occitanie'])
    for (const one of regions)
      for (const other of regions) expect(areNeighbours(one, other)).toBe(areNeighbours(other, one))
  })

  it('never hold a region to touch itself, nor one overseas or in Corsica to touch another', () => {
    for (const one of regions) expect(areNeighbours(one, one)).toBe(false)
    expect(around('La Réunion')).toEqual([])
    expect(around('Corse')).toEqual([])
  })
})

const waiting: Waiting = {
  danger: 'possible',
  children: 0,
  days: 0,
  refusals: 0,
  shelteredUntil: null,
  today: '2026-11-24'
}
const scored = (different: Partial<Waiting>) => priority({ ...waiting, ...different })

describe('the waiting list', () => {
  it('counts each child up to two, each refusal up to four, each day up to thirty', () => {
    expect([0, 1, 2, 3].map((children) => scored({ children }).score)).toEqual([0, 10, 20, 20])
    expect([0, 1, 4, 5].map((refusals) => scored({ refusals }).score)).toEqual([0, 5, 20, 20])
    expect([-2, 0, 1, 30, 31].map((days) => scored({ days }).score)).toEqual([0, 0, 1, 30, 30])
  })

  it('counts a shelter that ends within three nights, or has ended', () => {
    const ends = (shelteredUntil: string) => scored({ shelteredUntil }).score
    expect(['2026-11-20', '2026-11-24', '2026-11-27', '2026-11-28'].map(ends)).toEqual([25, 25, 25, 0])
  })

  it('adds up what counts and tells the heaviest first', () => {
    const all = scored({ days: 12, children: 2, danger: 'immediate', refusals: 1 })
    expect(all.score).toBe(77)
    expect(all.why.map(({ id, points }) => [id, points])).toEqual([
      ['danger', 40],
      ['children', 20],
      ['days', 12],
      ['refusals', 5]
    ])
  })

  it('says what one has more of, and not what both have alike', () => {
    const [one, other] = [scored({ children: 2, days: 3 }), scored({ children: 1, days: 3, refusals: 1 })]
    expect(aheadBy(one, other)).toEqual(['children'])
    expect(aheadBy(other, one)).toEqual(['refusals'])
  })

  it('puts the more urgent first, then who asked first, then the code', () => {
    const row = (score: number, since: number, code: string) => ({
      priority: { rule: '', score, why: [] },
      since,
      code
    })
    const order = [row(9, 8, 'z'), row(5, 1, 'y'), row(5, 2, 'a'), row(5, 2, 'b'), row(1, 0, 'a')]
    expect(order.toReversed().sort(byPriority)).toEqual(order)
    expect(byPriority(row(5, 2, 'a'), row(5, 2, 'b'))).toBeLessThan(0)
    expect(byPriority(row(5, 2, 'b'), row(5, 2, 'a'))).toBeGreaterThan(0)
  })
})

it('each offer promises a place of one pool, and each pool is promised by one offer', () => {
  expect(placeOffers).toEqual(['acse_place', 'dna_place', 'minor_place'])
  expect(placeOffers.map((offer) => offersOf[offer])).toEqual(['acse', 'dna', 'minor'])
})
