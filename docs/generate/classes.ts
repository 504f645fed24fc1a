import type { TObject, TSchema } from 'typebox'
import { regionClass } from '../../policies/told.ts'
import { commandRow, type CommandType } from '../../workflows/commands.ts'
import { notesOf, type FieldNotes } from '../../workflows/fields.ts'
import { dataClasses, sealedClasses, type DataClass } from '../../workflows/vocabulary.ts'

const isSealed = (dataClass: DataClass) => (sealedClasses as readonly DataClass[]).includes(dataClass)

/** A class by its letter and its name; a field of none is read by everyone who takes part. */
export const className = (dataClass: DataClass | undefined) =>
  dataClass
    ? `${dataClass} · ${dataClasses[dataClass].fr}${isSealed(dataClass) ? ' (chiffré)' : ''}`
    : 'Tous les participants'

/** A field without a class of its own is read with the act, by whoever sees where its region stands. */
export const classOf = (type: CommandType, { dataClass }: FieldNotes): DataClass | undefined =>
  dataClass ?? regionClass(commandRow(type).region) ?? undefined

const nested = (schema: TSchema) => (schema as { properties?: TObject['properties'] }).properties

export type Field = { schema: TSchema; notes: FieldNotes; required: boolean }

/** The fields that have words, those of a group one by one. */
export const fieldsOf = (schema: TObject): Field[] =>
  Object.entries(schema.properties).flatMap(([name, property]) => {
    const required = (schema.required ?? []).includes(name)
    if (nested(property))
      return fieldsOf(property as TObject).map((one) => ({ ...one, required: one.required && required }))
    const notes = notesOf(property)
    return notes ? [{ schema: property, notes, required }] : []
  })
