import { columns, type ColumnId } from '../person/person.ts'
import type { DaysColumn } from '../person/column.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

type Columns = typeof columns
/** Columns that count days. */
export type DaysId = { [C in ColumnId]: Columns[C] extends DaysColumn ? C : never }[ColumnId]

/** The durations of a release: medians in whole days, by département and in all. One département has one line, never a crossing. */
export const measures = [
  'opinion_days',
  'match_days',
  'bed_days',
  'formal_days',
  'receipt_days',
  'closed_days'
] as const satisfies readonly DaysId[]

/** What stands for the whole country. */
export const everywhere = 'tot'

export const measureLabel = (id: string): Bilingual | null =>
  (measures as readonly string[]).includes(id) ? columns[id as DaysId].label : null
