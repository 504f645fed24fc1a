import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maySee, sight } from '../../policies/data-classes.ts'
import { grants } from '../../policies/grants.ts'
import { opennessFor, reasonFor } from '../../policies/reasons.ts'
import type { Capacity } from '../../workflows/capacities.ts'
import { openness } from '../../workflows/advance.ts'
import { commandRow, commandTypes, type CommandType } from '../../workflows/commands.ts'
import { discreet } from '../../workflows/regions/residence.discreet.ts'
import { housingStates } from '../../workflows/regions/housing.states.ts'
import type { Situation } from '../../workflows/guards.ts'
import { aCase, readyFacts, situations, storedStates } from '../support/cases.ts'

const told = (residence: string, capacity: Capacity) => {
  const situation = aCase({ regions: { residence } })
  const verdict = openness(situation, 'permit.refuse')
  if (verdict.open) throw new Error('open here')
  return reasonFor('permit.refuse', verdict, situation, [capacity]).fr
}

const seesAsylum = (capacity: Capacity) => sight[capacity].classes.includes('I' as never)

/** Acts on her housing of whoever follows it, and may not know of asylum. */
const housingActs = (() => {
  const blind = (capacity: Capacity) => !seesAsylum(capacity) && maySee('K', capacity, readyFacts)
  const all = Object.values(grants).flat() as { as: Capacity; may: readonly CommandType[] }[]
  return [...new Set(all.flatMap(({ as, may }) => (blind(as) ? may : [])))].filter((type) => {
    const row = commandRow(type)
    return row.region === 'housing' && row.from !== 'any' && row.sees !== 'I'
  })
})()

const opensFrom = (type: CommandType, state: string) =>
  (commandRow(type).from as readonly string[]).includes(state)

describe('what the prefecture and the cell may do', () => {
  it('of a place of the asylum scheme is the same as of the roof that it is told to be', () => {
    const stands = (state: string) => discreet('housing', aCase({ regions: { housing: state } }))
    expect(Object.keys(housingStates).filter((state) => stands(state) !== state)).toEqual(['housed_dna'])
    expect(housingActs.length).toBeGreaterThan(1)
    for (const type of housingActs)
      expect([type, opensFrom(type, 'housed_dna')]).toEqual([type, opensFrom(type, stands('housed_dna'))])
  })

  it('of the stay is the same wherever an asylum claim stands: opened, disabled or refused, and why', () => {
    const told = (type: CommandType, situation: Situation, capacity: Capacity) => {
      const verdict = opennessFor(type, situation, [capacity])
      return verdict.open ? null : reasonFor(type, verdict, situation, [capacity])
    }
    const claims = storedStates('asylum')
    const blind = (Object.keys(sight) as Capacity[]).filter((one) => !seesAsylum(one))
    let refused = 0
    fc.assert(
      fc.property(
        situations,
        fc.constantFrom(...commandTypes),
        fc.constantFrom(...blind),
        (drawn, type, one) => {
          const standing = claims.map((asylum) =>
            told(type, { ...drawn, regions: { ...drawn.regions, asylum: asylum as never } }, one)
          )
          if (standing[0] !== null) refused += 1
          for (const other of standing) expect(other).toEqual(standing[0])
        }
      ),
      { numRuns: 3000, seed: 33 }
    )
    expect(refused).toBeGreaterThan(100)
  })
})

describe('why an act is not open', () => {
  it('says where the stay stands, to the prefecture as to the referring association', () => {
    for (const capacity of ['prefecture', 'referent'] as const)
      expect(told('irregular', capacity)).toMatch(/^Ici : /)
  })
})
