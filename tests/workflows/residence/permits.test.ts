import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import { keptAsLapsed } from '../../../workflows/regions/clock.ts'
import { held, permitClocks } from '../../../workflows/vocabulary/states.ts'
import { answersOf, closesOf } from '../../../workflows/deadlines/running/stopping.ts'

describe('the clocks of the permits held', () => {
  it('outlive no act by which such a permit ends', () => {
    for (const act of ['permit.withdraw', 'permit.lapsed'] as const) {
      expect(commandRow(act).from).toEqual(held)
      expect(closesOf(act)).toEqual(expect.arrayContaining([...permitClocks]))
    }
  })

  it('call for renewal, and are kept as lapsed', () => {
    expect(answersOf('permit.renew_ask')).toEqual(permitClocks)
    expect(keptAsLapsed).toEqual(expect.arrayContaining([...permitClocks]))
  })
})
