import { get } from '#lib/api.ts'
import { ofYear } from '#lib/figures/beside/year.ts'
import type { PageServerLoad } from './$types'

/** What other bodies have published, for anybody, signed in or not. */
export const load: PageServerLoad = async ({ fetch, url }) =>
  ofYear(await get(fetch, '/api/publications/beside', { query: {} }), url)
