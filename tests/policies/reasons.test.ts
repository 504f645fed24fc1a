import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sight } from '../../policies/data-classes.ts'
import { opennessFor, reasonFor, unusualFor } from '../../policies/action-availability.ts'
import { sightOf } from '../../policies/sight.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { isExpected, openness } from '../../workflows/case/advance.ts'
import { commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { aCase, situations, storedStates } from '../support/cases.ts'

const told = (residence: string, capacity: Capacity) => {
  const situation = aCase({ regions: { residence } })
  const verdict = openness(situation, 'permit.refuse')
  if (!verdict.open || !verdict.unusual) throw new Error('expected here')
  return reasonFor('permit.refuse', verdict.unusual, sightOf([capacity], situation.facts)).fr
}

const seesAsylum = (capacity: Capacity) => sight[capacity].classes.includes('I' as never)

describe('what the prefecture and the cell may do', () => {
  it('of the stay is the same wherever an asylum claim stands: opened, disabled or refused, and why', () => {
    const told = (type: CommandType, situation: Situation, capacity: Capacity) => {
      const seen = sightOf([capacity], situation.facts)
      const verdict = opennessFor(type, situation, seen)
      return verdict.open ? null : reasonFor(type, verdict, seen)
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

  it('is closed by no fact beside those that they may see: where she lives is refused at the gate alone', () => {
    const situation = aCase({ regions: { residence: 'cst_valid' }, facts: { met: '69', territory: '976' } })
    const unusual = (capacity: Capacity) =>
      unusualFor('allowance.open', situation, sightOf([capacity], situation.facts)) !== null
    expect(unusual('referent')).toBe(true)
    expect(unusual('lawyer')).toBe(false)
    expect(isExpected(situation, 'allowance.open')).toBe(false)
  })
})

describe('why an act is not open', () => {
  it('says where the stay stands, to the prefecture as to the referring association', () => {
    for (const capacity of ['prefecture', 'referent'] as const)
      expect(told('irregular', capacity)).toMatch(/^Ici : /)
  })
})
