import { answersKept, end, nodesOf, none, type Node } from './walk/nodes.ts'

/** A set of rows, as the number of its first node: equal numbers are equal sets. */
export type Rows = Node
export const noRows: Rows = none

export type Diagrams = {
  readonly rowsOf: (row: Uint8Array) => Rows
  readonly either: (one: Rows, other: Rows) => Rows
  readonly without: (one: Rows, other: Rows) => Rows
  /** Those that have this value in that column. */
  readonly having: (rows: Rows, column: number, value: number) => Rows
  /** All of them, once that column has this value. */
  readonly becoming: (rows: Rows, column: number, value: number) => Rows
  readonly valuesAt: (rows: Rows, column: number) => number[]
  readonly countOf: (rows: Rows) => number
  /** Writes the first of the rows, of which there must be one, into this one. */
  readonly show: (rows: Rows, into: Uint8Array) => void
  /** Writes one after another into this row, each before its visit. */
  readonly each: (rows: Rows, into: Uint8Array, visit: () => void) => void
}

const operation = { either: 1, without: 2, having: 3, becoming: 4, taken: 5 }
/** A column and a value in one number: a value is below 256. */
const valueIn = (column: number, value: number) => column * 256 + value

/** Sets of sets: what either holds, and what one holds without the other. */
const mergingIn = ({ of, valueOf, downOf, rightOf }: ReturnType<typeof nodesOf>) => {
  const answered = answersKept()
  const either = (one: Rows, other: Rows): Rows => {
    if (one === other || other === none) return one
    if (one === none) return other
    if (one > other) return either(other, one)
    return answered(operation.either, one, other, () => {
      const [first, second] = [valueOf(one), valueOf(other)]
      if (first < second) return of(first, downOf(one), either(rightOf(one), other))
      if (first > second) return of(second, downOf(other), either(one, rightOf(other)))
      return of(first, either(downOf(one), downOf(other)), either(rightOf(one), rightOf(other)))
    })
  }
  const without = (one: Rows, other: Rows): Rows => {
    if (one === none || one === other) return none
    if (other === none) return one
    return answered(operation.without, one, other, () => {
      const [first, second] = [valueOf(one), valueOf(other)]
      if (first < second) return of(first, downOf(one), without(rightOf(one), other))
      if (first > second) return without(one, rightOf(other))
      return of(first, without(downOf(one), downOf(other)), without(rightOf(one), rightOf(other)))
    })
  }
  return { either, without }
}

/** What a set is by one of its columns. */
const columnsIn = (
  { of, valueOf, downOf, rightOf }: ReturnType<typeof nodesOf>,
  either: Diagrams['either']
) => {
  const answered = answersKept()
  const having = (rows: Rows, column: number, value: number): Rows => {
    if (rows === none) return none
    if (column > 0)
      return answered(operation.having, rows, valueIn(column, value), () =>
        of(valueOf(rows), having(downOf(rows), column - 1, value), having(rightOf(rows), column, value))
      )
    let at = rows
    while (at !== none && valueOf(at) < value) at = rightOf(at)
    return at !== none && valueOf(at) === value ? of(value, downOf(at), none) : none
  }
  const becoming = (rows: Rows, column: number, value: number): Rows => {
    if (rows === none) return none
    return answered(operation.becoming, rows, valueIn(column, value), () => {
      if (column > 0)
        return of(
          valueOf(rows),
          becoming(downOf(rows), column - 1, value),
          becoming(rightOf(rows), column, value)
        )
      let all = none
      for (let at = rows; at !== none; at = rightOf(at)) all = either(all, downOf(at))
      return of(value, all, none)
    })
  }
  /** A set of one column alone: what that column takes. */
  const taken = (rows: Rows, column: number): Rows => {
    if (rows === none) return none
    return answered(operation.taken, rows, column, () =>
      column > 0
        ? either(taken(downOf(rows), column - 1), taken(rightOf(rows), column))
        : of(valueOf(rows), end, taken(rightOf(rows), column))
    )
  }
  const valuesAt = (rows: Rows, column: number) => {
    const found: number[] = []
    for (let at = taken(rows, column); at !== none; at = rightOf(at)) found.push(valueOf(at))
    return found
  }
  return { having, becoming, valuesAt }
}

/**
 * Sets of rows that share what they have in common (list decision diagrams): a node says the value of one column, where such
 * rows go on, and which node stands for the next larger value. Milliards of situations are a few thousand nodes.
 */
export const diagramsOf = (width: number): Diagrams => {
  const nodes = nodesOf()
  const { of, valueOf, downOf, rightOf, countOf } = nodes
  const { either, without } = mergingIn(nodes)
  const each = (rows: Rows, into: Uint8Array, visit: () => void, column = 0): void => {
    if (column === width) return rows === none ? undefined : visit()
    for (let at = rows; at !== none; at = rightOf(at)) {
      into[column] = valueOf(at)
      each(downOf(at), into, visit, column + 1)
    }
  }
  return {
    rowsOf: (row) => row.reduceRight((rest, value) => of(value, rest, none), end),
    either,
    without,
    ...columnsIn(nodes, either),
    countOf,
    show: (rows, into) => {
      for (let [at, column] = [rows, 0]; column < width; at = downOf(at), column += 1)
        into[column] = valueOf(at)
    },
    each
  }
}
