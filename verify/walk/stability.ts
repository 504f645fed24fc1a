import { commandRow, regionIds, regionTables, type CommandType } from '../../workflows/case/commands.ts'
import type { Region } from '../../workflows/act/command.ts'
import { guards, type GuardId, type Situation } from '../../workflows/guards/guards.ts'
import type { RegionId } from '../../workflows/vocabulary/vocabulary.ts'
import { inputsOf } from '../inputs.ts'
import { starts } from './starts.ts'
import { readBy } from './watched.ts'
import { writes } from './writes.ts'

const guardIds = Object.keys(guards) as GuardId[]
type Settling = NonNullable<Region['always'][string]>[number]
const isRegion = (name: string): name is RegionId => name in regionTables
const statesOf = (id: RegionId) => Object.keys((regionTables[id] as Region).states)
const at = (situation: Situation, id: RegionId, state: string): Situation => ({
  ...situation,
  regions: { ...situation.regions, [id]: state }
})

/** Regions, facts and single consents that a guard looks at, wherever a region stands. */
const lookedAt = (guard: GuardId): ReadonlySet<string> => {
  const read = new Set<string>()
  for (const situation of starts())
    for (const id of regionIds)
      for (const state of statesOf(id))
        for (const name of readBy(guards[guard].holds, at(situation, id, state)).read) read.add(name)
  return read
}

const looks = new Map(guardIds.map((guard) => [guard, lookedAt(guard)]))

type Changed = ReadonlySet<string>
const touched = (read: Iterable<string>, changed: Changed) =>
  [...read].some((name) => changed.has(name.split(':')[0]!))

/** Whether a region may ever settle so: what it waits for holds somewhere, or can be made to. */
const maySettle = (when: Settling['when'], changed: Changed) => {
  const asked = (situation: Situation) =>
    typeof when === 'string' ? guards[when].holds(situation) : when(situation.facts)
  return starts().some((situation) => {
    const { read, answer } = readBy(asked, situation)
    return answer || touched(read, changed) || [...read].some(isRegion)
  })
}

/** Where settling alone can lead a region that no act moves. */
const settledFrom = (id: RegionId, changed: Changed): Set<string> => {
  const { always } = regionTables[id] as Region
  const reached = new Set<string>(starts().map(({ regions }) => regions[id]))
  for (const state of reached)
    for (const { to, when } of always[state] ?? []) if (maySettle(when, changed)) reached.add(to)
  return reached
}

/** A guard says the same from every start, wherever settling leads the regions that it looks at. */
const saysOneThing = (guard: GuardId, changed: Changed) => {
  const ids = [...looks.get(guard)!].filter(isRegion)
  const places = ids.reduce<Situation[]>(
    (so, id) =>
      so.flatMap((situation) => [...settledFrom(id, changed)].map((state) => at(situation, id, state))),
    starts()
  )
  return new Set(places.map((situation) => guards[guard].holds(situation))).size === 1
}

/**
 * Guards that these acts can never change: nothing that they look at is moved or written by an act given, and they say the
 * same from every start, wherever settling alone can lead. What they look at needs no walking.
 */
export const steadyGuards = (types: readonly CommandType[]): ReadonlySet<GuardId> => {
  const changed = new Set(
    types.flatMap((type) => [
      ...(commandRow(type).to !== 'same' ? [String(commandRow(type).region)] : []),
      ...inputsOf(type).flatMap((input) => [...writes(type, input)])
    ])
  )
  return new Set(
    guardIds.filter((guard) => !touched(looks.get(guard)!, changed) && saysOneThing(guard, changed))
  )
}
