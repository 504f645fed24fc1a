import { expect, test } from 'vitest'
import { knownTo, ownOf } from '../../../figures/gate/demands.ts'
import { atMoments, knowledgeOf, type Release } from '../../../figures/gate/knowledge.ts'
import { counted, method, release, whoHas } from './given.ts'

const sexes = { territory: ['93', '48'], sex: ['f', 'm'] }
const bounds = (cell: string, moment: number, of: ReturnType<typeof knowledgeOf>) =>
  of.unknowns
    .filter((one) => one.cell === cell && one.moment === moment)
    .map(({ low, high, threshold }) => ({ low, high, threshold }))

test('one count is one unknown in whatever table it stands, and another where the tables count other persons', () => {
  const sex = counted('sex', sexes, [26, 4, 30, 40])
  const age = counted('age', { territory: ['93', '48'], age: ['minor', 'adult'] }, [3, 27, 30, 40])
  const cells = knowledgeOf([release([sex, age])], method).unknowns.map(({ cell }) => cell)
  expect(cells).toHaveLength(15)
  expect(new Set(cells).size).toBe(15)
  const all = counted('all', { entry: ['now', 'before'], sex: ['f', 'm'] }, [56, 44, 20, 30])
  const apart = knowledgeOf([release([sex, all])], method).unknowns.map(({ cell }) => cell)
  expect(apart).toContain('sex=f')
  expect(apart).toContain('all: sex=f')
})

test('what is known of a count: what is shown and what is masked, each with the noise that it may have', () => {
  const shown = release([counted('sex', sexes, [26, 4, 30, 12])], { 'sex=m & territory=48': 2 })
  const known = knowledgeOf([shown], method)
  expect(bounds('sex=f & territory=93', 0, known)).toEqual([{ low: 21, high: 31, threshold: null }])
  expect(bounds('sex=m & territory=93', 0, known)).toEqual([{ low: 0, high: 15, threshold: 11 }])
  // Whoever sees it knows that it is not below the threshold either.
  expect(bounds('sex=m & territory=48', 0, known)).toEqual([{ low: 11, high: 19, threshold: null }])
})

test('a count that lasts is no less than it was; one that was shown and is masked now may be anything above', () => {
  const women = 'sex=f & territory=93'
  const before = release([counted('sex', sexes, [14, 4, 30, 40])], { [women]: 4 })
  const after = release([counted('sex', sexes, [15, 4, 30, 40])], { [women]: -5 }, { moment: 1 })
  const known = atMoments(knowledgeOf([before, after], method), [1], method, true)
  expect(bounds(women, 1, known)).toEqual([{ low: 13, high: Infinity, threshold: 11 }])
  expect(bounds('sex=m & territory=93', 1, known)).toEqual([{ low: 0, high: 15, threshold: 11 }])
})

test('what is shown from where others read on reaches it, and what noise alone lifted there counts as masked to pass', () => {
  const [women, men, other] = ['sex=f & territory=93', 'sex=m & territory=93', 'sex=f & territory=48']
  const sex = counted('sex', sexes, [14, 8, 6, 40])
  const shown = release([sex], { [women]: -2, [men]: -8, [other]: 4 }, { threshold: 5 })
  const lifted = { ...shown, maskedToPass: new Set([men]), over: 11 }
  expect(bounds(women, 0, knowledgeOf([lifted], method))).toEqual([{ low: 11, high: 17, threshold: null }])
  expect(bounds(women, 0, knowledgeOf([shown], method))).toEqual([{ low: 7, high: 17, threshold: null }])
  expect(bounds(other, 0, knowledgeOf([lifted], method))).toEqual([{ low: 5, high: 15, threshold: null }])
  expect(bounds(men, 0, knowledgeOf([lifted], method))).toEqual([{ low: 5, high: Infinity, threshold: null }])
})

test('what was masked to pass reaches the threshold, unless it is small at another moment of those that last', () => {
  const women = 'sex=f & territory=93'
  const masked = (moment: number, n: number): Release => ({
    ...release([counted('sex', sexes, [n, 40, 30, 40])], { [women]: n < 11 ? 0 : -n }, { moment }),
    ...(n >= 11 && { maskedToPass: new Set([women]) })
  })
  expect(bounds(women, 0, knowledgeOf([masked(0, 20)], method))).toEqual([
    { low: 11, high: Infinity, threshold: null }
  ])
  // Who cannot tell the one from the other would learn the small one: nothing is taken for granted of either.
  const both = knowledgeOf([masked(0, 20), masked(1, 7)], method)
  expect(bounds(women, 0, both)).toEqual([{ low: 0, high: Infinity, threshold: null }])
  expect(bounds(women, 1, both)).toEqual([{ low: 0, high: 15, threshold: 11 }])
  const passing = knowledgeOf([masked(0, 20), masked(1, 7)], { ...method, lasting: [] })
  expect(bounds(women, 0, passing)[0]!.low).toBe(11)
})

test('where nobody can be, nobody is: not by its margins, and not where it is shown after all', () => {
  const ages = { start: ['minor', 'adult'], now: ['minor', 'adult'] }
  const table = counted('ages', ages, [30, 40, 0, 50])
  const impossible = [['now=minor', 'start=adult']] as const
  const known = knowledgeOf([release([table])], { ...method, impossible })
  expect(bounds('now=minor & start=adult', 0, known)).toEqual([{ low: 0, high: 0, threshold: null }])
  expect(bounds('now=minor', 0, known)).toEqual([{ low: 25, high: 35, threshold: null }])
  const shown = knowledgeOf([release([counted('ages', ages, [30, 40, 20, 50])])], { ...method, impossible })
  expect(bounds('now=minor & start=adult', 0, shown)).toEqual([{ low: 15, high: 25, threshold: null }])
})

test('a contributor knows that no count is less than its own', () => {
  const [women, men] = ['sex=f & territory=93', 'sex=m & territory=93'] as const
  const known = knowledgeOf([release([counted('sex', sexes, [26, 4, 30, 40])])], method)
  const own = knownTo(known, ownOf(whoHas('an association', { [women]: 25, [men]: 4 }), 0))
  expect(bounds(women, 0, own)).toEqual([{ low: 25, high: 31, threshold: null }])
  expect(bounds(men, 0, own)).toEqual([{ low: 4, high: 15, threshold: 11 }])
  expect(bounds('territory=93', 0, own)).toEqual(bounds('territory=93', 0, known))
})
