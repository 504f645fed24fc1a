import { maySee, scopesShownTo, seesWhole } from '../../policies/data-classes.ts'
import { heardInAWord, mayHearOf, mayReadValue } from '../../policies/disclosure.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow, isCommandType } from '../../workflows/case/commands.ts'
import { deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import type { Facts } from '../../workflows/case/facts.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { classOfField } from '../../workflows/vocabulary/split.ts'
import { zoneWhereWorks } from '../../workflows/calendar/territories.ts'
import type { caseEvents } from '../db/schema/schema.ts'
import type { Locale } from '../http/locale.ts'
import type { EventView } from '../views/schemas.ts'
import { unnamed, type Names } from './names.ts'
import { basesOf, showValue } from '../views/words.ts'

export type EventRow = typeof caseEvents.$inferSelect

type Reader = {
  actor: Pick<Actor, 'orgId' | 'role' | 'territory'>
  capacity: Capacity
  facts: Facts
  locale: Locale
  names: Names
  /** Whether this reader may know where the acts were. */
  origin: boolean
}

/** Whoever did an act in this very role reads that it was done, even where it ended what they could see. */
const own = ({ orgId, role }: EventRow, { actor }: Seeing) => orgId === actor.orgId && role === actor.role

type Seeing = Pick<Reader, 'capacity' | 'facts'> & { actor: Pick<Actor, 'orgId' | 'role'> }

const follows = (row: EventRow, reader: Seeing): boolean =>
  isCommandType(row.command) && (own(row, reader) || mayHearOf(row, reader.capacity, reader.facts))

const visible = (row: EventRow, reader: Seeing): boolean =>
  follows(row, reader) || heardInAWord(row, reader.capacity, reader.facts) !== null

const deadlineWord = (code: unknown, locale: Locale) =>
  deadlineRegister[code as DeadlineCode]?.label[locale] ?? String(code)

/** That she seeks asylum is for those who may know of it: to the others, as if she had never said so. */
const toldTo = ({ capacity, facts }: Reader, field: string, { input }: EventRow) => {
  const value = input[field]
  if (field === 'scopes' && Array.isArray(value)) {
    const shown = scopesShownTo(capacity, facts).filter((scope) => value.includes(scope))
    return shown.length > 0 ? shown : undefined
  }
  if (maySee('I', capacity, facts)) return value
  return value
}

/** Another file of hers: those who may know of both read it beside the case. */
const isOtherFile = ({ command }: EventRow, field: string) => command === 'merge.propose' && field === 'into'

/** In the order of the form, whatever order the database keeps. What only the server knows reads as a name, or not at all. */
const fieldsOf = (row: EventRow, reader: Reader) => {
  const { actor, capacity, facts, locale, names, origin } = reader
  const schema = commandRow(row.command as never).input
  return Object.entries(schema.properties).flatMap(([field, property]) => {
    const value = toldTo(reader, field, row)
    const notes = notesOf(property)
    if (
      value === undefined ||
      !notes ||
      (notes.origin && !origin) ||
      isOtherFile(row, field) ||
      notes.lookup === 'freePlaces' ||
      notes.lookup === 'ownPlaces' ||
      !seesWhole(classOfField(schema, field) ?? null, capacity, facts) ||
      !mayReadValue({ command: row.command, notes }, capacity, facts)
    )
      return []
    if (notes.lookup === 'associations' || notes.lookup === 'recipients')
      return [{ label: notes.label[locale], value: names.of(String(value)) }]
    const clock = row.command.startsWith('clock.') && field === 'deadline'
    return [
      {
        label: notes.label[locale],
        value: clock
          ? deadlineWord(value, locale)
          : showValue(value, property, locale, zoneWhereWorks(actor.territory))
      }
    ]
  })
}

type Line = Omit<EventView, 'seq'>

const wholeOf = (row: EventRow, reader: Reader): Line => ({
  at: row.at.toISOString(),
  command: row.command,
  label: commandRow(row.command as never).done[reader.locale],
  by: reader.names.by(row),
  basis: basesOf(row.basis, row.basisOn, reader.locale),
  fields: fieldsOf(row, reader),
  late: row.late
})

/** That its region has moved, as one word: not by which act, nor on what ground, nor by whom. */
const wordOf = (row: EventRow, { capacity, facts, locale }: Reader): Line => ({
  at: row.at.toISOString(),
  command: 'told.in_a_word',
  label: heardInAWord(row, capacity, facts)![locale],
  by: { organisation: unnamed.another[locale], role: '' },
  basis: [],
  fields: [],
  late: false
})

/**
 * The story of a case as one reader may follow it: whole acts by their region, fields by their class. Its lines are numbered
 * as they are told: the numbers of the log would say how many lines are not.
 */
export const timelineOf = (rows: readonly EventRow[], reader: Reader): EventView[] =>
  rows
    .filter((row) => visible(row, reader))
    .map((row, before) => ({
      ...(follows(row, reader) ? wholeOf(row, reader) : wordOf(row, reader)),
      seq: before + 1
    }))
