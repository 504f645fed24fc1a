import { cellsOf, columnsOf, factsOf, fileNameOf, rowsOf, type Column, type Exported } from './exported.ts'

type Cell = string | number | null

const delimiter = ';'
const lineEnd = '\r\n'

const cellText = (value: Cell): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  // A word that a spreadsheet would take for a formula is shown as a word.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180 with the separator and the mark of encoding that a French spreadsheet needs; `tabularMetadata` says so to machines. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  '\uFEFF' + rows.map((row) => row.map(cellText).join(delimiter)).join(lineEnd) + lineEnd

/** The table alone: one heading, one cell a row. */
export const csvOf = (exported: Exported): string =>
  csvText([columnsOf(exported).map(({ name }) => name), ...rowsOf(exported).map(cellsOf)])

/** What the table does not say, for whoever reads files without a program. */
export const metadataCsvOf = (exported: Exported): string =>
  csvText([['id', 'label', 'value'], ...factsOf(exported).map(({ id, label, value }) => [id, label, value])])

const datatypeOf = ({ of }: Column) =>
  ({
    code: 'string',
    label: 'string',
    count: { base: 'integer', minimum: 0 },
    status: { base: 'string', format: 'shown|masked' }
  })[of]

const dublinCore = (exported: Exported) => {
  const facts = new Map(factsOf(exported).map(({ id, value }) => [id, value]))
  return {
    'dc:title': facts.get('title'),
    'dc:publisher': facts.get('publisher'),
    'dc:issued': facts.get('publishedOn'),
    'dc:temporal': String(facts.get('year')),
    'dc:description': [
      facts.get('method'),
      facts.get('additivity'),
      facts.get('several'),
      facts.get('masked')
    ]
      .filter((sentence) => sentence !== undefined)
      .join(' '),
    ...(facts.has('licenceUrl')
      ? { 'dc:license': { '@id': facts.get('licenceUrl') } }
      : { 'dc:accessRights': facts.get('licence') })
  }
}

/** The metadata of the CSV beside it, as the W3C describes tabular data (Metadata Vocabulary for Tabular Data, 2015). */
export const tabularMetadataOf = (exported: Exported): string => {
  const columns = columnsOf(exported)
  const facts = factsOf(exported)
  const described = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': exported.language }],
    url: `${fileNameOf(exported)}.csv`,
    ...dublinCore(exported),
    dialect: { delimiter, encoding: 'utf-8', header: true, lineTerminators: [lineEnd] },
    notes: facts.map(({ id, label, value }) => ({ id, label, value })),
    tableSchema: {
      primaryKey: columns.filter(({ of }) => of === 'code').map(({ name }) => name),
      columns: columns.map((column) => ({
        name: column.name,
        titles: { [exported.language]: [column.name, column.title] },
        datatype: datatypeOf(column),
        required: column.of !== 'count'
      }))
    }
  }
  return `${JSON.stringify(described, null, 2)}\n`
}
