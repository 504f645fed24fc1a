import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles, type Actor, type Role } from '../../../policies/actor.ts'
import { threshold } from '../../../server/figures/disclosure.ts'
import { publishDue } from '../../../server/figures/publish.ts'
import { freshDatabase, type TestDatabase } from '../../support/running/db.ts'
import { desk, forgetReleases, people, repeat } from './world.ts'

let db: TestDatabase
let reader: Awaited<ReturnType<typeof desk>>
beforeAll(async () => {
  db = await freshDatabase()
  reader = await desk(db)
})
afterAll(async () => {
  await reader.close()
  await db.close()
})

const secretary = (territory: string | null): Partial<Actor> => ({
  role: 'cell_secretary',
  orgType: 'cell',
  territory
})

describe('before anything is published', () => {
  test('each table says that there is no release yet and when the first is due, and shows no count', async () => {
    for (const [path, as] of [
      ['flow', {}],
      ['failures', {}],
      ['territories', {}],
      ['unmet', {}],
      ['unmet/children', {}],
      ['territory', secretary('69')]
    ] as const) {
      const { status, body } = await reader.ask(`/api/stats/${path}`, as)
      expect(status).toBe(200)
      expect(body).toMatchObject({ release: null, asOf: null, total: null, year: null, years: [] })
      expect(body.published).toMatch(
        /^Aucun chiffre n’est encore publié.* due le 1er (janvier|avril|juillet|octobre) /
      )
    }
  })

  test('a country with too few persons shows its tables, every count hidden and none at zero', async () => {
    await people(db.owner, repeat(threshold - 1, {}))
    await publishDue(db.stats, new Date('2026-07-15T10:00:00Z'))
    const { status, body } = await reader.ask('/api/stats/flow')
    expect(status).toBe(200)
    expect(body).toMatchObject({ total: null, year: null, years: [] })
    expect(body.nodes.every((node: { value: unknown }) => node.value === null)).toBe(true)
  })
})

describe('who reads what', () => {
  beforeAll(async () => {
    await forgetReleases(db.owner)
    await people(db.owner, [
      ...repeat(30, { territory: '69', openedAt: '2026-02-03T10:00:00Z' }),
      ...repeat(4, { territory: '69', openedAt: '2026-04-03T10:00:00Z' }),
      ...repeat(25, { territory: '13', openedAt: '2026-04-03T10:00:00Z' })
    ])
    await publishDue(db.stats, new Date('2026-07-15T10:00:00Z'))
  })

  const national = (role: Role, ...more: Role[]) =>
    ['miprof', 'oversight', ...more].includes(role) ? 200 : 404

  test.each(Object.keys(roles) as Role[])('%s', async (role) => {
    const as: Partial<Actor> = { role, territory: '69' }
    const statuses = async (path: string) => (await reader.ask(`/api/stats/${path}`, as)).status
    expect({
      flow: await statuses('flow'),
      failures: await statuses('failures'),
      territories: await statuses('territories'),
      territory: await statuses('territory'),
      unmet: await statuses('unmet'),
      children: await statuses('unmet/children')
    }).toEqual({
      flow: national(role),
      failures: national(role),
      territories: national(role),
      territory: ['cell_secretary', 'womens_rights'].includes(role) ? 200 : 404,
      unmet: national(role, 'acse_desk', 'ofii'),
      children: national(role, 'child_protection')
    })
  })

  test('an organisation that is not accredited reads none', async () => {
    expect((await reader.ask('/api/stats/flow', { accredited: false })).status).toBe(404)
    expect((await reader.ask('/api/stats/territory', { ...secretary('69'), accredited: false })).status).toBe(
      404
    )
    expect((await reader.ask('/api/stats/territory', secretary(null))).status).toBe(404)
  })

  test('a cell reads the months of its own territory, small ones hidden with another', async () => {
    const { body } = await reader.ask('/api/stats/territory', secretary('69'))
    expect(body).toMatchObject({ year: 2026, total: 34, territory: { code: '69', name: 'Rhône' } })
    expect(body.months.map((one: { month: string }) => one.month)).toEqual(
      ['01', '02', '03', '04', '05', '06'].map((month) => `2026-${month}`)
    )
    expect(body.months.map((one: { value: number | null }) => one.value)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null
    ])
    const empty = (await reader.ask('/api/stats/territory', secretary('48'))).body
    expect(empty.total).toBeNull()
    expect(empty.months.every((one: { value: unknown }) => one.value === null)).toBe(true)
  })

  test('only a published year, and nothing else, may be asked for', async () => {
    expect((await reader.ask('/api/stats/flow?year=2026')).status).toBe(200)
    const unknown = await reader.ask('/api/stats/flow?year=1999')
    expect(unknown).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'year', code: 'unknown_year' }] }
    })
    expect((await reader.ask('/api/stats/flow?territory=69')).status).toBe(400)
    expect((await reader.ask('/api/stats/flow?territory=69', { role: 'police' })).status).toBe(404)
  })
})
