import { parseCsv } from '../organisations/csv.ts'

/** A cell as it is written anew: on which line, in which column, and what it says now. */
export type Mended = { line: number; column: string; text: string }

const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** What is written in a cell, or null where the spreadsheet has no such column or line. */
export const cellsIn = (text: string) => {
  const [heading, ...rows] = parseCsv(text)
  const names = heading?.cells.map((name) => name.toLowerCase()) ?? []
  const byLine = new Map(rows.map(({ line, cells }) => [line, cells]))
  return (line: number, column: string): string | null => {
    const at = names.indexOf(column)
    const cells = byLine.get(line)
    return at < 0 || !cells ? null : (cells[at] ?? '')
  }
}

/** The line on which what was written so far ends. */
const endOf = (written: readonly string[]) => written.reduce((sum, row) => sum + row.split('\n').length, 0)

/** The spreadsheet with these cells written anew, each line where it was: whoever mends one goes on in their own numbers. */
export const mendedIn = (text: string, mended: readonly Mended[]): string => {
  if (mended.length === 0) return text
  const [heading, ...rows] = parseCsv(text)
  if (!heading) return text
  const names = heading.cells.map((name) => name.toLowerCase())
  const written: string[] = []
  for (const { line, cells } of [heading, ...rows]) {
    const anew = new Map(
      mended
        .filter((one) => one.line === line && line > heading.line)
        .map((one) => [one.column, one.text.trim()])
    )
    const width = Math.max(cells.length, ...[...anew.keys()].map((column) => names.indexOf(column) + 1))
    const row = Array.from({ length: width }, (_, at) => anew.get(names[at] ?? '') ?? cells[at] ?? '')
    while (endOf(written) + 1 < line) written.push('')
    written.push(row.map(quoted).join(';'))
  }
  return written.join('\n')
}
