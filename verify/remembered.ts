import type { Combinations, Space } from './combinations.ts'

/** One column to look at, or, where `column` is -1, the answer. */
type Node<T> = { column: number; next: (Node<T> | undefined)[]; answer: T | undefined }

/** Gives the answer of each part of a set of combinations that agrees on what was looked at. */
export type Remembered<T> = (
  space: Space,
  row: Uint8Array,
  set: Combinations,
  visit: (part: Combinations, answer: T) => void
) => void

const leaf = -1

/**
 * Asks once for each way in which the columns looked at can differ, and keeps the answers in a tree that looks at one
 * column after another. What is looked at next may depend on what was seen before, and on nothing else. Combinations part
 * where a loose column is looked at, and there only.
 */
export const remembered = <T>(
  ask: (row: Uint8Array) => { columns: readonly number[]; answer: T }
): Remembered<T> => {
  const root: (Node<T> | undefined)[] = []

  const learn = (row: Uint8Array) => {
    const { columns, answer } = ask(row)
    let [branch, place] = [root, 0]
    for (const column of columns) {
      const node: Node<T> = (branch[place] ??= { column, next: [], answer: undefined })
      if (node.column !== column) throw new Error('what is looked at depends on something unseen')
      branch = node.next
      place = row[column]!
    }
    branch[place] = { column: leaf, next: [], answer }
  }

  return (space, row, set, visit) => {
    const descend = (branch: (Node<T> | undefined)[], place: number, part: Combinations): void => {
      if (branch[place] === undefined) {
        const shown = row.slice()
        space.show(part, shown)
        learn(shown)
      }
      const node = branch[place]!
      if (node.column === leaf) return visit(part, node.answer as T)
      if (!space.isLoose(node.column)) return descend(node.next, row[node.column]!, part)
      for (let value = 0; value < space.roomOf(node.column); value += 1) {
        const some = space.having(part, node.column, value)
        if (some) descend(node.next, value, some)
      }
    }
    descend(root, 0, set)
  }
}
