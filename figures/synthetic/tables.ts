import type { CountedDimension, CountedTable } from '../table/counted.ts'
import { sizeOf, sizesOf, stridesOf } from '../table/table.ts'
import { valuesAt, valuesOf, type Person } from './persons.ts'

/** Of these a person may have several values. */
const several = ['form', 'residence', 'referral', 'clock']

/** What lasts as it was when somebody was flagged, and what everybody has at least one of, with the value of those of whom none is known: whoever reads knows both. */
export const lasting = ['form', 'age', 'sex', 'territory', 'channel', 'zone', 'minor', 'quarter']
export const covering = { form: 'unknown' }

/** About the tables of the mechanism: a territory with one other variable, three at most without. */
export const shapes = [
  'territory form',
  'territory sex',
  'territory age',
  'territory outcome',
  'territory minor',
  'form age sex',
  'zone sex form',
  'channel outcome',
  'housing age',
  'residence sex',
  'judicial form',
  'referral',
  'clock',
  'quarter form'
]

const dimension = (name: string): CountedDimension => ({
  name,
  values: valuesOf(name),
  several: several.includes(name)
})

/** Counts somebody in each cell that their values are in, margins included. */
const count = (
  table: CountedTable,
  strides: readonly number[],
  { key, values }: { key: number; values: readonly (readonly string[])[] }
) => {
  const cells = table.dimensions.reduce<number[]>(
    (before, { values: all }, at) => {
      const places = [...values[at]!.map((value) => all.indexOf(value)), all.length]
      return before.flatMap((cell) => places.map((place) => cell + place * strides[at]!))
    },
    [0]
  )
  for (const cell of cells) {
    table.counts[cell]! += 1
    table.keys[cell]! += key
  }
}

const tableOf = (shape: string, persons: readonly Person[], release: number): CountedTable => {
  const names = shape.split(' ')
  const dimensions = names.map(dimension)
  const sizes = sizesOf({ dimensions })
  const table: CountedTable = {
    id: names.join('-'),
    dimensions,
    counts: new Int32Array(sizeOf(sizes)),
    keys: new Uint32Array(sizeOf(sizes))
  }
  const strides = stridesOf(sizes)
  for (const person of persons)
    count(table, strides, { key: person.key, values: names.map((name) => valuesAt(person, name, release)) })
  return table
}

/** The tables as they are counted at a release, the first one being 0. */
export const tablesAt = (
  persons: readonly Person[],
  release: number,
  asked: readonly string[] = shapes
): CountedTable[] => {
  const counted = persons.filter(({ from, until }) => from <= release && release < until)
  return asked.map((shape) => tableOf(shape, counted, release))
}
