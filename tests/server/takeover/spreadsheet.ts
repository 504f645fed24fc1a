import { columnIds, columnRow, type TakeoverColumn } from '../../../workflows/takeover/columns.ts'

export type Line = Partial<Record<TakeoverColumn | 'reference', string>>

/** A person who agreed to be named, as the template gives the rest. */
export const aLine = (different: Line = {}): Line => ({
  ...Object.fromEntries(columnIds.map((id) => [id, columnRow(id).example])),
  // Whoever is named agreed to it.
  ...(different['nom'] && { accord_identite: 'oui' }),
  ...different
})

export const informed: Line = {
  information_le: '15/03/2026',
  information_langue: 'anglais',
  information_moyen: 'en présence',
  interprete: 'oui',
  aide_sans_accord: 'oui'
}

const cell = (text: string, separator: string) =>
  text.includes(separator) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text

/** The same columns for each line, and only those that one of them fills. */
export const spreadsheet = (lines: readonly Line[], separator = ';'): string => {
  const names = (['reference', ...columnIds] as const).filter((id) => lines.some((line) => line[id]))
  return [names, ...lines.map((line) => names.map((id) => cell(line[id] ?? '', separator)))]
    .map((row) => row.join(separator))
    .join('\r\n')
}
