import type { Highs } from 'highs'
import type { Knowledge, Row, Unknown } from './rows.ts'
import { readerOf, type World } from './reader.ts'

const near = 1e-6
const room: Unknown = { moment: -1, cell: '', low: 0, high: Infinity, threshold: null }

/**
 * The same knowledge without those assumptions that cannot be true beside it, as few persons as can be in all: somebody who
 * was counted twice is counted once, later. Null where the rest contradicts itself.
 */
const withoutBroken = (highs: Highs, knowledge: Knowledge): Knowledge | null => {
  const { unknowns, rows, assumed } = knowledge
  const eased = assumed.map((row, at): Row => ({
    ...row,
    of: [...row.of, unknowns.length + at],
    signs: [...row.signs, -1]
  }))
  const reader = readerOf(highs, {
    unknowns: [...unknowns, ...assumed.map(() => room)],
    rows,
    assumed: eased
  })
  try {
    if (!reader.any()) return null
    const costs = new Float64Array(unknowns.length + assumed.length).fill(-1, unknowns.length)
    const world = reader.furthest(costs)
    return { unknowns, rows, assumed: assumed.filter((_, at) => world[unknowns.length + at]! <= near) }
  } finally {
    reader.close()
  }
}

/** A reader with a first world, of all of this knowledge that can be true at once. */
export const believing = (highs: Highs, knowledge: Knowledge) => {
  const open = (known: Knowledge) => {
    const reader = readerOf(highs, known)
    const world: World | null = reader.any()
    if (world) return { reader, world, knowledge: known }
    reader.close()
    return null
  }
  const whole = open(knowledge)
  if (whole) return whole
  const rest = withoutBroken(highs, knowledge)
  return rest && open(rest)
}
