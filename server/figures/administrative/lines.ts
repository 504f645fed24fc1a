import {
  figureProblems,
  subjectOf,
  type AdministrativeFigure
} from '../../../figures/administrative/figure.ts'
import { breakdowns, measures, readings, sources, units } from '../../../figures/administrative/terms.ts'
import { isTerritory } from '../../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import { parseCsv, type CsvRow } from '../../organisations/csv.ts'

export type EnteredFigure = AdministrativeFigure & { licence: string }
export type FigureLine = EnteredFigure & { line: number }
/** Where somebody has to look, and what is wrong there. */
export type LineProblem = { line: number; column: string; message: Bilingual }

/** The columns of a file, by the field that each fills. */
export const columns = {
  source: 'source',
  measure: 'mesure',
  year: 'annee',
  since: 'depuis',
  territory: 'territoire',
  breakdown: 'ventilation',
  of: 'categorie',
  value: 'valeur',
  unit: 'unite',
  respondents: 'repondants',
  edition: 'edition',
  link: 'lien',
  licence: 'licence',
  reading: 'lecture'
} as const satisfies Record<keyof EnteredFigure, string>
type Field = keyof typeof columns

const required = ['source', 'measure', 'year', 'value', 'unit', 'edition', 'licence'] as const
export const linesAtMost = 1000

const say = (line: number, field: Field, fr: string, en: string): LineProblem => ({
  line,
  column: columns[field],
  message: { fr, en }
})

type Words = Record<string, Bilingual>
const plain = (word: string) => word.trim().toLowerCase().replaceAll('’', "'")

/** A word is found by its code, or by its French name. */
const codeIn = (words: Words, typed: string): string | undefined =>
  Object.entries(words).find(([code, { fr }]) => [code, fr].some((word) => plain(word) === plain(typed)))?.[0]

/** As French spreadsheets write numbers: spaces between thousands, a comma before what is less than one. */
const numberIn = (typed: string): number => {
  const bare = typed.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : Number.NaN
}

const breakdownWords: Words = Object.fromEntries(
  Object.entries(breakdowns).map(([code, { label }]) => [code, label])
)

const wordsOf: Partial<Record<Field, Words>> = {
  source: sources,
  measure: measures,
  unit: units,
  reading: readings,
  breakdown: breakdownWords
}

type Asked = { line: number; typed: (field: Field) => string }

const coded =
  ({ line, typed }: Asked, problems: LineProblem[]) =>
  (field: Field) => {
    const word = typed(field)
    if (word === '') return undefined
    const code = codeIn(wordsOf[field]!, word)
    if (code !== undefined) return code
    const known = Object.keys(wordsOf[field]!).join(', ')
    problems.push(
      say(
        line,
        field,
        `« ${word} » n’est pas connu. Écrivez : ${known}`,
        `“${word}” is not known. Write: ${known}`
      )
    )
    return undefined
  }

const counted =
  ({ line, typed }: Asked, problems: LineProblem[]) =>
  (field: Field) => {
    const word = typed(field)
    if (word === '') return undefined
    const value = numberIn(word)
    if (!Number.isNaN(value)) return value
    problems.push(say(line, field, `« ${word} » n’est pas un nombre`, `“${word}” is not a number`))
    return undefined
  }

const without = <T extends object>(row: T) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== ''))

const asFigure = (row: CsvRow, names: readonly string[], thisYear: number) => {
  const problems: LineProblem[] = []
  const asked = {
    line: row.line,
    typed: (field: Field) => row.cells[names.indexOf(columns[field])] ?? ''
  }
  const [code, count] = [coded(asked, problems), counted(asked, problems)]
  const { typed } = asked
  for (const field of required.filter((one) => typed(one) === ''))
    problems.push(say(row.line, field, 'À dire', 'To be said'))
  const breakdown = code('breakdown')
  const values = breakdown ? breakdowns[breakdown as keyof typeof breakdowns].values : {}
  const territory = typed('territory').toUpperCase()
  if (territory !== '' && !isTerritory(territory))
    problems.push(
      say(row.line, 'territory', 'Ce code n’est pas celui d’un département', 'No département has this code')
    )
  const figure = without({
    source: code('source'),
    measure: code('measure'),
    year: count('year'),
    since: count('since'),
    territory,
    breakdown,
    of: codeIn(values, typed('of')) ?? typed('of'),
    value: count('value'),
    unit: code('unit'),
    respondents: count('respondents'),
    edition: typed('edition'),
    link: typed('link'),
    licence: typed('licence'),
    reading: code('reading') ?? 'V'
  }) as EnteredFigure
  if (problems.length === 0)
    for (const { field, fr, en } of problemsOf(figure, thisYear)) problems.push(say(row.line, field, fr, en))
  return { figure: { ...figure, line: row.line }, problems }
}

const formula = /^[=+\-@]/
const longest = { edition: 200, licence: 120, link: 400 } as const

/** What no entry says, typed in a form or read from a file. */
export const problemsOf = (figure: EnteredFigure, thisYear: number) => [
  ...figureProblems(figure, thisYear),
  ...(['edition', 'licence'] as const)
    .filter((field) => formula.test(figure[field]))
    .map((field) => ({
      field,
      fr: 'Un tableur lirait ces mots comme une formule : ôtez le signe du début.',
      en: 'A spreadsheet would read these words as a formula: take the sign at their beginning away.'
    })),
  ...(['edition', 'licence', 'link'] as const)
    .filter((field) => (figure[field] ?? '').length > longest[field])
    .map((field) => ({
      field,
      fr: `${longest[field]} lettres au plus.`,
      en: `At most ${longest[field]} letters.`
    })),
  ...(figure.link === undefined || /^https:\/\/[^\s]+$/.test(figure.link)
    ? []
    : [
        {
          field: 'link' as const,
          fr: 'Une adresse commence par https:// et n’a pas d’espace.',
          en: 'An address begins with https:// and has no space.'
        }
      ])
]

const twice = (lines: readonly FigureLine[]): LineProblem[] => {
  const seen = new Map<string, number>()
  return lines.flatMap((one) => {
    const key = `${subjectOf(one)} ${one.edition}`
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, one.line)
      return []
    }
    return [
      say(
        one.line,
        'value',
        `Déjà à la ligne ${first} : gardez une seule des deux`,
        `Already on line ${first}: keep one of the two`
      )
    ]
  })
}

/** What a file holds, and all that is wrong with it: by line and column, with what to do. */
export const readFigures = (
  text: string,
  thisYear: number
): { lines: FigureLine[]; problems: LineProblem[] } => {
  const [heading, ...rows] = parseCsv(text)
  const names = (heading?.cells ?? []).map(plain)
  const missing = required.filter((field) => !names.includes(columns[field]))
  if (missing.length > 0)
    return {
      lines: [],
      problems: missing.map((field) =>
        say(
          1,
          field,
          `La première ligne nomme les colonnes, et « ${columns[field]} » y manque`,
          `The first line names the columns, and “${columns[field]}” is missing`
        )
      )
    }
  if (rows.length === 0 || rows.length > linesAtMost)
    return {
      lines: [],
      problems: [
        say(1, 'source', `Donnez de une à ${linesAtMost} lignes`, `Give from one to ${linesAtMost} lines`)
      ]
    }
  const each = rows.map((row) => asFigure(row, names, thisYear))
  const order = Object.values(columns) as string[]
  const problems = each.flatMap((one) =>
    one.problems.toSorted((a, b) => order.indexOf(a.column) - order.indexOf(b.column))
  )
  const lines = each.map(({ figure }) => figure)
  return { lines, problems: [...problems, ...(problems.length > 0 ? [] : twice(lines))] }
}
