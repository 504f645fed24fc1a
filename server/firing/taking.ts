import type { Gate } from '../acts/command-validation.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { runQuery, inContext, settleAll, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { errorForLog } from '../log.ts'

// How workers share what is due. Leases and pauses are real time, `now()`: a demonstration that lets weeks pass, or a test
// that brings its own time, moves what is due and not how long a worker may be silent.

export const asClock = { orgId: null, personId: null, role: 'system' } as const

/** How many clocks are looked at for one batch, and how long no other worker takes their cases. */
const batch = { clocks: 50, seconds: 60 }

/** The first pause of a clock that could not be fired; each is twice the last, up to the longest. */
const pause = { firstSeconds: 60, longestSeconds: 6 * 3600 }

const notSetBack = `not exists (select from deadline_setback s where s.deadline_id = deadline.id and s.retry_at > now())`

// One worker looks after the other: what follows this statement sees what the other has taken meanwhile.
const inTurn = `select pg_advisory_xact_lock(hashtext('mnio.firing'))`

const takeDue = `with due as materialized (
    select case_id, min(next_at) as first from (
      select case_id, next_at from deadline where state = 'running' and next_at <= $1 and ${notSetBack}
        and not exists (select from firing_lease l where l.case_id = deadline.case_id and l.leased_until > now())
      order by next_at limit ${batch.clocks}) soonest
    group by case_id),
  taken as (
    insert into firing_lease (case_id, leased_by, leased_until)
      select case_id, $2, now() + $3 * interval '1 second' from due
    on conflict (case_id) do update set leased_by = excluded.leased_by, leased_until = excluded.leased_until
      where firing_lease.leased_until <= now()
    returning case_id)
  select case_id as "caseId" from taken join due using (case_id) order by first, case_id`

/** What one worker holds: its own mark on leases, and the cases whose lease it leaves to run out. */
export type Hold = { id: string; left: string[] }

const giveBack = (tx: Tx, { id, left }: Hold) =>
  runQuery(tx, `delete from firing_lease where leased_by = $1 and case_id <> all($2::uuid[])`, [id, left])

/** Gives back the last batch and takes the next: the cases in the order in which their clocks fell due. */
export const takeBatch = (gate: Gate, hold: Hold, seconds = batch.seconds): Promise<string[]> =>
  inContext(gate.pool, asClock, async (tx, clock) => {
    const at = gate.now?.() ?? clock
    const [, , rows] = await settleAll([
      runQuery(tx, inTurn, []),
      giveBack(tx, hold),
      runQuery<{ caseId: string }>(tx, takeDue, [at, hold.id, seconds])
    ])
    return rows.map(({ caseId }) => caseId)
  })

/** Gives back what is held without having been fired. */
export const release = (gate: Gate, hold: Hold) => inContext(gate.pool, asClock, (tx) => giveBack(tx, hold))

/** Whether something that is due waits for another worker who has taken it. */
export const othersFire = (gate: Gate): Promise<boolean> =>
  inContext(gate.pool, asClock, async (tx, clock) => {
    const [held] = await runQuery(
      tx,
      `select from deadline join firing_lease using (case_id)
        where state = 'running' and next_at <= $1 and leased_until > now() and ${notSetBack} limit 1`,
      [gate.now?.() ?? clock]
    )
    return held !== undefined
  })

// « is true » keeps PostgreSQL from reading all that is due anywhere by its index, for the few clocks of one case.
const dueOfCase = `where case_id = $1 and state = 'running' and (next_at <= $2) is true and ${notSetBack}`

const soonest = `${selectAll(deadlines)} ${dueOfCase} order by next_at, code, id limit 1 for update`

/** The clock of this locked case that fell due first, of those that are not set back. */
export const nextDue = async (tx: Tx, caseId: string, at: Date): Promise<DeadlineEntry | null> =>
  (await runQuery<DeadlineEntry>(tx, soonest, [caseId, at]))[0] ?? null

/** Its failures are forgotten, in the transaction that fires it. Returns whether another clock of the case is due. */
export const firedNow = async (tx: Tx, { id, caseId }: DeadlineEntry, at: Date): Promise<boolean> => {
  const [row] = await runQuery<{ more: boolean }>(
    tx,
    `with forgotten as (delete from deadline_setback where deadline_id = $3)
     select exists (select from deadline ${dueOfCase}) as more`,
    [caseId, at, id]
  )
  return row!.more
}

const setBackOnce = `insert into deadline_setback as s (deadline_id, attempts, retry_at, error)
    values ($1, 1, now() + ${pause.firstSeconds} * interval '1 second', $2)
  on conflict (deadline_id) do update set attempts = s.attempts + 1, error = excluded.error,
    retry_at = now() + least(${pause.firstSeconds} * 2 ^ least(s.attempts, 30), ${pause.longestSeconds}) * interval '1 second'
  returning attempts`

/** Sets back a clock that could not be fired, further each time. Its dates stay as they are: it will say that it was late. */
export const setBack = (gate: Gate, deadlineId: string, error: unknown): Promise<number> =>
  inContext(gate.pool, asClock, async (tx) => {
    const kind = errorForLog(error).class.slice(0, 60)
    const [row] = await runQuery<{ attempts: number }>(tx, setBackOnce, [deadlineId, kind])
    return row!.attempts
  })
