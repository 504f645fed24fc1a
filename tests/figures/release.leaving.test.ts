import { expect, test } from 'vitest'
import { squeezing } from '../../figures/gate/squeeze.ts'
import { tellingBeside } from '../../figures/release/leaving.ts'
import { counted, method, release } from './gate/given.ts'

const sexes = ['f', 'm', 'x']
const shownOf = (counts: number[]) => {
  const { tables } = release([counted('sex', { sex: sexes }, counts)])
  return { tables, maskedToPass: new Set<string>() }
}

test('an exact number with which a reader narrows a masked one down is not to be published beside the release', () => {
  const out = shownOf([60, 4, 40])
  const all = { of: [''], n: 104 }
  const women = { of: ['sex=f'], n: 60 }
  const others = { of: ['sex=x'], n: 40 }
  // Of a hundred and four, sixty and forty with the noise of each leave fourteen at the most; without the noise of one of them, nine.
  expect([...tellingBeside([all], out, method)]).toEqual([])
  expect([...tellingBeside([all, women], out, method)]).toEqual([1])
  expect([...tellingBeside([all, women, others], out, method)]).toEqual([1, 2])
  // Together as one number they leave the same over.
  expect([...tellingBeside([all, { of: ['sex=f', 'sex=x'], n: 100 }], out, method)]).toEqual([1])
})

test('one that contradicts the release is of counts that have changed since, and one of what it has not says nothing', () => {
  const out = shownOf([60, 4, 40])
  expect([...tellingBeside([{ of: ['sex=f'], n: 90 }], out, method)]).toEqual([])
  expect([...tellingBeside([{ of: ['age=old'], n: 90 }], out, method)]).toEqual([])
})

test('of a département nothing is sent, and nothing of it is looked at', () => {
  const { tables } = release([counted('sex', { territory: ['93', '48'], sex: ['f', 'm'] }, [26, 4, 30, 40])])
  const out = { tables, maskedToPass: new Set<string>() }
  expect([...tellingBeside([{ of: ['sex=m & territory=93'], n: 4 }], out, method)]).toEqual([])
})

test('row by row a reader works out what is left, in whole persons, and that nothing can be', () => {
  const rows = [
    { of: [0, 1, 2], signs: [1, 1, -1], least: 0, most: 0 },
    { of: [2, 3], signs: [1, -1], least: -Infinity, most: 0 }
  ]
  const squeeze = squeezing({ rows })
  const bounds = { low: Float64Array.of(3, 0, 0, 0), high: Float64Array.of(9, Infinity, Infinity, 10.5) }
  expect(squeeze(bounds)).toBe(true)
  expect([[...bounds.low], [...bounds.high]]).toEqual([
    [3, 0, 3, 3],
    [9, 7, 10, 10.5]
  ])
  expect(squeeze({ low: Float64Array.of(11, 0, 0, 0), high: Float64Array.of(12, 5, 20, 10) })).toBe(false)
})
