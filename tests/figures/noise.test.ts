import { describe, expect, test } from 'vitest'
import en from '../../web/messages/en.json' with { type: 'json' }
import fr from '../../web/messages/fr.json' with { type: 'json' }
import { note } from '../../server/figures/releases/words.ts'
import { deviationsOf, usualNoise, type Noise, type Row } from '../../figures/noise/deviations.ts'
import { noisy, noisyCounts } from '../../figures/noise/noise.ts'
import { mulberry32 } from '../../server/demo/world/mulberry.ts'

const power = ({ least, chances }: Row, degree: number) =>
  chances.reduce((sum, chance, at) => sum + chance * (least + at) ** degree, 0)

describe.each<Noise>([usualNoise, { deviation: 4, variance: 2 }, { deviation: 5, variance: 8 }])(
  'noise of at most $deviation, variance $variance',
  (noise) => {
    const { rows } = deviationsOf(noise)

    test.each(rows.map((row, at) => [at + 1, row] as const))('of a count of %i', (count, row) => {
      const fall = Math.min(count, noise.deviation)
      expect(row.least).toBe(-fall)
      expect(row.chances).toHaveLength(noise.deviation + fall + 1)
      expect(row.chances.every((chance) => chance > 0)).toBe(true)
      expect(power(row, 0)).toBeCloseTo(1, 12)
      expect(power(row, 1)).toBeCloseTo(0, 9)
      expect(power(row, 2)).toBeCloseTo(Math.min(noise.variance, 0.95 * fall * noise.deviation), 9)
    })

    test('goes neither way rather than the other once nothing falls below nought', () => {
      const { chances } = rows.at(-1)!
      chances.forEach((chance, at) => expect(chance).toBeCloseTo(chances.at(-1 - at)!, 9))
    })
  }
)

describe('a count with its noise', () => {
  const deviations = deviationsOf(usualNoise)
  const next = mulberry32(20260711)

  test.each([1, 2, 3, 7, 400])('of %i is never negative, and strays as its row says', (count) => {
    const row = deviations.rows[Math.min(count, 5) - 1]!
    const draws = 100_000
    const found = new Float64Array(row.chances.length)
    for (let draw = 0; draw < draws; draw += 1)
      found[noisy(deviations, count, next()) - count - row.least]! += 1
    expect(found.reduce((sum, one) => sum + one)).toBe(draws)
    const square = row.chances.reduce(
      (sum, chance, at) => sum + (found[at]! - draws * chance) ** 2 / (draws * chance),
      0
    )
    // Chi-square of ten degrees of freedom at most: beyond 29.6 once in a thousand.
    expect(square).toBeLessThan(29.6)
  })

  test('of nobody is nobody, whatever the key', () => {
    expect([0, 1, 2 ** 31, 2 ** 32 - 1].map((key) => noisy(deviations, 0, key))).toEqual([0, 0, 0, 0])
  })

  test('reaches both ends of its row', () => {
    expect(noisy(deviations, 20, 0)).toBe(15)
    expect(noisy(deviations, 20, 2 ** 32 - 1)).toBe(25)
  })

  test('is the same wherever the same persons are counted together', () => {
    const sex = { name: 'sex', values: ['f', 'm'], several: false }
    const territory = { name: 'territory', values: ['976', '93'], several: false }
    const persons = Array.from({ length: 40 }, () => next())
    const together = persons.reduce((sum, key) => (sum + key) >>> 0, 0)
    const [bySex, byTerritory] = [
      {
        id: 'a',
        dimensions: [sex],
        counts: Int32Array.of(40, 0, 40),
        keys: Uint32Array.of(together, 0, together)
      },
      {
        id: 'b',
        dimensions: [territory],
        counts: Int32Array.of(0, 40, 40),
        keys: Uint32Array.of(0, together, together)
      }
    ].map((one) => noisyCounts(deviations, one))
    expect(bySex![0]).toBe(byTerritory![1])
    expect(bySex![2]).toBe(byTerritory![2])
    const oneLess = (together - persons[0]!) >>> 0
    const withOneLess = new Set(
      Array.from({ length: 30 }, (_, shift) => noisy(deviations, 39, (oneLess + shift * 2 ** 27) >>> 0))
    )
    expect(withOneLess.size).toBeGreaterThan(5)
  })
})

test('noise without room for its width, or without a whole limit, is refused', () => {
  for (const noise of [
    { deviation: 5, variance: 25 },
    { deviation: 5, variance: 0 },
    { deviation: 5, variance: Number.NaN },
    { deviation: 0, variance: 1 },
    { deviation: 2.5, variance: 1 }
  ])
    expect(() => deviationsOf(noise)).toThrow(RangeError)
})

test('what is said of it where people read is what it is', () => {
  const said = `${usualNoise.deviation}`
  expect(fr['method.noiseText']).toMatch(new RegExp(`bruit de ${said} au plus`))
  expect(en['method.noiseText']).toMatch(new RegExp(`at most ${said} `))
  expect(note.fr + note.en).not.toMatch(new RegExp(`\\b${said}\\b`))
})
