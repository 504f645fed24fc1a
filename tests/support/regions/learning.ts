import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import type { Situation } from '../../../workflows/guards/guards.ts'
import { anInput, someone } from '../cases.ts'

/** What an act teaches of a case that stands so, and nothing more: whether it is open there is not asked. */
export const taught = (
  type: CommandType,
  { facts, regions }: Situation,
  input: Record<string, unknown> = {},
  by: Partial<typeof someone> = {}
): Partial<Facts> => {
  const { apply } = commandRow(type)
  if (apply === null) throw new Error(`${type} teaches nothing`)
  return apply(facts, anInput(type, input) as never, { ...someone, ...by }, regions)
}
