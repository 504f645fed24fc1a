import { getIfAllowed, type Fetch } from '#lib/api.ts'
import type { CaseView, LikenessList } from '#lib/api.types.ts'

/** Files that may be of the same person: the API tells them to the cell of the case alone, so nobody else asks. */
export async function likenessOf(
  fetcher: Fetch,
  view: Pick<CaseView, 'id' | 'capacity'>
): Promise<LikenessList['items']> {
  if (view.capacity.id !== 'cell') return []
  const found = await getIfAllowed(fetcher, '/api/cases/{id}/likeness', { path: { id: view.id } })
  return found?.items ?? []
}
