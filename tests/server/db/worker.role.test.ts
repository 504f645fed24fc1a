import { describe, expect, it } from 'vitest'
import { referred, site, withLinks } from '../../support/running/links.ts'

// What a process may do that has taken the worker's connection over. What the worker does with it, every test of letters, of
// the queue, of what is swept and of counters does under this role: no server has another.

withLinks()

const count = (query: string) => `select count(*)::int as n from (${query}) as asked`
const countedBy = async (role: 'worker' | 'owner', query: string) =>
  (await site.db[role].query<{ n: number }>(count(query))).rows[0]!.n
const refused = (statement: string) =>
  expect(site.db.worker.query(statement), statement).rejects.toMatchObject({ code: '42501' })

const sealedOrSecret = [
  'select code from "case"',
  'select input from case_event',
  'select body from compartment',
  'select mark from identity_mark',
  'select scope from consent',
  'select org_id from participation',
  'select label from place',
  'select body from place_address',
  'select case_id from stay',
  'select case_id from deadline',
  'select case_id from referral',
  'select input from referral_event',
  'select body from draft',
  'select private_half from device_key',
  'select person_id from device_key',
  'select request_mac from idempotency',
  'select about_id from notice',
  'select masked from referral_link',
  'select id_hash from session',
  'select id_token from session',
  'select display_name from person',
  'select subject from person',
  'select action from audit_event',
  'select body from access_review',
  'select case_id from meeting_item',
  'select fingerprint from drizzle.master_key'
]

const writes = [
  `insert into case_event default values`,
  `update case_event set seq = 1`,
  `delete from case_event`,
  `delete from compartment`,
  `update "case" set version = 1`,
  `update referral set state = 'accepted'`,
  `update deadline set state = 'stopped'`,
  `insert into membership default values`,
  `update membership set role = 'admin'`,
  `update membership set manager = true`,
  `insert into session default values`,
  `update session set absolute_until = now() + interval '1 year'`,
  `update person set email = 'a@b.example'`,
  `update organisation set status = 'accredited'`,
  `update habilitation set until = null`,
  `update invitation set email = 'a@b.example'`,
  `insert into invitation default values`,
  `insert into audit_event default values`,
  `update audit_head set seq = 1`,
  `delete from release_table`,
  `update outbox set payload = '{}'`,
  `insert into demonstration_clock (ahead) values ('1 day')`,
  `update drizzle.purpose set purpose = 'demonstration'`,
  `update drizzle.release set digest = ''`,
  `delete from drizzle.__drizzle_migrations`,
  `delete from graphile_worker.migrations`
]

const ownership = [
  'create table public.mine (n int)',
  'create table drizzle.mine (n int)',
  'create table graphile_worker.mine (n int)',
  'create schema mine',
  'create role mine',
  'set role mnio',
  'set role mnio_app',
  'alter table outbox disable row level security',
  'alter table session disable trigger all',
  'drop policy outbox_put on outbox',
  'truncate outbox'
]

describe('whoever holds the worker’s connection', () => {
  it('reads no word of a case, no address of a place, no session and no journal', async () => {
    await referred()
    for (const query of sealedOrSecret) {
      const known = await site.db.owner.query(query).then(
        () => 'a column',
        (error: Error) => error.message
      )
      expect(known, query).toBe('a column')
      await refused(query)
    }
  })

  it('writes no act, no right and no history', async () => {
    for (const statement of writes) await refused(statement)
  })

  it('owns nothing, makes nothing and becomes nobody else', async () => {
    for (const statement of ownership)
      await expect(site.db.worker.query(statement), statement).rejects.toThrow(
        /permission denied|must be owner/
      )
    const { rows } = await site.db.owner.query(
      `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as strong, rolcanlogin as signs_in,
              (select count(*)::int from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owned,
              (select count(*)::int from pg_auth_members m where m.member = r.oid) as parts
         from pg_roles r where rolname = 'mnio_worker'`
    )
    expect(rows).toEqual([{ strong: false, signs_in: true, owned: 0, parts: 0 }])
  })

  it('knows of referrals and their journal those alone that are answered by link', async () => {
    const { referral } = await referred()
    await site.tell.sought()
    expect(await countedBy('owner', 'select id from referral')).toBeGreaterThan(
      await countedBy('owner', 'select id from referral_link')
    )
    expect(await countedBy('worker', 'select id from referral')).toBe(
      await countedBy('owner', 'select id from referral_link')
    )
    expect(await countedBy('worker', `select id from referral where id = '${referral}'`)).toBe(1)
    const linked =
      'select seq from referral_event e where exists (select from referral_link l where l.referral_id = e.referral_id)'
    expect(await countedBy('worker', 'select seq from referral_event')).toBe(await countedBy('owner', linked))
  })

  it('counts the clocks that run and no other', async () => {
    const running = `select id from deadline where state = 'running'`
    await site.db.owner.query(`update deadline set state = 'stopped' where id = (${running} limit 1)`)
    expect(await countedBy('owner', 'select id from deadline')).toBeGreaterThan(
      await countedBy('owner', running)
    )
    expect(await countedBy('worker', 'select id from deadline')).toBe(await countedBy('owner', running))
  })

  it('ends an access and a session, and brings neither back', async () => {
    const membership = site.as('travail.69').personId
    const ends = (until: string) =>
      site.db.worker.query(`update membership set until = ${until} where person_id = $1`, [membership])
    await expect(ends('null')).rejects.toThrow('not rewritten')
    await ends('now()')
    for (const until of ['null', `now() + interval '1 day'`, `now() - interval '1 day'`])
      await expect(ends(until), until).rejects.toThrow('not rewritten')
    await site.db.owner.query(
      `insert into session (id_hash, person_id, created_at, seen_at, absolute_until, acr, amr)
       values ('a', $1, now(), now(), now() + interval '1 hour', 'eidas1', '{}')`,
      [membership]
    )
    const revokes = (at: string) =>
      site.db.worker.query(
        `update session set revoked_at = ${at}, ended_from = 'access' where person_id = $1 and revoked_at is null`,
        [membership]
      )
    await expect(revokes('null')).rejects.toThrow('not rewritten')
    expect((await revokes('now()')).rowCount).toBe(1)
    await expect(
      site.db.worker.query('update session set revoked_at = null where person_id = $1', [membership])
    ).rejects.toThrow('not rewritten')
  })
})
