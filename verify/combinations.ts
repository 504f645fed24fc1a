/** A column whose values are kept as a set beside the row, and how many values there is room for. */
export type Loose = { column: number; values: number }

/** Which combinations of the loose columns' values are met: one bit each, its place being the values in mixed radix. */
export type Combinations = Uint32Array

export type Space = {
  readonly isLoose: (column: number) => boolean
  /** How many values a loose column has room for. */
  readonly roomOf: (column: number) => number
  /** The one combination that a row shows. */
  readonly shownBy: (row: Uint8Array) => Combinations
  /** Writes the first of the combinations into a row. */
  readonly show: (set: Combinations, row: Uint8Array) => void
  readonly each: (set: Combinations, row: Uint8Array, visit: () => void) => void
  /** Those that have this value in that column, or null where none has. */
  readonly having: (set: Combinations, column: number, value: number) => Combinations | null
  /** All of them, once that column has this value. */
  readonly becoming: (set: Combinations, column: number, value: number) => Combinations
}

const bits = 32

export const isEmpty = (set: Combinations): boolean => {
  for (const word of set) if (word !== 0) return false
  return true
}

const bitsOf = (all: number): number => {
  let word = all - ((all >>> 1) & 0x55555555)
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
  return (Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24) & 0xff
}

export const countOf = (set: Combinations): number => {
  let count = 0
  for (let at = 0; at < set.length; at += 1) if (set[at] !== 0) count += bitsOf(set[at]!)
  return count
}

/** Adds a set to another, and gives how many of it were new there. */
export const merge = (into: Combinations, set: Combinations, unless: Combinations): number => {
  let added = 0
  for (let at = 0; at < set.length; at += 1) {
    const fresh = set[at]! & ~into[at]! & ~unless[at]!
    if (fresh === 0) continue
    added += bitsOf(fresh)
    into[at] = into[at]! | fresh
  }
  return added
}

export const both = (one: Combinations, other: Combinations): Combinations => {
  const out = new Uint32Array(one.length)
  for (let at = 0; at < one.length; at += 1) out[at] = one[at]! | other[at]!
  return out
}

export const without = (one: Combinations, other: Combinations): Combinations =>
  one.map((word, at) => word & ~other[at]!)

/** Every member moved by so many places: the room that a column leaves is never left by a member. */
const moved = (set: Combinations, by: number): Combinations => {
  if (by === 0) return set
  const out = new Uint32Array(set.length)
  const [words, within] = [Math.floor(Math.abs(by) / bits), Math.abs(by) % bits]
  for (let at = 0; at < set.length; at += 1) {
    const word = set[at]!
    if (word === 0) continue
    const to = by > 0 ? at + words : at - words
    const next = by > 0 ? to + 1 : to - 1
    const [here, over] =
      by > 0 ? [word << within, word >>> (bits - within)] : [word >>> within, word << (bits - within)]
    if (to >= 0 && to < out.length) out[to] = out[to]! | here
    if (within > 0 && next >= 0 && next < out.length) out[next] = out[next]! | over
  }
  return out
}

/** Sets of the combinations of a few columns. Without a column there is one combination, and a set of it is a row alone. */
export const spaceOf = (loose: readonly Loose[]): Space => {
  const strides = new Map<number, { stride: number; values: number; masks: Combinations[] }>()
  const size = loose.reduce((product, { values }) => product * values, 1)
  const empty = () => new Uint32Array(Math.ceil(size / bits))
  const put = (set: Combinations, place: number) => {
    set[place >>> 5] = set[place >>> 5]! | (1 << (place & 31))
  }
  let stride = 1
  for (const { column, values } of loose) {
    const masks = Array.from({ length: values }, empty)
    for (let place = 0; place < size; place += 1) put(masks[Math.floor(place / stride) % values]!, place)
    strides.set(column, { stride, values, masks })
    stride *= values
  }
  const of = (column: number) => strides.get(column)!
  const write = (place: number, row: Uint8Array) => {
    for (const [column, { stride, values }] of strides) row[column] = Math.floor(place / stride) % values
  }
  const having = (set: Combinations, column: number, value: number) => {
    const mask = of(column).masks[value]
    if (!mask) return null
    let part: Combinations | null = null
    for (let at = 0; at < set.length; at += 1) {
      const word = set[at]! & mask[at]!
      if (word !== 0) (part ??= new Uint32Array(set.length))[at] = word
    }
    return part
  }

  return {
    isLoose: (column) => strides.has(column),
    roomOf: (column) => of(column).values,
    shownBy: (row) => {
      const set = empty()
      put(
        set,
        loose.reduce((place, { column }) => place + row[column]! * of(column).stride, 0)
      )
      return set
    },
    show: (set, row) => {
      const at = set.findIndex((word) => word !== 0)
      write(at * bits + (31 - Math.clz32(set[at]! & -set[at]!)), row)
    },
    each: (set, row, visit) => {
      set.forEach((word, at) => {
        for (let left = word; left !== 0; left &= left - 1) {
          write(at * bits + (31 - Math.clz32(left & -left)), row)
          visit()
        }
      })
    },
    having,
    becoming: (set, column, value) => {
      const { stride, values } = of(column)
      let out: Combinations = empty()
      for (let from = 0; from < values; from += 1) {
        const part = having(set, column, from)
        if (part) out = both(out, moved(part, (value - from) * stride))
      }
      return out
    }
  }
}
