import type { PoolClient } from 'pg'
import { lastOfMonth, secretCodes } from '../../workflows/deadline.month.ts'
import { deadlineCodes, deadlineRegister, type DeadlineRow } from '../../workflows/deadlines.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { asKept } from '../deadlines/sealed.ts'
import type { Keys } from '../keys.ts'
import { deadlines } from './schema.ts'

// Rows of before migration 0031 tell a birth date in clear. Only the application has the key: it seals them as it brings the
// database to this release, all in one transaction and before anybody is served.

// A clock that may also run from the acts alone tells no birthday where an act of the log bears its first day.
const unsealed = `${selectAll(deadlines)} d where sealed is null and code = any($1::text[])
  and computation <> '{}' and not 'month' = any(computation)
  and (code <> 'D-CIVI-OFFENCE' or computation::text like '%majority:%' or not exists (
    select from case_event e where e.case_id = d.case_id and e.input ->> 'lastFactsOn' = d.starts_on::text))
  for update`

const written = `update deadline set starts_on = $2, due_on = $3, due_at = $4, steps = $5::jsonb, computation = $6::text[],
  next_at = $7, sealed = $8, next_step = case when state = 'running' then 0 else next_step end where id = $1`

/** What the clock wrote of it in the log: the days left on the day it spoke, and the day that was over. */
const unsaid = `update case_event set input = input - 'daysLeft' - 'on'
  where case_id = $1 and command in ('clock.alert', 'clock.lapse') and input ->> 'deadline' = $2`

/** Lines that bear its day, told by the hour of one place or another. */
const unlined = `update participation set
    due_in_month = due_in_month or coalesce(due_at between $2::timestamptz - interval '1 day' and $2::timestamptz + interval '1 day', false),
    due_at = case when due_at between $2::timestamptz - interval '1 day' and $2::timestamptz + interval '1 day' then $3 else due_at end,
    clock_at = case when clock_at between $2::timestamptz - interval '1 day' and $2::timestamptz + interval '1 day' then $3 else clock_at end
  where case_id = $1`

/** A clock that waited for its day waits for the end of that month. */
const unheld = `update deadline set due_on = $3::text::date, computation = array_replace(computation, 'held:' || $2::text, 'held:' || $3::text),
    due_at = due_at + ($3::text::date - $2::text::date) * interval '1 day', next_at = next_at + ($3::text::date - $2::text::date) * interval '1 day',
    steps = (select jsonb_agg(step || jsonb_build_object('at',
        to_char(((step ->> 'at')::timestamptz + ($3::text::date - $2::text::date) * interval '1 day') at time zone 'UTC',
          'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
      from jsonb_array_elements(steps) as step)
  where case_id = $1 and code = any($4::text[]) and due_on = $2::text::date and 'held:' || $2::text = any(computation)`

/** What a move of configuration keeps, to be put back if it is undone. */
const unkept = `update config_move_case set before = replace(before::text, $2::text, $3::text)::jsonb
  where case_id = $1 and before::text like '%held:' || $2::text || '%'`

const patient = deadlineCodes.filter((code) => (deadlineRegister[code] as DeadlineRow).patient)

/** Of a clock that ran from the eighteenth birthday, what its computation did not say. */
const withItsReason = (row: DeadlineEntry): DeadlineEntry => {
  const said = row.computation.some((token) => token.startsWith('majority:'))
  const { secretDay }: DeadlineRow = deadlineRegister[row.code as keyof typeof deadlineRegister]
  if (secretDay === 'always' || said) return row
  return { ...row, computation: [...row.computation, `majority:${row.startsOn}`] }
}

const sealRow = async (client: PoolClient, keys: Keys, row: DeadlineEntry, at: Date) => {
  const { id, caseId, code, dueOn, dueAt } = row
  const kept = asKept(keys, row, at)
  await client.query(written, [
    id,
    kept.startsOn,
    kept.dueOn,
    kept.dueAt,
    JSON.stringify(kept.steps),
    kept.computation,
    kept.nextAt,
    kept.sealed
  ])
  if (kept.dueOn === dueOn && kept.dueAt.getTime() === dueAt.getTime()) return
  await client.query(unsaid, [caseId, code])
  await client.query(unlined, [caseId, dueAt, kept.dueAt])
  await client.query(unheld, [caseId, dueOn, lastOfMonth(dueOn), patient])
  await client.query(unkept, [caseId, dueOn, lastOfMonth(dueOn)])
}

const eitherWay = ({ code, computation }: DeadlineEntry) =>
  code === 'D-CIVI-DECISION' && !computation.some((token) => token.startsWith('majority:'))

/** Once for each database, and for one that was restored from before: what an earlier release left in clear. */
const isDone = async (client: PoolClient): Promise<boolean> => {
  await client.query('create table if not exists drizzle.days_sealed (at timestamptz not null)')
  const { rowCount } = await client.query(
    'insert into drizzle.days_sealed select now() where not exists (select from drizzle.days_sealed) returning at'
  )
  return rowCount === 0
}

/** Seals the days that an earlier release left in clear. */
export const sealOldDays = async (client: PoolClient, keys: Keys): Promise<void> => {
  await client.query('begin')
  try {
    if (await isDone(client)) return void (await client.query('commit'))
    const { rows } = await client.query<DeadlineEntry>(unsealed, [secretCodes])
    const { rows: now } = await client.query<{ at: Date }>('select wall_clock() as at')
    for (const row of rows.filter((one) => !eitherWay(one)).map(withItsReason))
      await sealRow(client, keys, row, now[0]!.at)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
