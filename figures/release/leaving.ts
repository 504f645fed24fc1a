import { demandsOf, type Demand } from '../gate/demands.ts'
import { knowledgeOf, type Method, type Release } from '../gate/knowledge.ts'
import type { Knowledge, Row } from '../gate/rows.ts'
import { nameCells } from '../gate/names.ts'
import { squeezing, type Bounds } from '../gate/squeeze.ts'
import { thresholds } from '../mask/mask.ts'
import type { FilledReport } from '../reports/fill.ts'
import { sumsIn, type Sum } from '../reports/sent.ts'
import type { ReleasedTable } from '../table/counted.ts'
import type { Earlier } from './gate.ts'
import { readBy } from './readers.ts'
import { sliceAt } from './slice.ts'

/** Beside what exact numbers leave. `exact`: the tables that they are taken from; `out`: the release that is out, null where none is. */
export type Surroundings = {
  exact: readonly ReleasedTable[]
  out: Pick<Earlier, 'asOf' | 'tables' | 'beside'> | null
  year: number
}

const places = ['territory', 'found']
/** Of the whole country alone, as what is sent is. */
const national = (table: ReleasedTable): ReleasedTable =>
  places.reduce(
    (left, place) => (left.dimensions.some(({ name }) => name === place) ? sliceAt(left, place, null) : left),
    table
  )

/** What a number leaves of each sum that holds all its cells. */
const leftBy = ({ of, most: n }: Row, rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => {
    const isOwn = (place: number) => of.includes(row.of[place]!) && row.signs[place] === 1
    const all = [...row.of.keys()]
    if (row.least !== row.most || all.filter(isOwn).length < of.length) return []
    const rest = all.filter((place) => !isOwn(place))
    const [others, signs] = [rest.map((at) => row.of[at]!), rest.map((at) => row.signs[at]!)]
    return [{ of: others, signs, least: row.least - n, most: row.most - n }]
  })

const copied = ({ low, high }: Bounds): Bounds => ({ low: low.slice(), high: high.slice() })

const isMet = ({ low, high }: Bounds, { at, side, level }: Demand) =>
  side === 'low' ? low[at]! <= level : high[at]! >= level

/** Who reads what leaves: what they know beside it, and what of it is small. */
type Reader = {
  columns: ReadonlyMap<string, number>
  rows: readonly Row[]
  squeeze: ReturnType<typeof squeezing>
  open: readonly Demand[]
  /** Where each count can be, by the numbers that have left. */
  bounds: Bounds
  numbers: readonly Row[]
  /** What they leave of sums, and of one another. */
  rests: readonly Row[]
}

/** Null of whoever holds what contradicts itself: nothing can be worked out from it. */
const readerOf = (knowledge: Knowledge): Reader | null => {
  const { unknowns, rows } = knowledge
  const squeeze = squeezing(knowledge)
  const bounds = {
    low: Float64Array.from(unknowns, ({ low }) => low),
    high: Float64Array.from(unknowns, ({ high }) => high)
  }
  if (!squeeze(bounds)) return null
  const open = demandsOf(knowledge).filter((demand) => isMet(bounds, demand))
  const columns = new Map(unknowns.map(({ cell }, at) => [cell, at]))
  return { columns, rows, squeeze, open, bounds, numbers: [], rests: [] }
}

/** Who has no release, and every exact number that left: of each count it is known that it is none below nought, and no more. */
const ofExact = (exact: readonly ReleasedTable[], method: Method): Knowledge => {
  const counts = new Map<string, number>()
  for (const table of exact)
    nameCells(table).forEach((name, cell) =>
      counts.set(name, Math.max(counts.get(name) ?? 0, table.shown[cell] ?? 0))
    )
  const tables = exact.map((table) => ({ ...table, shown: table.shown.map(() => null) }))
  const known = knowledgeOf(
    [{ moment: 0, threshold: 0, tables, maskedToPass: new Set(counts.keys()) }],
    method
  )
  const isSmall = (cell: string) => counts.get(cell)! < thresholds.public
  const unknowns = known.unknowns.map((one) =>
    one.high > 0 && isSmall(one.cell) ? { ...one, threshold: thresholds.public } : one
  )
  return { ...known, unknowns }
}

const ofReleases = (releases: readonly Release[], method: Method): Knowledge =>
  knowledgeOf(
    releases.map((one) => ({ ...one, tables: one.tables.map(national) })),
    method
  )

const readersOf = ({ exact, out, year }: Surroundings, method: Method): Reader[] => {
  const read = out === null ? [] : (['public', 'partner'] as const)
  const known = [
    ofExact(exact.map(national), method),
    ...read.map((audience) => ofReleases([readBy(audience, out!, { moment: 0, year })], method))
  ]
  return known.flatMap((one) => readerOf(one) ?? [])
}

/** What one number leaves of the sums and of the numbers that hold it; of those that it was taken from before, no more than what is left by both. */
const leaving = (row: Row, { rows, numbers, rests }: Reader): Row[] => {
  // Of one cell alone it says where that is, and all sums go by it.
  if (row.of.length === 1) return [...rests]
  const left = rests.map((rest) => leftBy(row, [rest])[0] ?? rest)
  return [...left, ...leftBy(row, [...rows, ...numbers]), ...numbers.flatMap((one) => leftBy(one, [row]))]
}

/** What this reader knows with one more number; the same where it says nothing: of what is not there, or has changed since. */
const knowing = (reader: Reader, { of, n }: Sum): Reader => {
  const { columns, numbers, squeeze } = reader
  const cells = of.flatMap((cell) => columns.get(cell) ?? [])
  if (cells.length < of.length) return reader
  const row: Row = { of: cells, signs: cells.map(() => 1), least: n, most: n }
  const rests = leaving(row, reader)
  const bounds = copied(reader.bounds)
  const told = [...numbers, row]
  // Twice, since what one number moves another may go by.
  const holds = squeeze(bounds, [row, ...rests]) && squeeze(bounds, [...told, ...rests])
  return holds ? { ...reader, bounds, numbers: told, rests } : reader
}

/**
 * Which exact numbers, by their order, would narrow a small count down: for whoever holds those before them, for the public with the release
 * that is out, and for partners with theirs. Each is tried after those before it that do not; one that contradicts the release is of counts
 * that have changed since, and says nothing of it.
 */
export const tellingBeside = (
  sums: readonly Sum[],
  around: Surroundings,
  method: Method
): ReadonlySet<number> => {
  let readers = readersOf(around, method)
  const telling = new Set<number>()
  for (const [rank, sum] of sums.entries()) {
    const after = readers.map((reader) => knowing(reader, sum))
    if (after.every(({ open, bounds }) => open.every((demand) => isMet(bounds, demand)))) readers = after
    else telling.add(rank)
  }
  return telling
}

/**
 * Which lines of a report that leaves may not be published, by their ids. `before`: the reports of the year that have left already, filled
 * anew: whoever holds them takes for granted that nothing has changed since.
 */
export const linesTelling = (
  report: FilledReport,
  { before, ...around }: Surroundings & { before: readonly FilledReport[] },
  method: Method
): ReadonlySet<string> => {
  const [earlier, own] = [before.flatMap(sumsIn), sumsIn(report)]
  const telling = tellingBeside([...earlier, ...own], around, method)
  return new Set(own.flatMap(({ id }, rank) => (telling.has(earlier.length + rank) ? [id] : [])))
}
