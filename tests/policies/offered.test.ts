import { describe, expect, it } from 'vitest'
import { doneTogether, rankOf } from '../../policies/duties.ts'
import { commandRow, commandTypes } from '../../workflows/case/commands.ts'
import { aCase } from '../support/cases.ts'

describe('done in several cases at one go', () => {
  const together = commandTypes.filter(doneTogether)

  it('is no act that weighs, that consents, or that writes anything down', () => {
    expect(together).toEqual(['triage.start'])
    for (const type of ['grounds.positive', 'triage.reject', 'case.close_lost', 'merge.confirm'] as const)
      expect(doneTogether(type)).toBe(false)
    for (const type of together) {
      const { input, guards, consent, learns } = commandRow(type)
      expect({ fields: Object.keys(input.properties), guards, consent, learns }).toEqual({
        fields: [],
        guards: [],
        consent: null,
        learns: null
      })
    }
  })
})

describe('a place', () => {
  const at = (housing: string) => aCase({ regions: { housing } })

  it('is asked for first where danger is, unless the reader knows that one is sought already', () => {
    for (const housing of ['unassessed', 'emergency_local', 'left'])
      expect(rankOf('acse.request', at(housing), ['referent'])).toBe(0)
    for (const housing of ['placement_requested', 'waiting_list', 'matched'])
      expect(rankOf('acse.request', at(housing), ['referent'])).toBe(1)
    // Whoever is not told where she sleeps reads the same order.
    const orders = ['unassessed', 'matched'].map((housing) => rankOf('acse.request', at(housing), ['police']))
    expect(orders[0]).toBe(orders[1])
  })
})
