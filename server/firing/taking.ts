import { randomUUID } from 'node:crypto'
import type { Gate } from '../acts/command-validation.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { runQuery, inContext, settleAll, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { errorForLog } from '../log.ts'

// How workers share what is due. Leases and pauses are real time, `now()`: a demonstration that lets weeks pass, or a test
// that brings its own time, moves what is due and not how long a worker may be silent.

export const asClock = { orgId: null, personId: null, role: 'system' } as const

/**
 * How many cases one batch takes, and how long no other worker takes them: several times what a batch takes, and no longer than
 * the clocks of a killed worker may wait. Where a batch does take longer nothing is lost: who then takes the case as well waits
 * for its lock, and fires what is still due.
 */
const batch = { cases: 30, seconds: 15 }

/** How many cases are looked for at once: to read all that is due costs too much to be done for each batch. */
const searched = 10_000

/** The first pause of a clock that could not be fired; each is twice the last, up to the longest. */
const pause = { firstSeconds: 60, longestSeconds: 6 * 3600 }

const notSetBack = `not exists (select from deadline_setback s where s.deadline_id = deadline.id and s.retry_at > now())`

// One worker looks after the other: what follows this statement sees what the other has taken meanwhile.
const inTurn = `select pg_advisory_xact_lock(hashtext('mnio.firing'))`

const notTaken = `not exists (select from firing_lease l where l.case_id = deadline.case_id and l.leased_until > now())`

/**
 * By their ids, which are drawn. After an outage the case whose clocks have waited longest would otherwise be told of first, and
 * who reads two of them and not the clock that fell due before the others could tell that it is there. « materialized » keeps
 * PostgreSQL from reading all clocks in the order of their cases, in a minute in which few are due or none.
 */
const findDue = `with due as materialized (
    select case_id from deadline where state = 'running' and next_at <= $1 and ${notSetBack} and ${notTaken})
  select distinct case_id as "caseId" from due order by case_id limit ${searched}`

const takeDue = `with due as materialized (
    select one as case_id from unnest($4::uuid[]) one where exists (
      select from deadline where case_id = one and state = 'running' and (next_at <= $1) is true and ${notSetBack})),
  taken as (
    insert into firing_lease (case_id, leased_by, leased_until)
      select case_id, $2, now() + $3 * interval '1 second' from due
    on conflict (case_id) do update set leased_by = excluded.leased_by, leased_until = excluded.leased_until
      where firing_lease.leased_until <= now()
    returning case_id)
  select case_id as "caseId" from taken order by case_id`

type Found = { caseId: string }

/** What one worker holds: its own mark on leases, the cases whose lease it leaves to run out, and those found that it has not come to. */
export type Hold = { id: string; left: string[]; found: string[] }

export const newHold = (): Hold => ({ id: randomUUID(), left: [], found: [] })

const giveBack = (tx: Tx, { id, left }: Hold) =>
  runQuery(tx, `delete from firing_lease where leased_by = $1 and case_id <> all($2::uuid[])`, [id, left])

/** Gives back the last batch and takes the next, in an order that says nothing of the cases; empty when all is done or taken by others. */
export const takeBatch = async (gate: Gate, hold: Hold, seconds = batch.seconds): Promise<string[]> => {
  for (;;) {
    const rows = await inContext(gate.pool, asClock, async (tx, clock) => {
      const at = gate.now?.() ?? clock
      await settleAll([runQuery(tx, inTurn, []), giveBack(tx, hold)])
      if (hold.found.length === 0)
        hold.found = (await runQuery<Found>(tx, findDue, [at])).map(({ caseId }) => caseId)
      const next = hold.found.splice(0, batch.cases)
      return next.length === 0 ? null : runQuery<Found>(tx, takeDue, [at, hold.id, seconds, next])
    })
    if (rows === null) return []
    if (rows.length > 0) return rows.map(({ caseId }) => caseId)
  }
}

/** Gives back what is held without having been fired. */
export const release = (gate: Gate, hold: Hold) => inContext(gate.pool, asClock, (tx) => giveBack(tx, hold))

/** When the first case that another worker has taken, and in which something is due, is free again; null where there is none. */
export const heldUntil = (gate: Gate): Promise<Date | null> =>
  inContext(gate.pool, asClock, async (tx, clock) => {
    const [held] = await runQuery<{ until: Date | null }>(
      tx,
      `select min(leased_until) as until from firing_lease join deadline using (case_id)
        where leased_until > now() and state = 'running' and next_at <= $1 and ${notSetBack}`,
      [gate.now?.() ?? clock]
    )
    return held!.until
  })

// « is true » keeps PostgreSQL from reading all that is due anywhere by its index, for the few clocks of one case.
const dueOfCase = (at: string) =>
  `where case_id = $1 and state = 'running' and (next_at <= ${at}) is true and ${notSetBack}`

const soonest = `${selectAll(deadlines)} ${dueOfCase('coalesce($2, (select wall_clock()))')}
  order by next_at, code, id limit 1 for update`

/** The clock of this locked case that fell due first, of those that are not set back. Without a time, by the database's own. */
export const nextDue = async (tx: Tx, caseId: string, at: Date | null): Promise<DeadlineEntry | null> =>
  (await runQuery<DeadlineEntry>(tx, soonest, [caseId, at]))[0] ?? null

/** Its failures are forgotten, in the transaction that fires it. Returns whether another clock of the case is due. */
export const firedNow = async (tx: Tx, { id, caseId }: DeadlineEntry, at: Date): Promise<boolean> => {
  const [row] = await runQuery<{ more: boolean }>(
    tx,
    `with forgotten as (delete from deadline_setback where deadline_id = $3)
     select exists (select from deadline ${dueOfCase('$2')}) as more`,
    [caseId, at, id]
  )
  return row!.more
}

const setBackOnce = `insert into deadline_setback as s (deadline_id, attempts, retry_at, error)
    values ($1, 1, now() + ${pause.firstSeconds} * interval '1 second', $2)
  on conflict (deadline_id) do update set attempts = s.attempts + 1, error = excluded.error,
    retry_at = now() + least(${pause.firstSeconds} * 2 ^ least(s.attempts, 30), ${pause.longestSeconds}) * interval '1 second'
  returning attempts`

/** What may be kept of a failure: its class and its code, in which no word of a case stands. */
const kindOf = (error: unknown): string => {
  const { class: name, code } = errorForLog(error)
  return [name, code].join(' ').trim().slice(0, 60)
}

/** Sets back a clock that could not be fired, further each time. Its dates stay as they are: it will say that it was late. */
export const setBack = (gate: Gate, deadlineId: string, error: unknown): Promise<number> =>
  inContext(gate.pool, asClock, async (tx) => {
    const [row] = await runQuery<{ attempts: number }>(tx, setBackOnce, [deadlineId, kindOf(error)])
    return row!.attempts
  })
