import { get } from '#lib/api.ts'
import type { DeadlineLine, Page } from '#lib/api.types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const cursor = url.searchParams.get('apres')
  const path = cursor ? `/api/deadlines?cursor=${encodeURIComponent(cursor)}` : '/api/deadlines'
  return { cursor, list: await get<Page<DeadlineLine>>(fetch, path) }
}
