import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../support/running/db.ts'
import { forFile } from '../../../support/for-file.ts'
import { adding } from './asked.ts'
import { ofCases } from './checks.cases.ts'
import { ofHouses } from './checks.houses.ts'

// What PostgreSQL itself refuses of a row, whoever writes it: for each check a row past its limit, and one within it.

const db = await forFile(freshDatabase())

const checks = `select conname as name, conrelid::regclass::text as table from pg_constraint
  where contype = 'c' and conname not like '%\\_known' and connamespace in ('public'::regnamespace, 'stat'::regnamespace) order by 1`
const { rows } = await db.owner.query<{ name: string; table: string }>(checks)
const tableOf = new Map(rows.map(({ name, table }) => [name, table]))
const examples = Object.entries({ ...ofCases, ...ofHouses })

/** What a table that is bound by this check alone says of a row of which only this is known. */
const says = async (name: string, row: object): Promise<string> => {
  const client = await db.owner.connect()
  try {
    await client.query('begin')
    await client.query(`create temp table alike (like ${tableOf.get(name)!} including constraints)`)
    const { rows: bonds } = await client.query<{ loosen: string }>(
      `select format('alter column %I drop not null', attname) as loosen from pg_attribute
         where attrelid = 'alike'::regclass and attnotnull and attnum > 0
       union all select format('drop constraint %I', conname) from pg_constraint
         where conrelid = 'alike'::regclass and contype = 'c' and conname <> $1`,
      [name]
    )
    for (const { loosen } of bonds) await client.query(`alter table alike ${loosen}`)
    await client.query(
      Object.keys(row).length === 0 ? 'insert into alike default values' : adding('alike', row)
    )
    return 'done'
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

it('each check but the lists of words has a row past it, and one within', () => {
  expect(examples.map(([name]) => name).toSorted()).toEqual([...tableOf.keys()].toSorted())
})

describe.each(examples)('%s', (name, { refused, taken }) => {
  it('refuses', async () => {
    for (const row of refused) expect([row, await says(name, row)]).toEqual([row, name])
  })
  it('takes', async () => {
    for (const row of taken) expect([row, await says(name, row)]).toEqual([row, 'done'])
  })
})
