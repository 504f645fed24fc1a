import type { Pool } from 'pg'

export type Column = { name: string; type: string; values: string[] }

/** Every column of every table, with its values as a dump writes them: bytes in hexadecimal, the rest as text. */
export const dumpOf = async (owner: Pool): Promise<Column[]> => {
  const { rows: columns } = await owner.query<{
    schema: string
    table: string
    column: string
    type: string
  }>(
    `select table_schema as schema, table_name as table, column_name as column, data_type as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker', 'drizzle') order by 1, 2, 3`
  )
  return Promise.all(
    columns.map(async ({ schema, table, column, type }) => {
      const value = type === 'bytea' ? `encode("${column}", 'hex')` : `"${column}"::text`
      const { rows } = await owner.query<{ value: string }>(
        `select distinct ${value} as value from "${schema}"."${table}" where "${column}" is not null`
      )
      const name = schema === 'public' ? `${table}.${column}` : `${schema}.${table}.${column}`
      return { name, type, values: rows.map((row) => row.value) }
    })
  )
}
