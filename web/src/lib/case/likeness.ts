import { getIfAllowed, type Fetch } from '#lib/api.ts'
import type { LikenessList } from '#lib/api.types.ts'
import type { CaseView } from './case.types.ts'

/** Files that may be of the same person: the API tells them to the cell of the case alone, so nobody else asks. */
export async function likenessOf(fetcher: Fetch, view: CaseView): Promise<LikenessList['items']> {
  if (view.capacity.id !== 'cell') return []
  const found = await getIfAllowed<LikenessList>(fetcher, `/api/cases/${view.id}/likeness`)
  return found?.items ?? []
}
