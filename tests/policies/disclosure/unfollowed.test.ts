import { describe, expect, test } from 'vitest'
import { opennessFor } from '../../../policies/action-availability.ts'
import { regionClass } from '../../../policies/disclosure.ts'
import { sightOf } from '../../../policies/sight.ts'
import { commandRow, commandTypes, regionIds, regionTables } from '../../../workflows/case/commands.ts'
import type { Situation } from '../../../workflows/guards/guards.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import type { RegionId } from '../../../workflows/vocabulary/vocabulary.ts'
import { unprotected } from '../../../workflows/vocabulary/states.ts'
import { aCase, aMinorCase } from '../../support/cases.ts'

// A region that a reader is told nothing of stands wherever it stands: what is offered to them hangs on none of its states. Of a
// child's protection, which most read as one word, on none of those that the word stands for.

const statesOf = (region: RegionId): string[] =>
  Object.keys(regionTables[region].states).filter(
    (state) => region !== 'minor' || !(unprotected as readonly string[]).includes(state)
  )

const at = (situation: Situation, region: RegionId, state: string): Situation => ({
  regions: { ...situation.regions, [region]: state } as Situation['regions'],
  facts: { ...situation.facts, minorBefore: state === 'runaway' ? 'measure_ordered' : null }
})

const everybody = Object.keys(capacities) as Capacity[]
const unfollowing = (region: RegionId, { facts }: Situation) =>
  everybody.filter((capacity) => {
    const sight = sightOf([capacity], facts)
    return region === 'minor' ? !sight.whole(regionClass(region)) : !sight.sees(regionClass(region))
  })

const offered = (situation: Situation, region: RegionId, capacity: Capacity) => {
  const acts = commandTypes.filter((type) => commandRow(type).offered && commandRow(type).region === region)
  return statesOf(region).map((state) => {
    const there = at(situation, region, state)
    return acts.filter((type) => opennessFor(type, there, sightOf([capacity], there.facts)).open).join()
  })
}

describe.each(regionIds)('%s, to whoever is told nothing of it', (region) => {
  const situation = region === 'minor' ? aMinorCase() : aCase()

  test('opens and closes no button by where it stands', () => {
    const telling = unfollowing(region, situation).filter(
      (capacity) => new Set(offered(situation, region, capacity)).size > 1
    )
    expect(telling).toEqual([])
  })
})

test('and to whoever follows it, it does', () => {
  const followed = everybody.filter((capacity) => !unfollowing('residence', aCase()).includes(capacity))
  expect(followed.some((capacity) => new Set(offered(aCase(), 'residence', capacity)).size > 1)).toBe(true)
})
