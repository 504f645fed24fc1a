import { seesWhole } from '../../policies/data-classes.ts'
import { isLateFor, roleIn, urgencyOf, waitsFor, type Duty } from '../../policies/duties.ts'
import { deadlineClass } from '../../policies/told.ts'
import type { OrgType } from '../../policies/actor.ts'
import type { Capacity } from '../../workflows/capacities.ts'
import { commandRow, type CommandType } from '../../workflows/commands.ts'
import type { DeadlineState } from '../../workflows/deadline.states.ts'
import { guards, type Situation } from '../../workflows/guards.ts'
import { offersOf } from '../../workflows/places/places.ts'
import { ask, type Tx } from '../db/context.ts'

type TakingPart = { capacity: string; orgId: string; orgType: OrgType }
type Clock = { code: string; dueAt: Date; state: DeadlineState }
/** A referral that somebody still has to move: unanswered, or refused and not yet sent again nor noted. */
export type Pending = {
  senderOrgId: string
  kind: string
  state: string
  followUp: string | null
  awaitsOrgId: string | null
}

export type Standing = { situation: Situation; clocks: readonly Clock[]; referrals: readonly Pending[] }

/** A clock that has run out counts for those alone whose act it waits for. */
const counts = (clock: Clock, capacity: Capacity) =>
  clock.state === 'running' || (clock.state === 'fired' && isLateFor(capacity, clock.code))

/** The first of the clocks that a capacity sees to fall due. */
const firstClock = ({ situation, clocks }: Standing, capacity: Capacity): Clock | null => {
  const seen = clocks.filter(
    (clock) => counts(clock, capacity) && seesWhole(deadlineClass(clock.code), capacity, situation.facts)
  )
  return seen.reduce<Clock | null>(
    (first, clock) => (first === null || clock.dueAt < first.dueAt ? clock : first),
    null
  )
}

/** When the first of the clocks that a capacity sees falls due. */
export const nextDue = (standing: Standing, capacity: Capacity) =>
  firstClock(standing, capacity)?.dueAt ?? null

/** The turn is that of the organisation named; of the cell, where none was or it takes part no more. */
const isTurnOf = ({ awaitsOrgId }: Pending, { capacity, orgId }: TakingPart, present: ReadonlySet<string>) =>
  awaitsOrgId !== null && present.has(awaitsOrgId) ? awaitsOrgId === orgId : capacity === 'cell'

const referralDuty = (
  { situation, referrals }: Standing,
  one: TakingPart,
  present: ReadonlySet<string>
): Duty | null => {
  if (referrals.some(({ state, senderOrgId }) => state === 'questioned' && senderOrgId === one.orgId))
    return 'referral.question'
  const mine = referrals.filter((referral) => isTurnOf(referral, one, present))
  if (guards.caseOpen.holds(situation) && mine.some(({ followUp }) => followUp !== null))
    return 'referral.declined'
  return mine.some(({ state }) => state === 'escalated') ? 'referral.silent' : null
}

/** The kind of place that an act offers, if it offers one. */
const offerOf = (act: CommandType): string | null => {
  const opened = commandRow(act).effects.find((effect) => effect.type === 'openReferral')
  return opened && opened.kind in offersOf ? opened.kind : null
}

/** One line of a worklist: what is waited for, how urgent, until when. Pure. */
export const lineOf = (standing: Standing, one: TakingPart, present: ReadonlySet<string>) => {
  const held = one.capacity as Capacity
  const act = waitsFor(standing.situation, held, one.orgId, roleIn(held, one.orgType))
  // A place is offered already: it is the structure's turn.
  const offer = act && offerOf(act)
  const offered =
    offer !== null && standing.referrals.some(({ kind, followUp }) => kind === offer && followUp === null)
  const waits = (offered ? null : act) ?? referralDuty(standing, one, present)
  const clock = firstClock(standing, held)
  const urgency = urgencyOf(waits, standing.situation.facts, clock?.code ?? null)
  return { waitsFor: waits, urgency, dueAt: clock?.dueAt ?? null }
}

// A line whose reader may not know what happened does not move, unless their own turn did.
const rewrite = `update participation p set waits_for = l.waits, urgency = l.urgency, due_at = l.due,
    moved_at = case when l.told or p.waits_for is distinct from l.waits then $2 else p.moved_at end
  from jsonb_to_recordset($3::jsonb) as l(org uuid, capacity text, waits text, urgency smallint, due timestamptz, told boolean)
  where p.case_id = $1 and p.org_id = l.org and p.capacity = l.capacity
  returning p.org_id as "orgId", p.moved_at = $2 as moved`

type Refreshing = { standing: Standing; isTold: (one: TakingPart) => boolean; at: Date }

/** Rewrites the worklist line of everyone who takes part, in one statement. Returns whose line moved. */
export const refreshWorklist = async (
  tx: Tx,
  taking: readonly (TakingPart & { caseId: string })[],
  { standing, isTold, at }: Refreshing
): Promise<string[]> => {
  if (taking.length === 0) return []
  const present = new Set(taking.map(({ orgId }) => orgId))
  const lines = taking.map((one) => {
    const { waitsFor: waits, urgency, dueAt } = lineOf(standing, one, present)
    const due = dueAt?.toISOString() ?? null
    return { org: one.orgId, capacity: one.capacity, waits, urgency, due, told: isTold(one) }
  })
  const rows = await ask<{ orgId: string; moved: boolean }>(tx, rewrite, [
    taking[0]!.caseId,
    at,
    JSON.stringify(lines)
  ])
  return rows.filter(({ moved }) => moved).map(({ orgId }) => orgId)
}
