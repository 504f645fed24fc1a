import { csvText } from '../export/csv.ts'
import type { Language } from '../export/words.ts'
import { workbook } from '../export/xlsx.ts'
import type { FilledReport } from './fill.ts'
import { flags, reportLines, type Exactness } from './lines.ts'

/** What a file of a report says of itself. */
export type ReportFile = Exactness & {
  report: FilledReport
  year: number
  language: Language
  /** Which release it was filled from, or that it is exact and who has allowed it. */
  drawn: string
  /** How the numbers of the release were protected; none of exact ones. */
  method?: string | null
}

const heads = {
  fr: ['identifiant', 'rubrique', 'question', 'valeur', 'drapeau', 'état', 'source', 'note'],
  en: ['id', 'section', 'question', 'value', 'flag', 'state', 'source', 'note']
} as const

const rowsOf = (file: ReportFile) =>
  reportLines(file.report, file.language, file).map((line) => [
    line.id,
    line.section,
    line.label,
    line.value,
    line.flag,
    line.stateLabel,
    line.origin,
    line.note
  ])

const words = {
  year: { fr: 'Année', en: 'Year' },
  drawn: { fr: 'D’après', en: 'Drawn from' },
  asks: { fr: 'Demandé par', en: 'Asked by' },
  population: { fr: 'Population', en: 'Population' },
  method: { fr: 'Méthode', en: 'Method' },
  flags: { fr: 'Drapeaux', en: 'Flags' }
} as const

const factsOf = ({
  report,
  year,
  language,
  drawn,
  method,
  exact
}: ReportFile): [string, string | number][] => [
  [report.title[language], ''],
  [words.year[language], year],
  [words.drawn[language], drawn],
  [words.asks[language], report.asks[language]],
  [words.population[language], report.population[language]],
  ...(method ? [[words.method[language], method] as [string, string]] : []),
  ...(exact
    ? [
        [
          words.flags[language],
          Object.values(flags)
            .map((flag) => flag[language])
            .join(' ; ')
        ] as [string, string]
      ]
    : [])
]

/** Its facts first, an empty line, then its lines: one file that says what it is. */
export const reportCsv = (file: ReportFile): string =>
  csvText([...factsOf(file), [], [...heads[file.language]], ...rowsOf(file)])

export const reportXlsx = (file: ReportFile): Promise<Buffer> =>
  workbook({ rows: [[...heads[file.language]], ...rowsOf(file)], facts: factsOf(file) }, file.language)
