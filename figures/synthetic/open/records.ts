import type { ReleasedTable } from '../../table/counted.ts'
import { coordinatesOf, sizesOf } from '../../table/table.ts'

/** What is drawn from which table, given what was drawn before: each step knows one released table and no other. */
const steps = [
  { table: 'form_age_sex', given: [], draws: ['forms', 'age', 'sex'] },
  { table: 'zone_sex_form', given: ['sex', 'forms'], draws: ['zone'] },
  { table: 'territory_form', given: ['forms'], draws: ['territory'] },
  { table: 'status_sex_form', given: ['sex', 'forms'], draws: ['status'] },
  { table: 'channel_status', given: ['status'], draws: ['channel'] },
  { table: 'quarter_form', given: ['forms'], draws: ['quarter'] },
  { table: 'judicial_form', given: ['forms'], draws: ['judicial'] }
] as const
type Step = (typeof steps)[number]

/** An invented person: one value of each variable. */
export type OpenRecord = Record<string, string>
export type Below = (end: number) => number

export type Cell = { at: OpenRecord; count: number; masked: boolean }

/**
 * The cells of a table that are no margin. A masked one takes an equal part of what its total leaves, less than the threshold: the
 * file knows of it what every reader knows.
 */
export const innerCells = (table: ReleasedTable, threshold: number): Cell[] => {
  const sizes = sizesOf(table)
  const inner = table.shown.flatMap((count, cell) => {
    const places = coordinatesOf(cell, sizes)
    if (places.some((index, axis) => index === sizes[axis]! - 1)) return []
    const at = places.map((index, axis) => {
      const { name, values } = table.dimensions[axis]!
      return [name, values[index]!] as const
    })
    return [{ at: Object.fromEntries(at) as OpenRecord, count }]
  })
  const shown = inner.reduce((sum, { count }) => sum + (count ?? 0), 0)
  const masked = inner.filter(({ count }) => count === null).length
  const left = Math.max(0, (table.shown.at(-1) ?? shown) - shown)
  const each = masked === 0 ? 0 : Math.min(left / masked, threshold - 1)
  return inner.map(({ at, count }) => ({ at, count: count ?? each, masked: count === null }))
}

const keyOf = (names: readonly string[], of: OpenRecord) => names.map((name) => of[name]).join('|')

/** So many of each as their parts say, the largest remainders first; nobody where there is nothing to go by. */
const apportioned = (parts: readonly number[], n: number): number[] => {
  const all = parts.reduce((sum, part) => sum + part, 0)
  const exact = parts.map((part) => (all === 0 ? n / parts.length : (n * part) / all))
  const whole = exact.map(Math.floor)
  const rest = n - whole.reduce((sum, one) => sum + one, 0)
  const byRemainder = exact
    .map((one, index) => ({ index, over: one - Math.floor(one) }))
    .toSorted((a, b) => b.over - a.over || a.index - b.index)
  for (const { index } of byRemainder.slice(0, rest)) whole[index]! += 1
  return whole
}

const shuffled = <T>(items: T[], below: Below): T[] => {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = below(last + 1)
    ;[items[last], items[other]] = [items[other]!, items[last]!]
  }
  return items
}

/** What a step gives to the persons of one group, who are alike in all that it asks. */
const drawFor = (group: OpenRecord[], cells: readonly Cell[], draws: readonly string[], below: Below) => {
  const quotas = apportioned(
    cells.map(({ count }) => count),
    group.length
  )
  const lots = shuffled(
    quotas.flatMap((n, index) => Array.from({ length: n }, () => cells[index]!.at)),
    below
  )
  group.forEach((one, index) => {
    for (const name of draws) one[name] = lots[index]![name]!
  })
}

const taken = (records: OpenRecord[], { given, draws }: Step, cells: readonly Cell[], below: Below) => {
  const byGroup = Map.groupBy(cells, ({ at }) => keyOf(given, at))
  for (const [key, group] of Map.groupBy(records, (one) => keyOf(given, one)))
    drawFor(group, byGroup.get(key) ?? cells, draws, below)
}

/**
 * Invented persons whose counts are near those that a release shows. Pure: a function of the released tables, of how many are asked
 * for and of a seed. Whoever has several forms is told under one of them.
 */
export const openRecords = (
  tables: readonly ReleasedTable[],
  { persons, threshold, below }: { persons: number; threshold: number; below: Below }
): OpenRecord[] => {
  const records: OpenRecord[] = Array.from({ length: persons }, () => ({}))
  for (const step of steps) {
    const table = tables.find(({ id }) => id === step.table)
    if (table) taken(records, step, innerCells(table, threshold), below)
  }
  return records
}
