/** A node of a diagram, as its number. */
export type Node = number

/** No row; and, below the last column, the row that has been read to its end. */
export const none: Node = 0
export const end: Node = 1

export type Nodes = {
  /** The one node that says this; where nothing goes on below it, what stands beside it. */
  readonly of: (value: number, down: Node, right: Node) => Node
  readonly valueOf: (node: Node) => number
  /** Where rows with this value go on. */
  readonly downOf: (node: Node) => Node
  /** The node of the next larger value of the same column. */
  readonly rightOf: (node: Node) => Node
  /** How many rows lead through it. */
  readonly countOf: (node: Node) => number
}

export const mixed = (one: number, other: number, third: number) => {
  const hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35)
  const again = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return again ^ (again >>> 13)
}

type Numbers = Uint8Array | Int32Array | Float64Array
const moved = <T extends Numbers>(old: T, larger: T): T => {
  larger.set(old)
  return larger
}

/** Nodes, each kept once: two sets of the same rows are one number. None is ever let go. */
export const nodesOf = (): Nodes => {
  let room = 1 << 16
  let values = new Uint8Array(room)
  let downs = new Int32Array(room)
  let rights = new Int32Array(room)
  let counts = new Float64Array(room)
  let slots = new Int32Array(room * 2)
  let size = 2
  counts[end] = 1

  /** The slot that holds such a node, or the free one where it would go. */
  const slotOf = (value: number, down: Node, right: Node) => {
    const mask = slots.length - 1
    let slot = mixed(value, down, right) & mask
    for (;;) {
      const at = slots[slot]!
      if (at === 0 || (values[at] === value && downs[at] === down && rights[at] === right)) return slot
      slot = (slot + 1) & mask
    }
  }

  const grow = () => {
    room *= 2
    values = moved(values, new Uint8Array(room))
    downs = moved(downs, new Int32Array(room))
    rights = moved(rights, new Int32Array(room))
    counts = moved(counts, new Float64Array(room))
    slots = new Int32Array(room * 2)
    for (let at = 2; at < size; at += 1) slots[slotOf(values[at]!, downs[at]!, rights[at]!)] = at
  }

  const of = (value: number, down: Node, right: Node): Node => {
    if (down === none) return right
    if (size === room) grow()
    const slot = slotOf(value, down, right)
    if (slots[slot] !== 0) return slots[slot]!
    values[size] = value
    downs[size] = down
    rights[size] = right
    counts[size] = counts[down]! + counts[right]!
    slots[slot] = size
    size += 1
    return size - 1
  }

  return {
    of,
    valueOf: (node) => values[node]!,
    downOf: (node) => downs[node]!,
    rightOf: (node) => rights[node]!,
    countOf: (node) => counts[node]!
  }
}

/** What was worked out before, as far as there is room: a later answer takes the place of an earlier one. */
export const answersKept = () => {
  const room = 1 << 22
  const keys = new Int32Array(3 * room)
  const results = new Int32Array(room)
  /** `which` is above 0. */
  return (which: number, one: number, other: number, work: () => Node): Node => {
    const at = mixed(which, one, other) & (room - 1)
    if (keys[3 * at] === which && keys[3 * at + 1] === one && keys[3 * at + 2] === other) return results[at]!
    const result = work()
    keys[3 * at] = which
    keys[3 * at + 1] = one
    keys[3 * at + 2] = other
    results[at] = result
    return result
  }
}
