import { getTableColumns, sql } from 'drizzle-orm'
import { startOf, type CountedBoth, type Measure } from '../../workflows/deadlines/both.ts'
import { frozen } from '../../workflows/deadlines/suspension.ts'
import type { DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import type { Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { firstSaid } from './firing-time.ts'

type Kept = Pick<
  DeadlineEntry,
  'code' | 'startsOn' | 'startedAt' | 'countedAt' | 'n' | 'unit' | 'sinceMajority' | 'stood' | 'inLaw'
>

/** What a clock counts, as its row keeps it. */
export const measureOf = (row: Kept): Measure => ({
  code: row.code as DeadlineCode,
  from: row.startedAt ?? row.startsOn,
  n: row.n,
  unit: row.unit,
  countedAt: row.countedAt,
  sinceMajority: row.sinceMajority,
  stood: row.stood,
  inLaw: row.inLaw
})

/** The columns of a clock that runs: what it counts, its days in both places, and when it speaks. */
export const columnsOf = (
  { code, from, countedAt, sinceMajority, stood, inLaw = null }: Measure,
  both: CountedBoth
) => ({
  startedAt: startOf(from),
  countedAt: new Date(countedAt),
  n: both.n,
  unit: both.unit,
  sinceMajority,
  stood,
  inLaw,
  startsOn: both.startsOn,
  dueOn: both.dueOn,
  dueAt: new Date(both.dueAt),
  computation: both.computation,
  metStartsOn: both.metStartsOn,
  metDueOn: both.metDueOn,
  metDueAt: new Date(both.metDueAt),
  metComputation: both.metComputation,
  steps: both.steps,
  nextAt: firstSaid(both.steps, { code, dueOn: both.dueOn, unit: both.unit })
})

type Starts = Pick<DeadlineEntry, 'startsOn' | 'metStartsOn'>

/** What is shown of a clock that does not count yet: no date but its own start. */
export const frozenDays = ({ startsOn, metStartsOn }: Starts) => ({
  nextAt: null,
  computation: frozen(startsOn),
  metComputation: frozen(metStartsOn)
})

/** All columns of all clocks at once. */
const asProposed = Object.fromEntries(
  Object.entries(getTableColumns(deadlines)).map(([key, { name }]) => [key, sql.raw(`excluded."${name}"`)])
)

/** Writes clocks that are there already, whole and in one statement. */
export const rewriteClocks = async (tx: Tx, clocks: readonly DeadlineEntry[]): Promise<void> => {
  if (clocks.length === 0) return
  await tx
    .insert(deadlines)
    .values([...clocks])
    .onConflictDoUpdate({ target: deadlines.id, set: asProposed })
}
