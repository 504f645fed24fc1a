import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../workflows/case/commands.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { aCase, aMinorCase } from '../../support/cases.ts'
import { taught } from '../../support/learning.ts'

describe('what is decided against the stay, held or supported', () => {
  it.each([
    ['transfer.notified', { transferStands: true }],
    ['transfer.ended', { transferStands: false }],
    ['removal.notified', { leaveStands: true }],
    ['removal.ended', { leaveStands: false }],
    ['held.ended', { heldIn: null }],
    ['young_adult.contract', { youngAdult: 'running' }],
    ['young_adult.refused', { youngAdult: 'none' }],
    ['young_adult.ended', { youngAdult: 'none' }]
  ] as const satisfies [CommandType, Partial<Facts>][])('%s', (type, learnt) => {
    expect(taught(type, aCase())).toEqual(learnt)
  })

  it('held.record says where, and no more than that', () => {
    for (const where of ['waiting_zone', 'detention'])
      expect(taught('held.record', aMinorCase(), { where })).toEqual({ heldIn: where })
  })

  it('young_adult.ask takes no contract away', () => {
    expect(taught('young_adult.ask', aCase())).toEqual({ youngAdult: 'asked' })
    expect(taught('young_adult.ask', aCase({ facts: { youngAdult: 'running' } }))).toEqual({})
  })
})
