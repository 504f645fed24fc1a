/** One column to look at, or, where `column` is -1, the answer. */
type Node<T> = { column: number; next: (Node<T> | undefined)[]; answer: T | undefined }

export type Remembered<T> = (row: Uint8Array) => T

const leaf = -1

/**
 * Asks once for each way in which the columns looked at can differ, and keeps the answers in a tree that looks at one
 * column after another. What is looked at next may depend on what was seen before, and on nothing else.
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
    return answer
  }

  return (row) => {
    let node = root[0]
    while (node !== undefined && node.column !== leaf) node = node.next[row[node.column]!]
    return node === undefined ? learn(row) : (node.answer as T)
  }
}
