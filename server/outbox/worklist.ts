import {
  awaitedOf,
  comesFirst,
  isLateFor,
  type Clock,
  type Party,
  type Standing as Awaiting
} from '../../policies/awaited.ts'
import { offeredBy } from '../../policies/desks.ts'
import { urgencyOf, type Duty } from '../../policies/duties.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { isMonth } from '../../workflows/deadlines/month.ts'
import { guards } from '../../workflows/guards/guards.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { toldClock } from '../deadlines/disclosure.ts'
import type { Sight } from '../../policies/sight.ts'
import type { LiveClock } from '../cases/store.ts'

/** A referral that somebody still has to move: unanswered, or refused and not yet sent again nor noted. */
export type Pending = {
  senderOrgId: string
  kind: string
  state: string
  followUp: string | null
  awaitsOrgId: string | null
}

export type Standing = Omit<Awaiting, 'clocks'> & {
  clocks: readonly LiveClock[]
  referrals: readonly Pending[]
}

type Told = Pick<Sight, 'placed' | 'clock'>

/** A clock that has run out counts for those alone whose act it waits for. */
const counts = (clock: Clock, capacity: Capacity) =>
  clock.state === 'running' || (clock.state === 'fired' && isLateFor(capacity, clock.code))

/** When the first of the clocks that a capacity sees falls due, whoever it waits for. */
const firstDue = ({ clocks }: Standing, capacity: Capacity, told: Told): Date | null => {
  const seen = clocks.filter((clock) => counts(clock, capacity) && told.clock(clock.code))
  return seen.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0]?.dueAt ?? null
}

/** Whoever sits in the cell for an organisation settles nothing in its name. */
export const settles = ({ capacity }: Pick<Party, 'capacity'>) => capacity !== 'cell_member'

const referralDuty = ({ situation, referrals }: Standing, one: Party): Duty | null => {
  if (!settles(one)) return null
  if (referrals.some(({ state, senderOrgId }) => state === 'questioned' && senderOrgId === one.orgId))
    return 'referral.question'
  const mine = referrals.filter(({ awaitsOrgId }) => awaitsOrgId === one.orgId)
  if (guards.caseOpen.holds(situation) && mine.some(({ followUp }) => followUp !== null))
    return 'referral.declined'
  return mine.some(({ state }) => state === 'escalated') ? 'referral.silent' : null
}

/**
 * One line of a worklist: what is waited for, how urgent, until when. A referral that is this organisation's to move comes
 * after the acts that have a clock, and before those that have none. Pure.
 */
const lineOf = (standing: Standing, one: Party, told: Told) => {
  const { capacity } = one
  const { situation, referrals } = standing
  // A place is offered already: it is the structure's turn.
  const isOffered = (kind: string | null) =>
    kind !== null && referrals.some((referral) => referral.kind === kind && referral.followUp === null)
  const [first] = awaitedOf(standing, one).filter(({ act }) => !isOffered(offeredBy(act)))
  const referral = referralDuty(standing, one)
  const clock = first?.clock ?? null
  const waits: Duty | null =
    first && comesFirst(situation, first) ? first.act : (referral ?? first?.act ?? null)
  return {
    waits,
    urgency: urgencyOf(waits, situation.facts, clock?.code ?? null),
    due: clock?.dueAt ?? null,
    month: clock !== null && isMonth(clock as LiveClock),
    clock: firstDue(standing, capacity, told)
  }
}

// A line whose reader may not know what happened does not move, unless their own turn did.
const rewrite = `update participation p set waits_for = l.waits, urgency = l.urgency, due_at = l.due, due_in_month = l.month, clock_at = l.clock,
    moved_at = case when l.told or p.waits_for is distinct from l.waits then coalesce(l.at, p.moved_at) else p.moved_at end,
    told = p.told + (l.at is not null and (l.told or p.waits_for is distinct from l.waits))::int
  from jsonb_to_recordset($2::jsonb)
    as l(org uuid, capacity text, waits text, urgency smallint, due timestamptz, month boolean, clock timestamptz, at timestamptz, told boolean)
  where p.case_id = $1 and p.org_id = l.org and p.capacity = l.capacity
  returning p.org_id as "orgId", p.moved_at as at, p.moved_at = l.at as moved`

type Refreshing = {
  standing: Standing
  /** What those of a capacity are told of it. */
  told: (capacity: Capacity) => Told
  /** When the case moved, as each is told it, and whether they are; null where nobody is, whatever becomes of the lists. */
  movedAt: ((one: Party) => { at: Date; told: boolean }) | null
}

/** Rewrites the worklist line of everyone who takes part, in one statement. Returns whose line moved, and when. */
export const refreshWorklist = async (
  tx: Tx,
  taking: readonly (Party & { caseId: string })[],
  { standing, told, movedAt }: Refreshing
): Promise<{ orgId: string; at: Date }[]> => {
  if (taking.length === 0) return []
  const lines = taking.map((one) => {
    const theirs = told(one.capacity)
    const clocks = standing.clocks.map((clock) => toldClock(clock, theirs))
    const line = lineOf({ ...standing, clocks }, one, theirs)
    return { org: one.orgId, capacity: one.capacity, ...line, ...movedAt?.(one) }
  })
  const rows = await runQuery<{ orgId: string; at: Date; moved: boolean | null }>(tx, rewrite, [
    taking[0]!.caseId,
    JSON.stringify(lines)
  ])
  return rows.filter(({ moved }) => moved)
}
