import type { PoolClient } from 'pg'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../support/running/db.ts'
import { forFile } from '../../../support/for-file.ts'
import { saysAlike, type Bond } from './asked.ts'
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
const says = (name: string, row: object) => {
  const checkNamed = async (client: PoolClient) =>
    (
      await client.query<Bond>(
        `select format('alter table alike add constraint %I %s', conname, pg_get_constraintdef(oid)) as made
           from pg_constraint where contype = 'c' and conname = $1 and conrelid = $2::regclass`,
        [name, tableOf.get(name)]
      )
    ).rows
  return saysAlike(db.owner, tableOf.get(name)!, checkNamed, [row])
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
