import type { JsonForm } from '#lib/api.types.ts'

export type FieldKind =
  | 'text'
  | 'paragraph'
  | 'number'
  | 'date'
  | 'moment'
  | 'hour'
  | 'tick'
  | 'yesno'
  | 'radio'
  | 'select'
  | 'checks'

export type Choice = { value: string; label: string; group?: string; note?: string }

export type Field = {
  name: string
  kind: FieldKind
  label: string
  hint: string | null
  required: boolean
  /** Of a yes or no question: its answers in full, where it has them. */
  choices: readonly Choice[]
  maxLength: number | null
  minimum: number | null
  maximum: number | null
  initial: readonly string[]
  dataClass: string | null
  /** « I do not know » answers it. */
  mayBeUnknown: boolean
  /** A day that has come. */
  past: boolean
  /** Without this answer of another field it does not apply. */
  onlyIf: { field: string; is: string } | null
}

/** How « I do not know » is ticked: what bears it is left out of what is sent. */
export const unknown = 'unknown'

const fewChoices = 5
const longText = 240

/** The fields of a closed object, in the order of its table. */
export function fieldsOf(schema: JsonForm): Field[] {
  const required = new Set(schema.required ?? [])
  return Object.entries(schema.properties ?? {}).map(([name, property]) =>
    fieldOf(name, property, (required.has(name) && !mayBeEmpty(property)) || waits(property))
  )
}

/** Whether a form says so: « I do not know » says the same, and what another answer asks for is needed there. */
export const isOptional = ({ required, mayBeUnknown, onlyIf }: Field) => !required && !mayBeUnknown && !onlyIf

/** Whether « I do not know » has to be said: there, to pass a question over says nothing. */
const waits = (property: JsonForm) => property['x-unknown'] === true && property['x-passed'] !== true

/** A list of which nothing may be true: to tick nothing is an answer. */
export const mayBeEmpty = ({ type, minItems }: JsonForm) => type === 'array' && minItems === 0

function fieldOf(name: string, property: JsonForm, required: boolean): Field {
  const choices = choicesOf(property.type === 'array' ? (property.items ?? {}) : property)
  return {
    name,
    kind: kindOf(property, choices, required),
    label: property.title ?? name,
    hint: property.description ?? null,
    required,
    choices,
    maxLength: property.maxLength ?? null,
    minimum: property.minimum ?? null,
    maximum: property.maximum ?? null,
    initial: initialOf(property, choices, required),
    dataClass: property['x-class'] ?? null,
    mayBeUnknown: property['x-unknown'] === true,
    past: property['x-past'] === true,
    onlyIf: property['x-only-if'] ?? null
  }
}

/** A small number that may be unknown is chosen: an empty box would not say that nobody knows. */
const counted = ({ type, minimum = 0, maximum = 0 }: JsonForm): Choice[] =>
  type === 'integer'
    ? Array.from({ length: maximum - minimum + 1 }, (_, at) => String(minimum + at)).map((value) => ({
        value,
        label: value
      }))
    : []

function choicesOf(schema: JsonForm): Choice[] {
  if (schema['x-unknown'] && schema.type === 'integer') return counted(schema)
  const listed = schema.oneOf ?? schema.anyOf
  if (listed)
    return listed
      .filter((one) => one.const !== undefined && one.const !== null)
      .map((one) => ({
        value: String(one.const),
        label: one.title ?? String(one.const),
        ...(one['x-group'] && { group: one['x-group'] }),
        ...(one.description && { note: one.description })
      }))
  return (schema.enum ?? [])
    .filter((one) => one !== null)
    .map((one) => ({ value: String(one), label: String(one) }))
}

function kindOf(property: JsonForm, choices: readonly Choice[], required: boolean): FieldKind {
  if (property.type === 'array') return 'checks'
  // An answer that must be given is never read from an empty box: "no" is said, not left out.
  if (property.type === 'boolean')
    return choices.length > 0 || property['x-unknown'] || (required && property.default === undefined)
      ? 'yesno'
      : 'tick'
  if (choices.length > 0) return choices.length <= fewChoices ? 'radio' : 'select'
  // A list that is empty today (no free place) is still a list: nobody types an identifier.
  if (property.oneOf || property.anyOf) return 'select'
  if (property.type === 'integer' || property.type === 'number') return 'number'
  if (property.format === 'date') return 'date'
  if (property.format === 'date-time') return 'moment'
  if (property.format === 'hour') return 'hour'
  return (property.maxLength ?? 0) > longText ? 'paragraph' : 'text'
}

function initialOf(property: JsonForm, choices: readonly Choice[], required: boolean): string[] {
  const { default: given } = property
  if (Array.isArray(given)) return given.map(String)
  if (given === true) return ['true']
  if (given !== undefined && given !== null && given !== false) return [String(given)]
  return required && property.type !== 'array' && choices.length === 1 && choices[0] ? [choices[0].value] : []
}

export type Grouped = { group: string; choices: Choice[] }

/** A court's code begins with its département. */
const placeOf = (court: string) => court.split('.')[0] ?? ''

/** Courts by département, each with its number; those of the département at hand first. Empty for any other list. */
export function courtsOf(choices: readonly Choice[], near: string | null): Grouped[] {
  if (!choices.some(({ value }) => value.includes('.'))) return []
  const named = choices.map((one) => ({ ...one, label: `${one.label} (${placeOf(one.value)})` }))
  const isNear = ({ choices: [first] }: Grouped) => placeOf(first?.value ?? '') === near
  return groupsOf(named).sort((one, other) => Number(isNear(other)) - Number(isNear(one)))
}

/** Of places and their courts: most are those of the case, which come first. Where a case goes is never where it is. */
export const nearFields = ['court', 'foundIn', 'factsTerritory'] as const

/** A place of this list, before the others: it is offered first, and chosen by nobody but who fills the form. */
export const nearFirst = (choices: readonly Choice[], near: string | null): readonly Choice[] => {
  const here = choices.find(({ value }) => value === near)
  return here ? [here, ...choices.filter((one) => one !== here)] : choices
}

/** A long list under its own names, in the order of their letters; empty where the list has none. */
export function groupsOf(choices: readonly Choice[]): Grouped[] {
  if (!choices.some(({ group }) => group)) return []
  return [...Map.groupBy(choices, ({ group }) => group ?? '')]
    .map(([group, inIt]) => ({ group, choices: inIt }))
    .sort((one, other) => one.group.localeCompare(other.group, 'fr'))
}
