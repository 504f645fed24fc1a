import { commandRow, regionIds, regionTables, type CommandType } from '../../workflows/case/commands.ts'
import type { Region } from '../../workflows/act/command.ts'
import { staysFrom, tells } from '../../workflows/case/machine.ts'
import { guards, type Situation } from '../../workflows/guards/guards.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { watched } from './watched.ts'

export const by = { personId: 'p-1', orgId: 'org-1', orgType: 'association' }

const settled = (situation: Situation, asked: Situation, ids: typeof regionIds) => {
  for (const id of ids) {
    const rows = (regionTables[id] as Region).always[situation.regions[id]] ?? []
    const next = rows.find(({ when }) =>
      typeof when === 'string' ? guards[when].holds(asked) : when(asked.facts)
    )
    if (next) return { ...situation, regions: { ...situation.regions, [id]: next.to } }
  }
  return null
}

const settle = (situation: Situation): Situation => {
  const next = settled(situation, situation, regionIds)
  return next ? settle(next) : situation
}

/** What an act teaches where a case stands. */
export const learnt = (
  { facts, regions }: Situation,
  type: CommandType,
  input: Record<string, unknown>
): Partial<Facts> => {
  const { apply, recalls } = commandRow(type)
  if (!tells({ type, input }, { facts, regions }))
    return recalls?.(facts, input as never, { older: false, by, from: regions }) ?? {}
  return apply?.(facts, input as never, by, regions) ?? {}
}

type Act = { type: CommandType; input: Record<string, unknown> }

const unsettled = ({ facts, regions }: Situation, act: Act, taught: Partial<Facts>): Situation => {
  const row = commandRow(act.type)
  const { region } = row
  const moves = region !== null && !staysFrom(row, regions[region]) && tells(act, { facts, regions })
  return {
    facts: { ...facts, ...taught },
    regions: moves ? { ...regions, [region]: row.to } : regions
  }
}

/**
 * One open act read from the tables alone, a hundred times faster than the machine built from them. Exploring walks
 * millions of these, and gives a sample of them to the machine as well: the two must agree.
 */
export const stride = (before: Situation, type: CommandType, input: Record<string, unknown>): Situation =>
  settle(unsettled(before, { type, input }, learnt(before, type, input)))

/** What the settling of these regions looks at after an act. */
export const settlingRead = (
  before: Situation,
  act: Act,
  taught: Partial<Facts>,
  regions: ReadonlySet<string>
): Set<string> => {
  const read = new Set<string>()
  const ids = regionIds.filter((id) => regions.has(id))
  let at: Situation | null = unsettled(before, act, taught)
  while (at) at = settled(at, watched(at, read), ids)
  return read
}
