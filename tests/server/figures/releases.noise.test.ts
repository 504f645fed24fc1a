import { describe, expect, it } from 'vitest'
import { released, thresholds } from '../../../figures/mask/mask.ts'
import { deviationsOf, usualNoise } from '../../../figures/noise/deviations.ts'
import type { ToAttack } from '../../../figures/release/gate.ts'
import { makeRelease } from '../../../server/figures/releases/making.ts'
import { noiseOf } from '../../../server/figures/releases/noise.ts'
import { drizzleOn } from '../../../server/db/context.ts'
import { judged, openReleases } from './releases.ts'

const { site, owner, stats, ask, newest, publish } = await openReleases()
const decide = (year: number, variance: number, reason = 'Comité de la statistique, relevé du 3 mars') =>
  owner.query('insert into stat.noise (from_year, variance, reason) values ($1, $2, $3)', [
    year,
    variance,
    reason
  ])
const noiseIn = (year: number) => drizzleOn(stats).transaction((tx) => noiseOf(tx, year))

describe('how widely the noise of a year goes', () => {
  it('is decided by nobody who makes figures or reads them', async () => {
    for (const role of ['stats', 'app', 'worker'] as const)
      await expect(
        site.db[role].query(
          `insert into stat.noise (from_year, variance, reason) values (2026, 1, 'Plus simple')`
        )
      ).rejects.toMatchObject({ code: '42501' })
    expect(await noiseIn(2026)).toEqual(usualNoise)
  })

  it('is neither so little that counts stay what they are, nor said without a reason', async () => {
    await expect(decide(2027, 0.5)).rejects.toThrow('noise_protects')
    await expect(decide(2027, 11)).rejects.toThrow('noise_protects')
    await expect(decide(2027, 3, ' ')).rejects.toThrow('noise_says_why')
  })

  it('is not taken back once decided, but the last word for a year without a release holds', async () => {
    await decide(2026, 3)
    await expect(owner.query('update stat.noise set variance = 9')).rejects.toThrow('not rewritten')
    await expect(owner.query('delete from stat.noise')).rejects.toThrow('not rewritten')
    await expect(owner.query('truncate stat.noise')).rejects.toThrow('not rewritten')
    await decide(2026, 2)
    expect((await noiseIn(2026)).variance).toBe(2)
    expect((await noiseIn(2025)).variance).toBe(usualNoise.variance)
  })

  it('protects each release of that year, which says so, and is what the attack believes', async () => {
    await ask('miprof')
    const { number } = (await newest())!
    let given: ToAttack | undefined
    await makeRelease(stats, { number }, async (asked, told) => {
      given = asked
      return judged(true)(asked, told)
    })
    const { counted, tables, noise } = given!
    expect(noise).toEqual({ ...usualNoise, variance: 2 })
    const by = (variance: number) =>
      counted.map((table) =>
        released(table, {
          deviations: deviationsOf({ ...usualNoise, variance }),
          threshold: thresholds.partner
        })
      )
    expect(tables.partner).toEqual(by(2))
    expect(tables.partner).not.toEqual(by(usualNoise.variance))
    await publish('miprof.bis', number)
    const { rows } = await owner.query('select method from release where number = $1', [number])
    expect(rows).toEqual([{ method: { maximumDeviation: usualNoise.deviation, variance: 2 } }])
    const csv = await site.app.inject(`/api/publications/${number}/sector/lisezmoi`)
    expect(csv.body).toMatch(/variance[^\n]*2/i)
  })

  it('stays once a release of the year was asked for: two noises of one count could be averaged', async () => {
    for (const year of [2020, 2026]) await expect(decide(year, 6)).rejects.toThrow('its noise stays')
    await decide(2027, 6)
    expect((await noiseIn(2026)).variance).toBe(2)
    expect((await noiseIn(2027)).variance).toBe(6)
    await ask('miprof', { erratum: 'Deux doublons' })
    let believed: ToAttack['noise'] | undefined
    await makeRelease(stats, (await newest())!, async (asked, told) => {
      believed = asked.noise
      return judged(true)(asked, told)
    })
    expect(believed?.variance).toBe(2)
  })
})
