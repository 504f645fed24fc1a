import type { Actor } from '../../policies/actor.ts'
import type { Meeting } from './store.ts'
import type { Desk } from '../outbox/notify-participants.ts'
import { settleParticipants } from '../outbox/notify-participants.ts'
import { audit } from '../acts/audit.ts'
import { invite } from '../cases/participation.ts'
import { lockCase, situationOf } from '../cases/store.ts'
import { runQuery, setCaseScope, type Tx } from '../db/context.ts'
import { meetingMembers } from '../db/schema/schema.ts'
import { RuleRefused } from '../errors.ts'
import { minuteOf, tell, type Line } from '../outbox/enqueue.ts'
import { dropSettled } from './agenda.ts'
import { dropFollowupsOver, followupsOf } from './followup.ts'
import { writeTo } from './invitation.ts'
import { refusals } from './refusals.ts'
import { sittingIn } from './seats.ts'
import { itemsOf, type Item } from './store.ts'

export type Conducted = { desk: Desk; actor: Actor; at: Date }

/** Opens one case to the members: the sheet of their capacity and nothing more, under the same lock as any act. */
const openTo = async (
  { desk, actor, at }: Conducted,
  caseId: string,
  { orgIds, line }: { orgIds: readonly string[]; line: Line }
) => {
  const { tx } = desk
  const row = await lockCase(tx, caseId)
  if (!row) return
  await setCaseScope(tx, caseId)
  await invite(tx, { caseId, orgIds, capacity: 'cell_member', at, basis: 'meeting.convene' })
  const happening = { command: 'meeting.convene', input: {} }
  await settleParticipants(desk, caseId, situationOf(row), { actor, at, happening, line })
  const object = `case:${caseId}`
  await audit(tx, actor, at, { action: 'meeting.convene', object, detail: 'cell_member' })
}

const withdrawn = `select distinct org_id as "orgId" from meeting_recusal
  where case_id = any($1::uuid[]) and cell_org_id = $2 and not whole and ended_at is null order by 1`

/** Institutions of which somebody withdrew from a case of this agenda: an alternate of theirs is called beside the holder. */
const orgsInNeed = async (tx: Tx, { orgId }: Meeting, items: readonly Item[]): Promise<string[]> => {
  const asked = [items.map(({ caseId }) => caseId), orgId]
  return (await runQuery<{ orgId: string }>(tx, withdrawn, asked)).map((one) => one.orgId)
}

/** @throws RuleRefused when there is nothing to look at or nobody to look at it. */
export const convene = async (conducted: Conducted, meeting: Meeting) => {
  const { desk } = conducted
  const { tx } = desk
  await dropSettled(tx, meeting.id)
  await dropFollowupsOver(tx, meeting.id)
  const items = await itemsOf(tx, meeting.id)
  // A follow-up opens its case to nobody: whoever is convened hears of it from the secretary.
  if (items.length === 0 && (await followupsOf(tx, meeting.id)).length === 0)
    throw new RuleRefused('nothing to look at', refusals.emptyAgenda)
  const withdrew = await orgsInNeed(tx, meeting, items)
  const seats = await sittingIn(tx, meeting, { at: conducted.at, withdrew })
  const members = seats.filter(({ orgId }) => orgId !== meeting.orgId)
  if (members.length === 0) throw new RuleRefused('nobody to convene', refusals.noMembers)
  await tx
    .insert(meetingMembers)
    .values(seats.map((seat) => ({ ...seat, meetingId: meeting.id, cellOrgId: meeting.orgId })))
  const orgIds = [...new Set(members.map(({ orgId }) => orgId))]
  const line = { about: 'meeting', id: meeting.id, seq: minuteOf(conducted.at) } as const
  // Cases are locked in one order by everyone who locks many.
  for (const caseId of items.map((item) => item.caseId).sort())
    await openTo(conducted, caseId, { orgIds, line })
  if (!desk.telling) return
  await tell(tx, { about: 'meeting', id: meeting.id, to: orgIds, line })
  await writeTo(
    tx,
    meeting.id,
    seats.map(({ personId }) => personId)
  )
}
