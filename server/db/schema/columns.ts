import { sql } from 'drizzle-orm'
import { customType, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core'

export const instant = (name: string) => timestamp(name, { withTimezone: true })
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** The row of another table without which this one does not stand. */
export const rowOf = <N extends string>(name: N, of: () => AnyPgColumn) => uuid(name).notNull().references(of)

/** Words of a table, as SQL lists them: never what anybody typed. */
export const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

/** A CHECK written from the table that owns the words; text rather than enum, whose `=` is not leakproof under row security. */
export const oneOf = (column: AnyPgColumn, words: readonly string[]) =>
  sql`${column} in (${sql.raw(listed(words))})`

/** The same, for the condition of an index, which names its own columns. */
export const wordsIn = (column: string, words: readonly string[]) =>
  sql.raw(`${column} in (${listed(words)})`)
