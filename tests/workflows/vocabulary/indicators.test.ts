import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dimensionIds,
  indicatorCodes,
  indicatorListVersion,
  indicators,
  profile,
  type Indicator
} from '../../../workflows/vocabulary/indicators.ts'

describe('what the indicators refuse', () => {
  it('a code that is not in the list', () => {
    expect(() => profile(['d_violence', 'hunch'], 'adult_labour')).toThrow('Unknown indicator hunch')
    expect(() => profile(['constructor'], 'adult_labour')).toThrow(RangeError)
  })

  it('to decide: the profile has no verdict, whatever was seen', () => {
    const keys = Object.keys(profile(indicatorCodes, 'adult_labour')).sort()
    expect(keys).toEqual(['dimensions', 'exploitation', 'listVersion', 'means', 'profile', 'unweighted'])
  })

  it('to weigh forms whose lists were not read', () => {
    const open = Object.values<Indicator>(indicators).filter(({ form }) => form !== null)
    expect(
      open.every(({ adult_labour, child_labour }) => adult_labour === null && child_labour === null)
    ).toBe(true)
    expect(profile(['s_images', 'b_watched', 'c_false_age'], 'child_labour')).toMatchObject({
      means: false,
      exploitation: false,
      unweighted: ['s_images', 'b_watched', 'c_false_age']
    })
  })
})

describe('a dimension is positive', () => {
  it.each([
    ['adult_labour', ['job_nature_lie'], 'D1', false],
    ['adult_labour', ['job_nature_lie', 'wages_lie'], 'D1', true],
    ['adult_labour', ['job_nature_lie', 'education_lie'], 'D1', true],
    ['adult_labour', ['wages_lie', 'contract_lie'], 'D1', false],
    ['adult_labour', ['wages_lie', 'contract_lie', 'education_lie'], 'D1', true],
    ['adult_labour', ['wages_lie', 'contract_lie', 'housing_lie'], 'D1', true],
    ['adult_labour', ['d_papers_taken', 'd_debt_bondage'], 'D5', true],
    ['adult_labour', ['r_papers_taken', 'r_debt_bondage'], 'D2', false],
    ['child_labour', ['r_papers_taken', 'r_debt_bondage'], 'D2', true],
    ['child_labour', ['education_lie', 'wages_lie'], 'D1', true],
    ['adult_labour', ['w_past', 'w_personal'], 'D6', false]
  ] as const)('%s: %j makes %s %s', (kind, observed, dimension, expected) => {
    expect(profile(observed, kind).dimensions[dimension].positive).toBe(expected)
  })

  it('never less so when more is seen, nor more so when the same thing is said twice', () => {
    const some = fc.subarray(indicatorCodes)
    fc.assert(
      fc.property(some, some, fc.constantFrom(...dimensionIds), (seen, more, dimension) => {
        const isPositive = (observed: readonly string[]) =>
          profile(observed, 'adult_labour').dimensions[dimension].positive
        const before = isPositive(seen)
        if (before) expect(isPositive([...seen, ...more])).toBe(true)
        expect(isPositive([...seen, ...seen])).toBe(before)
      })
    )
  })
})

const read = (...observed: string[]) => profile(observed, 'adult_labour')

describe('a profile', () => {
  it('counts in each dimension its own signs alone', () => {
    const { dimensions } = read('job_nature_lie', 'd_violence', 'd_papers_taken', 'x_low_pay')
    expect(dimensions.D1).toEqual({ strong: 1, medium: 0, weak: 0, positive: false })
    expect(dimensions.D4).toEqual({ strong: 0, medium: 1, weak: 0, positive: false })
    expect(dimensions.D5).toEqual({ strong: 2, medium: 0, weak: 0, positive: true })
    expect(dimensions.D6).toEqual({ strong: 0, medium: 0, weak: 0, positive: false })
  })

  it('adds up no half proofs of two dimensions', () => {
    expect(read('job_nature_lie', 'r_violence')).toMatchObject({ means: false, exploitation: false })
  })

  it('sees no means in what they are made to do', () => {
    expect(read('x_excess_hours', 'x_low_pay')).toMatchObject({ means: false, exploitation: true })
  })

  it.each([
    ['the lies', ['job_nature_lie', 'wages_lie']],
    ['the force', ['r_violence', 'r_papers_taken']],
    ['what keeps them', ['d_violence', 'd_isolation']]
  ])('sees means in %s, and no exploitation yet', (_dimension, observed) => {
    expect(read(...observed)).toMatchObject({ means: true, exploitation: false })
  })

  it('sets aside what it does not weigh and nothing else', () => {
    expect(read('d_violence', 's_images', 'v_false_law').unweighted).toEqual(['s_images'])
    expect(profile(['d_violence', 'v_false_law'], 'child_labour').unweighted).toEqual(['v_false_law'])
  })
})

describe('the list', () => {
  it('counts ten, ten, sixteen, nine, fifteen and seven weighed for adults at work', () => {
    const weighed = (id: string) =>
      Object.values<Indicator>(indicators).filter(
        ({ dimension, adult_labour }) => dimension === id && adult_labour !== null
      )
    expect(dimensionIds.map((id) => weighed(id).length)).toEqual([10, 10, 16, 9, 15, 7])
  })

  it('has 65 weighed for children at work, none weak', () => {
    const child = Object.values<Indicator>(indicators).flatMap(({ child_labour }) =>
      child_labour === null ? [] : [child_labour]
    )
    expect(child).toHaveLength(65)
    expect(child).not.toContain('weak')
  })

  it('speaks in short and distinct sentences', () => {
    const french = indicatorCodes.map((code) => indicators[code].label.fr)
    expect(new Set(french).size).toBe(french.length)
    expect(french.filter((words) => words.length > 60)).toEqual([])
  })

  it('carries its version', () => {
    expect(profile([], 'adult_labour').listVersion).toBe(indicatorListVersion)
  })
})
