/** The distinct rows of small numbers met so far, in the order met: tens of millions of them in plain memory. */
export type Standing = {
  readonly count: () => number
  /** The place of the row, which is kept if it is new. */
  readonly placeOf: (row: Uint8Array, hash: number) => number
  readonly has: (row: Uint8Array, hash: number) => boolean
  /** Copies the row at a place into the one given. */
  readonly read: (at: number, into: Uint8Array) => void
}

/** A number for each value of each column; a row's hash is all of its own together, so that one change costs one step. */
export const markOf = (column: number, code: number) => {
  const mixed = Math.imul((column + 1) * 257 + code, 2654435761)
  return Math.imul(mixed ^ (mixed >>> 15), 2246822519) ^ (mixed >>> 7)
}

export const hashOf = (row: Uint8Array) => row.reduce((hash, code, column) => hash ^ markOf(column, code), 0)

// A JavaScript Set ends at sixteen million members, and a string for each row would fill the machine.
export const standingOf = (width: number): Standing => {
  let rows = new Uint8Array(Math.max(width, 1) * 1024)
  let slots = new Uint32Array(4096)
  let count = 0

  const equal = (at: number, row: Uint8Array) => {
    for (let column = 0; column < width; column += 1)
      if (rows[at * width + column] !== row[column]) return false
    return true
  }

  /** The slot that holds the row, or the free one where it would go. */
  const slotOf = (row: Uint8Array, hash: number) => {
    const mask = slots.length - 1
    let slot = (hash ^ (hash >>> 16)) & mask
    while (slots[slot] !== 0 && !equal(slots[slot]! - 1, row)) slot = (slot + 1) & mask
    return slot
  }

  const grow = () => {
    slots = new Uint32Array(slots.length * 2)
    for (let at = 0; at < count; at += 1) {
      const row = rows.subarray(at * width, (at + 1) * width)
      slots[slotOf(row, hashOf(row))] = at + 1
    }
  }

  const placeOf = (row: Uint8Array, hash: number) => {
    const slot = slotOf(row, hash)
    if (slots[slot] !== 0) return slots[slot]! - 1
    if ((count + 1) * width > rows.length) {
      const larger = new Uint8Array(rows.length * 2)
      larger.set(rows)
      rows = larger
    }
    rows.set(row, count * width)
    count += 1
    slots[slot] = count
    if (count * 2 > slots.length) grow()
    return count - 1
  }

  return {
    count: () => count,
    placeOf,
    has: (row, hash) => slots[slotOf(row, hash)] !== 0,
    read: (at, into) => {
      for (let column = 0; column < width; column += 1) into[column] = rows[at * width + column]!
    }
  }
}
