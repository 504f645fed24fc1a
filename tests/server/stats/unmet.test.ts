import { describe, expect, it } from 'vitest'
import { release, type YearCounts } from '../../../server/stats/release.ts'
import { viewUnmet } from '../../../server/stats/views.ts'

const at = new Date('2026-11-24T11:00:00Z')
const standing = (persons: number, housing: string, refusal: string | null = null) => ({
  year: 2026,
  identification: 'presumed',
  housing,
  minor: 'not_applicable',
  refusal,
  persons,
  reflections: 0,
  moved: 0
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
    durations: undefined
  }
  return release(counts, at, undefined)!.flow
}
const seen = (flow: ReturnType<typeof released>) =>
  viewUnmet({ asOf: at, chosen: flow, years: [2026], locale: 'fr' }).items.map(({ id, value }) => [id, value])

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

  it('of a year published before they were counted are not there', () => {
    const { unmet: _unmet, ...old } = released(standing(35, 'waiting_list'))
    expect(seen(old as never).slice(0, 3)).toEqual([
      ['no_place', null],
      ['not_eligible', null],
      ['structure', null]
    ])
  })
})
