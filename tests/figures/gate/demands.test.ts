import { expect, test } from 'vitest'
import { demandsFor, ownOf } from '../../../figures/gate/demands.ts'
import { knowledgeOf } from '../../../figures/gate/knowledge.ts'
import type { Release } from '../../../figures/gate/knowledge.ts'
import { withoutCells } from '../../../figures/gate/names.ts'
import { counted, method, release, whoHas } from './given.ts'

/** With some masked that need not be. */
const withoutNames = (whole: Release, names: readonly string[]): Release => ({
  ...whole,
  maskedToPass: new Set(names),
  tables: withoutCells(whole.tables, new Set(names))
})

/** Below five, so that noise can hide more persons than the mask does. */
const sex = counted('sex', { territory: ['93', '48'], sex: ['f', 'm'] }, [30, 3, 40, 2])
const knowledge = knowledgeOf([release([sex], {}, { threshold: 5 })], method)
const most = (own: Record<string, number>) => {
  const asked = demandsFor(knowledge, ownOf(whoHas('one', own), 0), { deviation: 5, newest: 0 })
  return asked.flatMap(({ at, side, level }) =>
    side === 'high' && knowledge.unknowns[at]!.cell === 'sex=m & territory=93' ? [level] : []
  )
}

test('of a count in which a contributor has some, as many more may be there as noise can hide', () => {
  expect(most({ 'sex=m & territory=93': 1 })).toEqual([6])
})

test('of one in which it has none, beside one of its own, it is asked what everybody is', () => {
  expect(most({ 'sex=f & territory=93': 27 })).toEqual([4])
})

const [all, women, men] = ['territory=93', 'sex=f & territory=93', 'sex=m & territory=93']
const unsaid = 'sex=u & territory=93'
/** How many it may be at most, of each masked count of the 93. */
const asked = (counts: readonly number[], own: Record<string, number>, toPass: readonly string[] = []) => {
  const table = counted('sex', { territory: ['93', '48'], sex: ['f', 'm', 'u'] }, [...counts, 40, 30, 20])
  const known = knowledgeOf([withoutNames(release([table]), toPass)], method)
  const found = demandsFor(known, ownOf(whoHas('one', own), 0), { deviation: 5, newest: 0 })
  return Object.fromEntries(
    found.flatMap(({ at, side, level }) => {
      const { cell } = known.unknowns[at]!
      return side === 'high' && cell.includes(all) ? [[cell, level] as const] : []
    })
  )
}

test('of a part of a masked total there may be as many others as that mask lets, and it is asked no more', () => {
  // Fifteen at the most, of whom it gave eight, then ten.
  expect(asked([8, 2, 0], { [all]: 8, [women]: 8 })).toEqual({
    ...{ [all]: 13, [women]: 13 },
    ...{ [men]: 7, [unsaid]: 7 }
  })
  expect(asked([8, 2, 0], { [all]: 10, [women]: 8, [men]: 2 })).toEqual({
    ...{ [all]: 15, [women]: 13 },
    ...{ [men]: 7, [unsaid]: 5 }
  })
})

test('of a part of a total that is shown, or masked to pass, it is asked what everybody is: more can be masked for it', () => {
  const own = { [all]: 8, [women]: 8 }
  expect(asked([8, 6, 0], own)).toMatchObject({ [women]: 13, [men]: 10, [unsaid]: 10 })
  expect(asked([8, 6, 0], own, [all])).toMatchObject({ [women]: 13, [men]: 10, [unsaid]: 10 })
})
