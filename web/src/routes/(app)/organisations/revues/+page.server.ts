import { get } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const cursor = url.searchParams.get('apres')
  return { cursor, due: await get(fetch, '/api/reviews/due', { query: cursor ? { cursor } : {} }) }
}
