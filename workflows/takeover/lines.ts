import { isCivilDate } from '../calendar/calendar.ts'
import type { CommandType } from '../case/commands.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { columnForm, columnIds, columnRow, takeoverActs, type TakeoverColumn } from './columns.ts'

type Input = Record<string, unknown>
/** What a line says, act by act, in their order; a flag is always the first. */
export type LineAct = { command: CommandType; input: Input }
export type CellProblem = { column: TakeoverColumn; message: Bilingual }
export type Cells = (column: TakeoverColumn) => string

/** As a spreadsheet may have written it: an apostrophe, an accent, a capital or a hyphen of another kind says nothing else. */
export const bare = (words: string) =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`]/g, "'")
    .replace(/[\s\u2010\u2011-]+/g, ' ')
    .toLowerCase()
    .trim()

/** A day as spreadsheets write it, or as we do. */
const dayOf = (text: string): string | null => {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const written = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text
  return isCivilDate(written) ? written : null
}

const said: Record<string, boolean> = { oui: true, yes: true, non: false, no: false }

type Form = ReturnType<typeof columnForm>

/** What is answered, by its words and by its code; where two say the same, a code before words, and the first before others. */
const answersTo = ({ values, words }: Form): ReadonlyMap<string, string> =>
  new Map([
    ...values
      .toReversed()
      .flatMap((one) => Object.values(words[one] ?? {}).map((each) => [bare(each), one] as const)),
    ...values.toReversed().map((one) => [bare(one), one] as const)
  ])

// A spreadsheet holds thousands of answers: the words of a column are read once.
const answers = new Map(columnIds.map((id) => [columnForm(id), answersTo(columnForm(id))]))

/** By its code or by its words, in either language; a département without the zero that a spreadsheet took away. */
const valueOf = (text: string, form: Form): string | null => {
  const asked = bare(text)
  return answers.get(form)?.get(asked) ?? answers.get(form)?.get(asked.padStart(2, '0')) ?? null
}

/** Several values in one cell stand apart by a bar; a plus or a line’s end does as well. */
const apart = (text: string) =>
  text
    .split(/[|+\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const known = 6
const listed = ({ values, words }: Form, locale: keyof Bilingual): string => {
  const all = values.map((one) => words[one]?.[locale] ?? one)
  return all.length > known * 2 ? `${all.slice(0, known).join(', ')}…` : all.join(', ')
}

const wrong: Record<Form['kind'], (form: Form) => Bilingual> = {
  text: () => ({ fr: 'Écrivez un texte', en: 'Write a text' }),
  date: () => ({
    fr: 'Écrivez une date, comme 31/12/2025 ou 2025-12-31',
    en: 'Write a date, such as 31/12/2025 or 2025-12-31'
  }),
  yes: () => ({ fr: 'Écrivez oui ou non', en: 'Write oui or non' }),
  whole: () => ({ fr: 'Écrivez un nombre de 0 à 12', en: 'Write a number from 0 to 12' }),
  choice: (form) => ({
    fr: `Écrivez l’une de ces réponses : ${listed(form, 'fr')}`,
    en: `Write one of these answers: ${listed(form, 'en')}`
  }),
  choices: (form) => ({
    fr: `Écrivez une ou plusieurs de ces réponses, séparées par « | » : ${listed(form, 'fr')}`,
    en: `Write one or more of these answers, with “|” between them: ${listed(form, 'en')}`
  })
}

const read: Record<Form['kind'], (text: string, form: Form) => unknown> = {
  text: (text) => text,
  date: (text) => dayOf(text),
  yes: (text) => said[bare(text)] ?? null,
  whole: (text) => (/^\d{1,2}$/.test(text) && Number(text) <= 12 ? Number(text) : null),
  choice: (text, form) => valueOf(text, form),
  choices: (text, form) => {
    const given = apart(text)
    if (given.length > form.values.length) return null
    const all = given.map((one) => valueOf(one, form))
    return all.includes(null) ? null : [...new Set(all)]
  }
}

const missing: Bilingual = {
  fr: 'Remplissez cette case, ou videz ce qui va avec elle',
  en: 'Fill in this cell, or empty what goes with it'
}

const tooLong = (atMost: number): Bilingual => ({
  fr: `Raccourcissez cette case : ${atMost} caractères au plus`,
  en: `Shorten this cell: ${atMost} characters at most`
})

/** Each cell that holds more than its field does: found before any is read. */
export const tooLongIn = (cells: Cells): CellProblem[] =>
  columnIds.flatMap((column) => {
    const { atMost } = columnForm(column)
    return cells(column).length > atMost ? [{ column, message: tooLong(atMost) }] : []
  })

/** The columns of an act, and those alone that no other act asks: these say that it took place. */
const columnsOf = (act: CommandType) =>
  columnIds.filter((id) => columnRow(id).into.some((one) => one.act === act))
const tellsOf = (act: CommandType) => columnsOf(act).filter((id) => columnRow(id).into.length === 1)

const put = (input: Input, path: string, value: unknown): Input => {
  const [head, inner] = path.split('.') as [string, string?]
  return inner
    ? { ...input, [head]: { ...(input[head] as Input), [inner]: value } }
    : { ...input, [head]: value }
}

/** Each sign with where it is known from. */
const withSigns = (input: Input): Input => {
  const { source, ...codes } = (input['indicators'] ?? {}) as { source?: string } & Record<string, unknown>
  const all = Object.values(codes) as string[]
  return { ...input, indicators: all.map((code) => ({ code, source })) }
}

const asInput = (act: CommandType, filled: readonly (readonly [TakeoverColumn, unknown])[]): Input => {
  const input = filled.reduce<Input>((done, [id, value]) => {
    const { field } = columnRow(id).into.find((one) => one.act === act)!
    return put(done, field, field === 'indicators' ? { ...(value as object) } : value)
  }, {})
  return act === 'case.flag' ? withSigns(input) : input
}

/** In which column a field of an act stands, to say what is wrong where it was written. */
export const columnOf = (act: CommandType, field: string): TakeoverColumn => {
  const columns = columnsOf(act)
  const exact = columns.find((id) => columnRow(id).into.some((one) => one.act === act && one.field === field))
  const within = columns.find((id) =>
    columnRow(id).into.some(
      (one) => one.act === act && field !== '' && one.field.startsWith(field.split('.')[0]!)
    )
  )
  return exact ?? within ?? columns[0]!
}

/** What one line of the spreadsheet says: the acts that it is made of, and each cell that cannot be read. Pure. */
export const readLine = (cells: Cells): { acts: LineAct[]; problems: CellProblem[] } => {
  const long = tooLongIn(cells)
  if (long.length > 0) return { acts: [], problems: long }
  const written = columnIds.flatMap((id) => {
    const text = cells(id)
    if (text === '') return []
    const form = columnForm(id)
    return [{ id, form, value: read[form.kind](text, form) }]
  })
  const unread = written.filter(({ value }) => value === null)
  const values = new Map(written.map(({ id, value }) => [id, value]))
  const has = takeoverActs.filter((act) => act === 'case.flag' || tellsOf(act).some((id) => values.has(id)))
  const empty = has.flatMap((act) =>
    columnsOf(act).filter((id) => columnForm(id).required && !values.has(id))
  )
  const problems = [
    ...unread.map(({ id, form }) => ({ column: id, message: wrong[form.kind](form) })),
    ...[...new Set(empty)].map((column) => ({ column, message: missing }))
  ]
  const filledOf = (act: CommandType) =>
    columnsOf(act).flatMap((id) => (values.has(id) ? [[id, values.get(id)] as const] : []))
  const acts = has.map((command) => ({ command, input: asInput(command, filledOf(command)) }))
  return { acts, problems }
}
