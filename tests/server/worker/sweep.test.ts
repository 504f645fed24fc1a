import type { JobHelpers } from 'graphile-worker'
import { beforeEach, expect, it } from 'vitest'
import { createLog } from '../../../server/log.ts'
import { sweepExpired } from '../../../server/worker/sweep.ts'
import { tasks } from '../../../server/worker/worker.ts'
import { acting } from '../../support/acting.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const { owner } = world.db
const { personId, orgId } = world.as('asso.rhone')

/** Two rows of a table, kept since so many hours: which of them are there once what is over was swept. */
const left = async (table: string, columns: string, since: (hours: number) => string, hours: number[]) => {
  for (const one of hours) await owner.query(`insert into ${table} ${columns} values ${since(one)}`)
  await sweepExpired(world.db)
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)
  await owner.query(`delete from ${table}`)
  return rows[0]!.n
}
const ago = (hours: number) => `now() - interval '${hours} hours'`
const day = 24
beforeEach(() => owner.query('delete from demonstration_clock'))
const ahead = (days: number) =>
  owner.query(
    `insert into demonstration_clock (ahead) values (make_interval(days => $1::int)) on conflict (single) do update set ahead = excluded.ahead`,
    [days]
  )

it('an unfinished flag is gone with its hour, by the clock that is told', async () => {
  const kept = (hours: number) => `('${personId}', '${orgId}', '${hours}', '\\x00', ${ago(hours)})`
  const columns = '(person_id, org_id, kind, body, expires_at)'
  expect(await left('draft', columns, kept, [-1])).toBe(1)
  expect(await left('draft', columns, kept, [1])).toBe(0)
  await ahead(2)
  expect(await left('draft', columns, kept, [-1])).toBe(0)
})

it('a session and the key of a device are of this machine: time that passes in the demonstration ends none', async () => {
  const session = (hours: number) =>
    `('${hours}', '${personId}', now() - interval '9 days', now(), ${ago(hours)}, 'eidas2', '{}')`
  const sessions = '(id_hash, person_id, created_at, seen_at, absolute_until, acr, amr)'
  const key = (hours: number) => `('${personId}', '${orgId}', 'asso', gen_random_uuid(), 'x', ${ago(hours)})`
  const keys = '(person_id, org_id, role, device, public_half, expires_at)'
  await ahead(30)
  expect(await left('session', sessions, session, [-1, day - 1])).toBe(2)
  expect(await left('device_key', keys, key, [-1])).toBe(1)
  // And by it they end.
  expect(await left('session', sessions, session, [day + 1])).toBe(0)
  expect(await left('device_key', keys, key, [1])).toBe(0)
})

it('what a killed worker had taken is free, and what another holds stays taken', async () => {
  const taken = (hours: number) => `(gen_random_uuid(), gen_random_uuid(), ${ago(hours)})`
  expect(await left('firing_lease', '(case_id, leased_by, leased_until)', taken, [-1, 1])).toBe(1)
})

it('of a clock that runs no more no failure is kept, and exact numbers go with their day', async () => {
  const id = await acting(world).flagged()
  await owner.query(
    `insert into deadline_setback select id, 1, now(), 'TypeError' from deadline where case_id = $1 and state = 'running'`,
    [id]
  )
  const kept = async (table: string) =>
    (await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n
  await sweepExpired(world.db)
  expect(await kept('deadline_setback')).toBeGreaterThan(0)
  await owner.query(`update deadline set state = 'stopped', next_at = null`)
  await sweepExpired(world.db)
  expect(await kept('deadline_setback')).toBe(0)
  await owner.query(
    `with one as (insert into exact_export (id, report, year, purpose, asked_by, asked_at, state, settled_by, settled_at)
        select gen_random_uuid(), 'sdg', 2024, 'Envoi annuel', $1, at, 'allowed', $2, at
        from (values (now() - interval '23 hours'), (now() - interval '25 hours')) days (at) returning id)
      insert into stat.exact_cell (export, table_id, at, n) select id, 'status_age_sex', 'tot|tot|tot', 20 from one`,
    [world.as('miprof').personId, world.as('admin').personId]
  )
  await sweepExpired(world.db)
  expect(await kept('stat.exact_cell')).toBe(1)
})

it('the round of each hour forgets what is over, lets proposals lapse, and writes to who is to look after accesses', async () => {
  await owner.query(
    `insert into idempotency (person_id, key, request_mac, aggregate, aggregate_id, at) values ($1, 'old', 'x', 'case', gen_random_uuid(), now() - interval '9 days')`,
    [personId]
  )
  await owner.query(`update membership set manager = true where person_id = $1`, [personId])
  await owner.query(`update person set email = 'a@asso.test' where id = $1`, [personId])
  await owner.query(
    `insert into case_handing (id, case_id, from_org_id, to_org_id, state, territory, agreed_on, language, means, interpreter, proposed_by, proposed_at, expires_at)
     values (gen_random_uuid(), $1, $2, $3, 'proposed', '69', '2026-11-01', 'fr', 'oral', false, $4, now() - interval '15 days', now() - interval '1 day')`,
    [await acting(world).flagged(), orgId, world.as('asso.paris').orgId, personId]
  )
  const { sweep } = tasks({ db: world.db, gate: world.gate, log: createLog('silent') })
  await sweep!({}, {} as JobHelpers)
  expect((await owner.query('select from idempotency')).rowCount).toBe(0)
  expect((await owner.query('select state from case_handing')).rows).toEqual([{ state: 'expired' }])
  const { rows } = await owner.query<{ what: string; to: string }>(
    `select distinct payload ->> 'what' as what, payload ->> 'to' as to from outbox where kind = 'mail_access'`
  )
  expect(rows).toEqual([{ what: 'review', to: personId }])
})

it('a round that failed for good is given up, and neither one that may be tried again nor what is asked for once', async () => {
  const asked = async (task: string, attempts: number) => {
    const { rows } = await owner.query<{ id: string }>(
      `select (graphile_worker.add_job($1, '{}'::json, max_attempts => 3)).id`,
      [task]
    )
    await owner.query('update graphile_worker._private_jobs set attempts = $2 where id = $1', [
      rows[0]!.id,
      attempts
    ])
  }
  for (const [task, attempts] of [
    ['fire', 3],
    ['sweep', 1],
    ['configuration', 3]
  ] as const)
    await asked(task, attempts)
  await sweepExpired(world.db)
  const { rows } = await owner.query<{ task: string }>(
    'select task_identifier as task from graphile_worker.jobs order by 1'
  )
  expect(rows.map(({ task }) => task)).toEqual(['configuration', 'sweep'])
})

it('what was asked under a key is answered for seven days, and not on the eighth', async () => {
  const kept = (hours: number) => `('${personId}', '${hours}', 'x', 'case', gen_random_uuid(), ${ago(hours)})`
  const columns = '(person_id, key, request_mac, aggregate, aggregate_id, at)'
  expect(await left('idempotency', columns, kept, [0, 1, 7 * day - 1])).toBe(3)
  expect(await left('idempotency', columns, kept, [7 * day + 1, 8 * day])).toBe(0)
})

it('what an organisation was told is kept for thirty days, and not on the next', async () => {
  const told = (hours: number) =>
    `(gen_random_uuid(), '${orgId}', 'case', gen_random_uuid(), 1, ${ago(hours)})`
  const columns = '(id, org_id, about, about_id, seq, at)'
  expect(await left('notice', columns, told, [0, 30 * day - 1])).toBe(2)
  expect(await left('notice', columns, told, [30 * day + 1])).toBe(0)
})
