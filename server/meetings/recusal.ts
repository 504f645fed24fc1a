import { audit } from '../acts/audit.ts'
import { endParts, invite } from '../cases/participation.ts'
import { runQuery, setCaseScope, type Tx } from '../db/context.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { meetingMembers } from '../db/schema/schema.ts'
import { RuleRefused } from '../errors.ts'
import type { Actor } from '../../policies/actor.ts'
import {
  withdrawalOf,
  type RejoinReason,
  type Tie,
  type Withdrawal
} from '../../workflows/meeting/withdrawal.ts'
import { waitingStates } from './agenda.ts'
import { votesOn } from './question.ts'
import { refusals } from './refusals.ts'
import { colleaguesOf } from './seats.ts'
import { lockItem, type Item, type Meeting } from './store.ts'

const standing = `select r.id, r.person_id as "personId", r.org_id as "orgId", r.whole, r.case_id as "caseId", r.cell_org_id as "cellOrgId", o.name as institution,
    r.back_reason as "asked", r.back_by as "askedBy", (select p.display_name from person p where p.id = r.back_by) as "asker", may_rejoin(r.person_id, r.whole) or r.back_by is null and may_ask_back(r.person_id, r.whole) as back
  from meeting_recusal r join organisation o on o.id = r.org_id where r.case_id = any($1::uuid[]) and r.ended_at is null`

export type Standing = Withdrawal & {
  id: string
  caseId: string
  cellOrgId: string
  institution: string
  /** Why somebody who sits for it now asks to come back, where the author sits no more. */
  asked: RejoinReason | null
  askedBy: string | null
  asker: string | null
  /** Whoever asks may take it back, or ask for it. */
  back: boolean
}

/** Who withdrew from these cases, as far as it is told: outside of a case one's own withdrawal and that of one's institution. */
export const withdrawalsFrom = (tx: Tx, caseIds: readonly string[]): Promise<Standing[]> =>
  runQuery<Standing>(tx, standing, [caseIds])

const weighedWithout = 'select id from unnest($1::uuid[]) as one (id) where withdrew(id)'

/** From which of these cases a withdrawal keeps whoever asks, be it that of a house of theirs for which they do not act now. */
export const keptFrom = async (tx: Tx, caseIds: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await runQuery<{ id: string }>(tx, weighedWithout, [caseIds])).map(({ id }) => id))

const waitingItem = async (tx: Tx, meeting: Meeting, itemId: string): Promise<Item> => {
  const item = await lockItem(tx, meeting.id, itemId)
  if (item.state !== 'waiting') throw new RuleRefused('settled', refusals.settled)
  return item
}

const add = `insert into meeting_recusal (item_id, case_id, person_id, org_id, cell_org_id, at, whole) values ($1, $2, $3, $4, $5, $6, $7)`

/** PostgreSQL knows of each voice that was given; a member of their own alone. */
const unlessSpoken = async (tx: Tx, text: string, values: unknown[], refused: RuleRefused) => {
  try {
    return await runQuery<{ orgId: string }>(tx, text, values)
  } catch (cause) {
    throw brokenConstraint(cause) === 'meeting_recusal_after_voice' ? refused : cause
  }
}

/** In the stead of whoever withdrew. Whom the institution has in reserve is called at once: the meeting may be in session. */
const callIn = async (tx: Tx, meeting: Meeting, actor: Actor, caseId: string) => {
  const others = await colleaguesOf(tx, { meetingId: meeting.id, caseId, actor })
  const stands = others.some(({ standsIn }) => standsIn === true)
  const next = others.find(({ alternate, absent, standsIn }) => alternate && !absent && standsIn === null)
  if (stands || !next) return { others, called: [] }
  const { orgId, orgType } = actor
  const seat = { meetingId: meeting.id, personId: next.personId, orgId, orgType, cellOrgId: meeting.orgId }
  await tx.insert(meetingMembers).values({ ...seat, standsIn: true })
  return { others, called: [next.personId] }
}

type Withdrawing = { itemId: string; tie?: Tie; actor: Actor; at: Date }

/**
 * Closes one case to a member who is too close to it, or to their whole institution where the tie is that one's. Says who was
 * called in their stead. PostgreSQL asks who was convened to it, and that nobody of theirs has voted.
 */
export const withdraw = async (
  tx: Tx,
  meeting: Meeting,
  { itemId, tie = 'person', actor, at }: Withdrawing
): Promise<string[]> => {
  const { id, caseId } = await waitingItem(tx, meeting, itemId)
  const whole = tie === 'institution'
  if (withdrawalOf(actor, { withdrawn: await withdrawalsFrom(tx, [caseId]) }))
    throw new RuleRefused('withdrew', refusals.withdrew)
  const voted = (await votesOn(tx, id)).some(({ personId }) => personId === actor.personId)
  if (voted) throw new RuleRefused('voted', refusals.voted)
  const said = [id, caseId, actor.personId, actor.orgId, meeting.orgId, at, whole]
  await unlessSpoken(tx, add, said, new RuleRefused('a colleague voted', refusals.colleagueVoted))
  await setCaseScope(tx, caseId)
  const { others, called } = whole ? { others: [], called: [] } : await callIn(tx, meeting, actor, caseId)
  if (others.length === 0) await endParts(tx, caseId, [{ orgId: actor.orgId, capacity: 'cell_member' }], at)
  await audit(tx, actor, at, { action: 'meeting.item.recuse', object: `case:${caseId}`, detail: tie })
  return called
}

const takeBack = `update meeting_recusal set ended_at = $2, ended_by = $3, reason = $4
  where case_id = $1 and ended_at is null and person_id = $3 and org_id = $5 returning id`
const askBack = `update meeting_recusal set back_by = $2, back_reason = $3
  where case_id = $1 and ended_at is null and back_by is null and whole and org_id = $4 and person_id <> $2 returning id`
// Of what was read: a request that was made since waits for whoever reads it.
const thatRequest = 'case_id = $1 and id = $2 and back_by = $3 and ended_at is null'
const confirmBack = `update meeting_recusal set ended_at = $4, ended_by = $5, reason = back_reason
  where ${thatRequest} and seat_lives(back_by, org_id) and not seat_lives(person_id, org_id) returning org_id as "orgId"`
const refuseBack = `update meeting_recusal set back_by = null, back_reason = null where ${thatRequest} returning org_id as "orgId"`

// The agenda may hold what was decided between two meetings, or has gone to another cell.
const stillWaits = `select from "case" c where c.id = $1 and c.identification = any($2::text[]) and exists (
  select from participation p where p.case_id = c.id and p.org_id = $3 and p.capacity = 'cell' and p.until is null)`

type Rejoining = { itemId: string; reason: RejoinReason; actor: Actor; at: Date }

const letBack = async (
  tx: Tx,
  meeting: Meeting,
  { caseId, orgIds, at }: { caseId: string; orgIds: string[]; at: Date }
) => {
  await setCaseScope(tx, caseId)
  if ((await runQuery(tx, stillWaits, [caseId, waitingStates, meeting.orgId])).length > 0)
    await invite(tx, { caseId, orgIds, capacity: 'cell_member', at, basis: 'meeting.convene' })
}

/** Takes a withdrawal back, by whoever said it; of an institution whose member has left, somebody who sits for it now asks for it. */
export const rejoin = async (tx: Tx, meeting: Meeting, { itemId, reason, actor, at }: Rejoining) => {
  const { caseId } = await waitingItem(tx, meeting, itemId)
  const said = [caseId, at, actor.personId, reason, actor.orgId]
  const back = await unlessSpoken(tx, takeBack, said, new RuleRefused('replaced', refusals.standInVoted))
  const object = `case:${caseId}`
  if (back.length > 0) {
    await letBack(tx, meeting, { caseId, orgIds: [actor.orgId], at })
    return audit(tx, actor, at, { action: 'meeting.item.rejoin', object, detail: reason })
  }
  const waits = await runQuery(tx, askBack, [caseId, actor.personId, reason, actor.orgId])
  if (waits.length === 0) throw new RuleRefused('no withdrawal', refusals.notWithdrawn)
  await setCaseScope(tx, caseId)
  await audit(tx, actor, at, { action: 'meeting.item.rejoin', object, detail: `asked,${reason}` })
}

type Answering = Pick<Rejoining, 'itemId' | 'actor' | 'at'> & { withdrawalId: string; askedBy: string }

/** Confirms what somebody who sits for an institution still asked, of which the author of the withdrawal sits no more. */
export const readmit = async (
  tx: Tx,
  meeting: Meeting,
  { itemId, withdrawalId, askedBy, actor, at }: Answering
) => {
  const { caseId } = await waitingItem(tx, meeting, itemId)
  if (askedBy === actor.personId) throw new RuleRefused('asked it themselves', refusals.ownReturn)
  const refused = new RuleRefused('replaced', refusals.standInVoted)
  const said = [caseId, withdrawalId, askedBy, at, actor.personId]
  const back = await unlessSpoken(tx, confirmBack, said, refused)
  if (back.length === 0) throw new RuleRefused('nobody asks', refusals.nobodyBack)
  const orgIds = back.map(({ orgId }) => orgId)
  await letBack(tx, meeting, { caseId, orgIds, at })
  await audit(tx, actor, at, { action: 'meeting.item.readmit', object: `case:${caseId}` })
}

/** The withdrawal stands: who asked to come back may ask again, and so may a colleague. */
export const uphold = async (
  tx: Tx,
  meeting: Meeting,
  { itemId, withdrawalId, askedBy, actor, at }: Answering
) => {
  const { caseId } = await waitingItem(tx, meeting, itemId)
  const refused = await runQuery(tx, refuseBack, [caseId, withdrawalId, askedBy])
  if (refused.length === 0) throw new RuleRefused('nobody asks', refusals.nobodyBack)
  await audit(tx, actor, at, { action: 'meeting.item.uphold', object: `case:${caseId}` })
}
