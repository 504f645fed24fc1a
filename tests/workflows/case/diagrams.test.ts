import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writersOf } from '../../../verify/walk/slice.ts'
import { diagramsOf, noRows, type Rows } from '../../../verify/diagrams.ts'
import { actsOf } from '../../../verify/walk/explore.ts'
import { seenAs } from '../../../verify/facts.ts'
import { inputsOf } from '../../../verify/inputs.ts'
import { walkOf } from '../../../verify/walk/reached.ts'
import { starts } from '../../../verify/walk/starts.ts'
import { stride } from '../../../verify/walk/step.ts'
import { isExpected } from '../../../workflows/case/advance.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import type { RegionId } from '../../../workflows/vocabulary/vocabulary.ts'

const width = 4
const sets = diagramsOf(width)
const setOf = (rows: readonly (readonly number[])[]) =>
  rows.reduce((so, row) => sets.either(so, sets.rowsOf(Uint8Array.from(row))), noRows)
const members = (rows: Rows) => {
  const found: string[] = []
  const row = new Uint8Array(width)
  sets.each(rows, row, () => found.push(row.join()))
  return found
}
const list = (rows: readonly (readonly number[])[]) => [...new Set(rows.map((row) => row.join()))].toSorted()
const some = fc.array(fc.tuple(fc.nat(1), fc.nat(4), fc.nat(8), fc.nat(255)), { maxLength: 40 })

describe('a set of rows is what a list of them would be', () => {
  it('holds those that were put in, once, counts them, and shows one', () => {
    fc.assert(
      fc.property(some, (rows) => {
        const set = setOf(rows)
        expect(members(set).toSorted()).toEqual(list(rows))
        expect(sets.countOf(set)).toBe(list(rows).length)
        expect(set).toBe(setOf(rows.toReversed()))
        if (rows.length === 0) return
        const shown = new Uint8Array(width)
        sets.show(set, shown)
        expect(list(rows)).toContain(shown.join())
      })
    )
  })

  it('parts by the value of a column, and takes another one in it', () => {
    fc.assert(
      fc.property(some, fc.nat(width - 1), fc.nat(8), (rows, column, value) => {
        const [set, row] = [setOf(rows), rows[0]]
        const asked = row && value % 2 === 0 ? row[column]! : value
        expect(members(sets.having(set, column, asked)).toSorted()).toEqual(
          list(rows.filter((one) => one[column] === asked))
        )
        const became = rows.map((one) => one.map((code, at) => (at === column ? value : code)))
        expect(members(sets.becoming(set, column, value)).toSorted()).toEqual(list(became))
        expect(sets.valuesAt(set, column)).toEqual(
          [...new Set(rows.map((one) => one[column]!))].toSorted((one, other) => one - other)
        )
      })
    )
  })

  it('is joined with others, and left without them', () => {
    fc.assert(
      fc.property(some, some, (ours, theirs) => {
        const [one, other] = [setOf(ours), setOf(theirs)]
        expect(members(sets.either(one, other)).toSorted()).toEqual(list([...ours, ...theirs]))
        expect(members(sets.without(one, other)).toSorted()).toEqual(
          list(ours).filter((row) => !list(theirs).includes(row))
        )
      })
    )
  })
})

type Writers = readonly { type: CommandType; inputs: readonly Record<string, unknown>[] }[]

/** The same walk as anybody would write it: one situation after another, by the rules themselves. */
const oneByOne = (writers: Writers, cone: ReadonlySet<string>) => {
  const queue = starts()
  const distinct = new Map(queue.map((one) => [seenAs(one, cone), one]))
  let moves = 0
  for (const before of distinct.values())
    for (const { type, inputs } of writers.filter(({ type }) => isExpected(before, type)))
      for (const input of inputs) {
        moves += 1
        const after = stride(before, type, input)
        const key = seenAs(after, cone)
        if (!distinct.has(key)) distinct.set(key, after)
      }
  return { situations: distinct.size, moves }
}

describe('what is walked as sets is what is walked one situation after another', () => {
  it.each([
    [['minor']],
    [['consent']],
    [['care', 'consent']],
    [['care', 'closure']],
    [['housing', 'care']]
  ] as [RegionId[]][])(
    '%s',
    (regions) => {
      const acts = actsOf(regions)
      const { cone, sets: met, reached, moves } = walkOf(acts, () => {})
      const situations = met.countOf(reached)
      expect({ situations, moves }).toEqual(oneByOne(writersOf(cone, acts.types), cone))
      // Nor is an act or an input left out for changing nothing here: all of them lead nowhere else.
      const all = acts.types.map((type) => ({ type, inputs: inputsOf(type) }))
      expect(oneByOne(all, cone).situations).toBe(situations)
    },
    240_000
  )
})
