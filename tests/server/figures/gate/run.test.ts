import { expect, test } from 'vitest'
import { examineAside, hardenAside, Late } from '../../../../server/figures/gate/run.ts'
import { usualNoise } from '../../../../figures/noise/deviations.ts'
import { attackWithin } from '../../../../server/figures/releases/attacking.ts'
import { counted, given, release } from '../../../figures/gate/given.ts'

const sex = counted('sex', { territory: ['93', '48'], sex: ['f', 'm'] }, [26, 4, 30, 40])
const asked = given(release([sex], { 'territory=93': -3, 'sex=f & territory=93': 4 }))

test('the gate works beside whoever asked, and says how far it is', async () => {
  const told: string[] = []
  const refused = await examineAside(asked, (done, of) => told.push(`${done} of ${of}`))
  expect(refused).toMatchObject({ passes: false })
  expect(told).toEqual(['1 of 1'])
  const spent: number[] = []
  const hardened = await hardenAside(asked, () => {}, { spent: (seconds) => void spent.push(seconds) })
  expect(spent).toEqual([expect.any(Number)])
  expect(spent[0]).toBeGreaterThan(0)
  expect(hardened.verdict.passes).toBe(true)
  expect(await examineAside(given(hardened.release), () => {})).toMatchObject({ passes: true })
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
