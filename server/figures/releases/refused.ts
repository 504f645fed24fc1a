import { tableIds } from '../../../figures/fixed/tables.ts'
import { wasRefused } from '../../../figures/release/rules.ts'
import type { Locale } from '../../locale.ts'
import type { ReleaseLine } from '../../views/figures/releases.ts'
import { cellWords, tableWords } from './labels.ts'
import type { ReleaseRow } from './store.ts'
import { audienceWords } from './words.ts'

// What a refused release tells those who prepare it, and how it is asked for again.

/** Which cells let themselves be narrowed down, by the table that shows where they are; never what stands in them. */
export const failedIn = ({ state, report }: ReleaseRow, locale: Locale): ReleaseLine['failed'] =>
  (state === 'refused' ? (report?.failed ?? []) : []).map(({ audience, table, cells }) => ({
    ...{ audience, audienceLabel: audienceWords(audience)[locale] },
    ...{ table: tableWords(table)[locale], cells: cells.map((cell) => cellWords(cell, locale)) }
  }))

const isAtWork = ({ state }: ReleaseRow) => state === 'asked' || state === 'ready'

/**
 * As it was, but for the tables that are left out: null of one that was not refused, that another one has followed, or while one is at work.
 * Those that hold what was narrowed down come first.
 */
export const againOf = (
  row: ReleaseRow,
  all: readonly ReleaseRow[],
  locale: Locale
): ReleaseLine['again'] => {
  const { quarter, kind, version, erratum } = row
  const after = all.filter((one) => one.number > row.number && wasRefused([one], row))
  const isOut = all.some(
    (one) =>
      one.state === 'published' && one.quarter === quarter && one.kind === kind && one.version >= version
  )
  if (row.state !== 'refused' || after.length > 0 || isOut || all.some(isAtWork)) return null
  const failed = new Set((row.report?.failed ?? []).map(({ table }) => table))
  const tables = tableIds.map((code) => ({
    ...{ code, label: tableWords(code)[locale], failed: failed.has(code) }
  }))
  return {
    quarter,
    kind,
    erratum,
    tables: [...tables.filter((one) => one.failed), ...tables.filter((one) => !one.failed)]
  }
}
