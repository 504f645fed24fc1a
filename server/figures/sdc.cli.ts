import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Highs } from 'highs'
import { parseCsv } from '../organisations/csv.ts'
import { mulberry32 } from '../demo/world/mulberry.ts'
import { intervals, unmet } from '../../figures/attack/intervals.ts'
import { openSolver } from '../../figures/programme/solver.ts'
import { namedCells, smallCounts } from '../../figures/suppress/demands.ts'
import { suppress, type Pattern } from '../../figures/suppress/suppress.ts'
import { fromJson, fromRows, Unreadable, type Given } from '../../figures/table/read.ts'
import { nameOf, type Table } from '../../figures/table/table.ts'

// Hides what must be hidden of any table of counts, attacks the result, and says what both came to.

const { values } = parseArgs({
  options: {
    /** A CSV with named dimensions, or a JSON of small tables. */
    table: { type: 'string' },
    /** The fewest persons that a published count may stand for, nought aside. */
    threshold: { type: 'string', default: '11' },
    /** Seconds for each table. */
    seconds: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' }
  }
})

/** How many hidden cells are shown one by one, and how many demands are attacked in one go. */
const [shown, together] = [60, 20]
/** Up to which part of the time a bound is looked for. */
const boundedUntil = 0.6

const say = (line: string) => console.log(line)

const tablesIn = (file: string): Given[] => {
  const text = readFileSync(file, 'utf8')
  return file.endsWith('.json') ? fromJson(text) : [fromRows(basename(file), parseCsv(text))]
}

const ofPattern = (table: Table, { primaries, secondaries, atLeast, proved }: Pattern): string[] => {
  const { counts } = table
  const sum = (cells: readonly number[]) => cells.reduce((total, cell) => total + counts[cell]!, 0)
  const filled = counts.filter((count) => count > 0).length
  const far = atLeast > 0 ? `, ${(secondaries.length / atLeast).toFixed(2)} times as many are hidden` : ''
  const least = `no fewer than ${atLeast} would do${far}`
  return [
    `${counts.length} cells, ${filled} that are not nought: ${primaries.length} hidden first, ${secondaries.length} with them (${proved ? 'no fewer would do' : least})`,
    `lost: ${sum(secondaries)} persons in cells hidden with the others; ${filled - primaries.length - secondaries.length} cells shown`
  ]
}

/** What the command ends with: each table was attacked to the end and withstood, some demand is open, or time was over before. */
const ends = { withstood: 0, open: 1, unreadable: 2, late: 3 } as const
type End = (typeof ends)[keyof typeof ends]

const protectedBy = (highs: Highs, { name, table, named }: Given): End => {
  const threshold = Number(values.threshold)
  const primaries = named ? namedCells(named, threshold) : smallCounts(table, threshold)
  const began = performance.now()
  const elapsed = () => (performance.now() - began) / 1000
  const next = mulberry32(Number(values.seed))
  const below = (end: number) => next() % end
  const inTime = () => elapsed() < Number(values.seconds)
  // The attack afterwards needs the rest of the time.
  const mayBound = () => elapsed() < boundedUntil * Number(values.seconds)
  const pattern = suppress(table, primaries, { highs, below, inTime, mayBound })
  say(`\n${name}, threshold ${threshold}: ${elapsed().toFixed(1)} s`)
  for (const line of ofPattern(table, pattern)) say(line)
  const hidden = [...pattern.primaries, ...pattern.secondaries]
  for (const { cell, low, high } of hidden.length > shown ? [] : intervals(highs, table, hidden, hidden))
    say(`  ${nameOf(table, cell).padEnd(40)} ${table.counts[cell]} hidden in ${low}-${high ?? '…'}`)
  const { demands } = primaries
  let [attacked, open] = [0, 0]
  for (; attacked < demands.length && (attacked === 0 || inTime()); attacked += together)
    open += unmet(highs, table, hidden, demands.slice(attacked, attacked + together)).length
  say(`attacked: ${Math.min(attacked, demands.length)} of ${demands.length} demands, ${open} not met`)
  if (open > 0) return ends.open
  return attacked >= demands.length ? ends.withstood : ends.late
}

const threshold = Number(values.threshold)
if (values.table === undefined || !Number.isInteger(threshold) || threshold < 2) {
  say('npm run sdc -- --table FILE --threshold N (2 or more)')
  process.exitCode = ends.unreadable
} else
  try {
    const tables = tablesIn(values.table)
    const highs = await openSolver()
    const ended = tables.map((one) => protectedBy(highs, one))
    const found = [ends.open, ends.late].find((end) => ended.includes(end))
    if (found) process.exitCode = found
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    say(`${values.table}: ${error.message}`)
    process.exitCode = ends.unreadable
  }
