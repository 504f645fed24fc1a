import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { csvOf, metadataCsvOf, tabularMetadataOf } from '../../../figures/export/csv.ts'
import { fileNameOf, type Exported } from '../../../figures/export/exported.ts'
import { jsonStatOf } from '../../../figures/export/json-stat.ts'
import { xlsxOf } from '../../../figures/export/xlsx.ts'
import { audiences, type Audience } from '../../../figures/release/rules.ts'
import type { ReleasedTable } from '../../../figures/table/counted.ts'
import { civilDate } from '../../../workflows/calendar/calendar.ts'
import type { Locale } from '../../locale.ts'
import { yearOf } from '../quarters.ts'
import { columnWords, leftOutIn, placesAtIn, tableWords, valueWords } from './labels.ts'
import type { ReleaseRow } from './store.ts'

type Format = { ending: string; type: string; write: (exported: Exported) => string | Promise<Buffer> }

/** What a table may be taken as, by the end of its name. */
export const formats = {
  csv: { ending: '.csv', type: 'text/csv; charset=utf-8', write: csvOf },
  'csv-metadata': {
    ending: '.csv-metadata.json',
    type: 'application/csvm+json; charset=utf-8',
    write: tabularMetadataOf
  },
  lisezmoi: { ending: '-lisez-moi.csv', type: 'text/csv; charset=utf-8', write: metadataCsvOf },
  json: { ending: '.json', type: 'application/json; charset=utf-8', write: jsonStatOf },
  xlsx: {
    ending: '.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsxOf
  }
} as const satisfies Record<string, Format>
export type FormatId = keyof typeof formats

/** What is sent, for the description of the API. */
export const fileContent = Object.fromEntries(
  Object.values(formats).map(({ type }) => [
    type.split(';')[0]!,
    { schema: Type.String({ format: 'binary' }) }
  ])
)

const total = { fr: 'Total', en: 'Total' }

const dayOf = (at: Date) => civilDate(at, 'Europe/Paris')

export const exportedOf = (
  table: ReleasedTable,
  row: ReleaseRow,
  { audience, territory, locale }: { audience: Audience; territory: string | null; locale: Locale }
): Exported => ({
  table,
  reader: audience === 'public' ? null : { territory },
  language: locale,
  release: {
    ...{ number: row.number, version: row.version, erratum: row.erratum, kind: row.kind },
    ...{ year: yearOf(row.quarter), asOf: dayOf(row.asOf), publishedOn: dayOf(row.publishedAt ?? row.asOf) },
    ...{ leftOut: leftOutIn(row, locale), placesAt: placesAtIn(row, locale) },
    ...{ threshold: audiences[audience], ...row.method }
  },
  words: {
    title: tableWords(table.id)[locale],
    total: total[locale],
    dimensions: table.dimensions.map(({ name, values }) => ({
      label: columnWords(name)[locale],
      values: values.map((code) => valueWords(name, code)[locale])
    }))
  }
})

/** A table as a file of its own name: two versions never have one. */
export const sendFile = async (reply: FastifyReply, exported: Exported, id: FormatId) => {
  const { ending, type, write } = formats[id]
  const name = `${fileNameOf(exported)}${ending}`
  return reply
    .headers({ 'content-disposition': `attachment; filename="${name}"` })
    .type(type)
    .send(await write(exported))
}
