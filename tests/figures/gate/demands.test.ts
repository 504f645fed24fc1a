import { expect, test } from 'vitest'
import { demandsFor, ownOf } from '../../../figures/gate/demands.ts'
import { examine, harden } from '../../../figures/gate/gate.ts'
import { atMoments, knowledgeOf, type Release } from '../../../figures/gate/knowledge.ts'
import { withoutCells } from '../../../figures/gate/names.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { counted, given, method, release, whoHas } from './given.ts'

const highs = await openSolver()

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

test('where there is room for one other, masks are put until it is not certain that there is one', () => {
  const sexes = counted('sex', { territory: ['93', '48'], sex: ['f', 'm'] }, [14, 1, 30, 25])
  const strays = { [all]: -5, 'sex=f': -5, '': 5, 'sex=m & territory=48': -5 }
  const toPass = [women, 'sex=f & territory=48', 'territory=48', 'sex=m']
  const theirs = whoHas('one', { [all]: 14, [women]: 14, 'sex=f': 14, '': 14 })
  const beside = given(withoutNames(release([sexes], strays), toPass), { contributors: [theirs] })
  const tools = { highs, fraction: () => 0.4, progress: () => {} }
  // A shown count of men of the 48 would tell that one man of the 93 is there, and no more can be.
  expect(examine(beside, tools).findings.map(({ cell, side }) => `${cell} ${side}`)).toContain(`${men} low`)
  const { maskedToPass, verdict } = harden(beside, tools)
  expect([maskedToPass, verdict.findings]).toEqual([['sex=m & territory=48'], []])
})

test('of a part of a total that was told before to be more, it is asked what everybody is, masked though the total is', () => {
  const at = (moment: number, counts: readonly number[], strays = {}) =>
    release(
      [counted('sex', { territory: ['93', '48'], sex: ['f', 'm', 'u'] }, [...counts, 40, 30, 20])],
      strays,
      { moment }
    )
  const known = knowledgeOf([at(0, [10, 3, 0]), at(1, [10, 3, 0], { [all]: -4 })], method)
  const believed = atMoments(known, [0, 1], method, true)
  const own = whoHas('one', { [all]: 12, [women]: 10, [men]: 2 })
  const found = demandsFor(believed, ownOf(own, 1), { deviation: 5, newest: 1 })
  const levels = found.flatMap(({ at: place, side, level }) => {
    const { cell, moment } = believed.unknowns[place]!
    return moment === 1 && side === 'high' && cell === men ? [level] : []
  })
  expect(levels).toEqual([10])
})
