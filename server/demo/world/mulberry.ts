/** Whole numbers of 32 bits in the same order on every machine: small, and good enough for invented lives. */
export const mulberry32 = (seed: number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/** The same, from 0 included to 1 excluded. */
export const fractionsFrom = (seed: number) => {
  const next = mulberry32(seed)
  return () => next() / 4_294_967_296
}
