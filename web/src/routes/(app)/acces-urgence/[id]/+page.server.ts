import { get } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => ({
  view: await get(fetch, '/api/openings/{id}', { path: params })
})
