import { is } from 'drizzle-orm'
import { getTableConfig, PgDialect, PgTable } from 'drizzle-orm/pg-core'
import type { ClientBase } from 'pg'
import * as schema from './schema/schema.ts'

/** A CHECK as the code writes it: what it lists comes from the tables of `workflows` and `policies`. */
type Vocabulary = { table: string; name: string; condition: string }

const dialect = new PgDialect()

const inOrder = (one: Vocabulary) => `${one.table} ${one.name}`

/** In an order of its own: that of what a module exports is the loader's, and a release is told by the digest of these. */
export const vocabularies: Vocabulary[] = Object.values(schema)
  .filter((one) => is(one, PgTable))
  .flatMap((one) => {
    const { name: table, checks } = getTableConfig(one)
    return checks.map(({ name, value }) => ({
      table,
      name,
      condition: dialect.sqlToQuery(value.inlineParams()).sql
    }))
  })
  .toSorted((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1))

// A word, and what a CASE lets it have: PostgreSQL writes conditions its own way, but neither adds nor drops a word.
const listed = /'([^']*)'(?:::text)?(?:\s+then\s[^']*'([^']*)')?/gi

const entriesOf = (condition: string) =>
  [...condition.matchAll(listed)].map(([, word = '', allowed = '']) => ({ word, allowed }))

const sameEntries = (one: string, other: string): boolean => {
  const sorted = (condition: string) =>
    JSON.stringify(
      entriesOf(condition)
        .map(({ word, allowed }) => `${word} ${allowed}`)
        .sort()
    )
  return sorted(one) === sorted(other)
}

const standing = `select c.conname as name, pg_get_constraintdef(c.oid) as condition
  from pg_constraint c where c.contype = 'c' and c.connamespace = 'public'::regnamespace`

/**
 * Makes the word lists of the CHECKs those of the code. A list only ever grows here: a word fewer is refused by its name,
 * since rows may hold it and only a written migration knows what becomes of them. What else differs is replaced, and
 * PostgreSQL refuses where a stored row would break it.
 */
export async function keepVocabularies(owner: ClientBase, wanted = vocabularies): Promise<void> {
  const { rows } = await owner.query<{ name: string; condition: string }>(standing)
  const stored = new Map(rows.map(({ name, condition }) => [name, condition]))
  for (const { table, name, condition } of wanted) {
    const before = stored.get(name)
    if (before === undefined || sameEntries(before, condition)) continue
    const kept = new Set(entriesOf(condition).map(({ word }) => word))
    const gone = entriesOf(before).flatMap(({ word }) => (kept.has(word) ? [] : [word]))
    if (gone.length > 0)
      throw new Error(`${name}: the code no longer lists ${gone.join(', ')}; write a migration`)
    await owner.query(
      `alter table "${table}" drop constraint "${name}", add constraint "${name}" check (${condition})`
    )
  }
}
