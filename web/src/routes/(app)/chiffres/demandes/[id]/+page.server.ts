import { get } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

/** One of the reports, of the year that is asked for or of the last one that is over. */
export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const year = Number(url.searchParams.get('annee'))
  const query = year > 0 ? { year } : {}
  // An id that is none is answered by the API.
  const id = params.id as 'eurostat'
  return { report: await get(fetch, '/api/figures/reports/{id}', { path: { id }, query }) }
}
