import type { Kept } from './kept.ts'

export const keptHouses: Kept = {}
