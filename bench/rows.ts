import type { Situation } from '../workflows/guards.ts'

export const day = 86_400_000
export const today = Date.now()

/** The same world at each run: a small generator of its own (mulberry32). */
export const chanceFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
export type Chance = ReturnType<typeof chanceFrom>

export const pick = <T>(chance: Chance, from: readonly T[]) => from[Math.floor(chance() * from.length)]!

export type Row = { id: string; code: string; territory: string; at: Date; situation: Situation }

/** Arrays to `unnest`: one statement for thousands of rows. */
export const columnsOf = <T>(rows: readonly T[], ...readers: ((row: T) => unknown)[]) =>
  readers.map((read) => rows.map(read))
