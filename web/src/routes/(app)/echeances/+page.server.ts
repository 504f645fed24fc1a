import { get } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

/** What fell due and what is to come are read apart: late lines hide no clock that runs. */
export const load: PageServerLoad = async ({ fetch, url }) => {
  const cursors = { overdue: url.searchParams.get('passees'), coming: url.searchParams.get('apres') }
  const read = (view: keyof typeof cursors) =>
    get(fetch, '/api/deadlines', { query: { view, cursor: cursors[view] ?? undefined } })
  const [overdue, coming] = await Promise.all([read('overdue'), read('coming')])
  return { cursors, overdue, coming }
}
