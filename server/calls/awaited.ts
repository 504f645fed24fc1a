import { civilDate, wallClock } from '../../workflows/calendar/calendar.ts'
import { zoneOf, zoneWhereWorks, type Zone } from '../../workflows/calendar/territories.ts'
import { counted } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { dayEnding } from '../deadlines/view.ts'
import type { Reader } from '../disclosure/reader.ts'
import { countFresh, type During } from '../notices/read.ts'
import type { Due, Waiting } from '../mail/waiting.ts'
import type { ShownLine } from '../outbox/worklist.line.ts'
import { proposalsFor } from '../organisations/store.ts'
import { ofReader } from '../reading/list.page.ts'
import { listReferrals } from '../referrals/list.ts'

type Line = { id: string; at: Date | null; month: boolean; line: string }

const most = 1000

// What waits in each part that the reader speaks for, as it is kept for their own list: no order, count or day tells more than it.
const waitingLines = (role: Reader['actor']['role']) =>
  `select p.case_id as id, p.due_at as at, p.due_in_month as month, p.line from participation p
    where ${ofReader(role)} and p.waits_for is not null and p.since <= (select wall_clock()) order by p.sort_at, p.case_id, p.capacity limit ${most}`

// The hour is a whole one: by its minutes a clock that counts in hours would tell when the act was done that began it.
const dueAt = (at: Date, zone: Zone): Due => ({
  ...{ at, on: civilDate(at, zone) },
  hour: dayEnding(at, zone) ? null : Number(wallClock(at, zone).slice(11, 13))
})

const ofCases = async (tx: Tx, { actor }: Reader): Promise<(Due | null)[]> => {
  const lines = await runQuery<Line>(tx, waitingLines(actor.role), [actor.orgId])
  // A case of which the reader has two parts waits once, by the first of its days.
  const once = new Map(lines.toReversed().map((line) => [line.id, line]))
  return [...once.values()].map(({ at, month, line }) => {
    const { territory } = JSON.parse(line) as ShownLine
    // A day that is told as its month alone is that of a birthday: neither a mail nor a calendar of one's own bears it.
    return at && !month ? dueAt(at, zoneOf(territory)) : null
  })
}

/** What was asked of the reader's organisation and has no answer yet; a question that it asked is not its turn. */
const ofReferrals = async (tx: Tx, reader: Reader): Promise<(Due | null)[]> => {
  const { items } = await listReferrals(tx, { box: 'in', view: 'open', limit: 100 }, reader)
  const zone = zoneWhereWorks(reader.actor.territory)
  return items
    .filter(({ state }) => state !== 'questioned')
    .map(({ answerDue }) => answerDue && ofList(answerDue, zone))
}

const ofList = ({ dueAt: at, dueOn }: { dueAt: string; dueOn: string | null }, zone: Zone): Due =>
  dueOn === null ? dueAt(new Date(at), zone) : { at: new Date(at), on: dueOn, hour: null }

/** All that waits for this reader today, each with its day where it has one, under the right that they have today. */
export const awaitedOf = async (tx: Tx, reader: Reader): Promise<(Due | null)[]> => [
  ...(await ofCases(tx, reader)),
  ...(await ofReferrals(tx, reader))
]

const isDuring = (at: Date, { since, until }: During) => (since === null || at > since) && at <= until

/** What a mail says to this reader of what came to be heard in this time, and of all that waits. */
export const waitingFor = async (tx: Tx, reader: Reader, during: During): Promise<Waiting> => {
  const awaited = await awaitedOf(tx, reader)
  const days = awaited.filter((due) => due !== null).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const proposals = await proposalsFor(tx, reader.actor)
  const proposed = proposals.filter(({ proposedAt }) => isDuring(proposedAt, during))
  return {
    answers: counted(awaited.length + proposals.length),
    first: days[0] ?? null,
    fresh: counted((await countFresh(tx, during, reader)) + proposed.length)
  }
}
