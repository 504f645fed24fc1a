import { describe, expect, it } from 'vitest'
import { doneTogether, rankOf } from '../../policies/duties.ts'
import { sightOf } from '../../policies/sight.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow, commandTypes } from '../../workflows/case/commands.ts'
import { aCase } from '../support/cases.ts'

describe('done in several cases at one go', () => {
  const together = commandTypes.filter(doneTogether)

  it('is no act that weighs, that consents, or that writes anything down', () => {
    expect(together).toEqual(['triage.start'])
    for (const type of ['grounds.positive', 'triage.reject', 'case.close_lost', 'merge.confirm'] as const)
      expect(doneTogether(type)).toBe(false)
    for (const type of together) {
      const { input, guards, consent, apply } = commandRow(type)
      expect({ fields: Object.keys(input.properties), guards, consent, apply }).toEqual({
        fields: [],
        guards: [],
        consent: null,
        apply: null
      })
    }
  })
})

describe('a place', () => {
  const rank = (housing: string, capacity: Capacity) => {
    const situation = aCase({ regions: { housing } })
    return rankOf('acse.request', situation, sightOf([capacity], situation.facts))
  }

  it('is asked for first where danger is, unless the reader knows that one is sought already', () => {
    for (const housing of ['unassessed', 'emergency_local', 'left']) expect(rank(housing, 'referent')).toBe(0)
    for (const housing of ['placement_requested', 'waiting_list', 'matched'])
      expect(rank(housing, 'referent')).toBe(1)
    // Whoever is not told where she sleeps reads the same order.
    const orders = ['unassessed', 'matched'].map((housing) => rank(housing, 'police'))
    expect(orders[0]).toBe(orders[1])
  })
})
