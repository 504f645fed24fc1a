import type { CaseList, WorklistView } from '#lib/api.types.ts'

/** What waits beside an empty list: each said above it, or in another of its views. */
export type Beside = { view: WorklistView; above: number; counts: Pick<CaseList['counts'], 'late'> }

/** What an empty list says of itself: « vous êtes à jour » only where nothing waits and nothing is late. */
export function emptyOf({ view, above, counts }: Beside): WorklistView | 'above' | 'overdue' {
  if (view !== 'todo') return view
  if (above > 0) return 'above'
  return counts.late.n > 0 ? 'overdue' : 'todo'
}
