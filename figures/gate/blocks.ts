import { short } from './demands.ts'
import type { Knowledge } from './rows.ts'
import type { Fraction } from './open.ts'

/** The unknowns that short lines bind one to another, and which of these sets long lines bind loosely: départements, and each of them. */
export type Blocks = {
  blockOf: Int32Array
  members: readonly (readonly number[])[]
  beside: readonly number[][]
}

export const blocksOf = ({ unknowns, rows, assumed }: Knowledge): Blocks => {
  const heads = Int32Array.from(unknowns.keys())
  const headOf = (at: number): number => {
    let head = at
    while (heads[head] !== head) head = heads[head] = heads[heads[head]!]!
    return head
  }
  const all = [...rows, ...assumed]
  for (const { of } of all) if (of.length <= short) for (const at of of) heads[headOf(at)] = headOf(of[0]!)
  const members = [...Map.groupBy(unknowns.keys(), headOf).values()]
  const blockOf = new Int32Array(unknowns.length)
  members.forEach((those, block) => {
    for (const at of those) blockOf[at] = block
  })
  const beside = members.map(() => new Set<number>())
  for (const { of } of all) {
    if (of.length <= short) continue
    const those = [...new Set(of.map((at) => blockOf[at]!))]
    for (const one of those) for (const other of those) if (one !== other) beside[one]!.add(other)
  }
  return { blockOf, members, beside: beside.map((those) => [...those]) }
}

const shuffled = <Item>(items: readonly Item[], fraction: Fraction): Item[] =>
  items
    .map((item) => [fraction(), item] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item)

/** Blocks to move together, so that each of these is in one set of so many, beside others that a long line binds to it. */
export const gathered = (
  { beside }: Blocks,
  wanted: readonly number[],
  { size, fraction }: { size: number; fraction: Fraction }
): number[][] => {
  const left = new Set(shuffled(wanted, fraction))
  const sets: number[][] = []
  for (const block of left) {
    left.delete(block)
    const near = shuffled(beside[block]!, fraction)
    const chosen = [...near.filter((one) => left.has(one)), ...near.filter((one) => !left.has(one))]
    const set = [block, ...chosen.slice(0, size - 1)]
    for (const one of set) left.delete(one)
    sets.push(set)
  }
  return sets
}
