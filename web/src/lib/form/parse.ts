import type { JsonForm } from '#lib/api.types.ts'
import { mayBeEmpty, unknown, type Field } from './schema.ts'
import { instantOf } from './zone.ts'

/** What somebody typed, field by field, exactly as sent: kept so that an error never costs a word. */
export type Typed = Record<string, readonly string[]>

export function defaultsOf(fields: readonly Field[]): Typed {
  return Object.fromEntries(fields.map((field) => [field.name, field.initial]))
}

export function typedFrom(form: FormData, fields: readonly Field[]): Typed {
  return Object.fromEntries(fields.map(({ name }) => [name, textsOf(form, name)]))
}

/** The text of one control; empty where there is none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The texts of one control. Browsers send line ends as CR LF; what was typed has none. */
export function textsOf(form: FormData, name: string): string[] {
  return form
    .getAll(name)
    .filter((value) => typeof value === 'string')
    .map((value) => value.replaceAll('\r\n', '\n'))
}

/** The typed body of a command: what was left empty is left out, so that "unknown" is never sent as an empty word. */
export function bodyOf(schema: JsonForm, fields: readonly Field[], typed: Typed): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of fields) {
    const value = valueOf(schema.properties?.[field.name] ?? {}, field, typed[field.name] ?? [])
    if (value !== undefined) body[field.name] = value
  }
  return body
}

/** Required fields that were left empty. */
export function missingIn(fields: readonly Field[], typed: Typed): Field[] {
  return fields.filter((field) => field.required && field.kind !== 'tick' && !filled(typed[field.name]))
}

/** Whole numbers that are written in words, or lie out of their bounds. */
export function misnumberedIn(fields: readonly Field[], typed: Typed): Field[] {
  return fields.filter(({ name, kind, minimum, maximum }) => {
    const text = typed[name]?.[0]?.trim() ?? ''
    if (kind !== 'number' || text === '') return false
    const number = Number(text)
    return !Number.isInteger(number) || number < (minimum ?? -Infinity) || number > (maximum ?? Infinity)
  })
}

/** Fields where only a yes lets the act be done, and that were answered by a no. */
export function refusedIn(schema: JsonForm, fields: readonly Field[], typed: Typed): Field[] {
  return fields.filter(
    ({ name }) => schema.properties?.[name]?.const === true && typed[name]?.[0] === 'false'
  )
}

const filled = (values: readonly string[] | undefined) => (values ?? []).some((value) => value.trim() !== '')

function valueOf(schema: JsonForm, field: Field, values: readonly string[]): unknown {
  if (field.kind === 'tick') return tickOf(field, values)
  const kept = values.map((value) => value.trim()).filter((value) => value !== '')
  if (field.kind === 'checks') return checksOf(schema, field, kept)
  const [first] = kept
  if (first === undefined || (field.mayBeUnknown && first === unknown)) return undefined
  if (field.kind === 'yesno') return first === 'true'
  if (field.kind === 'number') return numberOf(first)
  if (field.kind === 'moment') return instantOf(first) ?? first
  if (schema.type === 'integer') return numberOf(first)
  return constantOf(schema, first)
}

function tickOf(field: Field, values: readonly string[]): boolean | undefined {
  if (values.includes('true')) return true
  return field.required || field.initial.length > 0 ? false : undefined
}

function checksOf(schema: JsonForm, field: Field, kept: readonly string[]): unknown[] | undefined {
  if (kept.length === 0 && !field.required && !mayBeEmpty(schema)) return undefined
  return [...new Set(kept)].map((value) => constantOf(schema.items ?? {}, value))
}

/** What is not a number goes through as it was typed: the API names the field and says why. */
function numberOf(text: string): number | string {
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : text
}

function constantOf(schema: JsonForm, text: string): unknown {
  const listed = [...(schema.oneOf ?? schema.anyOf ?? []).map((one) => one.const), ...(schema.enum ?? [])]
  return listed.find((value) => String(value) === text) ?? text
}
