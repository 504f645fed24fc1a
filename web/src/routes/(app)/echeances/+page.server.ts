import { get } from '#lib/api.ts'
import type { DeadlinesQuery } from '#lib/api.types.ts'
import { isNarrowed, narrowingIn } from '#lib/worklist/query.ts'
import type { PageServerLoad } from './$types'

/** What fell due and what is to come are read apart: late lines hide no clock that runs. */
export const load: PageServerLoad = async ({ fetch, url }) => {
  const cursors = { overdue: url.searchParams.get('passees'), coming: url.searchParams.get('apres') }
  // Clocks have one order.
  const { sort: _, ...narrowing } = narrowingIn(url.searchParams)
  const read = (view: keyof typeof cursors) =>
    get(fetch, '/api/deadlines', {
      // Words of the API’s own lists, which it checks.
      query: { view, cursor: cursors[view] ?? undefined, ...(narrowing as DeadlinesQuery) }
    })
  const filtering = url.searchParams.has('filtres') || isNarrowed(narrowing)
  const [overdue, coming, choices] = await Promise.all([
    read('overdue'),
    read('coming'),
    filtering ? get(fetch, '/api/worklist/choices') : null
  ])
  return { cursors, narrowing, overdue, coming, choices }
}
