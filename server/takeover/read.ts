import { isMinor } from '../../workflows/facts/facts.ts'
import { likenessOf, portraitOf, type Identity } from '../../workflows/case/duplicates.ts'
import { columnIds, type TakeoverColumn } from '../../workflows/takeover/columns.ts'
import { readLine, type LineAct } from '../../workflows/takeover/lines.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { parseCsv, type CsvRow } from '../organisations/csv.ts'

/** Where somebody has to look, and what to do there. */
export type LineProblem = { line: number; column: string; message: Bilingual }
/** `asLine`: an earlier line that may be of the same person. */
export type FileLine = { line: number; reference: string; acts: LineAct[]; asLine: number | null }
export type FileRead = { lines: FileLine[]; problems: LineProblem[] }

/** As the association calls its file: to find the line again, and kept nowhere. */
export const referenceColumn = 'reference'
export const filesAtMost = 100

const about = (line: number, column: string, fr: string, en: string): LineProblem => ({
  line,
  column,
  message: { fr, en }
})

const columnsAtMost = columnIds.length + 1

/** How far a row is filled: spreadsheets write empty cells after its end. */
const widthOf = ({ cells }: CsvRow) => cells.findLastIndex((cell) => cell !== '') + 1

const tooWide = (rows: readonly CsvRow[]): LineProblem[] =>
  rows.flatMap((row) =>
    widthOf(row) <= columnsAtMost
      ? []
      : [
          about(
            row.line,
            'departement',
            `Cette ligne a plus de cases que le modèle n’a de colonnes (${columnsAtMost}) : ôtez ce qui est en trop`,
            `This line has more cells than the template has columns (${columnsAtMost}): take away what is too much`
          )
        ]
  )

const headingProblems = (names: readonly string[]): LineProblem[] => [
  ...names.flatMap((name) =>
    name === '' || name === referenceColumn || columnIds.some((id) => id === name)
      ? []
      : [
          about(
            1,
            name,
            'Colonne inconnue : ôtez-la, ou nommez-la comme dans le modèle',
            'Unknown column: take it away, or name it as in the template'
          )
        ]
  ),
  ...names.flatMap((name, index) =>
    name !== '' && names.indexOf(name) < index
      ? [about(1, name, 'Colonne donnée deux fois : gardez-en une', 'Column given twice: keep one')]
      : []
  ),
  ...(['departement', 'rencontre_le'] as const)
    .filter((id) => !names.includes(id))
    .map((id) =>
      about(
        1,
        id,
        'La première ligne nomme les colonnes, et celle-ci y manque : partez du modèle',
        'The first line names the columns, and this one is missing: start from the template'
      )
    )
]

/** Whom a line names, as the flag says it. */
export const identityIn = ({ acts }: Pick<FileLine, 'acts'>): Identity =>
  (acts[0]!.input['identity'] ?? {}) as Identity

const cellsOf =
  (names: readonly string[], { cells }: CsvRow) =>
  (column: TakeoverColumn | typeof referenceColumn) =>
    cells[names.indexOf(column)] ?? ''

/** Earlier lines of the same spreadsheet that may be of the same person: read by whoever wrote both. */
const againstEach = (lines: readonly FileLine[]): FileLine[] => {
  const portraits = lines.map((one) => portraitOf(identityIn(one)))
  return lines.map((one, index) => {
    const earlier = portraits
      .slice(0, index)
      .findIndex((other) => likenessOf(portraits[index]!, other).length > 0)
    return { ...one, asLine: earlier < 0 ? null : lines[earlier]!.line }
  })
}

/** An adult’s name without their agreement is nothing that may be brought, nor an agreement that names nobody; said here, since the whole line hangs on it. */
const withoutAgreement = ({ line, acts }: FileLine): LineProblem[] => {
  const { identity, nominativeConsent, ageGroup } = acts[0]!.input as Record<string, unknown>
  if (nominativeConsent === true && !identityIn({ acts }).name)
    return [
      about(
        line,
        'nom',
        'La personne accepte d’être nommée : écrivez un nom, même incomplet, ou répondez « non » sous « accord_identite »',
        'The person agrees to be named: write a name, even an incomplete one, or answer “no” under “accord_identite”'
      )
    ]
  if (!identity || nominativeConsent === true || isMinor({ ageGroup: ageGroup as 'adult' })) return []
  return [
    about(
      line,
      'nom',
      'Sans l’accord de la personne, ni nom, ni naissance, ni contact : videz ces cases, ou recueillez l’accord',
      'Without the person’s agreement no name, birth or contact: empty these cells, or obtain the agreement'
    )
  ]
}

/** What a spreadsheet of running files says, and each cell in which something is wrong. Pure. */
export const readFiles = (text: string): FileRead => {
  const [heading, ...rows] = parseCsv(text)
  const wide = tooWide([heading ?? { line: 1, cells: [] }, ...rows.slice(0, filesAtMost)])
  if (wide.length > 0) return { lines: [], problems: wide }
  const names = (heading?.cells ?? []).slice(0, columnsAtMost).map((name) => name.toLowerCase())
  const wrong = headingProblems(names)
  if (wrong.length > 0) return { lines: [], problems: wrong }
  if (rows.length === 0 || rows.length > filesAtMost)
    return {
      lines: [],
      problems: [
        about(
          1,
          'departement',
          `Donnez de une à ${filesAtMost} lignes : coupez un tableau plus long en plusieurs`,
          `Give from one to ${filesAtMost} lines: cut a longer spreadsheet into several`
        )
      ]
    }
  const read = rows.map((row) => {
    const cells = cellsOf(names, row)
    const { acts, problems } = readLine(cells)
    const line: FileLine = {
      line: row.line,
      reference: cells(referenceColumn).slice(0, 60),
      acts,
      asLine: null
    }
    return { line, problems: problems.map((one) => ({ ...one, line: row.line })) }
  })
  const problems = read.flatMap((one) =>
    one.problems.length > 0 ? one.problems : withoutAgreement(one.line)
  )
  // Nobody is held against another before each line is as a form would take it.
  if (problems.length > 0) return { lines: [], problems }
  return { lines: againstEach(read.map(({ line }) => line)), problems }
}
