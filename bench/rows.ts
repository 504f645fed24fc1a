import type { Situation } from '../workflows/guards/guards.ts'

export const day = 86_400_000
export const today = Date.now()

export type Chance = () => number

export const pick = <T>(chance: Chance, from: readonly T[]) => from[Math.floor(chance() * from.length)]!

export type Row = { id: string; code: string; territory: string; at: Date; situation: Situation }

/** Arrays to `unnest`: one statement for thousands of rows. */
export const columnsOf = <T>(rows: readonly T[], ...readers: ((row: T) => unknown)[]) =>
  readers.map((read) => rows.map(read))
