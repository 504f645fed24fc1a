import { readFileSync } from 'node:fs'
import type { Pool } from 'pg'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { freshDatabase } from '../../../support/running/db.ts'

// What each role may do, by trying: every verb on every column, every table emptied, every function called.

const db = await forFile(freshDatabase())
const roles: Record<string, Pool> = {
  mnio_app: db.app,
  mnio_worker: db.worker,
  mnio_stats: db.stats,
  mnio_location: db.location
}

const ours = `('public', 'stat')`
const named = (name: string) => `case n.nspname when 'public' then '' else n.nspname || '.' end || ${name}`
const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ${ours} and c.relkind in ('r', 'p')`
const ofTable = `select ${named('c.relname')} as what, format($s$SAYS$s$, n.nspname, c.relname) as says from ${tables}`
const ofColumn = `select ${named(`c.relname || '.' || t.attname`)} as what, format($s$SAYS$s$, n.nspname, c.relname, t.attname) as says
  from ${tables} join pg_attribute t on t.attrelid = c.oid and t.attnum > 0 and not t.attisdropped and t.attgenerated = ''`
// From a row that is not folded away: what is called with nothing known is else not called at all.
const ofFunction = `select ${named('p.proname')} || '(' || pg_get_function_identity_arguments(p.oid) || ')' as what,
    format('explain select %I.%I(%s) from (select %s offset 0) as a', n.nspname, p.proname,
      (select string_agg('a.p' || at, ', ' order by at) from unnest(p.proargtypes) with ordinality as u (type, at)),
      coalesce((select string_agg(format('null::%s as p%s', format_type(type, null), at), ', ' order by at)
                  from unnest(p.proargtypes) with ordinality as u (type, at)), '1 as p1')) as says
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname in ${ours} and p.prokind = 'f'
 where not exists (select from pg_depend e where e.objid = p.oid and e.deptype = 'e')`

/** PostgreSQL asks for the right to a statement as it explains it, and does nothing of it. */
const verbs: Record<string, string> = {
  select: ofColumn.replace('SAYS', 'explain select %3$I from %1$I.%2$I'),
  insert: ofColumn.replace('SAYS', 'explain insert into %1$I.%2$I (%3$I) values (default)'),
  update: ofColumn.replace('SAYS', 'explain update %1$I.%2$I set %3$I = default'),
  delete: ofTable.replace('SAYS', 'explain delete from %1$I.%2$I'),
  truncate: ofTable.replace('SAYS', 'truncate %1$I.%2$I'),
  execute: ofFunction
}

const trying = (asked: string) => `do $try$
declare one record; may text[] := '{}';
begin
  for one in ${asked} loop
    begin
      execute one.says;
      raise exception using errcode = 'MN000';
    exception
      when insufficient_privilege then null;
      -- Done, and undone; or, of a table that others name, refused for that alone.
      when sqlstate 'MN000' or feature_not_supported then may := may || one.what;
    end;
  end loop;
  perform set_config('mnio.may', array_to_string(may, chr(10)), false);
end $try$`

/** What of all there is a role is let do. */
const mayDo = async (role: string, verb: string): Promise<string[]> => {
  const client = await roles[role]!.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query(trying(verbs[verb]!))
    const { rows } = await client.query<{ may: string }>(`select current_setting('mnio.may') as may`)
    return rows[0]!.may.split('\n').filter(Boolean)
  } finally {
    client.release(true)
  }
}

const every = async (verb: string) =>
  (await db.owner.query<{ what: string }>(verbs[verb]!)).rows.map(({ what }) => what)
const given = readFileSync('migrations/walls.txt', 'utf8')
  .split('\n')
  .flatMap((wall) => {
    const [, verb, kind, what, to] = /^grant (\w+) on (table|column|function) (.+) to (\w+)$/.exec(wall) ?? []
    return verb === undefined ? [] : [{ verb, kind, what, to }]
  })

/** Of the same, what was given to a role: itself, or with the table that it is a column of. */
const givenOf = async (role: string, verb: string) => {
  const theirs = given.filter((one) => one.verb === verb && (one.to === role || one.to === 'public'))
  const whole = new Set(theirs.map(({ what }) => what))
  const all = await every(verb)
  return all.filter((what) => whole.has(what) || whole.has(what.slice(0, what.lastIndexOf('.'))))
}

describe.each(Object.keys(roles))('%s', (role) => {
  it.each(Object.keys(verbs))('may %s what it was given, and nothing else', async (verb) => {
    const [may, wanted] = [await mayDo(role, verb), await givenOf(role, verb)]
    expect({
      more: may.filter((what) => !wanted.includes(what)),
      less: wanted.filter((what) => !may.includes(what))
    }).toEqual({ more: [], less: [] })
  })
})

// Said here once more, for the list of what was given is written anew with each migration.
describe('whatever was given', () => {
  const ownersAlone =
    /^(audit_event|audit_head|sight|kind_role|regime_need|place_address|demonstration_clock|membership|stat\.noise|stat\.exact_cell)(\.|$)/
  const open = /^(ctx_\w+|audit_content|desk_pool|wall_clock|went_home)\(/

  it.each(Object.keys(roles))('%s writes nothing that the owner’s functions alone write', async (role) => {
    for (const verb of ['insert', 'delete', 'truncate'])
      expect([verb, (await mayDo(role, verb)).filter((what) => ownersAlone.test(what))]).toEqual([verb, []])
  })

  it.each([
    ['mnio_location', ['append_audit']],
    ['mnio_stats', ['stat.beds', 'stat.cases_after', 'stat.life_of', 'stat.sent_exact']],
    [
      'mnio_worker',
      ['acting_membership', 'append_audit', 'forget_device_keys', 'forget_exact_cells', 'let_time_pass']
    ]
  ])('%s calls what its work asks for', async (role, calls) => {
    const { rows } = await db.owner.query<{ name: string }>(
      `select proname as name from pg_proc where prorettype = 'trigger'::regtype`
    )
    const ofTables = new Set(rows.map(({ name }) => name))
    const names = (await mayDo(role, 'execute'))
      .filter((what) => !open.test(what))
      .map((what) => what.split('(')[0]!)
    expect(names.filter((name) => !ofTables.has(name)).toSorted()).toEqual(calls)
  })
})

it.each(['select', 'insert', 'update', 'delete', 'execute'])('but one is let %s something', async (verb) => {
  for (const role of ['mnio_app', 'mnio_worker', 'mnio_stats'])
    expect([role, (await givenOf(role, verb)).length]).not.toEqual([role, 0])
})
