import { describe, expect, test } from 'vitest'
import { examine, harden, type Given } from '../../../figures/gate/gate.ts'
import { knowledgeOf, type Release } from '../../../figures/gate/knowledge.ts'
import { nameCells } from '../../../figures/gate/names.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { toComeAt } from '../../../figures/person/impossible.ts'
import { fractionsFrom } from '../../../server/demo/world/mulberry.ts'
import { counted, given, method, release } from './given.ts'

const highs = await openSolver()
const tools = { highs, fraction: fractionsFrom(7), progress: () => {} }
const found = (asked: Given) =>
  examine(asked, tools).findings.map(({ cell, side, reached }) => `${cell} ${side} ${Math.round(reached)}`)

const midyear = new Set(toComeAt(Date.UTC(2026, 5, 30), 2026))

describe('a cell in which nobody can be hides no small count beside it', () => {
  // Eight in the second quarter, masked: of thirty-four with five more twenty-six with five less are left.
  const quarters = counted('quarters', { quarter: ['q1', 'q2', 'q3', 'q4'] }, [26, 8, 0, 0])
  const shown = release([quarters], { '': 5, 'quarter=q1': -5 })
  const known: Release = { ...shown, toCome: midyear }
  const masked = (asked: Release) =>
    asked.tables.flatMap((one) => nameCells(one).filter((_, cell) => one.shown[cell] === null))

  test('of quarters to come it was thought that they hold some, and eight persons were left to be read', () => {
    expect(found(given(shown))).toEqual([])
    expect(found(given(known))).toEqual(['quarter=q2 low 8'])
  })

  test('so that what lets them be read is masked, and no more than that', () => {
    expect(harden(given(shown), tools).maskedToPass).toEqual([])
    const { release: hardened, maskedToPass, verdict } = harden(given(known), tools)
    expect(verdict).toMatchObject({ passes: true, contradicts: false })
    expect(maskedToPass).toHaveLength(1)
    expect(masked(hardened)).toEqual(expect.arrayContaining(['quarter=q2', 'quarter=q3', 'quarter=q4']))
    expect(masked(hardened)).toHaveLength(4)
    expect(found(given({ ...hardened, toCome: midyear }))).toEqual([])
  })

  test('nor does a word that nobody ever has, wherever it stands', () => {
    const spans = counted('spans', { territory: ['48', '93'], span: ['none', 'short', 'long'] }, [
      ...[0, 26, 8],
      ...[0, 40, 40]
    ])
    const long = 'span=long & territory=48'
    const asked = given(release([spans], { 'territory=48': 5, 'span=short & territory=48': -5 }))
    expect(found(asked)).toEqual([])
    expect(found({ ...asked, method: { ...method, never: ['span=none'] } })).toEqual([`${long} low 8`])
  })

  test('and what was empty then may hold somebody in a later release', () => {
    const later = release(
      [counted('quarters', { quarter: ['q1', 'q2', 'q3', 'q4'] }, [26, 12, 3, 0])],
      {},
      { moment: 1 }
    )
    const { unknowns } = knowledgeOf([known, { ...later, toCome: new Set(['quarter=q4']) }], method)
    const of = (cell: string) => unknowns.filter((one) => one.cell === cell).map(({ high }) => high)
    expect([of('quarter=q3'), of('quarter=q4')]).toEqual([
      [0, 15],
      [0, 0]
    ])
  })

  test('nor in an exact number that was sent, of cells that no release has', () => {
    const sent = [{ moment: 0.5, sums: [{ of: ['span=none', 'span=short'], n: 20 }] }]
    const { unknowns } = knowledgeOf([], { ...method, never: ['span=none'] }, sent)
    expect(unknowns.map(({ cell, high }) => [cell, high])).toEqual([
      ['span=none', 0],
      ['span=short', Infinity]
    ])
  })
})

test('a count that is shown with another number holds others than it did: of those that last, one more', () => {
  const women = (n: number, moment: number) =>
    release([counted('sex', { sex: ['f', 'm'] }, [n, 40])], { '': 0 }, { moment })
  const most = (...releases: Release[]) =>
    knowledgeOf(releases, method)
      .assumed.filter(({ of }) => of.length === 2)
      .map((row) => row.most)
  // The women, the men and all.
  expect(most(women(20, 0), women(21, 1))).toEqual([-1, 0, -1])
  expect(most(women(20, 0), women(20, 1))).toEqual([0, 0, 0])
  expect(most(women(20, 0), women(3, 1))).toEqual([0, 0, -1])
  expect(most(women(20, 0), women(17, 1)).filter((one) => one < 0)).toHaveLength(2)
})
