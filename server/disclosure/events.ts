import { isHouseOf, type Actor } from '../../policies/actor.ts'
import { commandRow, isCommandType, type CommandType } from '../../workflows/case/commands.ts'
import { addedField } from '../../workflows/configuration/added.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { classOfField } from '../../workflows/vocabulary/split.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { asDisclosed, type Disclosed } from './brand.ts'
import type { EventRow } from '../cases/store.ts'
import { toldWord } from '../deadlines/disclosure.ts'
import { unusualTold } from '../../policies/disclosure.ts'
import type { Sight } from '../../policies/sight.ts'
import { toldState } from '../../policies/told-state.ts'

/** Where a reader may follow an act, its row with the fields that they may read; else one word, and when. */
export type DisclosedEvent = Disclosed<
  { at: Date; word: Bilingual; row?: never } | { at: Date; word: null; row: EventRow }
>

export type Telling = { sight: Sight; actor: Pick<Actor, 'orgId' | 'formerly' | 'role'> }

/** Whoever did an act in this very role reads that it was done, even where it ended what they could see. */
export const isOwnAct = (
  { orgId, role }: Pick<EventRow, 'orgId' | 'role'>,
  actor: Telling['actor']
): boolean => isHouseOf(actor, orgId) && role === actor.role

type Act = Pick<EventRow, 'command' | 'input' | 'sealed' | 'orgId' | 'role'>

export const follows = (row: Act, { sight, actor }: Telling): boolean =>
  isCommandType(row.command) && (isOwnAct(row, actor) || sight.hearsOf(row))

/** Another file of hers: those who may know of both read it beside the case. */
const isOtherFile = ({ command }: EventRow, field: string) => command === 'merge.propose' && field === 'into'

const valueTold = (field: string, value: unknown, { scopes }: Sight) => {
  if (field !== 'scopes' || !Array.isArray(value)) return value
  const shown = scopes.filter((scope) => value.includes(scope))
  return shown.length > 0 ? shown : undefined
}

/** Whom an organisation told that it took an act back: its own people read it. */
const isOthersTelling = ({ command, orgId }: EventRow, field: string, actor: Telling['actor']) =>
  command === 'act.undone' && field === 'toldTo' && !isHouseOf(actor, orgId)

/** What was entered in error is read by those who entered it, so that they put it where it belongs, and by nobody else. */
const isTakenBack = ({ struckBy, orgId }: EventRow, { actor }: Telling): boolean =>
  struckBy !== null && !isHouseOf(actor, orgId)

const inputTold = (row: EventRow, telling: Telling): EventRow['input'] => {
  if (isTakenBack(row, telling)) return {}
  const { sight } = telling
  const { command, input } = row
  const schema = commandRow(command as never).input
  const mayRead = (name: string) => {
    const field = name === addedField ? 'reason' : name
    const notes = schema.properties[field] && notesOf(schema.properties[field])
    return (
      notes &&
      (sight.origin || !(notes.origin || name === addedField)) &&
      !isOtherFile(row, field) &&
      !isOthersTelling(row, field, telling.actor) &&
      sight.whole(classOfField(schema, field) ?? null) &&
      sight.readsValue({ command, notes })
    )
  }
  const fields = Object.keys(input).filter(mayRead)
  return Object.fromEntries(fields.map((field) => [field, valueTold(field, input[field], sight)]))
}

/** A state that a kept code names, as the page would tell it. */
const codeTold = (command: CommandType, code: string, sight: Sight): string =>
  code.startsWith('state.')
    ? `state.${toldState(commandRow(command).region, code.slice('state.'.length), sight.facts, sight)}`
    : code

const unusualIn = (row: EventRow, telling: Telling): string[] => {
  const { command, unusual } = row
  const { sight } = telling
  return isCommandType(command) && !isTakenBack(row, telling)
    ? unusualTold(command, unusual, sight.learns).map((code) => codeTold(command, code, sight))
    : []
}

/** What was done, as one reader may follow it: whole acts by their region, fields by their class. */
export const discloseEvents = (rows: readonly EventRow[], telling: Telling): DisclosedEvent[] =>
  rows.flatMap((row): DisclosedEvent[] => {
    const { at } = row
    if (follows(row, telling))
      return [
        asDisclosed({
          at,
          word: null,
          row: { ...row, input: inputTold(row, telling), unusual: unusualIn(row, telling) }
        })
      ]
    const word = telling.sight.inAWord(row)
    return word ? [asDisclosed({ at, word })] : []
  })

/** By the days and the hour of where the reader is told that the person is. */
export const atTheirHour = (events: readonly EventRow[], sight: Sight, now: Date): EventRow[] =>
  events.flatMap((event) => {
    const word = toldWord(event, sight)
    // What was done there as a day ended has not been done yet where that day goes on.
    return word.at > event.at && word.at > now ? [] : [word]
  })
