import { beforeEach, describe, expect, test } from 'vitest'
import { drizzleOn } from '../../../../server/db/context.ts'
import { countedTables } from '../../../../server/figures/store/tables.ts'
import { countCase, lagOf, rebuild } from '../../../../server/figures/store/count.ts'
import { keysFrom } from '../../../../server/keys.ts'
import { anyKey, recordKey } from '../../../../server/figures/store/rows.ts'
import { fireDue } from '../../../../server/firing/fire.ts'
import { nameOf } from '../../../../figures/table/table.ts'
import { forFile } from '../../../support/for-file.ts'
import { openSite } from '../../../support/running/site.ts'
import { noon } from '../../../support/world.ts'
import { openRepair } from '../../repair/support.ts'
import { countAll } from './counting.ts'
import { storedIn } from './truth.ts'

const site = await forFile(openSite())
const { tell, db } = site
const day = 86_400_000
const at = (days: number) => new Date(noon.getTime() + days * day)

const personOf = async (id: string) => {
  const { rows } = await db.owner.query<Record<string, unknown>>(
    `select * from stat.person where rkey = decode($1, 'hex') and known_until = 'infinity'`,
    [recordKey(db.keys, id)]
  )
  return rows
}
const countOf = async (id: string, cell: string, asOf?: Date) => {
  const tables = await drizzleOn(db.stats).transaction((tx) =>
    countedTables(tx, 2026, { ...(asOf && { asOf }) })
  )
  const table = tables.find((one) => one.id === id)!
  return table.counts[[...table.counts.keys()].find((one) => nameOf(table, one) === cell)!]
}
const all = (asOf?: Date) => countOf('territory_sex', 'tot|tot', asOf)

beforeEach(async () => {
  site.at(noon)
  await db.owner.query('delete from outbox; truncate stat.person, stat.cell')
})

describe('who a row is of', () => {
  test('is known by the key of the server alone: of another one, and of another case, it is another', () => {
    const [one, two] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002']
    const others = keysFrom(Buffer.alloc(32, 9))
    expect(recordKey(db.keys, one)).toMatch(/^[0-9a-f]{32}$/)
    expect(recordKey(db.keys, one)).toBe(recordKey(db.keys, one))
    expect(new Set([recordKey(db.keys, one), recordKey(db.keys, two), recordKey(others, one)]).size).toBe(3)
    expect(recordKey(db.keys, one)).not.toContain(one.replaceAll('-', '').slice(0, 12))
  })

  test('of those who were erased is nobody, and each another nobody', () => {
    expect(anyKey()).toMatch(/^[0-9a-f]{32}$/)
    expect(anyKey()).not.toBe(anyKey())
  })
})

describe('what waits to be counted', () => {
  test('an act that was refused leaves nothing', async () => {
    const id = await tell.flagged()
    await countAll(db)
    await expect(tell.act('cellule.69', id, 'grounds.positive')).rejects.toThrow()
    expect((await drizzleOn(db.stats).transaction(lagOf)).cases).toBe(0)
  })

  test('acts of one case wait as one, and a referral that is answered is counted again', async () => {
    const id = await tell.consenting()
    expect((await drizzleOn(db.stats).transaction(lagOf)).cases).toBe(1)
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true, needs: 'au calme' })
    await countAll(db)
    expect(await personOf(id)).toMatchObject([
      { referrals: ['acse:waiting'], need: 'seeking', match_span: 'waiting' }
    ])
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    await countAll(db)
    expect(await personOf(id)).toMatchObject([{ referrals: ['acse:accepted'], answers: ['acse:0-2'] }])
  })

  test('is told to who runs it, apart from what is to be delivered', async () => {
    const metrics = async () => (await site.app.inject('/metrics')).body
    await tell.flagged()
    expect(await metrics()).toContain('mnio_figures_uncounted 1\n')
    await countAll(db)
    expect(await metrics()).toMatch(/mnio_figures_uncounted 0\n.*\nmnio_figures_lag_seconds 0\.000/s)
  })

  test('what is done while a worker counts is counted after', async () => {
    const id = await tell.flagged()
    const client = await db.owner.connect()
    await client.query('begin')
    await client.query(`select set_config('app.role', 'system', true)`)
    // The word waits in a transaction that is not committed: a worker leaves it.
    await client.query(`select stat.count_again($1)`, [id])
    await countAll(db)
    expect(await personOf(id)).toEqual([])
    await client.query('commit')
    client.release()
    await countAll(db)
    expect(await personOf(id)).toHaveLength(1)
  })

  test('counted twice, a person is counted once', async () => {
    const id = await tell.presumed()
    await countAll(db)
    const before = await storedIn(db)
    await countCase(db.stats, db.keys, { caseId: id })
    expect(await storedIn(db)).toEqual(before)
    expect(await all()).toBe(1)
  })
})

describe('one person', () => {
  test('with two files is counted in the one that stays, and twice again once the merge is undone', async () => {
    const [id, into] = [await tell.presumed(), await tell.presumed()]
    await countAll(db)
    expect(await all()).toBe(2)
    const code = (await tell.row(into))['code']
    await tell.act('cellule.69', id, 'merge.propose', { into: code, proofs: ['person'] })
    await countAll(db)
    // One hand has proposed it: nobody has recognised it yet.
    expect(await all()).toBe(2)
    const second = { ...site.as('cellule.69'), personId: site.as('membre.69').personId }
    await tell.actAs(second, id, 'merge.confirm')
    await countAll(db)
    expect(await all()).toBe(1)
    expect([await personOf(id), (await personOf(into)).length]).toEqual([[], 1])
    await tell.act('cellule.69', id, 'merge.undo')
    await countAll(db)
    expect(await all()).toBe(2)
  })

  test('of whom an act was undone is counted as if it had never been, and as it was held to be at the time', async () => {
    const { refOf, undo } = openRepair(site)
    const id = await tell.consenting()
    await countAll(db)
    site.at(at(1))
    const offer = { on: '2026-11-24', language: 'bin', means: 'in_person', confidential: true, wishes: true }
    await tell.act('asso.rhone', id, 'reflection.offer', offer)
    await countAll(db)
    expect(await personOf(id)).toMatchObject([{ reflection: 'accepted', residence: ['accepted', 'offered'] }])
    site.at(at(2))
    expect((await undo('asso.rhone', id, await refOf(id, 'reflection.offer'))).statusCode).toBe(200)
    await countAll(db)
    expect(await personOf(id)).toMatchObject([{ reflection: 'not_offered', residence: ['none'] }])
    expect([
      await countOf('territory_reflection', '69|accepted', at(0.5)),
      await countOf('territory_reflection', '69|accepted', at(1.5)),
      await countOf('territory_reflection', '69|accepted', at(2.5)),
      await countOf('territory_reflection', '69|accepted')
    ]).toEqual([0, 1, 0, 0])
  })

  test('who comes of age stays a child of the day of the flag', async () => {
    const identity = { name: 'CANARI Awa', birthDate: '2008-12-01' }
    const id = await tell.consenting(['B'], { ageGroup: 'minor', ageBand: '15-17', identity })
    await countAll(db)
    expect(await personOf(id)).toMatchObject([{ age_at_registration: 'minor', age_at_reporting: 'minor' }])
    await db.owner.query(`update deadline set state = 'stopped', next_at = null where code <> 'D-MAJORITY'`)
    site.at(new Date('2026-11-30T23:01:00Z'))
    await fireDue(site.gate)
    await countAll(db)
    expect(await personOf(id)).toMatchObject([
      { age_at_start: 'minor', age_at_registration: 'minor', age_at_reporting: 'adult', minor_path: 'of_age' }
    ])
    expect([await countOf('majority', 'tot|minor|tot'), await countOf('majority', 'tot|tot|minor')]).toEqual([
      1, 0
    ])
  })
})

describe('a case that is erased', () => {
  test('leaves its coded row under a key that nothing leads to, still counted, and counted no more from the case', async () => {
    const id = await tell.consenting(['B'])
    await countAll(db)
    const [before] = await personOf(id)
    const asThen = () => drizzleOn(db.stats).transaction((tx) => countedTables(tx, 2026, { asOf: at(0.5) }))
    const published = await asThen()
    expect(published.some(({ keys }) => keys.some((key) => key > 0))).toBe(true)
    for (const days of [91, 91 + 2 * 366, 91 + 13 * 366]) {
      site.at(at(days))
      await fireDue(site.gate)
      if (days === 91) await tell.act('cellule.69', id, 'case.close_lost')
    }
    const { rows: log } = await db.owner.query(
      `select 1 from case_event where case_id = $1 and command = 'case.erase'`,
      [id]
    )
    expect(log).toHaveLength(1)
    await countAll(db)
    expect(await personOf(id)).toEqual([])
    // What was published of her day has the same noise, counted anew.
    expect(await asThen()).toEqual(published)
    const erased = async () =>
      (await storedIn(db)).persons
        .map(({ row }) => row as Record<string, unknown>)
        .filter((row) => row['erased'] && row['entry'] === 'flagged')
    expect(await erased()).toMatchObject([{ sex: before!['sex'], territory: '69', year: 2026 }])
    const { rows: known } = await db.owner.query(`select 1 from stat.person where rkey = decode($1, 'hex')`, [
      recordKey(db.keys, id)
    ])
    expect(known).toEqual([])
    // Whoever holds the master key and knew the case finds nothing by what the row adds to its cells.
    const { rows: adds } = await db.owner.query<{ key: string }>('select key from stat.person where erased')
    const led = recordKey(db.keys, id)
    const parts = Array.from({ length: led.length - 7 }, (_, at) =>
      Number.parseInt(led.slice(at, at + 8), 16)
    )
    expect(adds.map(({ key }) => Number(key))).toEqual(adds.map(() => Number(before!['key'])))
    expect(parts).not.toContain(Number(before!['key']))
    // The sums of keys are those of the rows that are left, and a count from the beginning leaves them alone.
    expect(await rebuild(db.stats, db.keys)).toMatchObject({ wrong: 0 })
    const after = await storedIn(db)
    expect(await erased()).toHaveLength(1)
    await countCase(db.stats, db.keys, { caseId: id })
    expect(await storedIn(db)).toEqual(after)
  })
})
