import type { ClientBase } from 'pg'
import { midnight } from './stories.ts'

// A told case many times over: rows that went through the gate once, copied with ids of their own. What is sealed in a copy
// does not open, and no clock of these stories asks it to. The journal is not copied: theirs begins with what the clocks do.

/** Which rows of each table are of a case. */
const belonging = {
  case: 'id = $1',
  case_event: 'case_id = $1',
  compartment: 'case_id = $1',
  consent: 'case_id = $1',
  participation: 'case_id = $1',
  deadline: 'case_id = $1',
  referral: 'case_id = $1',
  referral_event: 'referral_id in (select id from referral where case_id = $1)',
  stay: 'case_id = $1',
  place: 'id in (select place_id from stay where case_id = $1)'
}
type Table = keyof typeof belonging
const tables = Object.keys(belonging) as Table[]

/** What must differ beside ids. */
const distinct: Partial<Record<Table, string>> = {
  case: `|| jsonb_build_object('code', $2::text || lpad(copy_no::text, 7, '0'))`,
  place: `|| jsonb_build_object('label', $2::text || ' ' || copy_no)`
}

const idsOf = `select id::text from "case" where id = $1 union all select id::text from deadline where case_id = $1
  union all select id::text from referral where case_id = $1 union all select id::text from stay where case_id = $1
  union all select place_id::text from stay where case_id = $1`

const columnsOf = `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
  where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`

/** The id that a copy has in place of another. */
const copied = (id: string) => `md5('${id}' || copy_no)::uuid`

const copyTable = async (
  superuser: ClientBase,
  table: Table,
  { id, ids, mark, count }: Copying & { ids: readonly string[] }
) => {
  const { rows } = await superuser.query<{ names: string }>(columnsOf, [table])
  const { names } = rows[0]!
  const text = ids.reduce((told, one) => `replace(${told}, '${one}', ${copied(one)}::text)`, 'as_told')
  await superuser.query(
    `insert into "${table}" (${names}) select ${names}
       from (select to_jsonb(t)::text as as_told from "${table}" t where ${belonging[table]}) told,
         generate_series(1, ${count}) copy_no,
         jsonb_populate_record(null::"${table}", (${text})::jsonb ${distinct[table] ?? ''})`,
    distinct[table] ? [id, mark] : [id]
  )
}

type Copying = { id: string; mark: string; count: number }

/** Copies a case; gives the ids of the copies. */
export const copyCase = async (superuser: ClientBase, copying: Copying): Promise<string[]> => {
  const { rows } = await superuser.query<{ id: string }>(idsOf, [copying.id])
  const ids = [...new Set(rows.map((row) => row.id))]
  for (const table of tables) await copyTable(superuser, table, { ...copying, ids })
  const { rows: made } = await superuser.query<{ id: string }>(
    `select ${copied(copying.id)}::text as id from generate_series(1, ${copying.count}) copy_no`
  )
  return made.map((row) => row.id)
}

/** How many clocks of a told case fall due at midnight. */
export const dueOf = async (superuser: ClientBase, id: string): Promise<number> => {
  const { rows } = await superuser.query<{ n: number }>(
    `select count(*)::int as n from deadline where case_id = $1 and state = 'running' and next_at <= $2`,
    [id, midnight]
  )
  return rows[0]!.n
}

/** Ways in which a clock cannot be fired, and what PostgreSQL is told to make it so, of the case $1. */
export const poisons = {
  /** Its row has no step that could be done. */
  'no step': `update deadline set steps = '[]' where case_id = $1 and state = 'running' and next_at <= $2`,
  /** Its case lives under settings that nobody knows. */
  'unknown settings': `update "case" set config_version = 'gone' where id = $1 and $2::timestamptz is not null`,
  /** The log of its case has a line too many, so that the next one cannot be written. */
  'log ahead': `insert into case_event select case_id, seq + 1, at, command, input, sealed, person_id, org_id, role, territory, basis, basis_on
    from case_event where case_id = $1 and $2::timestamptz is not null order by seq desc limit 1`,
  /** A release that is gone wrote it. */
  'unknown clock': `update deadline set code = 'GONE' where case_id = $1 and state = 'running' and next_at <= $2`
}

/** Spoils cases, each in one of these ways, and has their clocks fall due before all others. */
export const poison = async (superuser: ClientBase, cases: readonly string[]) => {
  const ways = Object.values(poisons)
  for (const [index, id] of cases.entries()) {
    await superuser.query(ways[index % ways.length]!, [id, midnight])
    await superuser.query(
      `update deadline set next_at = next_at - interval '1 second' where case_id = $1 and state = 'running' and next_at <= $2`,
      [id, midnight]
    )
  }
}
