import { get } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  view: await get(fetch, '/api/places/{id}', { path: params }),
  id: params.id,
  done: url.searchParams.has('fait')
})
