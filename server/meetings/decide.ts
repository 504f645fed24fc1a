import { eq } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { conductsMeetings, sitsInCell } from '../../policies/features.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { advanceMeeting, meetingRow, type MeetingCommand } from '../../workflows/meeting/machine.ts'
import { meetingStates, type MeetingState } from '../../workflows/meeting/states.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { audit } from '../acts/audit.ts'
import { mustFit, type Done, type Gate } from '../acts/command-validation.ts'
import { actOnce } from '../acts/once.ts'
import type { Tx } from '../db/context.ts'
import { meetings } from '../db/schema/schema.ts'
import { NotAllowed, NotFound, RuleRefused, VersionConflict, wrongField } from '../errors.ts'
import { insertItems, waitingFor } from './agenda.ts'
import { handlers } from './handlers.ts'
import { rulesInForce } from './rules.ts'
import { lockMeeting, readMeeting, type Meeting } from './store.ts'

export type MeetingCommandRequest = {
  actor: Actor
  meetingId: string
  command: MeetingCommand
  input: Record<string, unknown>
  /** Null for a voice: it is given once on an item, and others may speak in the meantime. */
  version: number | null
  key: string | null
}

const notOpen = (command: MeetingCommand, state: MeetingState) => {
  const { label } = meetingRow(command)
  const here = meetingStates[state].label
  return new RuleRefused('not open here', {
    fr: `« ${label.fr} » n’est pas possible : la réunion est ${here.fr}.`,
    en: `“${label.en}” is not possible: the meeting is ${here.en}.`
  })
}

/** The secretary's acts lock the meeting; a voice locks its item alone, so that members do not wait for each other. */
const authorised = async (tx: Tx, { actor, meetingId, command, version }: MeetingCommandRequest) => {
  if (!sitsInCell(actor)) throw new NotFound('not of a cell')
  const conducts = meetingRow(command).side === 'secretary'
  const meeting = await readMeeting(tx, meetingId)
  if (conducts && !(conductsMeetings(actor) && actor.orgId === meeting.orgId))
    throw new NotAllowed('the secretary conducts')
  const row = conducts ? await lockMeeting(tx, meetingId) : meeting
  if (version !== null && row.version !== version) throw new VersionConflict(`version ${row.version}`)
  const next = advanceMeeting(row.state, command)
  if (next === null) throw notOpen(command, row.state)
  return { meeting: row, next }
}

const written = async (tx: Tx, meeting: Meeting, next: MeetingState, changes: Partial<Meeting> | void) =>
  tx
    .update(meetings)
    .set({ ...changes, state: next, version: meeting.version + 1 })
    .where(eq(meetings.id, meeting.id))

/** A court that is named sets how an item is decided, and is forgotten once members are called: what was chosen stays in the journal. */
const chosen = ({ itemId, court }: Record<string, unknown>) =>
  typeof court === 'string' ? { detail: `${String(itemId)} ${court}` } : {}

/** The gate of a meeting: one transaction, in which a decision of the cell is also an act of the case. */
export const decideMeeting = (gate: Gate, asked: MeetingCommandRequest): Promise<Done> => {
  const { actor, meetingId, command, input, version } = asked
  const { input: form, side } = meetingRow(command)
  const [action, object] = [`meeting.${command}`, `meeting:${meetingId}`]
  const request = { meetingId, input, version }
  const deed = { command: action, object, aggregate: 'meeting', id: meetingId, request }
  return actOnce(gate, asked, deed, async (tx, at) => {
    const { meeting, next } = await authorised(tx, asked)
    mustFit(form, input)
    const changes = await handlers[command]({ gate, tx, meeting, actor, at, input: input as never })
    if (side === 'secretary') await written(tx, meeting, next, changes)
    await audit(tx, actor, at, { action, object, ...chosen(input) })
    return { version: meeting.version + 1 }
  })
}

export type Planned = { actor: Actor; startsAt: string; place: string | null; key: string | null }

const past = {
  fr: 'La réunion se prévoit pour aujourd’hui ou plus tard.',
  en: 'A meeting is planned for today or later.'
}

/** A new meeting of the secretary's own cell, its agenda proposed from what waits. */
export const planMeeting = (gate: Gate, asked: Planned): Promise<Done> => {
  const { actor, startsAt, place } = asked
  const deed = {
    command: 'meeting.plan',
    object: 'meeting',
    aggregate: 'meeting',
    request: { startsAt, place }
  }
  return actOnce(gate, asked, deed, async (tx, at, id) => {
    if (!conductsMeetings(actor)) throw new NotAllowed('a cell’s secretary plans its meetings')
    const { territory, orgId } = actor
    const zone = zoneOf(territory)
    if (civilDate(new Date(startsAt), zone) < civilDate(at, zone)) throw wrongField('startsAt', 'past', past)
    const first = { id, territory, orgId, place, version: 1, state: 'planned' }
    const rules = await rulesInForce(tx, territory, at)
    await tx.insert(meetings).values({ ...first, startsAt: new Date(startsAt), rules })
    await insertItems(tx, id, await waitingFor(tx, { orgId, territory }))
    await audit(tx, actor, at, { action: 'meeting.plan', object: `meeting:${id}` })
    return { version: 1 }
  })
}
