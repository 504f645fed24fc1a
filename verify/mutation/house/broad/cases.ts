import type { Mistake } from '../../mistake.ts'
import type { Kept } from './kept.ts'

/** Whole answers taken away. */
export const broadCases: Mistake[] = []

/** Why tests stay that no mistake brought down. */
export const keptCases: Kept = {}
