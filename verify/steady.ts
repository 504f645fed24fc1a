import { commandRow, regionIds, regionTables, type CommandType } from '../workflows/commands.ts'
import type { Region } from '../workflows/command.ts'
import { guards, type GuardId, type Situation } from '../workflows/guards.ts'
import type { RegionId } from '../workflows/vocabulary.ts'
import { starts } from './starts.ts'
import { readBy } from './watched.ts'

const statesOf = (id: RegionId) => Object.keys((regionTables[id] as Region).states)
const at = (situation: Situation, id: RegionId, state: string): Situation => ({
  ...situation,
  regions: { ...situation.regions, [id]: state }
})

/** The only thing that a guard looks at, where that is one region. */
const onlyRegion = (guard: GuardId): RegionId | null => {
  const read = new Set<string>()
  for (const situation of starts())
    for (const id of regionIds)
      for (const state of statesOf(id))
        for (const name of readBy(guards[guard].holds, at(situation, id, state)).read) read.add(name)
  const [first] = read
  return read.size === 1 && first! in regionTables ? (first as RegionId) : null
}

const watchedOnly = new Map((Object.keys(guards) as GuardId[]).map((guard) => [guard, onlyRegion(guard)]))

/** Where settling alone can lead a region that no act moves. */
const settledFrom = (id: RegionId): Set<string> => {
  const { settles } = regionTables[id] as Region
  const reached = new Set(starts().map(({ regions }) => regions[id]))
  for (const state of reached) for (const { to } of settles[state] ?? []) reached.add(to)
  return reached
}

const wherever = new Map(regionIds.map((id) => [id, settledFrom(id)]))

/** A guard holds in all of these states, or in none. */
const evenly = (guard: GuardId, id: RegionId) => {
  const [some] = starts()
  return new Set([...wherever.get(id)!].map((state) => guards[guard].holds(at(some!, id, state)))).size === 1
}

/**
 * Guards that these acts can never change: they look at one region alone, no act given moves it, and they say the
 * same wherever settling alone can lead it. What they look at needs no walking.
 */
export const steadyGuards = (types: readonly CommandType[]): ReadonlySet<GuardId> => {
  const moved = new Set(
    types.filter((type) => commandRow(type).to !== 'same').map((type) => commandRow(type).region)
  )
  return new Set(
    [...watchedOnly].flatMap(([guard, id]) => (id && !moved.has(id) && evenly(guard, id) ? [guard] : []))
  )
}
