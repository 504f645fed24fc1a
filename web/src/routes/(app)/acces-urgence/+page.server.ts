import { get } from '#lib/api.ts'
import type { OpeningView, Page } from '#lib/api.types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const cursor = url.searchParams.get('apres')
  const params = new URLSearchParams(cursor ? { cursor } : {})
  return { cursor, list: await get<Page<OpeningView>>(fetch, `/api/openings?${params}`) }
}
