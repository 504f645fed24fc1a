import type { CaseView as Shared } from '#lib/api.types.ts'

/** A stay shows a region; the structure's name only to those who may know it. The address has a route of its own. */
export type StayView = { id: string; structure: string | null; region: string }
export type CaseView = Shared & { stay?: StayView | null }
