import { expect, test } from 'vitest'
import { examineAside, hardenAside, Late, type Spent } from '../../../../server/figures/gate/run.ts'
import { usualNoise } from '../../../../figures/noise/deviations.ts'
import { attackWithin } from '../../../../server/figures/releases/attacking.ts'
import { fractionsFrom } from '../../../../server/demo/world/mulberry.ts'
import { openSolver } from '../../../../figures/programme/solver.ts'
import {
  attackBy,
  conclude,
  type Attackers,
  type Finding,
  type Outcome
} from '../../../../figures/gate/gate.ts'
import { heldIn } from '../../../../figures/gate/names.ts'
import type { Contributor } from '../../../../figures/gate/demands.ts'
import { counted, given, release } from '../../../figures/gate/given.ts'

const sex = counted('sex', { territory: ['93', '48'], sex: ['f', 'm'] }, [26, 4, 30, 40])
const asked = given(release([sex], { 'territory=93': -3, 'sex=f & territory=93': 4 }))

test('the gate works beside whoever asked, and says how far it is', async () => {
  const told: string[] = []
  const refused = await examineAside(asked, (done, of) => told.push(`${done} of ${of}`))
  expect(refused).toMatchObject({ passes: false })
  expect(told).toEqual(['1 of 2', '2 of 2'])
  const spent: Spent[] = []
  const hardened = await hardenAside(asked, () => {}, { spent: (seconds) => void spent.push(seconds) })
  expect(spent).toHaveLength(1)
  expect(spent[0]!.onTwo).toBeGreaterThan(0)
  expect(hardened.verdict.passes).toBe(true)
  expect(await examineAside(given(hardened.release), () => {})).toMatchObject({ passes: true })
})

test('two halves at once, of what everybody asks for and of the contributors, find and mask what one thread does, in the same order', async () => {
  const bySex = (inner: readonly number[]) =>
    counted('sex', { territory: ['93', '48', '09', '10'], sex: ['f', 'm'] }, inner)
  const own = [
    [5, 0, 2, 2, 7, 1, 13, 15],
    [6, 0, 5, 2, 11, 13, 14, 15],
    [3, 0, 5, 2, 11, 12, 14, 7]
  ].map((inner, at): Contributor => ({ name: `${at}`, own: heldIn([bySex(inner)]) }))
  const all = given(release([bySex([6, 0, 5, 3, 11, 13, 14, 15])]), { contributors: own })
  const [told, spent]: [string[], Spent[]] = [[], []]
  const found = await hardenAside(all, (done, of) => told.push(`${done} of ${of}`), {
    spent: (seconds) => void spent.push(seconds)
  })
  expect(told).toEqual(['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5'])
  expect(spent[0]!.processor).toBeGreaterThan(spent[0]!.onTwo)
  const highs = await openSolver()
  const alone = (attackers: Attackers, before: Outcome[] = []) =>
    attackBy(
      all,
      { highs, fraction: fractionsFrom(1), progress: () => {} },
      { attackers, before, mayMask: true }
    )
  const everybody = ([0, 1] as const).map((half) => alone({ who: 'everybody', half }))
  const lanes = ([0, 1] as const).map((half) => alone({ who: 'contributors', half }, everybody))
  const masked = lanes.map((lane) => new Set(lane.masked))
  expect([...masked[0]!].filter((name) => masked[1]!.has(name)).length).toBeGreaterThan(0)
  expect(found).toEqual(conclude(all, [...everybody, ...lanes]))
  expect(new Set(found.maskedToPass)).toEqual(new Set([...masked[0]!, ...masked[1]!]))
  // What is masked beside takes no other back.
  const again = await examineAside({ ...all, release: found.release }, () => {})
  const named = ({ who, cell, side }: Finding) => `${who}: ${cell} ${side}`
  expect(again.findings.map(named)).toEqual(found.verdict.findings.map(named))
})

test('what cannot be read is an error, not a silence', async () => {
  const broken = { ...asked, release: { ...asked.release, tables: null as never } }
  await expect(examineAside(broken, () => {})).rejects.toThrow()
})

test('who waits too long is told that it is late, and no more', async () => {
  await expect(hardenAside(asked, () => {}, { within: 1 })).rejects.toBeInstanceOf(Late)
  await expect(hardenAside({ ...asked, release: null as never }, () => {})).rejects.not.toBeInstanceOf(Late)
})

test('one time is for all audiences together: what the first took is not there for the second', async () => {
  const tables = { public: asked.release.tables, partner: asked.release.tables }
  const release = {
    asOf: 0,
    year: 2026,
    noise: usualNoise,
    tables,
    before: [],
    counted: [],
    contributors: [],
    sent: []
  }
  const told: number[] = []
  const { attacks } = await attackWithin(60_000)(release, (share) => told.push(share))
  expect(attacks.map(({ id }) => id.split('.')[0])).toEqual([
    ...Array(3).fill('public'),
    ...Array(3).fill('partner')
  ])
  // While the public's release is attacked, the hour passes.
  const { now } = performance
  try {
    let later = 0
    performance.now = () => now.call(performance) + later
    const late = attackWithin(60_000)(release, (share) => {
      if (share === 0.5) later = 120_000
    })
    await expect(late).rejects.toBeInstanceOf(Late)
  } finally {
    performance.now = now
  }
})
