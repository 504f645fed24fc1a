import type { TObject, TSchema } from 'typebox'
import { actClass } from '../../policies/disclosure.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import { notesOf, type FieldNotes } from '../../workflows/vocabulary/fields.ts'
import { isSealed } from '../../workflows/vocabulary/split.ts'
import { dataClasses, type DataClass } from '../../workflows/vocabulary/vocabulary.ts'

/** A class by its letter and its name; what has none is read by everyone who takes part. */
export const className = (dataClass: DataClass | null) =>
  dataClass ? `${dataClass} · ${dataClasses[dataClass].fr}` : 'Tous les participants'

/** Only a field that has a sealed class of its own is kept encrypted: one read with its act stands in the event. */
export const sealedMark = (dataClass: DataClass | undefined) => (isSealed(dataClass) ? ' (chiffré)' : '')

/** The clock speaks of whichever clock it is: to those who may see that one. */
export const ofTheClock = (type: CommandType) => type.startsWith('clock.')
export const toWhomTheClock = 'qui voit le délai dont il s’agit'

/** Who reads a field once it is written: by its own class, within the act that carries it. */
export const readBy = (type: CommandType, { dataClass, tells, addressee }: FieldNotes): string => {
  if (addressee) return 'personne : l’adresse ne sert qu’à l’envoi'
  if (ofTheClock(type)) return toWhomTheClock
  const act = actClass(type)
  const own = tells ?? dataClass ?? act
  const within = act !== null && own !== act ? `, dans un acte de classe ${act}` : ''
  return `${className(own)}${sealedMark(dataClass)}${tells ? ', et qui conclut' : ''}${within}`
}

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
