import { describe, expect, it } from 'vitest'
import { reasonFor } from '../../policies/reasons.ts'
import type { Capacity } from '../../workflows/capacities.ts'
import { openness } from '../../workflows/advance.ts'
import { aCase } from '../support/cases.ts'

const told = (residence: string, capacity: Capacity) => {
  const situation = aCase({ regions: { residence } })
  const verdict = openness(situation, 'permit.refuse')
  if (verdict.open) throw new Error('open here')
  return reasonFor('permit.refuse', verdict, situation, [capacity]).fr
}

describe('why an act is not open', () => {
  it('says nothing to the prefecture where the state it is told stands for asylum', () => {
    for (const state of ['asylum_pending', 'protected', 'refused'])
      expect([state, told(state, 'prefecture')]).toEqual([
        state,
        'Les conditions de cet acte ne sont pas réunies à ce jour.'
      ])
  })

  it('says where the stay stands to who may know of asylum, and to the prefecture where there is none', () => {
    expect(told('asylum_pending', 'referent')).toMatch(/^Ici : /)
    expect(told('irregular', 'prefecture')).toMatch(/^Ici : /)
  })
})
