import { describe, expect, it } from 'vitest'
import { maySee, sight } from '../../policies/data-classes.ts'
import { grants } from '../../policies/grants.ts'
import { reasonFor } from '../../policies/reasons.ts'
import type { Capacity } from '../../workflows/capacities.ts'
import { openness } from '../../workflows/advance.ts'
import { commandRow, type CommandType } from '../../workflows/commands.ts'
import { discreet } from '../../workflows/regions/residence.discreet.ts'
import { residenceStates, type Regions } from '../../workflows/regions/states.ts'
import { aCase, readyFacts } from '../support/cases.ts'

const told = (residence: string, capacity: Capacity) => {
  const situation = aCase({ regions: { residence } })
  const verdict = openness(situation, 'permit.refuse')
  if (verdict.open) throw new Error('open here')
  return reasonFor('permit.refuse', verdict, situation, [capacity]).fr
}

/** Acts of whoever may not know of asylum, but follows where the region stands. */
const actsOutsideAsylum = (region: 'residence' | 'housing') => {
  const open = (capacity: Capacity) => maySee(region === 'residence' ? 'E' : 'K', capacity, readyFacts)
  const blind = (capacity: Capacity) => !sight[capacity].classes.includes('I' as never) && open(capacity)
  const all = Object.values(grants).flat() as { as: Capacity; may: readonly CommandType[] }[]
  return [...new Set(all.flatMap(({ as, may }) => (blind(as) ? may : [])))].filter((type) => {
    const row = commandRow(type)
    return row.region === region && row.from !== 'any' && row.sees !== 'I'
  })
}

const opensFrom = (type: CommandType, state: string) =>
  (commandRow(type).from as readonly string[]).includes(state)

describe('what the prefecture and the cell may do', () => {
  it('is possible in every state in which the state that they are told says so', () => {
    const before = (commandRow('asylum.lodged').from as readonly Regions['residence'][]).filter(
      (state) => state !== 'refused'
    )
    const acts = actsOutsideAsylum('residence')
    expect([acts.length > 1, before.length > 2]).toEqual([true, true])
    for (const residence of before)
      for (const hidden of ['asylum_pending', 'refused'])
        for (const type of acts.filter((type) => opensFrom(type, residence)))
          expect([type, residence, hidden, opensFrom(type, hidden)]).toEqual([type, residence, hidden, true])
  })

  it.each([['residence', residenceStates, ['protected']]] as const)(
    '%s: is the same where a state is told by another word',
    (region, states, disguised) => {
      const told = (state: string) => discreet(region, aCase({ regions: { [region]: state } }))
      const kept = ['asylum_pending', 'refused']
      expect(Object.keys(states).filter((state) => !kept.includes(state) && told(state) !== state)).toEqual(
        disguised
      )
      const acts = actsOutsideAsylum(region)
      expect(acts.length).toBeGreaterThan(1)
      for (const state of disguised)
        for (const type of acts)
          expect([type, state, opensFrom(type, state)]).toEqual([type, state, opensFrom(type, told(state))])
    }
  )
})

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
