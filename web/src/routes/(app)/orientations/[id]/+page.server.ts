import { get } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  view: await get(fetch, '/api/referrals/{id}', { path: params }),
  done: url.searchParams.get('fait')
})
