import { get } from '#lib/api.ts'
import { asked, readQuery } from '#lib/worklist/query.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const query = readQuery(url, 'all')
  return { query, list: await get(fetch, '/api/cases', asked(query)) }
}
