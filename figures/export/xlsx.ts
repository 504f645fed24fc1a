import writeExcel, { type SheetData } from 'write-excel-file/node'
import { cellsOf, columnsOf, factsOf, rowsOf, type Exported } from './exported.ts'

const sheetNames = {
  fr: { data: 'Données', facts: 'À lire' },
  en: { data: 'Data', facts: 'Read me' }
} as const

const heading = (value: string) => ({ value, fontWeight: 'bold' as const })

const tableSheet = (exported: Exported): SheetData => [
  columnsOf(exported).map(({ title }) => heading(title)),
  ...rowsOf(exported).map(cellsOf)
]

const factSheet = (exported: Exported): SheetData =>
  factsOf(exported).map(({ label, value }) => [heading(label), value])

/** The table as a workbook, and what must be known of it on a second sheet that travels with it. */
export const xlsxOf = async (exported: Exported): Promise<Buffer> => {
  const names = sheetNames[exported.language]
  const sheets = [
    { sheet: names.data, data: tableSheet(exported), stickyRowsCount: 1 },
    { sheet: names.facts, data: factSheet(exported), columns: [{ width: 24 }, { width: 100 }] }
  ]
  return writeExcel(sheets).toBuffer()
}
