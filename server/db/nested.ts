import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/** Rows as a value of another statement, which carries them as JSON, in their order. */
export const nested = (rows: string): string => `select coalesce(json_agg(one), '[]') from (${rows}) one`

const instantOf = (written: string) => new Date(written)
const bytesOf = (written: string) => Buffer.from(written.slice(2), 'hex')

/** What JSON has no word for, and how PostgreSQL writes it there. */
const readers: Record<string, (written: string) => unknown> = {
  'timestamp with time zone': instantOf,
  bytea: bytesOf
}

/** Whole rows of a table that came nested, as the driver reads them. */
export const rowsOf = <T extends PgTable>(table: T) => {
  const told = Object.entries(getTableColumns(table)).flatMap(([name, column]) => {
    const read = readers[column.getSQLType()]
    return read ? [[name, read] as const] : []
  })
  return (rows: readonly object[]) => {
    for (const row of rows as Record<string, string | null>[])
      for (const [name, read] of told) if (row[name] !== null) row[name] = read(row[name]!) as never
    return rows as T['$inferSelect'][]
  }
}
