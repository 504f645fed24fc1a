import { expect, test } from 'vitest'
import { examine, harden } from '../../../figures/gate/gate.ts'
import type { Release } from '../../../figures/gate/knowledge.ts'
import { nameCells } from '../../../figures/gate/names.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { fractionsFrom } from '../../../server/demo/world/mulberry.ts'
import { counted, given, release } from './given.ts'

const tools = { highs: await openSolver(), fraction: fractionsFrom(7), progress: () => {} }

const sexes = { territory: ['93', '48'], sex: ['f', 'm'] }
const [women, men, all] = ['sex=f & territory=93', 'sex=m & territory=93', 'territory=93']

const masking = (at: Release, ...names: string[]): Release => {
  const [table] = at.tables
  const shown = table!.shown.map((value, cell) => (names.includes(nameCells(table!)[cell]!) ? null : value))
  return { ...at, tables: [{ ...table!, shown }], maskedToPass: new Set(names) }
}

// The first release leaves eleven women at the least and no end of persons; the second, that all were nineteen at the most.
test('what a later release tells of an earlier one is masked in the later one: the total that bounds it', () => {
  const before = masking(release([counted('sex', sexes, [13, 4, 30, 40])]), women, all)
  const after = masking(
    release([counted('sex', sexes, [14, 5, 31, 41])], { [all]: -5 }, { moment: 1 }),
    women
  )
  const asked = given(after, { earlier: [before] })
  expect(examine(given(before), tools)).toMatchObject({ passes: true, findings: [] })
  expect(examine(asked, tools).findings).toContainEqual(
    expect.objectContaining({ moment: 0, cell: men, side: 'high', reached: 8 })
  )
  const { maskedToPass, verdict } = harden(asked, tools)
  expect(verdict).toMatchObject({ passes: true, findings: [] })
  expect(maskedToPass).toEqual([all])
})

// The noise of the second release hides that all are fourteen: it is masked by the rule, and known to be eleven at least.
test('a total that reaches the threshold by what was published of its parts is no small count, for its noise or to pass', () => {
  const [first, then] = [
    [2, 12, 30, 40],
    [2, 13, 31, 41]
  ].map((inner) => counted('sex', sexes, inner))
  const before = masking(release([first!]), all)
  const after = release([then!], { [all]: -5 }, { moment: 1 })
  expect(after.tables[0]!.shown[nameCells(then!).indexOf(all)]).toBeNull()
  expect(examine(given(before), tools)).toMatchObject({ passes: true, findings: [] })
  expect(harden(given(after, { earlier: [before] }), tools).verdict).toMatchObject({
    passes: true,
    findings: []
  })
  // Nor does one that says nothing of anybody, which is all that whoever prepares it can do.
  const shown = nameCells(then!).filter((_, cell) => after.tables[0]!.shown[cell] !== null)
  expect(examine(given(masking(after, ...shown), { earlier: [before] }), tools)).toMatchObject({
    passes: true,
    findings: []
  })
})

// The same total in a first release, beside a part that is shown: nothing came before, and the part can be masked.
test('what a release shows of the parts of a total that its noise hides is masked with it', () => {
  const sex = counted('sex', sexes, [2, 13, 31, 41])
  const { maskedToPass, verdict } = harden(given(release([sex], { [all]: -5 })), tools)
  expect(verdict).toMatchObject({ passes: true, findings: [] })
  expect(maskedToPass).toContain(men)
})
