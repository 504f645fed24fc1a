import { describe, expect, test } from 'vitest'
import { released, thresholds } from '../../figures/mask/mask.ts'
import { deviationsOf, usualNoise } from '../../figures/noise/deviations.ts'

const deviations = deviationsOf(usualNoise)
/** The first key takes most away, the last one adds most, the one in the middle nothing. */
const [least, middle, most] = [0, 2 ** 31, 2 ** 32 - 1]

const of = (cells: readonly (readonly [count: number, key: number])[], threshold: number) =>
  released(
    {
      id: 'form',
      dimensions: [{ name: 'form', values: cells.slice(1).map((_, at) => `${at}`), several: true }],
      counts: Int32Array.from(cells, ([count]) => count),
      keys: Uint32Array.from(cells, ([, key]) => key)
    },
    { deviations, threshold }
  ).shown

test('what is promised: eleven persons for whoever it is, five for partners', () => {
  expect(thresholds).toEqual({ public: 11, partner: 5 })
})

describe('a cell is masked', () => {
  test('when nobody is in it, as when few are', () => {
    expect(
      of(
        [
          [0, most],
          [1, most],
          [4, least],
          [3, middle]
        ],
        thresholds.partner
      )
    ).toEqual([null, null, null, null])
  })

  test('when its truth is below the threshold, though noise lifts it above', () => {
    expect(
      of(
        [
          [10, most],
          [30, middle]
        ],
        thresholds.public
      )
    ).toEqual([null, 30])
  })

  test('when noise brings it below, though its truth is above', () => {
    expect(
      of(
        [
          [15, least],
          [16, least]
        ],
        thresholds.public
      )
    ).toEqual([null, 11])
  })

  test('and for partners from five, not for whoever it is', () => {
    const cells = [
      [9, middle],
      [11, middle]
    ] as const
    expect(of(cells, thresholds.partner)).toEqual([9, 11])
    expect(of(cells, thresholds.public)).toEqual([null, 11])
  })
})
