import { Type, type TObject, type TSchema } from 'typebox'
import { commandRow, type CommandType } from '../case/commands.ts'
import { closed, notesKeyword, notesOf } from '../vocabulary/fields.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'
import type { Configuration } from './configuration.ts'
import { codedLists, codesKept } from './lists.ts'

export const isOptional = (form: TObject, field: string) =>
  field in form.properties && !((form as { required?: string[] }).required ?? []).includes(field)

/** The form with another field of that name, asked for as much as before: a schema that is copied forgets that it may be left out. */
export const withField = (form: TObject, name: string, schema: TSchema): TObject =>
  closed({ ...form.properties, [name]: isOptional(form, name) ? Type.Optional(schema) : schema })

/** Of what is recorded the version asks as well, and waits for nothing: the paper may not say it. */
const askedBeside: Bilingual = {
  fr: 'Demandé pour ce dossier. À laisser vide si la décision ne le dit pas : elle s’enregistre quand même.',
  en: 'Asked for in this case. Leave it empty where the decision does not say it: it is recorded all the same.'
}

const asAsked = (form: TObject, fields: readonly string[]): TObject =>
  fields.reduce((whole, field) => {
    const schema = form.properties[field]!
    return withField(
      whole,
      field,
      Type.Unsafe({ ...schema, [notesKeyword]: { ...notesOf(schema), hint: askedBeside } })
    )
  }, form)

const noLonger = ({ fr, en }: Bilingual): Bilingual => ({
  fr: `${fr} (n’est plus proposé)`,
  en: `${en} (no longer offered)`
})

/** A decision that was really taken keeps its reason: one that the version withdrew comes last, and says so. */
const allOffered = (form: TObject, codes: readonly string[]): TObject => {
  const schema = form.properties['reason']!
  const notes = notesOf(schema)!
  const all = Object.entries(notes.choices ?? {})
  if (all.every(([code]) => codes.includes(code))) return form
  const gone = all
    .filter(([code]) => !codes.includes(code))
    .map(([code, label]) => [code, noLonger(label)] as const)
  const choices = [...all.filter(([code]) => codes.includes(code)), ...gone]
  const reason = Type.Unsafe({
    ...schema,
    enum: choices.map(([code]) => code),
    [notesKeyword]: { ...notes, choices: Object.fromEntries(choices) }
  })
  return withField(form, 'reason', reason)
}

/** The form of a record: a version may ask and withdraw, and what was really decided is written down as it was. */
export const recordForm = (command: CommandType, configuration: Configuration): TObject => {
  const form = commandRow(command).input
  const list = codedLists.find((one) => one.command === command)
  const whole = list ? allOffered(form, codesKept(list.id, configuration)) : form
  return asAsked(
    whole,
    (configuration.required[command] ?? []).filter((field) => isOptional(form, field))
  )
}
