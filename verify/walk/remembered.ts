import type { Diagrams, Rows } from '../diagrams.ts'

/** One column to look at, or, where `column` is -1, the answer. */
type Branch<T> = { column: number; next: (Branch<T> | undefined)[]; answer: T | undefined }

/** Gives the answer of each part of a set of rows that agrees on what was looked at. */
export type Remembered<T> = (sets: Diagrams, rows: Rows, visit: (part: Rows, answer: T) => void) => void

const leaf = -1

/**
 * Asks once for each way in which the columns looked at can differ, and keeps the answers in a tree that looks at one
 * column after another. What is looked at next may depend on what was seen before, and on nothing else.
 */
export const remembered = <T>(
  width: number,
  ask: (row: Uint8Array) => { columns: readonly number[]; answer: T }
): Remembered<T> => {
  const root: (Branch<T> | undefined)[] = []

  const learn = (row: Uint8Array) => {
    const { columns, answer } = ask(row)
    let [branches, place] = [root, 0]
    for (const column of columns) {
      const branch: Branch<T> = (branches[place] ??= { column, next: [], answer: undefined })
      if (branch.column !== column) throw new Error('what is looked at depends on something unseen')
      branches = branch.next
      place = row[column]!
    }
    branches[place] = { column: leaf, next: [], answer }
  }

  return (sets, rows, visit) => {
    const descend = (branches: (Branch<T> | undefined)[], place: number, part: Rows): void => {
      if (branches[place] === undefined) {
        const shown = new Uint8Array(width)
        sets.show(part, shown)
        learn(shown)
      }
      const branch = branches[place]!
      if (branch.column === leaf) return visit(part, branch.answer as T)
      for (const value of sets.valuesAt(part, branch.column))
        descend(branch.next, value, sets.having(part, branch.column, value))
    }
    if (sets.countOf(rows) > 0) descend(root, 0, rows)
  }
}
