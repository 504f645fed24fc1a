import type { TObject, TSchema } from 'typebox'
import { notesOf } from './fields.ts'
import { sealedClasses, type DataClass, type SealedClass } from './vocabulary.ts'

type Values = Record<string, unknown>

/** An act's input by where it may be kept: open values stay in the event, sealed ones go to their compartment. */
export type Split = { open: Values; sealed: Partial<Record<SealedClass, Values>> }

/** Whether a field of this class is kept apart from the event. */
export const isSealed = (dataClass: DataClass | undefined): dataClass is SealedClass =>
  (sealedClasses as readonly unknown[]).includes(dataClass)

const propertiesOf = (schema: TSchema) => (schema as { properties?: Record<string, TSchema> }).properties

/** The data class a reader needs for one field of an act; undefined is for everyone who sees the act. */
export const classOfField = (schema: TObject, field: string): DataClass | undefined => {
  const property = schema.properties[field]
  return property && notesOf(property)?.dataClass
}

type Shape = { type?: string; enum?: unknown; const?: unknown; format?: string; items?: Shape }

const isFree = ({ type, items, ...shape }: Shape): boolean =>
  type === 'array'
    ? items !== undefined && isFree(items)
    : type === 'string' && !('enum' in shape) && !('const' in shape) && !('format' in shape)

/** The fields of an act that its event keeps in words people chose: neither sealed, nor a code, a day or an identifier. */
export const freeWordsOf = (schema: TObject): string[] =>
  Object.entries(schema.properties)
    .filter(([, property]) => isFree(property as Shape) && !isSealed(notesOf(property)?.dataClass))
    .map(([field]) => field)

const put = (split: Split, dataClass: SealedClass, field: string, value: unknown) => {
  split.sealed[dataClass] = { ...split.sealed[dataClass], [field]: value }
}

/** Pure. A nested object (the identity of a flag) is taken apart: its fields stand under their own names. */
export const splitInput = (schema: TObject, input: Values): Split => {
  const split: Split = { open: {}, sealed: {} }
  for (const [field, value] of Object.entries(input)) {
    const property = schema.properties[field]
    if (value === undefined || !property || notesOf(property)?.addressee) continue
    const nested = propertiesOf(property)
    const dataClass = notesOf(property)?.dataClass
    if (nested) {
      const inner = splitInput(property as TObject, value as Values)
      Object.assign(split.open, inner.open)
      for (const [key, values] of Object.entries(inner.sealed))
        for (const [name, one] of Object.entries(values)) put(split, key as SealedClass, name, one)
    } else if (isSealed(dataClass)) put(split, dataClass, field, value)
    else split.open[field] = value
  }
  return split
}
