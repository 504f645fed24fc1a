import { readdirSync, readFileSync } from 'node:fs'

const migrations = new URL('../../../migrations/', import.meta.url)
const named = (pattern: RegExp, sql: string) => [...sql.matchAll(pattern)].map(([, name = '']) => name)

/** Every table that the migrations leave standing, those that drizzle does not know as well. */
export const tablesThere = (): string[] => {
  const sql = readdirSync(migrations)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => readFileSync(new URL(name, migrations), 'utf8'))
    .join('\n')
  const gone = new Set(named(/^drop table "?(\w+)"?/gm, sql))
  // Beside the tables of the product stand those of its preparation, in a schema of their own, which speak of nobody.
  return named(/^create table (?!(?:if not exists )?drizzle\.)"?((?:\w+\.)?\w+)"?/gm, sql).filter(
    (name) => !gone.has(name)
  )
}
