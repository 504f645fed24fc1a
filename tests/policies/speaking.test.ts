import { expect, it } from 'vitest'
import { speaksAs } from '../../policies/grants.ts'
import { capacities } from '../../workflows/vocabulary/capacities.ts'

it('a capacity of another role is not spoken in', () => {
  expect(speaksAs('asso', ['cell_member', 'prefecture'])).toEqual([])
  expect(speaksAs('police', ['referent', 'police'])).toEqual(['police'])
})

it('of several capacities of its own, a role speaks in the strongest first', () => {
  expect(speaksAs('ofii', ['flagger', 'ofii'])).toEqual(['ofii', 'flagger'])
})

it('every capacity has its place, once', () => {
  const ranks = Object.values(capacities).map(({ rank }) => rank)
  expect(new Set(ranks).size).toBe(ranks.length)
})
