import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  constraints,
  fits,
  type ConstraintId,
  type Needs,
  type Place
} from '../../../workflows/places/fit.ts'
import { areNeighbours } from '../../../workflows/places/neighbours.ts'
import {
  aheadBy,
  byPriority,
  priority,
  priorityRule,
  type Waiting
} from '../../../workflows/places/priority.ts'
import { placeOffers } from '../../../workflows/places/places.ts'
import { askingFor, desks, endsSearch, refusalWords } from '../../../workflows/places/search.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import { unmetBy } from '../../../workflows/places/unmet.ts'
import { housingIn, housingPhase, housingStates } from '../../../workflows/vocabulary/states.housing.ts'

const place: Place = {
  sexes: ['female'],
  children: 2,
  languages: ['fr', 'bin'],
  accessible: false,
  centre: null,
  excludedZones: [],
  territory: null,
  region: 'Bretagne'
}
const needs: Needs = {
  sex: 'female',
  children: 1,
  language: 'bin',
  territory: '69',
  forbiddenZones: [],
  asylum: 'none',
  nationality: 'third_country',
  region: 'Auvergne-Rhône-Alpes',
  accessible: false,
  distance: 'region'
}
const unmet = (different: Partial<Place>, wanted: Partial<Needs> = {}) =>
  fits({ ...place, ...different }, { ...needs, ...wanted }).unmet

describe('a place for a person', () => {
  it.each<[ConstraintId, Partial<Place>, Partial<Needs>]>([
    ['sex', { sexes: ['male'] }, {}],
    ['children', { children: 0 }, {}],
    ['accessibility', {}, { accessible: true }],
    ['zones', { excludedZones: ['69'] }, {}],
    ['zones', { territory: '35' }, { forbiddenZones: ['35'] }],
    ['distance', { region: 'Auvergne-Rhône-Alpes' }, {}],
    ['distance', { territory: '69' }, { distance: 'department' }],
    ['distance', { region: 'Occitanie' }, { distance: 'far' }],
    ['language', { languages: ['fr'] }, {}]
  ])('says that %s is not met', (id, different, wanted) => {
    const fit = fits({ ...place, ...different }, { ...needs, ...wanted })
    expect(fit.unmet).toEqual([id])
    expect(fit.against).toEqual([constraints[id].reason])
    expect(fit.fits).toBe(id === 'language')
  })
  it('fits when nothing is against it, and the language speaks for it', () => {
    expect(fits(place, needs)).toMatchObject({ fits: true, against: [], score: 1 })
    expect(unmet({ territory: '38', region: 'Auvergne-Rhône-Alpes' }, { distance: 'department' })).toEqual([])
    expect(unmet({ sexes: ['male'] }, { sex: 'unknown' })).toEqual([])
    expect(unmet({ region: null }, { distance: 'far' })).toEqual([])
  })
  it('regions that touch do so both ways', () => {
    expect(areNeighbours('Occitanie', 'Nouvelle-Aquitaine')).toBe(true)
    expect(areNeighbours('Nouvelle-Aquitaine', 'Occitanie')).toBe(true)
    expect(areNeighbours('Bretagne', 'Occitanie')).toBe(false)
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
  it.each<[keyof typeof priorityRule.factors, Partial<Waiting>, number]>([
    ['danger', { danger: 'immediate' }, 40],
    ['sheltered', { shelteredUntil: '2026-11-27' }, 25],
    ['children', { children: 5 }, 20],
    ['refusals', { refusals: 9 }, 20],
    ['days', { days: 400 }, 30]
  ])('%s counts, within bounds, and is told', (id, different, points) => {
    expect(scored(different)).toEqual({
      rule: 'liste-2026-09',
      score: points,
      why: [{ id, label: priorityRule.factors[id].label, points }]
    })
  })
  it('each factor tells its weight in words', () => {
    const most = { danger: 40, sheltered: 25, children: 20, refusals: 20, days: 30 }
    for (const [id, points] of Object.entries(most))
      for (const words of Object.values(priorityRule.factors[id as keyof typeof most].rule))
        expect(words).toContain(String(points))
  })
  it('what does not count yet is not told', () => {
    expect(scored({ shelteredUntil: '2026-11-28', days: -1 }).why).toEqual([])
  })
  it('says by what one is before another', () => {
    const [urgent, long] = [scored({ danger: 'immediate' }), scored({ days: 30, children: 1 })]
    expect(aheadBy(urgent, long)).toEqual(['danger'])
    expect(aheadBy(long, urgent)).toEqual(['children', 'days'])
    expect(aheadBy(urgent, urgent)).toEqual([])
  })
  it('is one order for everyone, and waiting longer never puts anybody back', () => {
    const some = fc.record({
      score: fc.integer({ min: 0, max: 3 }),
      since: fc.integer({ min: 0, max: 3 }),
      code: fc.string()
    })
    fc.assert(
      fc.property(fc.uniqueArray(some, { selector: ({ code }) => code, maxLength: 8 }), (rows) => {
        const asked = rows.map(({ score, ...row }) => ({ ...row, priority: { rule: '', score, why: [] } }))
        expect(asked.toReversed().toSorted(byPriority)).toEqual(asked.toSorted(byPriority))
      }),
      { seed: 4, numRuns: 200 }
    )
    for (let days = 0; days < 60; days += 1)
      expect(scored({ days: days + 1 }).score).toBeGreaterThanOrEqual(scored({ days }).score)
  })
})

describe('one fact, written once', () => {
  it('each refusal counts as one unmet need', () => {
    const reasons = placeOffers.flatMap((kind) => Object.keys(kindRow(kind).refusals))
    expect(Object.keys(unmetBy).toSorted()).toEqual([...new Set(reasons)].toSorted())
    expect(Object.keys(refusalWords).toSorted()).toEqual(Object.keys(unmetBy).toSorted())
  })
  it('a search ends with a roof, with going, and with a child’s placement, and with nothing else', () => {
    expect(endsSearch).toEqual(
      expect.arrayContaining(['acse.admission', 'housing.left', 'minor.placement_arrival', 'place.secure'])
    )
    for (const type of [
      'danger.immediate',
      'acse.refused',
      'minor.placement_cancelled',
      'minor.placement_ended',
      'runaway.report'
    ])
      expect(endsSearch).not.toContain(type)
  })
  it('each state of housing is in one phase', () => {
    const all = housingIn('none', 'seeking', 'promised', 'housed', 'gone')
    expect(all).toEqual(Object.keys(housingStates))
    expect(housingIn('seeking')).toEqual(['placement_requested', 'waiting_list', 'refused_by_structure'])
    expect(housingIn('promised')).toEqual(['matched', 'pre_admission'])
    expect(housingPhase('security_alert')).toBe('housed')
    expect(housingPhase('unheard_of')).toBe('none')
  })
})

describe('who is asked for a place', () => {
  it('is a desk, by the one act that sends to it, and of no desk nobody', () => {
    expect(askingFor([])).toEqual([])
    expect(askingFor(['acse'])).toEqual(['acse.request'])
    expect(askingFor(['dna', 'cell'])).toEqual(expect.arrayContaining(['dna.request', 'territory.transfer']))
    expect(askingFor(desks).toSorted()).toEqual(['acse.request', 'dna.request'])
  })
})
