import { describe, expect, it } from 'vitest'
import { guards } from '../../../workflows/guards/guards.ts'
import { aCase } from '../../support/cases.ts'
import { changes, type Different } from './guards.changes.ts'

describe('a guard holds, until one thing changes', () => {
  it.each(changes)('%s %j', (guard, { regions = {}, facts = {} }, closing) => {
    const at = (different: Different = {}) =>
      guards[guard].holds(
        aCase({ regions: { ...regions, ...different.regions }, facts: { ...facts, ...different.facts } })
      )
    expect(at()).toBe(true)
    expect(closing.filter(at)).toEqual([])
  })
})
