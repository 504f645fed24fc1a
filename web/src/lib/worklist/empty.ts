import type { CaseList, WorklistView } from '#lib/api.types.ts'

/** What waits beside an empty list: each said above it, or in another of its views. */
export type Beside = {
  view: WorklistView
  above: number
  /** Of it, what is past its day. */
  aboveLate?: number
  counts: Pick<CaseList['counts'], 'late' | 'moved'>
  /** Time limits that run in the reader’s cases. */
  running: number
}

/**
 * What an empty list says of itself: « vous êtes à jour » only where nothing waits and nothing is late, and `quiet` where nothing runs
 * or has moved either, as on a first day.
 */
export function emptyOf({
  view,
  above,
  aboveLate = 0,
  counts,
  running
}: Beside): WorklistView | 'above' | 'lateAbove' | 'overdue' | 'quiet' {
  if (view === 'late' && aboveLate > 0) return 'lateAbove'
  if (view !== 'todo') return view
  if (above > 0) return 'above'
  if (counts.late.n > 0) return 'overdue'
  return counts.moved.n + running > 0 ? 'todo' : 'quiet'
}
