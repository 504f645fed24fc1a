import { describe, expect, test } from 'vitest'
import { threshold } from '../../../server/figures/disclosure.ts'
import { publishDue } from '../../../server/figures/publish.ts'
import { attack, type Cells, type Sum } from './attacker.ts'
import { at, cellsOf, db, figuresOf, population, withFigures } from './population.ts'
import { actOn, people, repeat, type Person } from './world.ts'

withFigures()

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
    await publishDue(db.stats, at)
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
    await publishDue(db.stats, at)
    const read = await figuresOf()
    const naive = { ...publishedCells(read), in_review: 41 }
    expect(attack(naive, sumsOf(read.flow, read.territories))['insufficient']).toEqual([6, 6])
  })
})

describe('from one release to the next', () => {
  const october = new Date('2026-10-01T05:00:00Z')

  test('the figures of a year stay until enough persons have moved', async () => {
    await people(db.owner, population)
    await publishDue(db.stats, at)
    const before = (await figuresOf()).flow
    await people(db.owner, repeat(threshold - 1, { territory: '75', openedAt: '2026-07-16T10:00:00Z' }))
    await publishDue(db.stats, october)
    const after = (await figuresOf()).flow
    expect([before.release, after.release]).toEqual([1, 2])
    const { release: _one, published: _first, ...shown } = before
    expect(after).toMatchObject(shown)
  })

  test('and change when they have, by flags or by acts', async () => {
    const ids = await people(db.owner, repeat(30, { identification: 'flagged' }))
    await publishDue(db.stats, at)
    await actOn(db.owner, ids.slice(0, threshold), 'triage.start', '2026-07-16T10:00:00Z')
    await publishDue(db.stats, october)
    expect((await figuresOf()).flow).toMatchObject({ total: 30, asOf: '2026-09-30' })
    await people(db.owner, repeat(threshold, { territory: '75', openedAt: '2026-10-16T10:00:00Z' }))
    await publishDue(db.stats, new Date('2027-01-01T05:00:00Z'))
    expect((await figuresOf()).flow).toMatchObject({
      total: 30 + threshold,
      asOf: '2026-12-31'
    })
  })
})
