import {
  awaitedOf,
  comesFirst,
  stands,
  type Party,
  type Standing as Awaiting
} from '../../policies/awaited.ts'
import { offeredBy } from '../../policies/desks.ts'
import { urgencyOf, type Duty } from '../../policies/duties.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { isMonth } from '../../workflows/deadlines/month.ts'
import { metTerritory } from '../../workflows/facts/facts.ts'
import { guards } from '../../workflows/guards/guards.ts'
import type { ReferralState } from '../../workflows/referral/machine.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { toldClock } from '../deadlines/disclosure.ts'
import { lateFrom } from '../deadlines/late.ts'
import type { Seeing } from '../disclosure/hearers.ts'
import type { LiveClock, Part, Written } from '../cases/store.ts'
import { lineShown, lineTables } from './worklist.line.ts'

/** A referral that somebody still has to move: unanswered, or refused and not yet sent again nor noted. */
export type Pending = {
  senderOrgId: string
  kind: string
  state: string
  followUp: string | null
  awaitsOrgId: string | null
}

/** Referrals that nobody has to move any more, whatever followed. */
export const over: readonly ReferralState[] = ['withdrawn', 'ended']

export type Standing = Omit<Awaiting, 'clocks'> & {
  clocks: readonly LiveClock[]
  referrals: readonly Pending[]
}

type Told = Pick<Seeing, 'placed' | 'clock'>

/** When the first of the clocks that a capacity sees falls due or did, whoever it waits for. */
const firstDue = ({ clocks }: Standing, told: Told): Date | null => {
  const seen = clocks.filter((clock) => stands(clock) && told.clock(clock.code))
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
const awaitedIn = (standing: Standing, one: Party, told: Told) => {
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
    late:
      clock &&
      lateFrom(
        clock as LiveClock,
        zoneOf(told.placed ? situation.facts.territory : metTerritory(situation.facts))
      ),
    month: clock !== null && isMonth(clock as LiveClock),
    clock: firstDue(standing, told)
  }
}

/**
 * All that is kept of a case for somebody who takes part in it, made from what they are told. What comes first changes with the days
 * that pass: `standing.at` is when they were last told that the case moved, so that no act kept from them reorders their line. Pure.
 */
export const keptLine = (standing: Standing, one: Party, told: Told) => {
  const clocks = standing.clocks.map((clock) => toldClock(clock, told))
  const seen = clocks.filter((clock) => stands(clock) && told.clock(clock.code))
  return {
    ...awaitedIn({ ...standing, clocks }, one, told),
    ...lineShown(one.capacity, standing.situation, seen),
    tables: lineTables.digest
  }
}
export type KeptLine = ReturnType<typeof keptLine>

const kept = [
  ...['waits_for', 'urgency', 'due_at', 'late_at', 'due_in_month', 'clock_at'],
  ...['line', 'marks', 'runs', 'line_tables']
]
const of = (row: string, columns: readonly string[]) => columns.map((column) => `${row}.${column}`).join(', ')
const lines = of('l', [
  ...['waits', 'urgency', 'due', 'late', 'month', 'clock'],
  ...['line', 'marks', 'runs', 'tables']
])

// A line whose reader may not know what happened does not move, unless their own turn did. One that is as it was is not written.
const rewrite = `with l as materialized (select * from jsonb_to_recordset($1::jsonb) as l("caseId" uuid, "orgId" uuid, capacity text,
      waits text, urgency smallint, due timestamptz, late timestamptz, month boolean, clock timestamptz, line text, marks text[], runs text, tables text,
      at timestamptz, told boolean, version text)),
  done as (update participation p set (${kept.join(', ')}, case_code, opened_at) = (${lines}, c.code, c.opened_at),
      moved_at = case when l.told or p.waits_for is distinct from l.waits then coalesce(l.at, p.moved_at) else p.moved_at end,
      told = p.told + (l.at is not null and (l.told or p.waits_for is distinct from l.waits))::int
    from l join "case" c on c.id = l."caseId"
    where p.case_id = l."caseId" and p.org_id = l."orgId" and p.capacity = l.capacity and (l.version is null or p.xmin::text = l.version)
      and (l.told or (${of('p', kept)}) is distinct from (${lines}))
    returning p.case_id, p.org_id, p.capacity, p.waits_for, p.told, p.moved_at, p.moved_at = l.at as moved)
  select org_id as "orgId", capacity, waits_for as "waitsFor", told, moved_at as at, moved from done
  union all select p.org_id, p.capacity, p.waits_for, p.told, p.moved_at, false
    from l join participation p on p.case_id = l."caseId" and p.org_id = l."orgId" and p.capacity = l.capacity
    where not exists (select from done where case_id = p.case_id and org_id = p.org_id and capacity = p.capacity)`

type Made = { caseId: string; orgId: string; capacity: Capacity } & KeptLine
/** `version`: of the row that the line was made from; one that was written meanwhile is left as it is. */
type Moving = { at?: Date; told?: boolean; version?: string }

/** Writes these lines, in one statement. Returns all of them, those too that were as they are. */
export const writeLines = async (tx: Tx, made: readonly (Made & Moving)[]): Promise<Written[]> =>
  made.length === 0 ? [] : runQuery<Written>(tx, rewrite, [JSON.stringify(made)])

type Refreshing = {
  standing: Omit<Standing, 'at'>
  /** What those of a capacity are told of it. */
  told: (capacity: Capacity) => Told
  /** When the case moved, as each is told it, and whether they are; null where nobody is, whatever becomes of the lists. */
  movedAt: ((one: Party) => { at: Date; told: boolean }) | null
}

/** Rewrites the worklist line of everyone who takes part. */
export const refreshWorklist = (
  tx: Tx,
  taking: readonly Part[],
  { standing, told, movedAt }: Refreshing
): Promise<Written[]> =>
  writeLines(
    tx,
    taking.map((one) => {
      const moved = movedAt?.(one)
      const at = moved?.told ? moved.at : new Date(one.movedAt)
      return {
        ...{ caseId: one.caseId, orgId: one.orgId, capacity: one.capacity },
        ...keptLine({ ...standing, at }, one, told(one.capacity)),
        ...moved
      }
    })
  )
