import type { Pool } from 'pg'

const ours = `(select oid from pg_namespace where nspname in ('public', 'stat'))`

/** The texts that a mistake in the database may change, where its names stay the same. */
const parts = [
  `select polname, polrelid::regclass, polcmd, polroles, polpermissive, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)
     from pg_policy order by polrelid, polname`,
  `select conrelid::regclass, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace in ${ours} order by oid`,
  `select oid::regprocedure, pg_get_functiondef(oid), proacl from pg_proc
    where pronamespace in ${ours} and prokind in ('f', 'p') order by oid`,
  `select oid::regclass, relrowsecurity, relforcerowsecurity, relacl from pg_class where relnamespace in ${ours} order by oid`,
  `select attrelid::regclass, attname, attnotnull, attacl from pg_attribute
    where attrelid in (select oid from pg_class where relnamespace in ${ours}) order by attrelid, attnum`,
  `select tgrelid::regclass, tgname, tgenabled, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order by tgrelid, tgname`,
  `select indexrelid::regclass, pg_get_indexdef(indexrelid) from pg_index
    where indrelid in (select oid from pg_class where relnamespace in ${ours}) order by indexrelid`,
  `select nspname, nspacl from pg_namespace where oid in ${ours} order by nspname`
]

const digests = `select ${parts
  .map((part, at) => `(select md5(coalesce(string_agg(p::text, ','), '')) from (${part}) as p) as "${at}"`)
  .join(', ')}`

/** What stands between a role and a row, with all that it says: the same for two databases where nothing was changed. */
export const textsOf = async (db: Pick<Pool, 'query'>): Promise<string> =>
  JSON.stringify((await db.query(digests)).rows[0])
