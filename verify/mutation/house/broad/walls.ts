import type { Mistake } from '../../mistake.ts'
import type { Kept } from './kept.ts'

/** Whole answers taken away. */
export const broadWalls: Mistake[] = []

/** Why tests stay that no mistake brought down. */
export const keptWalls: Kept = {}
