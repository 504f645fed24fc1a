import { beforeEach, describe, expect, test } from 'vitest'
import { threshold } from '../../../server/figures/disclosure.ts'
import { drizzleOn } from '../../../server/db/context.ts'
import { countStandings } from '../../../server/figures/figures.ts'
import { publishDue } from '../../../server/figures/publish.ts'
import { territoryCodes } from '../../../workflows/calendar/territories.ts'
import { asOf, at, cellsOf, db, figuresOf, population, positive, reader, withFigures } from './population.ts'
import { people, repeat, type Act, type Person } from './world.ts'

withFigures()

describe('what is counted', () => {
  beforeEach(async () => {
    await people(db.owner, population)
    await publishDue(db.stats, at)
  })

  test('each person once, in the year of the flag by the clock of Paris, small counts hidden with what would give them', async () => {
    const { flow } = await figuresOf()
    expect(flow).toMatchObject({
      year: 2026,
      years: [2026, 2025],
      total: 93,
      asOf,
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
    expect(values).toEqual({ flagged: 93, grounds: 4, wait: 106, unmet: null, reflections: 15 })
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

test('two workers at once make one release', async () => {
  await people(db.owner, population)
  await Promise.all([publishDue(db.stats, at), publishDue(db.stats, at)])
  expect((await figuresOf()).flow.total).toBe(93)
})
