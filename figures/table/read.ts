import {
  brokenLine,
  cellAt,
  marginName,
  nameOf,
  sizeOf,
  sizesOf,
  withMargins,
  type Dimension,
  type Table
} from './table.ts'

/** What is wrong with a table that somebody gave, in words for them. */
export class Unreadable extends Error {}

/** A table, and the cells that whoever gave it wants hidden first; null: those below the threshold. */
export type Given = { name: string; table: Table; named: readonly number[] | null }

const margins = new Set([marginName, 'total', 'ensemble', 'all'])
const isMargin = (value: string) => margins.has(value.toLowerCase())

type Row = { values: readonly string[]; count: number; line: string }

const wholeNumber = (text: string, line: string): number => {
  const count = Number(text)
  if (text.trim() === '' || !Number.isInteger(count) || count < 0)
    throw new Unreadable(`${line}: « ${text} » is no count of persons`)
  return count
}

const dimensionsOf = (names: readonly string[], rows: readonly Row[]): Dimension[] =>
  names.map((name, at) => ({
    name,
    values: [...new Set(rows.map(({ values }) => values[at]!))].filter((value) => !isMargin(value))
  }))

/** Puts each row in its place; what is not given holds nobody, and margins that are not given are added up. */
const tableOf = (names: readonly string[], rows: readonly Row[]): Table => {
  const dimensions = dimensionsOf(names, rows)
  const sizes = sizesOf({ dimensions })
  const counts = new Int32Array(sizeOf(sizes))
  const given = new Set<number>()
  for (const { values, count, line } of rows) {
    const cell = cellAt(
      values.map((value, at) => (isMargin(value) ? sizes[at]! - 1 : dimensions[at]!.values.indexOf(value))),
      sizes
    )
    if (given.has(cell)) throw new Unreadable(`${line}: ${values.join(', ')} is given twice`)
    given.add(cell)
    counts[cell] = count
  }
  const table = withMargins(dimensions, counts)
  for (const cell of given)
    if (table.counts[cell] !== counts[cell])
      throw new Unreadable(
        `${nameOf(table, cell)}: ${counts[cell]} is given, the cells that it adds up make ${table.counts[cell]}`
      )
  return table
}

/**
 * A CSV as rows of cells, its heading first: a column for each dimension, then the count. A margin is written `tot`, `total`,
 * `ensemble` or `all`.
 * @throws Unreadable
 */
export const fromRows = (
  name: string,
  given: readonly { line: number; cells: readonly string[] }[]
): Given => {
  const [heading, ...body] = given
  if (!heading || heading.cells.length < 2)
    throw new Unreadable('the first line names at least one dimension, then the count')
  const names = heading.cells.slice(0, -1)
  const rows = body.map(({ line, cells }): Row => {
    const at = `line ${line}`
    if (cells.length !== heading.cells.length)
      throw new Unreadable(`${at}: ${cells.length} cells where the heading has ${heading.cells.length}`)
    return { values: cells.slice(0, -1), count: wholeNumber(cells.at(-1)!, at), line: at }
  })
  if (rows.length === 0) throw new Unreadable('no line follows the heading')
  return { name, table: tableOf(names, rows), named: null }
}

type Fixture = {
  id: string
  rows: string[]
  cols: string[]
  values: Record<string, number>
  primary?: string[]
}

const fromFixture = ({ id, rows: first, cols, values, primary }: Fixture): Given => {
  const dimensions = [
    { name: 'row', values: first },
    { name: 'column', values: cols }
  ]
  const sizes = sizesOf({ dimensions })
  const cells = Array.from({ length: sizeOf(sizes) }, (_, cell) => cell)
  const empty = { dimensions, counts: new Int32Array(cells.length) }
  const names = cells.map((cell) => nameOf(empty, cell))
  const unknown = [...Object.keys(values), ...(primary ?? [])].find((key) => !names.includes(key))
  if (unknown !== undefined) throw new Unreadable(`${id}: no cell is called « ${unknown} »`)
  const counts = Int32Array.from(names, (key) => wholeNumber(String(values[key] ?? 0), `${id}, ${key}`))
  const table = { dimensions, counts }
  const broken = brokenLine(table)
  if (broken) throw new Unreadable(`${id}: what ${nameOf(table, broken.total)} adds up does not make it`)
  return { name: id, table, named: primary ? primary.map((key) => names.indexOf(key)) : null }
}

/**
 * Tables of two dimensions as `{ fixtures: [{ id, rows, cols, values: { 'row|column': n }, primary? }] }`, or one of them.
 * @throws Unreadable
 */
export const fromJson = (text: string): Given[] => {
  const read = JSON.parse(text) as { fixtures: Fixture[] } | Fixture
  const all = 'fixtures' in read ? read.fixtures : [read]
  return all.map(fromFixture)
}
