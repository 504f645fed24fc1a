import { get } from '#lib/api.ts'
import { ofYear } from '#lib/figures/beside/year.ts'
import type { PageServerLoad } from './$types'

/** What other bodies count, of one year; the newest where none is asked for. */
export const load: PageServerLoad = async ({ fetch, url }) => ({
  ...ofYear(await get(fetch, '/api/figures/beside', { query: {} }), url),
  done: url.searchParams.get('fait')
})
