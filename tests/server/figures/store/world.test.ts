import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countedTables, countedYears } from '../../../../server/figures/store/tables.ts'
import { lagOf, rebuild } from '../../../../server/figures/store/count.ts'
import { recordKey } from '../../../../server/figures/store/rows.ts'
import { drizzleOn } from '../../../../server/db/context.ts'
import { nameOf } from '../../../../figures/table/table.ts'
import { asSuperuserOf, freshDatabase, tellWorld, type TestDatabase } from '../../../support/demo.ts'
import { countAll } from './counting.ts'
import { rowsAgainst, rowsNowhere, saidOf, claims, toldAgainst } from './related.ts'
import { storedIn, truthOf, withoutKeys } from './truth.ts'

const cases = 150
let db: TestDatabase
const stats = () => drizzleOn(db.stats)

beforeAll(async () => {
  db = await freshDatabase()
  const asked = { db, keys: db.keys, seed: 'figures', issuer: 'http://localhost:3000/oidc', cases, lanes: 2 }
  expect(await tellWorld({ ...asked, now: new Date('2026-10-14T09:00:00Z') })).toMatchObject({
    done: cases,
    failed: 0
  })
}, 600_000)
afterAll(() => db.close())

describe('a told country', () => {
  test('waits to be counted, each case once, and what waits is known with its age', async () => {
    const lag = await stats().transaction(lagOf)
    expect(lag.cases).toBe(
      Number((await asSuperuserOf(db)<{ n: string }>(`select count(*) as n from "case"`))[0]!.n)
    )
    expect(lag.since!.getTime()).toBeLessThan(Date.now())
    await countAll(db)
    expect(await stats().transaction(lagOf)).toEqual({ cases: 0, since: null })
  }, 300_000)

  test('the store says what another hand counts over the log, cell by cell', async () => {
    const years = await stats().transaction(countedYears)
    expect(years.length).toBeGreaterThan(0)
    for (const year of years) {
      const tables = await stats().transaction((tx) => countedTables(tx, year))
      for (const [id, cells] of Object.entries(await truthOf(db, year))) {
        const table = tables.find((one) => one.id === id)!
        const counted = new Map([...table.counts].map((n, cell) => [nameOf(table, cell), n]))
        // Positive control: the other hand counts somebody.
        if (year === years[0]) expect(cells.size, id).toBeGreaterThan(0)
        for (const [at, n] of cells) expect([id, at, counted.get(at)]).toEqual([id, at, n])
      }
    }
  })

  test('of every fixed table, and nobody stands in the cells that the other hand leaves out', async () => {
    const [year] = await stats().transaction(countedYears)
    const tables = await stats().transaction((tx) => countedTables(tx, year!))
    const truth = await truthOf(db, year!)
    expect(Object.keys(truth).toSorted()).toEqual(tables.map(({ id }) => id).toSorted())
    // Told beside their margins, or without the word of who has none.
    const partly = ['territory_refusal', 'territory_residence', 'decisions', 'referrals']
    for (const table of tables.filter(({ id }) => !partly.includes(id))) {
      const names = [...table.counts.keys()].map((cell) => nameOf(table, cell))
      const held = names.filter((name, cell) => table.counts[cell]! > 0 && !name.split('|').includes('tot'))
      const told = [...truth[table.id]!.keys()].filter((name) => !name.split('|').includes('tot'))
      expect([table.id, held.toSorted()]).toEqual([table.id, told.toSorted()])
    }
  })

  test('what the gate takes for the same persons, for some of others or for a sum is that, by the other hand and of each person', async () => {
    let told = 0
    for (const year of await stats().transaction(countedYears)) {
      const { held, broken } = toldAgainst(await truthOf(db, year))
      expect(broken).toEqual([])
      told += held
    }
    // Positive control: of several of them the other hand counts somebody.
    expect(told).toBeGreaterThan(12)
    const rows = await asSuperuserOf(db)<{ claim: string; broken: number }>(rowsAgainst)
    expect(rows.map(({ claim }) => claim).toSorted()).toEqual(claims.map(saidOf).toSorted())
    expect(rows.filter(({ broken }) => broken > 0)).toEqual([])
    expect(await asSuperuserOf(db)(rowsNowhere)).toEqual([])
  })

  test('the sum of keys of a cell is that of the persons in it', async () => {
    const [year] = await stats().transaction(countedYears)
    const ask = asSuperuserOf(db)
    const rows = await ask<{ id: string }>(
      `select id from "case" where identification <> 'duplicate_merged' and closure <> 'closed_in_error'
        and extract(year from opened_at at time zone 'Europe/Paris') = ${year}`
    )
    const held = await ask<{ rkey: string; key: string }>(
      `select distinct encode(rkey, 'hex') as rkey, key from stat.person`
    )
    // Positive control: no two persons, and one person in all years and versions.
    expect(new Set(held.map(({ key }) => key)).size).toBe(new Set(held.map(({ rkey }) => rkey)).size)
    const keyOf = new Map(held.map(({ rkey, key }) => [rkey, Number(key)]))
    const sum = rows.reduce((keys, { id }) => (keys + keyOf.get(recordKey(db.keys, id))!) % 2 ** 32, 0)
    const [table] = await stats().transaction((tx) => countedTables(tx, year!))
    expect(table!.keys.at(-1)).toBe(sum)
  })

  test('counted from the beginning it is the same, and no cell was wrong', async () => {
    const before = await storedIn(db)
    expect(await rebuild(db.stats, db.keys)).toMatchObject({ wrong: 0 })
    expect(await storedIn(db)).toEqual(before)
  }, 300_000)

  test('counted from nothing it is the same, under keys drawn anew', async () => {
    const before = await storedIn(db)
    await db.owner.query('truncate stat.person, stat.cell')
    expect((await storedIn(db)).cells).toEqual([])
    await rebuild(db.stats, db.keys)
    const after = await storedIn(db)
    expect(withoutKeys(after)).toEqual(withoutKeys(before))
    expect(after).not.toEqual(before)
  }, 300_000)

  test('cells that were spoilt are put right, and how many is said', async () => {
    const before = await storedIn(db)
    await db.owner.query(`update stat.cell set n = n + 1 where table_id = 'referrals' and at = 'tot'`)
    expect((await rebuild(db.stats, db.keys)).wrong).toBeGreaterThan(0)
    expect(await storedIn(db)).toEqual(before)
  }, 300_000)
})
