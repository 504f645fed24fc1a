import { notesKeyword, type FieldNotes } from '../../workflows/vocabulary/fields.ts'

export type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a form's table says of a field, where JSON Schema keeps words: of the values it takes, and of the field itself. */
const inWords = (form: Json, { label, hint, dataClass, choices, answers }: FieldNotes): [Json, Json] => {
  const words = Object.entries(choices ?? answers ?? {}).map(([value, { en }]) => `\`${value}\`: ${en}`)
  const values = words.length > 0 && { description: words.join('; ') }
  const several = isJson(form['items']) && { items: { ...form['items'], ...values } }
  const field = {
    title: label.en,
    ...(hint && { description: hint.en }),
    ...(dataClass && { 'x-class': dataClass })
  }
  return [{ ...form, ...(several || values) }, field]
}

/** The same, present: what may be absent is written as its own form with two types. */
const present = (form: Json): Json | null => {
  const { type, enum: values } = form
  if (!Array.isArray(type) || type.length !== 2 || type[1] !== 'null') return null
  const named = Array.isArray(values) && { enum: values.filter((value) => value !== null) }
  return { ...form, type: type[0] as unknown, ...named }
}

/** The plugin writes « any name of this pattern » as « any name »; so must whatever is compared with it. */
const anyName = ({ patternProperties, ...form }: Json): Json =>
  isJson(patternProperties) ? { ...form, additionalProperties: Object.values(patternProperties)[0] } : form

/** Writes each form that has a name once, and refers to it wherever else it stands. */
export const components = (named: Record<string, object>, described: Json = {}) => {
  const names = new Map<string, string>()
  const forms = new Map<string, Json>()
  const schemas: Json = {}

  // What nothing refers to is left out, so a form brings those within it.
  const use = (name: string): Json => {
    const $ref = `#/components/schemas/${name}`
    if (name in schemas) return { $ref }
    schemas[name] = described[name] ?? forms.get(name)
    for (const [, inner] of JSON.stringify(schemas[name]).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      use(inner!)
    return { $ref }
  }
  const refer = (form: Json): Json | null => {
    const name = names.get(JSON.stringify(form))
    return name === undefined ? null : use(name)
  }
  const within = (form: Json): Json =>
    Object.fromEntries(Object.entries(anyName(form)).map(([key, value]) => [key, share(value)]))
  const share = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(share)
    if (!isJson(node)) return node
    const { [notesKeyword]: notes, ...bare } = node
    if (isJson(notes)) return shareField(bare, notes as FieldNotes)
    const form = within(bare)
    const there = present(form)
    const one = there && refer(there)
    return refer(form) ?? (one ? { anyOf: [one, { type: 'null' }] } : form)
  }
  const shareField = (bare: Json, notes: FieldNotes): Json => {
    const [values, field] = inWords(bare, notes)
    const form = share(values) as Json
    const description = [field['description'], form['description']].filter(Boolean).join(' ')
    return { ...form, ...field, ...(description && { description }) }
  }

  // Small forms first: a large one refers to those within it.
  const plain = Object.entries(named).map(([name, form]) => [name, JSON.stringify(form)] as const)
  for (const [name, text] of plain.toSorted((a, b) => a[1].length - b[1].length)) {
    const { [notesKeyword]: notes, ...bare } = JSON.parse(text) as Json
    const form = within(isJson(notes) ? inWords(bare, notes as FieldNotes)[0] : bare)
    if (!names.has(JSON.stringify(form))) names.set(JSON.stringify(form), name)
    forms.set(name, form)
  }
  return { share, schemas }
}
