import { isTerritory } from '../../workflows/calendar/territories.ts'
import { bare } from '../../workflows/takeover/lines.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { OrgType } from '../../policies/actor.ts'
import { bearsTerritory, keptTypes } from '../../policies/organisations.ts'
import type { Locale } from '../locale.ts'
import { parseCsv, unclosedIn, type CsvRow } from './csv.ts'
import { descriptionProblems, type NewOrganisation } from './keep.ts'
import { typeLabel } from './named.ts'

/** Where somebody has to look, what is wrong there, and what to do. */
export type LineProblem = { line: number; column: string; message: Bilingual }
export type DirectoryLine = NewOrganisation & { line: number; directoryId: string | null }

/** The columns that are read, as data·inclusion names those of its structures; `type` alone is ours. All others are left out: addresses above all. */
export const directoryColumns = ['id', 'nom', 'siret', 'code_insee', 'code_postal', 'type'] as const
type Column = (typeof directoryColumns)[number]

export const linesAtMost = 500

const problem = (line: number, column: string, fr: string, en: string): LineProblem => ({
  line,
  column,
  message: { fr, en }
})

/** A kind by its code or by its name as the pages write it, in either language. */
const typeNamed = (word: string): OrgType | undefined =>
  keptTypes.find((type) =>
    [type, typeLabel(type, 'fr'), typeLabel(type, 'en')].some((one) => bare(one) === bare(word))
  )

const namesOf = (locale: Locale) =>
  keptTypes
    .map((type) => typeLabel(type, locale))
    .toSorted((a, b) => a.localeCompare(b, locale))
    .join(', ')

/** The département or collectivity of a commune or a post code; overseas it has three figures, in Corsica a letter. */
const territoryOf = (insee: string, post: string): string | null => {
  const found = [
    insee.slice(0, 3),
    insee.slice(0, 2),
    ...(insee === '' ? [post.slice(0, 3), post.slice(0, 2)] : [])
  ]
  const code = found.find((one) => one.length >= 2 && isTerritory(one))
  if (code) return code
  // By post code alone Corsica is one: which half is not known.
  return null
}

type Read = { get: (row: CsvRow, column: Column) => string; missing: LineProblem[] }

const readerOf = (heading: CsvRow | undefined): Read => {
  const names = (heading?.cells ?? []).map((name) => name.toLowerCase())
  const get = (row: CsvRow, column: Column) => row.cells[names.indexOf(column)] ?? ''
  const missing = names.includes('nom')
    ? []
    : [
        problem(
          1,
          'nom',
          'La première ligne nomme les colonnes, et « nom » y manque : ajoutez-la',
          'The first line names the columns, and “nom” is missing: add it'
        )
      ]
  return { get, missing }
}

/** Under which column a field of the description was given. */
const columnOf: Record<string, Column> = {
  name: 'nom',
  territory: 'code_insee',
  siret: 'siret',
  region: 'type',
  court: 'type'
}

/** Where a place was given and is none, or none was given. */
const unplaced = (line: number, insee: string, post: string): LineProblem => {
  const todo = {
    fr: 'donnez le code INSEE de la commune, par exemple 69123 ; un code postal suffit hors de Corse',
    en: 'give the INSEE code of the commune, such as 69123; outside Corsica a post code will do'
  }
  if (insee !== '')
    return problem(
      line,
      'code_insee',
      `Code INSEE « ${insee} » inconnu : ${todo.fr}`,
      `INSEE code “${insee}” unknown: ${todo.en}`
    )
  if (post !== '')
    return problem(
      line,
      'code_postal',
      `Code postal « ${post} » sans département : ${todo.fr}`,
      `Post code “${post}” of no département: ${todo.en}`
    )
  return problem(line, 'code_insee', `Lieu absent : ${todo.fr}`, `No place: ${todo.en}`)
}

const badSiret = (line: number, given: string): LineProblem => {
  const digits = given.replaceAll(/\s/g, '')
  return /^\d{14}$/.test(digits)
    ? problem(
        line,
        'siret',
        `SIRET « ${given} » : sa clé de contrôle ne convient pas, relisez-le ou laissez vide`,
        `SIRET “${given}”: its check digit does not fit, read it again or leave it empty`
      )
    : problem(
        line,
        'siret',
        `SIRET « ${given} » : 14 chiffres attendus, ${digits.length} caractères lus`,
        `SIRET “${given}”: 14 digits expected, ${digits.length} characters read`
      )
}

const formula = /^[=+\-@]/

const asLine = (row: CsvRow, { get }: Read): { line: DirectoryLine; problems: LineProblem[] } => {
  const [type, name] = [get(row, 'type') || 'association', get(row, 'nom')]
  const known = typeNamed(type)
  const kind = known ?? 'association'
  const [insee, post] = [get(row, 'code_insee').toUpperCase(), get(row, 'code_postal')]
  const territory = bearsTerritory(kind) ? territoryOf(insee, post) : null
  const siret = get(row, 'siret').replaceAll(/\s/g, '') || null
  const line = { line: row.line, name, type: kind, territory, siret, directoryId: get(row, 'id') || null }
  const described = descriptionProblems(kind, line).map((one) =>
    one.field === 'territory'
      ? unplaced(row.line, insee, post)
      : one.field === 'siret'
        ? badSiret(row.line, get(row, 'siret'))
        : { line: row.line, column: columnOf[one.field] ?? one.field, message: one.message }
  )
  const typed = known
    ? []
    : [
        problem(
          row.line,
          'type',
          `Genre « ${type} » inconnu : laissez vide pour une association, ou écrivez l’un de ceux-ci : ${namesOf('fr')}`,
          `Kind “${type}” unknown: leave it empty for an association, or write one of these: ${namesOf('en')}`
        )
      ]
  const started = formula.test(name)
    ? [
        problem(
          row.line,
          'nom',
          'Un tableur lirait ce nom comme une formule : ôtez le signe du début',
          'A spreadsheet would read this name as a formula: take the sign at its beginning away'
        )
      ]
    : []
  return { line, problems: [...typed, ...started, ...described] }
}

const twice = (lines: readonly DirectoryLine[]): LineProblem[] =>
  (['directoryId', 'siret'] as const).flatMap((key) => {
    const seen = new Map<string, number>()
    return lines.flatMap((one) => {
      const value = one[key]
      if (!value) return []
      const first = seen.get(value)
      if (first === undefined) {
        seen.set(value, one.line)
        return []
      }
      return [
        problem(
          one.line,
          key === 'siret' ? 'siret' : 'id',
          `Déjà à la ligne ${first} : gardez une seule des deux`,
          `Already on line ${first}: keep one of the two`
        )
      ]
    })
  })

const unclosedQuote = (line: number): LineProblem =>
  problem(
    line,
    'nom',
    'Un guillemet (") s’ouvre à cette ligne et ne se ferme pas : fermez-le, ou ôtez-le. Le reste du tableau n’a pas été lu',
    'A quotation mark (") opens on this line and does not close: close it, or take it away. The rest of the table was not read'
  )

/** What a directory holds, and all that is wrong with it: by line and column, with what to do. */
export const readDirectory = (text: string): { lines: DirectoryLine[]; problems: LineProblem[] } => {
  const unclosed = unclosedIn(text)
  if (unclosed !== null) return { lines: [], problems: [unclosedQuote(unclosed)] }
  const [heading, ...rows] = parseCsv(text)
  const read = readerOf(heading)
  if (read.missing.length > 0) return { lines: [], problems: read.missing }
  if (rows.length === 0 || rows.length > linesAtMost)
    return {
      lines: [],
      problems: [
        problem(
          1,
          'nom',
          `Donnez de une à ${linesAtMost} lignes : coupez un fichier plus long en plusieurs`,
          `Give from one to ${linesAtMost} lines: cut a longer file into several`
        )
      ]
    }
  const each = rows.map((row) => asLine(row, read))
  const lines = each.map(({ line }) => line)
  const problems = [...each.flatMap((one) => one.problems), ...twice(lines)]
  return { lines, problems: problems.toSorted((a, b) => a.line - b.line) }
}
