import { expect, it } from 'vitest'
import { rank, speaksAs } from '../../policies/capacity-precedence.ts'
import { capacities } from '../../workflows/vocabulary/capacities.ts'

it('a capacity of another role is not spoken in', () => {
  expect(speaksAs('asso', ['cell_member', 'prefecture'])).toEqual([])
  expect(speaksAs('police', ['referent', 'police'])).toEqual(['police'])
})

it('of several capacities of its own, a role speaks in the strongest first', () => {
  expect(speaksAs('ofii', ['flagger', 'ofii'])).toEqual(['ofii', 'flagger'])
})

it('every capacity has its place, once', () => {
  expect(rank.toSorted()).toEqual(Object.keys(capacities).toSorted())
})
