import { describe, expect, it } from 'vitest'
import { release, type YearCounts } from '../../../server/figures/release.ts'
import { aRelease } from './world.ts'
import { viewUnmet, type Whose } from '../../../server/figures/views.ts'

const at = new Date('2026-11-24T11:00:00Z')
const standing = (persons: number, housing: string, refusal: string | null = null) => ({
  year: 2026,
  identification: 'presumed',
  housing,
  minor: 'not_applicable',
  refusal,
  seeking: false,
  persons,
  reflections: 0,
  moved: 0
})
const child = (persons: number, different: Partial<ReturnType<typeof standing>> = {}) => ({
  ...standing(persons, 'unassessed'),
  minor: 'opp_issued',
  ...different
})
const others = [
  standing(40, 'housed_acse'),
  standing(30, 'emergency_local'),
  standing(80, 'declined_by_person')
]
const released = (...standings: ReturnType<typeof standing>[]) => {
  const counts: YearCounts = {
    year: 2026,
    standings: [...others, ...standings],
    months: [],
    durations: undefined,
    failures: []
  }
  return release(counts, at, undefined)!.flow
}
const seen = (flow: ReturnType<typeof released>, of: Whose = 'adults') =>
  viewUnmet({ release: aRelease, now: at, chosen: flow, years: [2026], locale: 'fr' }, of).items.map(
    ({ id, value }) => [id, value]
  )

describe('needs for a place that were not met', () => {
  it('are counted by why, once for each person, and add up to those without a place', () => {
    const flow = released(
      standing(20, 'waiting_list'),
      standing(15, 'waiting_list', 'no_place'),
      standing(12, 'refused_by_structure', 'out_of_criteria'),
      standing(14, 'refused_by_structure', 'too_close'),
      standing(9, 'housed_acse', 'too_close')
    )
    expect(seen(flow)).toEqual([
      ['no_place', 35],
      ['not_eligible', 12],
      ['structure', 14],
      ['person', 80]
    ])
    expect(flow.cells.no_place).toBe(61)
  })

  it('are hidden when few, and so is another from which they could be worked out', () => {
    const flow = released(
      standing(35, 'waiting_list'),
      standing(3, 'refused_by_structure', 'out_of_criteria'),
      standing(14, 'refused_by_structure', 'too_close')
    )
    expect(flow.cells.no_place).toBe(52)
    expect(flow.unmet).toEqual({ no_place: 35, not_eligible: null, structure: null })
  })

  it('are hidden whole where those without a place are', () => {
    const flow = released(standing(4, 'waiting_list'), standing(3, 'refused_by_structure', 'out_of_criteria'))
    expect(flow.cells.no_place).toBeNull()
    expect(flow.unmet).toEqual({ no_place: null, not_eligible: null, structure: null })
  })
})

describe('places sought for children and not found', () => {
  const seeking = { seeking: true }
  it('are counted apart from those of adults, by why, a structure’s refusal included', () => {
    const flow = released(
      child(50),
      child(12, seeking),
      child(13, { ...seeking, refusal: 'overloaded' }),
      child(14, { ...seeking, refusal: 'not_concerned' }),
      child(15, { housing: 'declined_by_person' }),
      child(9, { refusal: 'overloaded' })
    )
    expect(flow.cells.minors).toBe(113)
    expect(seen(flow, 'children')).toEqual([
      ['no_place', 12],
      ['not_eligible', 14],
      ['structure', 13],
      ['person', 15]
    ])
    expect(flow.unmetOfChildren.met).toBe(59)
    expect(seen(flow).slice(0, 3)).toEqual([
      ['no_place', null],
      ['not_eligible', null],
      ['structure', null]
    ])
  })

  it('are hidden when few, with another from which they could be worked out, and whole with their cell', () => {
    const few = released(child(50), child(12, seeking), child(3, { ...seeking, refusal: 'overloaded' }))
    expect(few.unmetOfChildren).toEqual({
      no_place: null,
      not_eligible: null,
      structure: null,
      person: null,
      met: 50
    })
    const fewer = released(child(4), child(3, seeking))
    expect(fewer.cells.minors).toBeNull()
    expect(new Set(Object.values(fewer.unmetOfChildren))).toEqual(new Set([null]))
  })
})
