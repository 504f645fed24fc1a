import { maySee, scopesShownTo, seesWhole } from '../../policies/data-classes.ts'
import type { Mask } from '../../policies/hands.ts'
import { heardInAWord, mayHearOf, mayReadValue } from '../../policies/told.ts'
import { roles, type Actor, type Role } from '../../policies/actor.ts'
import type { Capacity } from '../../workflows/capacities.ts'
import { commandRow, isCommandType } from '../../workflows/commands.ts'
import { deadlineRegister, type DeadlineCode } from '../../workflows/deadlines.ts'
import type { Facts } from '../../workflows/facts.ts'
import { notesOf } from '../../workflows/fields.ts'
import { classOfField } from '../../workflows/split.ts'
import { zoneWhereWorks } from '../../workflows/territories.ts'
import type { Bilingual } from '../../workflows/vocabulary.ts'
import type { caseEvents } from '../db/schema.ts'
import type { Locale } from '../http/locale.ts'
import type { EventView } from '../views/schemas.ts'
import { anOrganisation, aShelter } from './names.ts'
import { basesOf, showValue } from '../views/words.ts'

export type EventRow = typeof caseEvents.$inferSelect

/** Names of organisations as this reader may see them: a shelter has none before the match. */
export type NameOf = (orgId: string | null) => string

type Reader = {
  actor: Pick<Actor, 'orgId' | 'role' | 'territory'>
  capacity: Capacity
  facts: Facts
  locale: Locale
  nameOf: NameOf
  /** How whoever did an act is told where the reader may not know of their part. */
  maskOf: (row: EventRow) => Mask | null
  /** Whether this reader may know where the acts were. */
  origin: boolean
}

const clockWord: Bilingual = { fr: 'Horloge', en: 'Clock' }

/** Whoever did an act in this very role reads that it was done, even where it ended what they could see. */
const own = ({ orgId, role }: EventRow, { actor }: Seeing) => orgId === actor.orgId && role === actor.role

type Seeing = Pick<Reader, 'capacity' | 'facts'> & { actor: Pick<Actor, 'orgId' | 'role'> }

/** The acts that this reader may know of. */
export const seenOf = (rows: readonly EventRow[], reader: Seeing): EventRow[] =>
  rows.filter((row) => visible(row, reader))

const follows = (row: EventRow, reader: Seeing): boolean =>
  own(row, reader) || mayHearOf(row, reader.capacity, reader.facts)

const visible = (row: EventRow, reader: Seeing): boolean =>
  isCommandType(row.command) &&
  (follows(row, reader) || heardInAWord(row, reader.capacity, reader.facts) !== null)

const deadlineWord = (code: unknown, locale: Locale) =>
  deadlineRegister[code as DeadlineCode]?.label[locale] ?? String(code)

/** That she seeks asylum is for those who may know of it: to the others, as if she had never said so. */
const toldTo = ({ capacity, facts }: Reader, field: string, { command, input }: EventRow) => {
  const value = input[field]
  if (field === 'scopes' && Array.isArray(value)) {
    const shown = scopesShownTo(capacity, facts).filter((scope) => value.includes(scope))
    return shown.length > 0 ? shown : undefined
  }
  if (maySee('I', capacity, facts)) return value
  // As if nothing had been written: another word would stand beside the one told the day before, of which a flag has none.
  if (field === 'stay' && value === 'asylum') return command === 'case.flag' ? 'unknown' : undefined
  return value
}

/** Another file of hers: those who may know of both read it beside the case. */
const isOtherFile = ({ command }: EventRow, field: string) => command === 'merge.propose' && field === 'into'

/** In the order of the form, whatever order the database keeps. What only the server knows reads as a name, or not at all. */
const fieldsOf = (row: EventRow, reader: Reader) => {
  const { actor, capacity, facts, locale, nameOf, origin } = reader
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
      return [{ label: notes.label[locale], value: nameOf(String(value)) }]
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

/** Who did it, by organisation and role; neither, or any shelter, where the reader may not know that they take part. */
const doerOf = (row: EventRow, { locale, nameOf, maskOf }: Reader) => {
  const mask = maskOf(row)
  if (mask === 'anybody') return { organisation: anOrganisation[locale], role: '' }
  if (mask === 'shelter') return { organisation: aShelter[locale], role: roles.shelter[locale] }
  return {
    organisation: row.orgId ? nameOf(row.orgId) : clockWord[locale],
    role: roles[row.role as Role][locale]
  }
}

type Line = Omit<EventView, 'seq'>

const wholeOf = (row: EventRow, reader: Reader): Line => ({
  at: row.at.toISOString(),
  command: row.command,
  label: commandRow(row.command as never).done[reader.locale],
  by: doerOf(row, reader),
  basis: basesOf(row.basis, row.basisOn, reader.locale),
  fields: fieldsOf(row, reader),
  late: row.late
})

/** That its region has moved, as one word: not by which act, nor on what ground, nor by whom. */
const wordOf = (row: EventRow, { capacity, facts, locale }: Reader): Line => ({
  at: row.at.toISOString(),
  command: 'told.in_a_word',
  label: heardInAWord(row, capacity, facts)![locale],
  by: { organisation: anOrganisation[locale], role: '' },
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
