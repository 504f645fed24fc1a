import { get } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const cursor = url.searchParams.get('avant')
  const [{ id, code }, story] = await Promise.all([
    get(fetch, '/api/cases/{id}', { path: params }),
    get(fetch, '/api/cases/{id}/events', { path: params, query: cursor === null ? {} : { cursor } })
  ])
  return { id, code, story, newest: cursor === null }
}
