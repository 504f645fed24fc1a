import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import type { Tx } from '../../../server/db/context.ts'

/** A row of a table that stands, as its columns say it, but for those that PostgreSQL computes. */
export type Standing = { table: string; columns: string; row: Record<string, unknown> }

export const standing = async (owner: Pool, table: string, where: string): Promise<Standing> => {
  const known = await owner.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
    [table]
  )
  const found = await owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table} t where ${where} limit 1`
  )
  if (!found.rows[0]) throw new Error(`no row of ${table} where ${where}`)
  return { table, columns: known.rows[0]!.columns, row: found.rows[0].row }
}

/** The same row once more, with what is different. */
export const again = (tx: Tx, { table, columns, row }: Standing, different: object = {}) => {
  const [of, all] = [sql.raw(table), sql.raw(columns)]
  const body = JSON.stringify({ ...row, ...different })
  return tx.execute(
    sql`insert into ${of} (${all}) select ${all} from jsonb_populate_record(null::${of}, ${body}::jsonb)`
  )
}

/** What PostgreSQL refused by, its state and its constraint, or `done`. */
export const answered = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: { cause?: { code?: string; constraint?: string; message?: string } }) =>
      [error.cause?.code, error.cause?.constraint].filter(Boolean).join(' ') || String(error)
  )
