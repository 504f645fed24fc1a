import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { threshold } from '../../../server/stats/disclosure.ts'
import { drizzleOn } from '../../../server/db/context.ts'
import { countStandings } from '../../../server/stats/figures.ts'
import { refreshFigures } from '../../../server/stats/refresh.ts'
import { territoryCodes } from '../../../workflows/territories.ts'
import { freshDatabase, type TestDatabase } from '../../support/db.ts'
import { attack, type Cells, type Sum } from './attacker.ts'
import { actOn, desk, people, repeat, type Act, type Person } from './world.ts'

const at = new Date('2026-07-15T10:00:00Z')
const positive: Act = ['grounds.positive', 4]

const population: Person[] = [
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
beforeEach(async () => {
  await db.owner.query('truncate "case", figure cascade')
})

const cellsOf = (nodes: { id: string; value: number | null }[]) =>
  Object.fromEntries(nodes.map(({ id, value }) => [id, value]))
const figuresOf = async () => {
  const flow = (await reader.ask('/api/stats/flow')).body
  const territories = (await reader.ask('/api/stats/territories')).body
  return { flow, territories }
}

describe('what is counted', () => {
  beforeEach(async () => {
    await people(db.owner, population)
    await refreshFigures(db.stats, at)
  })

  test('each person once, in the year of the flag by the clock of Paris, small counts hidden with what would give them', async () => {
    const { flow } = await figuresOf()
    expect(flow).toMatchObject({
      year: 2026,
      years: [2026, 2025],
      total: 93,
      asOf: at.toISOString(),
      threshold
    })
    expect(cellsOf(flow.nodes)).toEqual({
      flagged: 93,
      insufficient: null,
      in_review: null,
      positive: 46,
      acse: 15,
      minors: 14,
      local: null,
      waiting: null,
      no_place: null,
      declined: null,
      other: null
    })
  })

  test('durations over enough persons only', async () => {
    const { flow } = await figuresOf()
    const values = Object.fromEntries(
      flow.figures.map((one: { id: string; value: number | null }) => [one.id, one.value])
    )
    expect(values).toEqual({ flagged: 93, grounds: 4, wait: 120, unmet: null, reflections: 15 })
    const past = (await reader.ask('/api/stats/flow?year=2025')).body
    expect(past.total).toBe(20)
    expect(past.figures.find((one: { id: string }) => one.id === 'grounds').value).toBeNull()
  })

  test('a rate comes with its count, and never without', async () => {
    const { territories } = await figuresOf()
    const of = (code: string) => territories.items.find((one: { code: string }) => one.code === code)
    expect(of('69').value).toBe(41)
    expect(of('69').per100k).toBeGreaterThan(0)
    expect(of('13')).toMatchObject({ value: null, per100k: null })
    expect(of('48')).toMatchObject({ value: null, per100k: null })
    expect(territories.items).toHaveLength(territoryCodes.length)
  })

  test('the tables answer in the reader’s language', async () => {
    const { body } = await reader.ask('/api/stats/flow', {}, { 'accept-language': 'en' })
    expect(body.nodes[0].label).toBe('Flagged')
    expect((await figuresOf()).flow.nodes[0].label).toBe('Signalées')
  })
})

describe('children for whom a place is sought', () => {
  test('are counted from what their file says was done, and not where a decision left them at home', async () => {
    const child = (...acts: Act[]): Person => ({
      identification: 'presumed',
      minor: 'opp_issued',
      acts: [positive, ...acts]
    })
    await people(db.owner, [
      ...repeat(3, child()),
      ...repeat(4, child(['opp.issue', 5])),
      ...repeat(5, child(['opp.issue', 5], ['place.common', 6])),
      ...repeat(6, child(['opp.issue', 5], ['place.common', 6], ['minor.placement_offer', 9])),
      ...repeat(7, { ...child(['opp.issue', 5]), minor: 'majority_reached' }),
      ...repeat(8, { ...child(['minor.placement_arrival', 5], ['opp.issue', 6]), housing: 'minor_placement' })
    ])
    const home = await people(db.owner, repeat(9, child(['opp.issue', 5], ['measure.order', 6])))
    const seeking = () =>
      drizzleOn(db.stats).transaction(async (tx) =>
        (await countStandings(tx, at, [])).reduce((sum, one) => sum + (one.seeking ? one.persons : 0), 0)
      )
    expect(await seeking()).toBe(4 + 6 + 9)
    await db.owner.query(
      `update case_event set input = '{"measure": "home"}' where command = 'measure.order' and case_id = any($1)`,
      [home]
    )
    expect(await seeking()).toBe(4 + 6)
  })
})

const sumsOf = (
  flow: { links: { source: string; target: string }[] },
  territories: { items: { code: string }[] }
): Sum[] => [
  ...['flagged', 'positive'].map((total) => ({
    total,
    parts: flow.links.filter(({ source }) => source === total).map(({ target }) => target)
  })),
  { total: 'flagged', parts: territories.items.map(({ code }) => `t${code}`) },
  { total: 'positive', parts: ['reflections', 'no reflection'] },
  { total: 'no_place', parts: ['unmet'] }
]

const publishedCells = ({ flow, territories }: Awaited<ReturnType<typeof figuresOf>>): Cells => ({
  ...cellsOf(flow.nodes),
  ...Object.fromEntries(
    flow.links.map(({ target, value }: { target: string; value: number | null }) => [target, value])
  ),
  ...Object.fromEntries(
    territories.items.map(({ code, value }: { code: string; value: number | null }) => [`t${code}`, value])
  ),
  reflections: flow.figures.find((one: { id: string }) => one.id === 'reflections').value,
  unmet: flow.figures.find((one: { id: string }) => one.id === 'unmet').value,
  'no reflection': null
})

const states = ['flagged', 'insufficient_elements', 'presumed', 'presumed', 'not_confirmed']
const roofs = [
  'housed_acse',
  'emergency_local',
  'waiting_list',
  'placement_requested',
  'declined_by_person',
  'unassessed'
]
const places = ['75', '75', '75', '69', '69', '13', '59', '33', '976', '2A']

/** A population that is the same for each seed. */
const crowd = (seed: number, size: number): Person[] => {
  let state = seed
  const draw = <T>(from: readonly T[]) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return from[Math.floor((state / 2_147_483_648) ** (1 + (seed % 3)) * from.length)]!
  }
  return Array.from({ length: size }, () => ({
    identification: draw(states),
    housing: draw(roofs),
    territory: draw(places)
  }))
}

describe('someone who adds and subtracts everything that is published', () => {
  test.each([
    [1, 12],
    [2, 30],
    [3, 55],
    [4, 90],
    [5, 160],
    [6, 400]
  ])('bounds no hidden count within the threshold (population %i of %i)', async (seed, size) => {
    await people(db.owner, crowd(seed, size))
    await refreshFigures(db.stats, at)
    const read = await figuresOf()
    const found = attack(publishedCells(read), sumsOf(read.flow, read.territories))
    const { 'no reflection': _virtual, ...hidden } = found
    expect(Object.keys(hidden).length).toBeGreaterThan(0)
    for (const [cell, [low, high]] of Object.entries(hidden)) {
      expect(high - low, `${cell} is between ${low} and ${high}`).toBeGreaterThanOrEqual(threshold)
    }
  })

  test('would compute the same counts if only small ones were hidden', async () => {
    await people(db.owner, population)
    await refreshFigures(db.stats, at)
    const read = await figuresOf()
    const naive = { ...publishedCells(read), in_review: 41 }
    expect(attack(naive, sumsOf(read.flow, read.territories))['insufficient']).toEqual([6, 6])
  })
})

describe('from one release to the next', () => {
  test('nothing moves until enough persons have', async () => {
    await people(db.owner, population)
    await refreshFigures(db.stats, at)
    const before = await figuresOf()
    await people(db.owner, repeat(threshold - 1, { territory: '75', openedAt: '2026-07-16T10:00:00Z' }))
    await refreshFigures(db.stats, new Date('2026-07-17T10:00:00Z'))
    expect(await figuresOf()).toEqual(before)
    await people(db.owner, repeat(1, { territory: '75', openedAt: '2026-07-16T10:00:00Z' }))
    await refreshFigures(db.stats, new Date('2026-07-17T10:00:00Z'))
    expect((await figuresOf()).flow).toMatchObject({
      total: 93 + threshold,
      asOf: '2026-07-17T10:00:00.000Z'
    })
  })

  test('acts of enough persons bring a release even when nobody is flagged', async () => {
    const ids = await people(db.owner, repeat(30, { identification: 'flagged' }))
    await refreshFigures(db.stats, at)
    await actOn(db.owner, ids.slice(0, threshold), 'triage.start', '2026-07-16T10:00:00Z')
    const later = new Date('2026-07-17T10:00:00Z')
    await refreshFigures(db.stats, later)
    expect((await figuresOf()).flow.asOf).toBe(later.toISOString())
  })

  test('two at once write once', async () => {
    await people(db.owner, population)
    await Promise.all([refreshFigures(db.stats, at), refreshFigures(db.stats, at)])
    expect((await figuresOf()).flow.total).toBe(93)
  })
})
