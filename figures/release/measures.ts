import { type TableId } from '../fixed/tables.ts'
import { bandWords } from '../person/spans.ts'
import type { DimensionId } from '../person/person.ts'
import type { ReleasedTable } from '../table/counted.ts'
import { sliceAt } from './slice.ts'

/** A duration, by the table whose spans tell it. */
type Measure = { id: string; table: TableId; span: DimensionId }

export const measures = [
  { id: 'opinion', table: 'decisions', span: 'opinion_span' },
  { id: 'match', table: 'territory_wait', span: 'match_span' },
  { id: 'bed', table: 'bed', span: 'bed_span' },
  { id: 'formal', table: 'formal', span: 'formal_span' },
  { id: 'receipt', table: 'receipt', span: 'receipt_span' },
  { id: 'closed', table: 'closing', span: 'closed_span' }
] as const satisfies readonly Measure[]
export type MeasureId = (typeof measures)[number]['id']

/** What stands for the whole country. */
export const everywhere = 'tot'

/** Below it no duration is told, neither of the shown persons nor of the true ones: the middle of few is what one of them lived. */
export const fewestForDays = 30

const bands = Object.keys(bandWords)
const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)

/**
 * The band in which the middle of those lies for whom something ended, read from what is shown and from nothing else: null where it is
 * masked, where what is masked could move it, or where those shown may be too few in truth, each count with all the noise that it can
 * bear. The truth itself is not asked: that thirty were shown and no duration told would say that fewer there are, and how few.
 */
export const middleBand = ({ dimensions, shown }: ReleasedTable, deviation: number): string | null => {
  const total = shown.at(-1)!
  const of = bands.map((band) => shown[dimensions[0]!.values.indexOf(band)] ?? null)
  const low = of.map((count) => count ?? 0)
  const noise = deviation * of.filter((count) => count !== null).length
  if (total === null || sum(low) - noise < fewestForDays) return null
  const masked = Math.max(0, total - sum(shown.slice(0, -1).map((count) => count ?? 0)))
  const high = of.map((count) => count ?? masked)
  const at = bands.findIndex(
    (_, band) =>
      of[band] !== null &&
      sum(high.slice(0, band)) <= sum(low.slice(band)) &&
      sum(high.slice(band + 1)) <= sum(low.slice(0, band + 1))
  )
  return at < 0 ? null : bands[at]!
}

export type Told = { id: MeasureId; value: string; band: string | null }

/** The durations of a release whose noise goes so far: of the country and, where a table has it, of each département. */
export const durationsIn = (tables: readonly ReleasedTable[], deviation: number): Told[] =>
  measures.flatMap(({ id, table, span }) => {
    const found = tables.find((one) => one.id === table)
    if (!found) return []
    const others = found.dimensions.filter(({ name }) => name !== span)
    const country = others.reduce((left, { name }) => sliceAt(left, name, null), found)
    const places = others.find(({ name }) => name === 'territory')?.values ?? []
    return [
      { id, value: everywhere, band: middleBand(country, deviation) },
      ...places.map((value) => ({
        id,
        value,
        band: middleBand(sliceAt(found, 'territory', value), deviation)
      }))
    ]
  })

/** By which table and dimension a duration is told; undefined of one that has lost its word. */
export const spanOf = (id: string): { table: TableId; span: DimensionId } | undefined =>
  measures.find((one) => one.id === id)
