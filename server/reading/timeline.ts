import { commandRow, isCommandType, type CommandType } from '../../workflows/case/commands.ts'
import { unusualReason } from '../../workflows/case/records.ts'
import { addedWords } from '../../workflows/configuration/added.ts'
import { deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { inSentence } from '../../workflows/vocabulary/vocabulary.ts'
import { undoReasons } from '../../workflows/vocabulary/words.repair.ts'
import { zoneWhereWorks } from '../../workflows/calendar/territories.ts'
import type { EventRow } from '../cases/store.ts'
import type { DisclosedEvent } from '../disclosure/events.ts'
import type { DisclosedStory } from '../disclosure/story.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Locale } from '../locale.ts'
import { linesAtOnce, type EventView } from '../views/schemas.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { unnamed, type Names } from '../disclosure/names.ts'
import { basesOf, showValue } from '../views/words.ts'

type Telling = {
  reader: Pick<Reader, 'locale'> & { actor: Pick<Reader['actor'], 'territory'> }
  names: Names
  refs?: (row: EventRow) => string | null
  followsAll?: (row: EventRow) => boolean
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

const deadlineWord = (code: unknown, locale: Locale) =>
  deadlineRegister[code as DeadlineCode]?.label[locale] ?? String(code)

/** Organisations that this reader knows by now; of none of them no line. */
const knownOf = (ids: unknown, names: Names, label: string) => {
  const known = idsIn(ids).filter(names.isKnown)
  return known.length > 0 ? [{ label, value: known.map(names.of).join(', ') }] : []
}

/** In the order of the form, whatever order the database keeps. What only the server knows reads as a name, or not at all. */
const fieldsOf = ({ command, input }: EventRow, { reader: { actor, locale }, names }: Telling) =>
  Object.entries(commandRow(command as never).input.properties).flatMap(([field, property]) => {
    const value = input[field]
    const notes = notesOf(property)
    if (
      value === undefined ||
      !notes ||
      (command === 'act.undone' && field === 'act') ||
      notes.lookup === 'freePlaces' ||
      notes.lookup === 'ownPlaces'
    )
      return []
    if (notes.lookup === 'associations' || notes.lookup === 'recipients')
      return [{ label: notes.label[locale], value: names.of(String(value)) }]
    if (notes.lookup === 'told') return knownOf(value, names, notes.label[locale])
    const clock = command.startsWith('clock.') && field === 'deadline'
    const added = field === 'reason' ? addedWords(input) : null
    return [
      {
        label: notes.label[locale],
        value: clock
          ? deadlineWord(value, locale)
          : (added?.[locale] ?? showValue(value, property, locale, zoneWhereWorks(actor.territory)))
      }
    ]
  })

type Line = Omit<EventView, 'seq'>

/** By what name an act is asked to be taken back, for whoever may ask. */
const refOf = (row: EventRow, { refs, followsAll }: Telling): Pick<Line, 'ref' | 'undoneByOthers'> => {
  const ref = refs?.(row) ?? null
  if (ref === null) return {}
  return followsAll?.(row) === false ? { ref, undoneByOthers: true } : { ref }
}

/** Why a record was unexpected, in what this reader may know of it. */
const unusualOf = ({ command, unusual }: EventRow, locale: Locale): Pick<Line, 'unusual'> => {
  const said = unusual.flatMap((code) => unusualReason(command as CommandType, code)?.reason[locale] ?? [])
  return said.length > 0 ? { unusual: said } : {}
}

/** The act itself names what it took back. */
const labelOf = ({ command, input }: EventRow, locale: Locale): string => {
  const done = commandRow(command as never).done[locale]
  const act = command === 'act.undone' ? String(input['act']) : null
  if (act === null || !isCommandType(act)) return done
  return `${done}${locale === 'fr' ? '\u00a0' : ''}: ${inSentence(commandRow(act).done[locale])}`
}

const struckOf = ({ struckAt, struckFor }: EventRow, locale: Locale): Pick<Line, 'struck'> =>
  struckAt && struckFor ? { struck: { at: struckAt.toISOString(), why: undoReasons[struckFor][locale] } } : {}

const wholeOf = (row: EventRow, telling: Telling): Line => ({
  at: row.at.toISOString(),
  command: row.command,
  label: labelOf(row, telling.reader.locale),
  by: telling.names.by(row),
  basis: basesOf(row.basis, row.basisOn, telling.reader.locale),
  fields: fieldsOf(row, telling),
  late: row.late,
  ...unusualOf(row, telling.reader.locale),
  ...struckOf(row, telling.reader.locale),
  ...refOf(row, telling)
})

/** That its region has moved, as one word: not by which act, nor on what ground, nor by whom. */
const wordOf = ({ at, word }: Extract<DisclosedEvent, { word: object }>, locale: Locale): Line => ({
  at: at.toISOString(),
  command: 'told.in_a_word',
  label: word[locale],
  by: { organisation: unnamed.another[locale], role: '' },
  basis: [],
  fields: [],
  late: false
})

/**
 * The story of a case as it is told. Its lines are numbered as they are told: the numbers of the log would say how many lines
 * are not. `told`: how many come before these.
 */
export const timelineOf = (events: readonly DisclosedEvent[], telling: Telling, told = 0): EventView[] =>
  events.map((event, before) => ({
    ...(event.word === null ? wholeOf(event.row, telling) : wordOf(event, telling.reader.locale)),
    seq: told + before + 1
  }))

type Lines = { lines?: number; cursor?: string | undefined }

const spanOf = ({ events, before }: DisclosedStory, { lines = linesAtOnce, cursor }: Lines) => {
  const [next = Infinity] = cursor === undefined ? [] : decodeCursor(cursor, ['seq']).map(Number)
  const end = Math.max(0, Math.min(before + events.length, next - 1))
  return { told: Math.max(0, end - lines), end }
}

/** The lines of a page: the newest, or those before the line at which another page ended. `told`: how many come before them. */
export const pageOf = (story: DisclosedStory, asked: Lines) => {
  const { told, end } = spanOf(story, asked)
  return {
    events: story.events.slice(told - story.before, end - story.before),
    told,
    older: told > 0 ? encodeCursor([String(told + 1)]) : null
  }
}

/** Whether the lines of a page are among those that were read. */
export const holdsPage = (story: DisclosedStory, asked: Lines): boolean => {
  const { told, end } = spanOf(story, asked)
  return told >= story.before || told === end
}

type Row = NonNullable<DisclosedEvent['row']>

/** The last line of these acts, of those that are sought. `told`: how many lines come before it. */
export const lastOf = (
  { events, before }: DisclosedStory,
  commands: readonly string[],
  sought: (row: Row) => boolean = () => true
) => {
  const told = events.findLastIndex(
    ({ row }) => row?.struckBy === null && commands.includes(row.command) && sought(row)
  )
  const event = events[told]
  return event?.row ? { event, told: before + told, command: event.row.command } : null
}

/** Which of these acts was done last, whether its line was read or not. */
export const lastDone = (
  { events, earlier }: Pick<DisclosedStory, 'events' | 'earlier'>,
  commands: readonly string[]
): string | null => {
  const done = [...earlier, ...events.flatMap(({ row }) => (row?.struckBy === null ? row.command : []))]
  return done.findLast((command) => commands.includes(command)) ?? null
}

/** Whether the last line of these acts is among those that were read, if there is one. */
export const holdsLast = (
  story: DisclosedStory,
  commands: readonly string[],
  sought?: (row: Row) => boolean
): boolean => lastOf(story, commands, sought) !== null || lastDone(story, commands) === null

/** The services that these lines name. */
export const servicesIn = (events: readonly DisclosedEvent[]): string[] =>
  events.flatMap(({ row }) =>
    row
      ? [row.orgId, row.input['orgId'], row.input['recipientId'], ...idsIn(row.input['toldTo'])].filter(
          (one) => typeof one === 'string'
        )
      : []
  )
