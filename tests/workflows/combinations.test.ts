import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOf, merge, spaceOf, without, type Combinations, type Space } from '../../verify/combinations.ts'
import { tried, type Acts, type Walked } from '../../verify/trial.ts'
import { commandRow, commandTypes } from '../../workflows/commands.ts'
import { steadyGuards } from '../../verify/steady.ts'

const loose = [
  { column: 1, values: 2 },
  { column: 3, values: 5 },
  { column: 4, values: 9 }
]
const space = spaceOf(loose)
const width = 5
const rowOf = (values: readonly number[]) => {
  const row = new Uint8Array(width)
  loose.forEach(({ column }, at) => (row[column] = values[at]!))
  return row
}
const members = (of: Space, set: Combinations) => {
  const found: string[] = []
  const row = new Uint8Array(width)
  of.each(set, row, () => found.push(loose.map(({ column }) => row[column]).join()))
  return found
}
const setOf = (rows: readonly (readonly number[])[]) => {
  const set = new Uint32Array(space.shownBy(new Uint8Array(width)).length)
  for (const values of rows) merge(set, space.shownBy(rowOf(values)), new Uint32Array(set.length))
  return set
}
const some = fc.uniqueArray(fc.tuple(fc.nat(1), fc.nat(4), fc.nat(8)), { selector: (one) => one.join() })
const sorted = (all: readonly string[]) => [...new Set(all)].toSorted()

describe('a set of combinations is what a list of them would be', () => {
  it('holds those that were put in, once, and shows one of them', () => {
    fc.assert(
      fc.property(some, (rows) => {
        const set = setOf(rows)
        expect(sorted(members(space, set))).toEqual(sorted(rows.map((one) => one.join())))
        expect(countOf(set)).toBe(rows.length)
        if (rows.length === 0) return
        const shown = new Uint8Array(width)
        space.show(set, shown)
        expect(members(space, set)).toContain(loose.map(({ column }) => shown[column]).join())
      })
    )
  })

  it('parts by the value of a column, and takes another one in it', () => {
    fc.assert(
      fc.property(some, fc.nat(2), fc.nat(8), (rows, which, asked) => {
        const { column, values } = loose[which]!
        const value = asked % values
        const having = space.having(setOf(rows), column, value)
        const left = rows.filter((one) => one[which] === value)
        expect(having === null ? [] : sorted(members(space, having))).toEqual(
          sorted(left.map((one) => one.join()))
        )
        const became = rows.map((one) => one.map((code, at) => (at === which ? value : code)).join())
        expect(sorted(members(space, space.becoming(setOf(rows), column, value)))).toEqual(sorted(became))
      })
    )
  })

  it('is left without others, and counts what is new in it', () => {
    fc.assert(
      fc.property(some, some, (ours, theirs) => {
        const keys = new Set(theirs.map((one) => one.join()))
        const alone = ours.map((one) => one.join()).filter((one) => !keys.has(one))
        expect(sorted(members(space, without(setOf(ours), setOf(theirs))))).toEqual(sorted(alone))
        const into = setOf(theirs)
        expect(merge(into, setOf(ours), new Uint32Array(into.length))).toBe(alone.length)
      })
    )
  })
})

describe('what is walked as sets is what is walked one row after another', () => {
  const types = commandTypes.filter(
    (type) => ['minor', 'housing'].includes(commandRow(type).region ?? '') && commandRow(type).from.length > 0
  )
  const acts: Acts = { types, steady: steadyGuards(types) }
  /** The cone of an act, grown until nothing is read outside it. */
  const walked = (rooms: ReadonlyMap<string, number>): Walked => {
    let cone = new Set<string>(rooms.keys())
    for (;;) {
      const trial = tried(cone, 'runaway.found', acts, { most: 100_000, look: () => {}, rooms })
      if ('narrow' in trial) throw new Error(`${trial.narrow} takes more values`)
      if (!('grown' in trial)) return trial
      cone = new Set([...cone, ...trial.grown, 'minor'])
    }
  }
  const plain = walked(new Map())

  it.each([
    [['ageGroup', 3]],
    [['minor', 14]],
    [
      ['minor', 14],
      ['ageGroup', 3]
    ]
  ] as [string, number][][])('%s', (...rooms) => {
    const bundled = walked(new Map(rooms))
    expect(bundled.cone).toEqual(plain.cone)
    expect(bundled.bundles.count()).toBeLessThan(plain.bundles.count())
    expect([bundled.bundles.situations(), bundled.moves]).toEqual([plain.bundles.situations(), plain.moves])
  })
})
