import { readFileSync } from 'node:fs'
import type { Pool } from 'pg'
import { loginRoles } from './roles.ts'

const file = new URL('../../migrations/walls.txt', import.meta.url)

const kinds = { r: 'table', p: 'table', v: 'view', m: 'view', S: 'sequence' }
const kindOf = `case c.relkind ${Object.entries(kinds)
  .map(([letter, word]) => `when '${letter}' then '${word}'`)
  .join(' ')} end`
const schemas = `('public', 'stat')`
const ofOurs = `n.nspname in ${schemas} and not exists (select from pg_depend e where e.objid = %.oid and e.deptype = 'e')`
const ours = (alias: string) => ofOurs.replace('%', alias)
const commandOf = `case l.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end`
const grantee = `case a.grantee when 0 then 'public' else a.grantee::regrole::text end`
/** By its schema where that is not the one of nearly all. */
const named = (name: string) => `case n.nspname when 'public' then '' else n.nspname || '.' end || ${name}`
const signature = `${named('p.proname')} || '(' || pg_get_function_identity_arguments(p.oid) || ')'`

/** A policy that asks nothing: of its words the one thing that every version of PostgreSQL prints alike. */
const asksNothing = (side: 'polqual' | 'polwithcheck') => `pg_get_expr(l.${side}, l.polrelid) = 'true'`

/** What stands between a login role and a row, a line each, in words that hang on no version of PostgreSQL and no owner. */
const parts = [
  `select 'role ' || rolname || case when rolcanlogin then ', login' else '' end
       || case when rolsuper or rolbypassrls or rolcreaterole then ', past every wall' else '' end
     from pg_roles where rolname like 'mnio\\_%'`,
  `select 'row security on ' || ${named('c.relname')} || case when c.relforcerowsecurity then ', forced' else '' end
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity and ${ours('c')}`,
  `select 'policy ' || l.polname || ' on ' || ${named('c.relname')} || ' for ' || ${commandOf} || ' to ' ||
          (select string_agg(case r when 0 then 'public' when c.relowner then 'owner' else r::regrole::text end, ', ')
             from unnest(l.polroles) r) || case when l.polpermissive then '' else ', restrictive' end ||
          case when ${asksNothing('polqual')} then ', of every row' else '' end || case when ${asksNothing('polwithcheck')} then ', writing any' else '' end
     from pg_policy l join pg_class c on c.oid = l.polrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours('c')}`,
  `select 'grant ' || lower(a.privilege_type) || ' on ' || ${kindOf} || ' ' || ${named('c.relname')} || ' to ' || ${grantee}
     from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
    where c.relkind = any('{${Object.keys(kinds).join(',')}}') and a.grantee <> c.relowner and ${ours('c')}`,
  `select 'grant ' || lower(a.privilege_type) || ' on column ' || ${named('c.relname')} || '.' || t.attname || ' to ' || ${grantee}
     from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace,
          aclexplode(t.attacl) a where a.grantee <> c.relowner and ${ours('c')}`,
  `select 'grant execute on function ' || ${signature} || ' to ' || ${grantee}
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
          aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner and ${ours('p')}`,
  `select 'grant ' || lower(a.privilege_type) || ' on schema ' || n.nspname || ' to ' || ${grantee}
     from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
    where n.nspname in ${schemas} and a.grantee <> n.nspowner`,
  `select 'function ' || ${signature} || case when p.prosecdef then ', security definer' else '' end
       || coalesce(', ' || array_to_string(p.proconfig, ', '), '')
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours('p')}`,
  `select 'trigger ' || g.tgname || ' on ' || ${named('c.relname')} || case g.tgenabled when 'D' then ', disabled' else '' end
     from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not g.tgisinternal and ${ours('c')}`,
  `select 'constraint ' || k.conname || ' on ' || ${named('c.relname')}
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = any('{c,f,p,u,x}') and ${ours('c')}`,
  `select 'unique index ' || i.relname || ' on ' || ${named('c.relname')}
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
     join pg_namespace n on n.oid = c.relnamespace where x.indisunique and x.indisvalid and ${ours('c')}`
]

const standing = `select wall from (${parts.join('\nunion all\n')}) as walls (wall) order by wall collate "C"`

/** Every policy, grant, function, trigger and constraint of a database, a line each. Their texts are not compared, but where a policy asks nothing. */
export const wallsOf = async (db: Pick<Pool, 'query'>): Promise<string[]> =>
  (await db.query<{ wall: string }>(standing)).rows.map(({ wall }) => wall)

/** Those of a database that all migrations built; held by a test, which also writes them anew. */
const expected = readFileSync(file, 'utf8').split('\n').filter(Boolean)

const onWhat = (wall: string) =>
  / on (?:(?:table|view|sequence|column|schema|function) )?(.+?) (?:for|to) /.exec(wall)?.[1]

/** What this release made: an operator's own tables and functions are not ours to judge. */
const made = new Set(expected.flatMap((wall) => onWhat(wall) ?? []))

/** A right that nobody gave, or a policy that nobody wrote, opens a way as surely as a lost one. */
const opens = (wall: string) => /^(grant|policy) /.test(wall) && made.has(onWhat(wall) ?? '')

/** What a restore lost, and what it left open. Rights of roles that are not ours are their owner's affair. */
export const wallsAmiss = async (db: Pick<Pool, 'query'>): Promise<{ lost: string[]; open: string[] }> => {
  const found = await wallsOf(db)
  const [there, wanted] = [new Set(found), new Set(expected)]
  const isOurs = (wall: string) => / to (public|mnio_\w+)(,|$)/.test(wall)
  return {
    lost: expected.filter((wall) => !there.has(wall)),
    open: found.filter((wall) => opens(wall) && isOurs(wall) && !wanted.has(wall))
  }
}

const listed = (title: string, walls: readonly string[]) =>
  walls.length === 0 ? [] : [title, ...walls.map((wall) => `  - ${wall}`)]

/** @throws Error naming all that is missing: a database without its walls must not be served, however well it answers. */
export const requireWalls = async (db: Pick<Pool, 'query'>): Promise<void> => {
  const { lost, open } = await wallsAmiss(db)
  if (lost.length + open.length === 0) return
  const lines = [
    'This database does not hold what protects its rows.',
    ...listed(`Missing (${lost.length}):`, lost),
    ...listed(`Open (${open.length}), and must not be:`, open),
    `A restore loses them when the roles ${Object.keys(loginRoles).join(', ')} did not exist. Create them (create role … nologin), restore again into an empty database, and start.`
  ]
  throw new Error(lines.join('\n'))
}
