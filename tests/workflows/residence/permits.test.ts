import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import { keptAsLapsed } from '../../../workflows/regions/clock.ts'
import { held, permitClocks } from '../../../workflows/regions/states.ts'

describe('the clocks of the permits held', () => {
  it('outlive no act by which such a permit ends', () => {
    for (const act of ['permit.withdraw', 'permit.lapsed'] as const) {
      expect(commandRow(act).from).toEqual(held)
      expect(commandRow(act).closes).toEqual(expect.arrayContaining([...permitClocks]))
    }
  })

  it('call for renewal, and are kept as lapsed', () => {
    expect(commandRow('permit.renew_ask').answers).toEqual(permitClocks)
    expect(keptAsLapsed).toEqual(expect.arrayContaining([...permitClocks]))
  })
})
