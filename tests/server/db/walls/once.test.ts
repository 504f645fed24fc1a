import { readFileSync } from 'node:fs'
import type { PoolClient } from 'pg'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../support/running/db.ts'
import { forFile } from '../../../support/for-file.ts'
import { saysAlike, type Bond } from './asked.ts'
import { standsOnce } from './once.cases.ts'

// What PostgreSQL refuses of a row for another that stands, or for one that does not: whoever writes it.

const db = await forFile(freshDatabase())
const walls = readFileSync('migrations/walls.txt', 'utf8').split('\n')

const says = (of: string, bonds: (client: PoolClient) => Promise<Bond[]>, rows: readonly object[]) =>
  saysAlike(db.owner, of, bonds, rows)

const indexNamed = (name: string) => async (client: PoolClient) =>
  (
    await client.query<Bond>(
      `select regexp_replace(replace(pg_get_indexdef(indexrelid), ' INDEX ', ' INDEX alike_'), ' ON \\S+ ', ' ON alike ') as made
         from pg_index where indisunique and indexrelid in (select oid from pg_class where relname = $1)`,
      [name]
    )
  ).rows

it('what stands once but by a key of its own has two rows that cannot both stand, and two that can', () => {
  const named = walls.flatMap((wall) => /^unique index (\w+) on/.exec(wall)?.[1] ?? [])
  const others = named.filter((name) => !name.endsWith('_pkey'))
  expect(Object.keys(standsOnce).toSorted()).toEqual(others.toSorted())
})

describe.each(Object.entries(standsOnce))('%s', (name, { of, refused, taken }) => {
  it('refuses the second', async () => {
    for (const rows of refused)
      expect([rows, await says(of, indexNamed(name), rows)]).toEqual([rows, `alike_${name}`])
  })
  it.runIf(taken.length > 0)('takes what differs', async () => {
    for (const rows of taken) expect([rows, await says(of, indexNamed(name), rows)]).toEqual([rows, 'done'])
  })
})

type Column = { name: string; type: string }
const nobody: Record<string, unknown> = {
  uuid: '00000000-0000-4000-8000-000000000009',
  text: 'nobody',
  integer: 999_999
}

const referenceNamed = (name: string) => async (client: PoolClient) =>
  (
    await client.query<Bond>(
      `select format('alter table alike add constraint alike_%s %s', conname, pg_get_constraintdef(oid)) as made
         from pg_constraint where contype = 'f' and conname = $1`,
      [name]
    )
  ).rows

const references = walls.flatMap((wall) => {
  const [, name, table] = /^constraint (\w+_fk(?:ey)?) on (\S+)$/.exec(wall) ?? []
  return name === undefined ? [] : [[name, table === 'case' ? '"case"' : table!] as const]
})

const namedBy = async (name: string) =>
  (
    await db.owner.query<Column>(
      `select attname as name, format_type(atttypid, null) as type from pg_constraint join pg_attribute on attrelid = conrelid
        where conname = $1 and attnum = any(conkey)`,
      [name]
    )
  ).rows

it.each(references)('%s: nobody is named who is not there', async (name, of) => {
  const columns = await namedBy(name)
  const row = Object.fromEntries(columns.map((column) => [column.name, nobody[column.type]]))
  expect(Object.values(row)).not.toContain(undefined)
  expect(await says(of, referenceNamed(name), [row])).toBe(`alike_${name}`)
  expect(await says(of, referenceNamed(name), [{}])).toBe('done')
})
