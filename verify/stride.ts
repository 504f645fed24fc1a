import { commandRow, regionIds, regionTables, type CommandType } from '../workflows/commands.ts'
import type { Region } from '../workflows/command.ts'
import { guards, type Situation } from '../workflows/guards.ts'

export const by = { personId: 'p-1', orgId: 'org-1', orgType: 'association' }

const settle = (situation: Situation): Situation => {
  for (const id of regionIds) {
    const rows = (regionTables[id] as Region).settles[situation.regions[id]] ?? []
    const next = rows.find(({ when }) =>
      typeof when === 'string' ? guards[when].holds(situation) : when(situation.facts)
    )
    if (next) return settle({ ...situation, regions: { ...situation.regions, [id]: next.to } })
  }
  return situation
}

/**
 * One open act read from the tables alone, a hundred times faster than the machine built from them. Exploring walks
 * millions of these, and gives a sample of them to the machine as well: the two must agree.
 */
export const stride = (before: Situation, type: CommandType, input: Record<string, unknown>): Situation => {
  const { region, to, learns } = commandRow(type)
  const learnt = learns?.(before.facts, input as never, by, before.regions)
  const facts = learnt ? { ...before.facts, ...learnt } : before.facts
  const regions = region && to !== 'same' ? { ...before.regions, [region]: to } : before.regions
  return settle({ facts, regions })
}
