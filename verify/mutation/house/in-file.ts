import type { Mistake } from '../mistake.ts'

type Change = readonly [why: string, text: string, instead: string]

/** Mistakes of one file, which one file of tests must see. */
export const inFile = (file: string, seen: string, changes: readonly Change[]): Mistake[] =>
  changes.map(([why, text, instead]) => ({ why, file, text, instead, seen }))
