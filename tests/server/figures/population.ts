import { afterAll, beforeAll, beforeEach } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../support/running/db.ts'
import { desk, forgetReleases, repeat, type Act, type Person } from './world.ts'

/** When the second quarter of 2026 has been over for two weeks. */
export const at = new Date('2026-07-15T10:00:00Z')
export const asOf = '2026-06-30'
export const positive: Act = ['grounds.positive', 4]

export const population: Person[] = [
  ...repeat(6, { identification: 'insufficient_elements', territory: '13', acts: [['triage.reject', 2]] }),
  ...repeat(40, { territory: '69' }),
  ...repeat(15, {
    identification: 'presumed',
    housing: 'housed_acse',
    acts: [positive, ['acse.request', 5], ['acse.matched', 25], ['receipt.handed', 30]]
  }),
  ...repeat(12, {
    identification: 'formally_identified',
    housing: 'emergency_local',
    territory: '59',
    acts: [positive]
  }),
  ...repeat(3, {
    identification: 'presumed',
    housing: 'waiting_list',
    territory: '33',
    acts: [positive, ['acse.request', 7]]
  }),
  ...repeat(14, {
    identification: 'presumed',
    minor: 'information_preoccupante',
    housing: 'emergency_local',
    acts: [positive]
  }),
  ...repeat(2, {
    identification: 'not_confirmed',
    territory: '976',
    openedAt: '2026-05-02T09:00:00Z',
    acts: [positive]
  }),
  ...repeat(5, { identification: 'duplicate_merged' }),
  ...repeat(20, { openedAt: '2025-06-01T12:00:00Z', territory: '69' }),
  // Already the new year in Paris.
  { openedAt: '2025-12-31T23:30:00Z', territory: '69' }
]

export let db: TestDatabase
export let reader: Awaited<ReturnType<typeof desk>>

export const cellsOf = (nodes: { id: string; value: number | null }[]) =>
  Object.fromEntries(nodes.map(({ id, value }) => [id, value]))
export const figuresOf = async () => {
  const flow = (await reader.ask('/api/stats/flow')).body
  const territories = (await reader.ask('/api/stats/territories')).body
  return { flow, territories }
}

/** A database for the tests of a file, and who reads its figures; each test begins without a person. */
export const withFigures = (): void => {
  beforeAll(async () => {
    db = await freshDatabase()
    reader = await desk(db)
  })
  afterAll(async () => {
    await reader.close()
    await db.close()
  })
  beforeEach(async () => {
    await db.owner.query('truncate "case" cascade')
    await forgetReleases(db.owner)
  })
}
