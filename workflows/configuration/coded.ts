import type { TSchema } from 'typebox'
import { commandRow, commandTypes, type CommandType } from '../case/commands.ts'
import { notesOf } from '../vocabulary/fields.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

export type CodedList = {
  id: string
  command: CommandType
  field: string
  label: Bilingual
  codes: Record<string, Bilingual>
}

const codesOf = (schema: TSchema | undefined) => {
  const notes = schema && notesOf(schema)
  return (!notes?.computed && notes?.choices) || null
}

/** The coded lists of reasons that people choose from, found where the tables have them. */
export const codedLists: readonly CodedList[] = commandTypes
  .filter((command) => commandRow(command).offered)
  .flatMap((command) => {
    const codes = codesOf(commandRow(command).input.properties['reason'])
    const list = { id: `${command}.reason`, command, field: 'reason', label: commandRow(command).label }
    return codes ? [{ ...list, codes }] : []
  })

export const codedList = (id: string): CodedList | undefined => codedLists.find((list) => list.id === id)
