import { get } from '#lib/api.ts'
import type { CaseList } from '#lib/api.types.ts'
import { apiPath, readQuery } from '#lib/worklist/query.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const query = readQuery(url, 'all')
  return { query, list: await get<CaseList>(fetch, apiPath(query)) }
}
