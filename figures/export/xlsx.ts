import writeExcel, { type SheetData } from 'write-excel-file/node'
import { cellsOf, columnsOf, factsOf, rowsOf, type Exported } from './exported.ts'
import type { Language } from './words.ts'

const sheetNames = {
  fr: { data: 'Données', facts: 'À lire' },
  en: { data: 'Data', facts: 'Read me' }
} as const

const heading = (value: string) => ({ value, fontWeight: 'bold' as const })

type Value = string | number | null
/** A table under its heading, and what must be known of it on a second sheet that travels with it. */
export type Sheets = {
  rows: readonly (readonly Value[])[]
  facts: readonly (readonly [string, string | number])[]
}

export const workbook = async ({ rows, facts }: Sheets, language: Language): Promise<Buffer> => {
  const names = sheetNames[language]
  const [head = [], ...cells] = rows
  const data: SheetData = [head.map((one) => heading(String(one))), ...cells.map((row) => [...row])]
  const read: SheetData = facts.map(([label, value]) => [heading(label), value])
  const sheets = [
    { sheet: names.data, data, stickyRowsCount: 1 },
    { sheet: names.facts, data: read, columns: [{ width: 24 }, { width: 100 }] }
  ]
  return writeExcel(sheets).toBuffer()
}

/** A released table as a workbook. */
export const xlsxOf = (exported: Exported): Promise<Buffer> =>
  workbook(
    {
      rows: [columnsOf(exported).map(({ title }) => title), ...rowsOf(exported).map(cellsOf)],
      facts: factsOf(exported).map(({ label, value }) => [label, value])
    },
    exported.language
  )
