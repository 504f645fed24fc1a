import { seesWhole } from '../../policies/data-classes.ts'
import { deadlineClass, roleIn, staysLate, waitsFor } from '../../policies/duties.ts'
import type { OrgType } from '../../policies/actor.ts'
import type { Capacity } from '../../workflows/capacities.ts'
import { commandRow, type CommandType } from '../../workflows/commands.ts'
import type { Situation } from '../../workflows/guards.ts'
import { offersOf } from '../../workflows/places/places.ts'
import { ask, type Tx } from '../db/context.ts'

type TakingPart = { capacity: string; orgId: string; orgType: OrgType }
type Clock = { code: string; dueAt: Date; state: string }
type OpenReferral = { senderOrgId: string; kind: string; state: string }

export type Standing = { situation: Situation; clocks: readonly Clock[]; referrals: readonly OpenReferral[] }

const counts = (clock: Clock) =>
  clock.state === 'running' || (clock.state === 'fired' && staysLate(clock.code))

/** When the first of the clocks that a capacity sees falls due. */
export const nextDue = ({ situation, clocks }: Standing, capacity: Capacity) => {
  const seen = clocks.filter(
    (clock) => counts(clock) && seesWhole(deadlineClass(clock.code), capacity, situation.facts)
  )
  return seen.reduce<Date | null>(
    (first, { dueAt }) => (first === null || dueAt < first ? dueAt : first),
    null
  )
}

const referralDuty = ({ referrals }: Standing, capacity: Capacity, orgId: string) => {
  if (referrals.some((referral) => referral.state === 'questioned' && referral.senderOrgId === orgId))
    return 'referral.question'
  const chases = ['cell', 'acse', 'ofii'].includes(capacity)
  return chases && referrals.some((referral) => referral.state === 'escalated') ? 'referral.silent' : null
}

/** The kind of place that an act offers, if it offers one. */
const offerOf = (act: CommandType): string | null => {
  const opened = commandRow(act).effects.find((effect) => effect.type === 'openReferral')
  return opened && opened.kind in offersOf ? opened.kind : null
}

/** One line of a worklist: what is waited for, how urgent, until when. Pure. */
export const lineOf = (standing: Standing, { capacity, orgId, orgType }: TakingPart) => {
  const held = capacity as Capacity
  const act = waitsFor(standing.situation, held, orgId, roleIn(held, orgType))
  // A place is offered already: it is the structure's turn.
  const offer = act && offerOf(act)
  const offered = offer !== null && standing.referrals.some(({ kind }) => kind === offer)
  const waits = (offered ? null : act) ?? referralDuty(standing, held, orgId)
  const danger = standing.situation.facts.danger === 'immediate'
  return { waitsFor: waits, urgency: waits !== null && danger ? 0 : 1, dueAt: nextDue(standing, held) }
}

const rewrite = `update participation p set waits_for = l.waits, urgency = l.urgency, due_at = l.due, moved_at = $2
  from jsonb_to_recordset($3::jsonb) as l(org uuid, capacity text, waits text, urgency smallint, due timestamptz)
  where p.case_id = $1 and p.org_id = l.org and p.capacity = l.capacity`

/** Rewrites the worklist line of everyone who takes part, in one statement. */
export const refreshWorklist = async (
  tx: Tx,
  taking: readonly (TakingPart & { caseId: string })[],
  standing: Standing,
  at: Date
) => {
  if (taking.length === 0) return
  const lines = taking.map((one) => {
    const { waitsFor: waits, urgency, dueAt } = lineOf(standing, one)
    return { org: one.orgId, capacity: one.capacity, waits, urgency, due: dueAt?.toISOString() ?? null }
  })
  await ask(tx, rewrite, [taking[0]!.caseId, at, JSON.stringify(lines)])
}
