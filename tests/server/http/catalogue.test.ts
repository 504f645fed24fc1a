import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../support/running/db.ts'
import { forFile } from '../../support/for-file.ts'

const db = await forFile(freshDatabase())

/** Tables that row security does not bind, or does not bind to their owner, and why. */
const exceptions: Record<string, string> = {
  organisation:
    'who exists is known to all who sign in; a shelter’s name is masked where it is shown; a trigger judges each change',
  membership: 'read to know who acts; names no person of a case; a trigger judges each change',
  habilitation: 'public by decree; a trigger judges each change',
  person: 'the professionals who sign in, read before any organisation is known',
  session: 'read by the hash of a token that only its holder has',
  sign_in_attempt: 'read by the hash of a cookie that only its holder has',
  demonstration_clock: 'how far the demonstration is ahead; no row anywhere else, and no request writes it',
  sight:
    'which capacity may see which class: the table of the code, of nobody’s case, and no request writes it',
  kind_role:
    'which roles a kind of organisation has: the table of the code, and no request reads or writes it',
  regime_need: 'which acts ask for a regime: the table of the code, and no request reads or writes it',
  audit_event:
    'enabled, not forced: the owner’s function appends, and only the data protection officer reads',
  audit_head: 'enabled, not forced: only the owner’s function touches it'
}

const rowsOf = async <T>(query: string, values: unknown[] = []) =>
  (await db.owner.query(query, values)).rows as T[]

describe('the catalogue of PostgreSQL', () => {
  it('has row security, forced, on every table, or a reason', async () => {
    const tables = await rowsOf<{ name: string; enabled: boolean; forced: boolean }>(
      `select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`
    )
    expect(tables.length).toBeGreaterThan(15)
    const bare = tables.filter(({ enabled, forced }) => !enabled || !forced).map(({ name }) => name)
    expect(bare.sort()).toEqual(Object.keys(exceptions).sort())
    expect(tables.filter(({ name }) => name.startsWith('audit_')).every(({ enabled }) => enabled)).toBe(true)
  })

  it('gives the request roles nothing to own and no way round row security', async () => {
    const roles = await rowsOf<{ rolname: string }>(
      `select rolname from pg_roles r where rolname in ('mnio_app', 'mnio_location', 'mnio_stats', 'mnio_worker')
       and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
       and not exists (select from pg_class where relowner = r.oid) and not exists (select from pg_proc where proowner = r.oid)
       and not exists (select from pg_auth_members where member = r.oid)`
    )
    expect(roles).toHaveLength(4)
  })

  it('lets no request rewrite or remove history', async () => {
    const held = await rowsOf<{ table_name: string; privilege_type: string }>(
      `select table_name, privilege_type from information_schema.role_table_grants
       where grantee like 'mnio\\_%' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES')
         and table_name in ('case_event', 'compartment', 'identity_mark', 'consent', 'referral_event', 'audit_event', 'audit_head', 'place_address', 'notice', 'release_table', 'release_measure')
       order by 1`
    )
    // What has had its time, by the hour it was written; the worker reads nothing else of it.
    expect(held).toEqual([{ table_name: 'notice', privilege_type: 'DELETE' }])
    await expect(db.app.query('delete from notice')).rejects.toThrow(/permission denied/)
    for (const table of [
      'case_event',
      'compartment',
      'identity_mark',
      'consent',
      'referral_event',
      'audit_event'
    ])
      for (const statement of [
        `update ${table} set ctid = ctid`,
        `delete from ${table}`,
        `truncate ${table}`
      ])
        await expect(db.app.query(statement)).rejects.toThrow()
  })

  it('lets a request remove only what is swept, and an item of an agenda not yet looked at', async () => {
    const held = await rowsOf<{ table_name: string }>(
      `select distinct table_name from information_schema.role_table_grants where grantee = 'mnio_app' and privilege_type in ('DELETE', 'TRUNCATE')`
    )
    // Leases and set-backs say which worker holds what, and are nobody's history.
    expect(held.map(({ table_name: name }) => name).sort()).toEqual([
      'deadline_setback',
      'draft',
      'firing_lease',
      'idempotency',
      'meeting_followup',
      'meeting_item',
      'saved_view',
      'session',
      'sign_in_attempt'
    ])
  })

  it('shows addresses to one role, and that role nothing else', async () => {
    await expect(db.app.query('select from place_address')).rejects.toMatchObject({ code: '42501' })
    await expect(db.stats.query('select from place_address')).rejects.toMatchObject({ code: '42501' })
    expect((await db.location.query('select from place_address')).rowCount).toBe(0)
    const held = await rowsOf<{ table_name: string; privilege_type: string }>(
      `select table_name, privilege_type from information_schema.role_table_grants where grantee = 'mnio_location'`
    )
    expect(held).toEqual([{ table_name: 'place_address', privilege_type: 'SELECT' }])
    for (const table of ['"case"', 'place', 'person', 'organisation', 'stay', 'compartment', 'audit_event'])
      await expect(db.location.query(`select from ${table}`)).rejects.toMatchObject({ code: '42501' })
  })

  it('shows figures no code, no sealed value and no person', async () => {
    for (const query of [
      'select code from "case"',
      'select body from compartment',
      'select mark from identity_mark',
      'select from person',
      'select input from case_event',
      'select org_id from case_event',
      'select place_id from stay',
      'select from participation'
    ])
      await expect(db.stats.query(query)).rejects.toMatchObject({ code: '42501' })
  })

  it('has no definer’s function that anyone may call, or that looks names up where a caller could put his own', async () => {
    const functions = await rowsOf<{ name: string; open: boolean; pinned: boolean }>(
      `select proname as name, has_function_privilege('public', p.oid, 'execute') as open, coalesce(array_to_string(proconfig, ' ') like '%search_path=%', false) as pinned
       from pg_proc p where prosecdef and pronamespace = 'public'::regnamespace`
    )
    expect(functions.length).toBeGreaterThan(3)
    expect(functions.filter(({ open, pinned }) => open || !pinned)).toEqual([])
  })

  it('filters rows only by what PostgreSQL may evaluate before its own rules: no enumeration, no JSON', async () => {
    const policies = await rowsOf<{ qual: string }>(
      `select coalesce(qual, '') || coalesce(with_check, '') as qual from pg_policies`
    )
    expect(policies.filter(({ qual }) => /->|@>|::json/.test(qual))).toEqual([])
    expect(
      await rowsOf(`select from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace`)
    ).toEqual([])
  })

  it('never keeps a context beyond a transaction: no setting of a session in our code', async () => {
    const { readFileSync, globSync } = await import('node:fs')
    const files = globSync('{server,migrations}/**/*.{ts,sql}')
    expect(
      files.filter((file) => /set_config\([^)]*,\s*false\s*\)/.test(readFileSync(file, 'utf8')))
    ).toEqual([])
  })
})
