import { beforeEach, describe, expect, test } from 'vitest'
import { tasks } from '../../../server/worker/worker.ts'
import { publishDue } from '../../../server/figures/publish.ts'
import { createLog } from '../../../server/log.ts'
import { at, db, population, reader, withFigures } from './population.ts'
import { move, people, repeat } from './world.ts'

withFigures()

const quarterHour = 900_000
const day = 24 * 3_600_000
const addresses = [
  ['flow', {}],
  ['failures', {}],
  ['territories', {}],
  ['unmet', {}],
  ['unmet/children', {}],
  ['territory', { role: 'cell_secretary', orgType: 'cell', territory: '69' }]
] as const

/** Whatever any reader of figures is answered, to the byte. */
const everything = async () => {
  const answers: string[] = []
  for (const query of ['', '?year=2026', '?year=2025'])
    for (const [path, as] of addresses)
      answers.push(JSON.stringify(await reader.ask(`/api/stats/${path}${query}`, as)))
  return answers
}
/** How many of these answers are another now. */
const changed = async (before: readonly string[]) =>
  (await everything()).filter((answer, index) => answer !== before[index]).length

const releases = async () =>
  (
    await db.owner.query<{ number: number; quarter: string; made_at: Date; body: string }>(
      `select number, quarter, made_at, flow::text || territories::text || months::text as body from figure_release order by 1`
    )
  ).rows
const made = async () => (await releases()).map(({ number, quarter }) => [number, quarter])

describe('between two releases', () => {
  test('nothing moves: not with twenty persons flagged, at no quarter of an hour of a week; at the quarter’s end all does', async () => {
    await people(db.owner, population)
    await publishDue(db.stats, at)
    const before = await everything()
    for (let hour = 0; hour * quarterHour < 7 * day; hour += 1) {
      const moment = new Date(at.getTime() + hour * quarterHour)
      if (hour % 33 === 0)
        await people(db.owner, repeat(1, { territory: '59', openedAt: moment.toISOString() }))
      await publishDue(db.stats, moment)
      if (hour % 33 === 1) expect(await changed(before)).toBe(0)
    }
    expect(await changed(before)).toBe(0)
    const { rows } = await db.owner.query(`select count(*)::int as n from "case" where opened_at >= $1`, [at])
    expect(rows[0].n).toBeGreaterThanOrEqual(20)
    await publishDue(db.stats, new Date('2026-09-30T21:59:00Z'))
    expect(await changed(before)).toBe(0)
    await publishDue(db.stats, new Date('2026-09-30T22:00:00Z'))
    expect(await changed(before)).toBe(before.length)
    const { body } = await reader.ask('/api/stats/flow')
    expect(body).toMatchObject({ release: 2, total: 93 + rows[0].n, asOf: '2026-09-30' })
    expect(body.published).toBe(
      'Publication n° 2, 3e trimestre 2026, établie le 1er octobre 2026. Rien n’y change plus ; la suivante est due le 1er janvier 2027.'
    )
  })
})

describe('a release', () => {
  beforeEach(async () => {
    await people(db.owner, population)
  })

  test('is made by the worker’s own job, once, however often it wakes', async () => {
    const { figures } = tasks({ db, log: createLog('silent') } as never)
    for (let wake = 0; wake < 3; wake += 1) await figures!({}, {} as never)
    expect(await made()).toHaveLength(1)
  })

  test('is made once by workers that wake at the same time, each time', async () => {
    for (const moment of [at, new Date('2026-10-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z')])
      await Promise.all(Array.from({ length: 3 }, () => publishDue(db.stats, moment)))
    expect(await made()).toEqual([
      [1, '2026-Q2'],
      [2, '2026-Q3'],
      [3, '2026-Q4']
    ])
  })

  test('is of no quarter before anybody was flagged', async () => {
    await publishDue(db.stats, new Date('2025-04-02T00:00:00Z'))
    expect(await made()).toEqual([])
    await publishDue(db.stats, new Date('2025-07-01T12:00:00Z'))
    expect(await made()).toEqual([[1, '2025-Q2']])
  })

  test('never changes: its role may not, and for its owner PostgreSQL refuses', async () => {
    await publishDue(db.stats, at)
    const before = await releases()
    for (const statement of [
      `update figure_release set flow = '{}'`,
      'delete from figure_release',
      'truncate figure_release'
    ]) {
      for (const pool of [db.stats, db.app])
        await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' })
      await expect(db.owner.query(statement)).rejects.toThrow(/not rewritten/)
    }
    expect(await releases()).toEqual(before)
  })

  test('stays as it was when what it counted is merged, or erased', async () => {
    await publishDue(db.stats, at)
    const before = await releases()
    await db.owner.query('truncate "case" cascade')
    await people(db.owner, repeat(60, { territory: '13', openedAt: '2026-08-01T10:00:00Z' }))
    await publishDue(db.stats, new Date('2026-10-01T05:00:00Z'))
    expect((await releases())[0]).toEqual(before[0])
    expect(await made()).toHaveLength(2)
  })
})

describe('a release that is made late', () => {
  const states = { identification: 'presumed', housing: 'housed_acse', territory: '33' }

  test('tells what was so when its quarter ended, and on which day it was made', async () => {
    await people(db.owner, population)
    const moving = await people(db.owner, repeat(30, { territory: '31' }))
    await publishDue(db.stats, new Date('2026-07-01T00:00:00Z'))
    const inTime = (await releases())[0]!.body
    await db.owner.query(`alter table figure_release disable trigger user; truncate figure_release;
      alter table figure_release enable trigger user`)
    await move(db.owner, moving, states, '2026-07-02T10:00:00Z')
    await people(db.owner, repeat(20, { territory: '69', openedAt: '2026-07-03T10:00:00Z' }))
    await publishDue(db.stats, new Date('2026-08-20T10:00:00Z'))
    expect((await releases())[0]!.body).toBe(inTime)
    const { body } = await reader.ask('/api/stats/flow')
    expect(body.asOf).toBe('2026-06-30')
    expect(body.published).toContain('2e trimestre 2026, établie le 20 août 2026.')
    await publishDue(db.stats, new Date('2026-10-01T10:00:00Z'))
    const territories = (await reader.ask('/api/stats/territories')).body
    expect(territories.items.find(({ code }: { code: string }) => code === '31').value).toBeNull()
    expect(territories.total).toBe(93 + 30 + 20)
  })

  test('by more than a quarter, each quarter has its own, as it ended', async () => {
    const ids = await people(db.owner, [...population, ...repeat(30, { territory: '31' })])
    await publishDue(db.stats, new Date('2026-04-01T05:00:00Z'))
    await move(db.owner, ids.slice(-30), states, '2026-07-02T10:00:00Z')
    await people(db.owner, repeat(20, { territory: '69', openedAt: '2026-07-03T10:00:00Z' }))
    await publishDue(db.stats, new Date('2027-01-15T10:00:00Z'))
    expect(await made()).toEqual([
      [1, '2026-Q1'],
      [2, '2026-Q2'],
      [3, '2026-Q3'],
      [4, '2026-Q4']
    ])
    const { rows } = await db.owner.query<{ persons: number | null }>(
      `select nullif(jsonb_path_query_first(territories, '$.releases[*] ? (@.year == 2026).cells."31"')::text, 'null')::int as persons
         from figure_release where number <> 2 order by number`
    )
    // Two persons of May are too few to bring the second release of the year; the third no longer counts those who went.
    expect(rows.map(({ persons }) => persons)).toEqual([30, null, null])
  })
})
