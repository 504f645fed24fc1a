import { Type, type TObject, type TProperties, type TSchema } from 'typebox'
import { commandRow, isCommandType, type CommandType } from '../case/commands.ts'
import { closed, notesKeyword, notesOf } from '../vocabulary/fields.ts'
import type { InputProblem } from '../vocabulary/problem.ts'
import { refusalInput } from '../referral/kinds/kinds.ts'
import type { Bilingual, ReferralKind } from '../vocabulary/vocabulary.ts'
import type { Configuration } from './configuration.ts'
import { addedTo, extendableLists, type AddedReason } from './added.ts'
import { isOptional, recordForm, withField } from './forms.records.ts'
import { codedLists, codesKept, codesOffered, indicatorsOffered, refusalsKept } from './lists.ts'

const withdrawn: Bilingual = {
  fr: 'Ce choix n’est plus proposé pour ce dossier',
  en: 'This choice is no longer offered for this case'
}
const missing: Bilingual = { fr: 'À renseigner', en: 'To be filled in' }

/**
 * The fields of an act that a version may ask for: plain fields that its table has optional. A group (an identity), what the
 * server writes and an act that tells only what has changed stay as they are.
 */
export const requirable = (command: CommandType): string[] => {
  const { input, offered } = commandRow(command)
  const asked = (input as { required?: string[] }).required ?? []
  if ((!offered && command !== 'case.flag') || asked.length === 0) return []
  return Object.keys(input.properties).filter(
    (field) =>
      isOptional(input, field) &&
      !notesOf(input.properties[field]!)?.computed &&
      !(input.properties[field] as { properties?: object } | undefined)?.properties
  )
}

type Offered = { codes: readonly string[]; added: readonly AddedReason[] }

/** The same choice with fewer codes, and with those that are added. */
const offering = (schema: TSchema, { codes, added }: Offered): TSchema => {
  const notes = notesOf(schema)!
  const kept = Object.entries(notes.choices ?? {}).filter(([code]) => codes.includes(code))
  const choices = [...kept, ...added.map(({ code, label }) => [code, label] as const)]
  return Type.Unsafe({
    ...schema,
    enum: choices.map(([code]) => code),
    [notesKeyword]: { ...notes, choices: Object.fromEntries(choices) }
  })
}

const withReason = (form: TObject, offered: Offered): TObject =>
  withField(form, 'reason', offering(form.properties['reason']!, offered))

/** A form as any configuration may have it: a reason that is added makes one of its table more precise. */
const extended = (form: TObject): TObject => {
  const { enum: codes, ...rest } = form.properties['reason'] as unknown as { enum: string[] }
  const reason = Type.Unsafe({
    ...rest,
    maxLength: 80,
    pattern: `^(${codes.join('|')})(\\.[a-z0-9][a-z0-9_]{1,39})?$`
  })
  return withField(form, 'reason', reason)
}

const opened = new Map<string, TObject>()

/** The body of an act as the edge takes it, whatever configuration its case is under; the gate knows which. */
export const bodyOf = (command: CommandType): TObject => {
  const { input } = commandRow(command)
  if (!extendableLists.includes(`${command}.reason`)) return input
  const body = opened.get(command) ?? extended(input)
  opened.set(command, body)
  return body
}

/** The list of signs without those that the version withdrew. */
const withSigns = (form: TObject, codes: readonly string[]): TObject => {
  const list = form.properties['indicators']! as TSchema & { items: object }
  const notes = notesOf(list)!
  const kept = Object.entries(notes.choices ?? {}).filter(([code]) => codes.includes(code))
  if (kept.length === Object.keys(notes.choices ?? {}).length) return form
  const indicators = Type.Unsafe({
    ...list,
    items: { ...list.items, enum: kept.map(([code]) => code) },
    [notesKeyword]: { ...notes, choices: Object.fromEntries(kept) }
  })
  return closed({ ...form.properties, indicators })
}

const blank = (value: unknown) => value === undefined || value === null || value === ''

const asRequired = (form: TObject, fields: readonly string[]): TObject => {
  const asked = new Set([...((form as { required?: string[] }).required ?? []), ...fields])
  const properties = Object.fromEntries(
    Object.entries(form.properties).map(([field, schema]) => [
      field,
      asked.has(field) ? schema : Type.Optional(schema)
    ])
  ) as TProperties
  return {
    ...closed(properties),
    required: [...asked].filter((field) => field in form.properties)
  } as TObject
}

const differs = (codes: readonly string[], offered: Offered) =>
  offered.added.length > 0 || codes.some((code) => !offered.codes.includes(code))

const written = new WeakMap<Configuration, Map<string, TObject>>()

/** One form for one version, so that what is written from it is written once. */
const once = (configuration: Configuration, id: string, write: () => TObject): TObject => {
  const known = written.get(configuration) ?? new Map<string, TObject>()
  written.set(configuration, known)
  const form = known.get(id) ?? write()
  known.set(id, form)
  return form
}

const cutForm = (command: string, form: TObject, configuration: Configuration): TObject => {
  const list = codedLists.find((one) => one.command === command)
  const given = list && {
    codes: codesKept(list.id, configuration),
    added: addedTo(`lists.${list.id}`, configuration)
  }
  const whole = command === 'indicators.add' ? withSigns(form, indicatorsOffered(configuration)) : form
  const offered = given && differs(Object.keys(list.codes), given) ? withReason(whole, given) : whole
  const fields = (configuration.required[command] ?? []).filter((field) => isOptional(form, field))
  return fields.length > 0 ? asRequired(offered, fields) : offered
}

/**
 * The form of an act under a version: choices it no longer offers are gone, fields it asks for are required. Of a record it is the
 * whole form: what was really decided is written down as it was.
 */
export const formUnder = (command: CommandType, configuration: Configuration): TObject =>
  once(configuration, command, () => {
    const { input, records } = commandRow(command)
    return records ? recordForm(command, configuration) : cutForm(command, input, configuration)
  })

/** The refusal form of a kind of referral under a version. */
export const applyReasons = (kind: ReferralKind, configuration: Configuration): TObject =>
  once(configuration, `decline:${kind}`, () => {
    const form = refusalInput(kind)
    const all = Object.keys(
      form.properties['reason'] ? (notesOf(form.properties['reason'])?.choices ?? {}) : {}
    )
    const given = {
      codes: Object.keys(refusalsKept(kind, configuration)),
      added: addedTo(`referrals.${kind}`, configuration)
    }
    return differs(all, given) ? withReason(form, given) : form
  })

/** Fields that this version asks for and that the input does not have. */
export const requiredProblems = (
  command: string,
  input: Record<string, unknown>,
  { required }: Configuration
): InputProblem[] =>
  (required[command] ?? [])
    .filter((field) => isCommandType(command) && isOptional(commandRow(command).input, field))
    .filter((field) => blank(input[field]))
    .map((field) => ({ field, code: 'required', message: missing }))

const signsIn = (command: string, { indicators = [] }: Record<string, unknown>) => {
  if (command === 'case.flag')
    return (indicators as { code: string }[]).map(({ code }, index) => ({
      code,
      field: `indicators.${index}.code`
    }))
  return command === 'indicators.add'
    ? (indicators as string[]).map((code) => ({ code, field: 'indicators' }))
    : []
}

/** Choices of the input that this version does not offer, or no longer. `added`: the reason that makes that of the table more precise. */
export const withdrawnProblems = (
  command: string,
  input: Record<string, unknown>,
  configuration: Configuration,
  added: string | null = null
): InputProblem[] => {
  const lists = codedLists
    .filter((list) => list.command === command && input[list.field] !== undefined)
    .filter((list) => !codesOffered(list.id, configuration).includes(added ?? String(input[list.field])))
  const seen = signsIn(command, input)
  const offered = seen.length > 0 ? new Set<string>(indicatorsOffered(configuration)) : null
  return [
    ...lists.map(({ field }) => ({ field, code: 'withdrawn', message: withdrawn })),
    ...seen.flatMap(({ code, field }) =>
      offered?.has(code) ? [] : [{ field, code: 'withdrawn', message: withdrawn }]
    )
  ]
}
