import type { ReleasedTable } from '../table/counted.ts'
import { emptiness, type Emptiness } from './emptiness.ts'
import { nameCells, partsOf, sumsOf } from './names.ts'
import { partOfKnowledge } from './parts.ts'
import { reaching, type Found } from './reaching.ts'
import { rowsBetween, type Related } from './related.ts'
import type { Knowledge, Row, Unknown } from './rows.ts'
import { rowsSent, type Sent } from './sent.ts'
import { sinceBefore } from './since.ts'

/**
 * What was published at one moment for one threshold. Two releases of a moment, one for whoever it is and one for partners,
 * speak of the same counts. `maskedToPass` names, as `nameCells` does, the cells that were masked beside the small ones: that no reader
 * could tell them apart from these is not relied upon, and whoever can knows that they reach the threshold.
 */
export type Release = {
  moment: number
  threshold: number
  tables: readonly ReleasedTable[]
  maskedToPass?: ReadonlySet<string>
  /** From where others read, who read less: what noise alone lifted to it is masked to pass, so that what is shown from there on reaches it. */
  over?: number
  /** Words that nobody can have yet, such as a quarter that has not begun: masked as well, and known to hold nobody. */
  toCome?: ReadonlySet<string>
}

/** What a reader knows of the method, and of the world. */
export type Method = Related &
  Emptiness & {
    /** How far noise goes at most, and how widely it does. */
    deviation: number
    variance: number
    /** Dimensions that stay what they were when somebody was first counted: along them counts only grow. */
    lasting: readonly string[]
    /** Dimensions of several values of which everybody has one at least, each with the value of those who have none of the others. */
    covering: Readonly<Record<string, string>>
  }

/** The names of a table's cells; with its own before them where what it shows says that it counts other persons. */
const namesIn = (table: ReleasedTable, seen: Map<string, number | null>): readonly string[] => {
  const names = nameCells(table)
  const isOther = names.some((name, cell) => seen.has(name) && seen.get(name) !== table.shown[cell])
  const own = isOther ? names.map((name) => `${table.id}: ${name}`) : names
  own.forEach((name, cell) => seen.set(name, table.shown[cell]!))
  return own
}

type Bounds = Omit<Found, 'moment' | 'cell'>

const boundsOf = (
  shown: number | null,
  cell: string,
  { threshold, maskedToPass, over = Infinity }: Release,
  deviation: number
): Bounds => {
  if (shown !== null)
    return {
      low: Math.max(shown >= over ? over : threshold, shown - deviation),
      high: shown + deviation,
      threshold: null,
      reaches: 0,
      shown
    }
  if (maskedToPass?.has(cell)) return { low: 0, high: Infinity, threshold: null, reaches: threshold }
  return { low: 0, high: threshold - 1 + deviation, threshold, reaches: 0 }
}

const nobody: Bounds = { low: 0, high: 0, threshold: null, reaches: 0 }

const both = (one: Bounds, other: Bounds): Bounds => ({
  low: Math.max(one.low, other.low),
  high: Math.min(one.high, other.high),
  reaches: Math.max(one.reaches, other.reaches),
  ...((one.shown ?? other.shown) !== undefined && { shown: one.shown ?? other.shown }),
  threshold:
    one.threshold === null || other.threshold === null ? null : Math.min(one.threshold, other.threshold)
})

const atMost = (parts: readonly number[], whole: number): Row => ({
  of: [...parts, whole],
  signs: [...parts.map(() => 1), -1],
  least: -Infinity,
  most: 0
})

const rowsOf = (
  table: ReleasedTable,
  column: (cell: number) => number,
  covering: Method['covering']
): Row[] =>
  sumsOf(table).flatMap(({ parts, total, along: { name, several, values } }): Row[] => {
    const sum = { of: [...parts, total].map(column), signs: [...parts.map(() => 1), -1] }
    if (!several) return [{ ...sum, least: 0, most: 0 }]
    const empty = Object.hasOwn(covering, name) ? parts[values.indexOf(covering[name]!)] : undefined
    const each = parts.map((part) =>
      // Who has none of the others stands beside each of them, in nobody's place.
      atMost((empty === undefined || part === empty ? [part] : [part, empty]).map(column), column(total))
    )
    return Object.hasOwn(covering, name) ? [...each, { ...sum, least: 0, most: Infinity }] : each
  })

/** Whether a cell is told apart by lasting dimensions alone. */
const lasts = (cell: string, lasting: readonly string[]): boolean =>
  partsOf(cell).every((part) => !part.includes('=') || lasting.includes(part.split('=')[0]!))

/** The unknowns that are one count at several moments, in their order. */
const chainsOf = (unknowns: readonly Unknown[], lasting: readonly string[]): number[][] =>
  [...Map.groupBy(unknowns.keys(), (at) => unknowns[at]!.cell)].flatMap(([cell, found]) =>
    lasts(cell, lasting)
      ? [found.toSorted((one, other) => unknowns[one]!.moment - unknowns[other]!.moment)]
      : []
  )

/**
 * A count that lasts does not fall from one moment to the next; and where it is shown with another number, whom it holds has changed, since
 * the same persons bear the same noise: somebody came.
 */
const growing = (chains: readonly number[][], unknowns: readonly Unknown[]): Row[] =>
  chains.flatMap((chain) =>
    chain.slice(1).map((later, at): Row => {
      const [before, after] = [unknowns[chain[at]!]!.shown, unknowns[later]!.shown]
      const hasMoved = before !== undefined && after !== undefined && before !== after
      return { of: [chain[at]!, later], signs: [1, -1], least: -Infinity, most: hasMoved ? -1 : 0 }
    })
  )

/** What the cells of each moment say of one another. */
const relatedRows = (unknowns: readonly Unknown[], related: Related): Row[] => {
  const moments = new Map<number, Map<string, number>>()
  unknowns.forEach(({ moment, cell }, at) => {
    const columns = moments.get(moment) ?? new Map<string, number>()
    moments.set(moment, columns.set(cell, at))
  })
  return [...moments.values()].flatMap((columns) => rowsBetween(related, columns))
}

/** Each sum once: many tables have one margin, and what partners read has the sums of what everybody reads. */
const once = () => {
  const kept = new Set<string>()
  return (rows: readonly Row[]): Row[] =>
    rows.filter(({ of, least, most }) => {
      const sum = `${least} ${most} ${of.join(' ')}`
      return !kept.has(sum) && kept.add(sum)
    })
}

/** All that is known from these releases and from what was sent beside them, and from nothing else. */
export const knowledgeOf = (
  releases: readonly Release[],
  { deviation, lasting, covering, ...coded }: Method,
  sent: readonly Sent[] = []
): Knowledge => {
  const isEmpty = emptiness(coded)
  const unknowns: Found[] = []
  const columns = new Map<string, number>()
  const rows: Row[] = []
  const first = once()
  for (const release of releases) {
    const { moment, tables, toCome } = release
    const seen = new Map<string, number | null>()
    for (const table of tables) {
      const names = namesIn(table, seen)
      const placed = names.map((cell, at) => {
        const shown = table.shown[at]!
        const found =
          shown === null && isEmpty(cell, toCome) ? nobody : boundsOf(shown, cell, release, deviation)
        const key = `${moment} ${cell}`
        const before = columns.get(key)
        if (before === undefined) {
          columns.set(key, unknowns.length)
          return unknowns.push({ moment, cell, ...found }) - 1
        }
        unknowns[before] = { moment, cell, ...both(unknowns[before]!, found) }
        return before
      })
      for (const row of first(rowsOf(table, (cell) => placed[cell]!, covering))) rows.push(row)
    }
  }
  for (const one of sent) for (const row of rowsSent(one, { unknowns, columns, isEmpty })) rows.push(row)
  const chains = chainsOf(unknowns, lasting)
  for (const rule of relatedRows(unknowns, coded)) rows.push(rule)
  const assumed = growing(chains, unknowns)
  return { unknowns: reaching(unknowns, [...rows, ...assumed]), rows, assumed }
}

/** The unknowns of some moments, with what the others say of them one by one where that is believed. */
export const atMoments = (
  knowledge: Knowledge,
  moments: readonly number[],
  { lasting }: Method,
  isBelieved: boolean
): Knowledge => {
  const unknowns = isBelieved
    ? sinceBefore(knowledge.unknowns, knowledge.rows, chainsOf(knowledge.unknowns, lasting))
    : knowledge.unknowns
  const places = [...unknowns.keys()].filter((at) => moments.includes(unknowns[at]!.moment))
  const those = partOfKnowledge({ ...knowledge, unknowns }, places)
  return { ...those, assumed: growing(chainsOf(those.unknowns, lasting), those.unknowns) }
}
