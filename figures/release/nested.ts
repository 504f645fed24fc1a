import type { Release } from '../gate/knowledge.ts'
import { nameCells, withoutCells } from '../gate/names.ts'
import type { CountedTable, ReleasedTable } from '../table/counted.ts'
import { wholeGroupsIn } from './groups.ts'

/** Tables as they go to the gate, with what was masked on the way. */
export type Masked = Pick<Release, 'tables' | 'maskedToPass' | 'over'>

/**
 * Counts that whoever reads from `threshold` is not shown and that noise lifted to it: who reads both would know that the truth lies below it,
 * and nearly which. They are masked for the others too.
 */
const straddling = (
  open: readonly ReleasedTable[],
  closed: readonly ReleasedTable[],
  threshold: number
): ReadonlySet<string> =>
  new Set(
    closed.flatMap((table, at) =>
      nameCells(table).filter((_, cell) => {
        const shown = table.shown[cell] ?? null
        return open[at]!.shown[cell] === null && shown !== null && shown >= threshold
      })
    )
  )

/**
 * What those read who read most. `over`: what others read from a higher threshold. Parts that are all of their total are masked of few persons,
 * and named of many (`whole`); what noise lifted over the higher threshold is masked as well (`lifted`).
 */
export const most = (
  counted: readonly CountedTable[],
  tables: readonly ReleasedTable[],
  over?: { tables: readonly ReleasedTable[]; threshold: number }
): { masked: Masked; few: ReadonlySet<string>; whole: ReadonlySet<string>; lifted: ReadonlySet<string> } => {
  const { few, many: whole } = wholeGroupsIn(counted, tables)
  const lifted = over ? straddling(over.tables, tables, over.threshold) : new Set<string>()
  const maskedToPass = new Set([...few, ...lifted])
  const masked = { tables: withoutCells(tables, maskedToPass), maskedToPass }
  return { masked: over ? { ...masked, over: over.threshold } : masked, few, whole, lifted }
}

/**
 * What others read of it: nothing that those who read most are not shown, so that what must be hidden from these is told nowhere else. They read
 * both, and learn nothing by it: that one of two masks was put for others says no more than a mask that was put to pass.
 */
export const less = (tables: readonly ReleasedTable[], { maskedToPass }: Release): Masked => {
  const shown = new Set(
    tables.flatMap((table) =>
      nameCells(table).flatMap((name, cell) =>
        table.shown[cell] === null ? [] : [name, `${table.id}: ${name}`]
      )
    )
  )
  const hidden = new Set([...(maskedToPass ?? [])].filter((name) => shown.has(name)))
  return { tables: withoutCells(tables, hidden), maskedToPass: hidden }
}
