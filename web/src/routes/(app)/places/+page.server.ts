import { get, getIfAllowed, type Fetch } from '#lib/api.ts'
import type { PlacesQuery } from '#lib/api.types.ts'
import { readPlaceQuery } from '#lib/places/search.ts'
import { byStructure } from '#lib/places/structures.ts'
import { readAnswers } from '#lib/worklist/day.ts'
import type { PageServerLoad } from './$types'

async function expectedAt(fetcher: Fetch, arrivals: readonly string[]) {
  const todo = await getIfAllowed(fetcher, '/api/cases', { query: { view: 'todo', limit: 100 } })
  return todo?.items.filter(({ waitsFor }) => waitsFor && arrivals.includes(waitsFor.command)) ?? []
}

/** The desk sees the pool and who waits; a structure sees its own places, what it is asked, and who is on the way. */
export const load: PageServerLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent()
  const desk = me.offer !== null
  const query = readPlaceQuery(url, desk ? 'free' : '')
  const { q, status, region, cursor } = query
  const sought = {
    ...{ q: q || undefined, status: status || undefined, cursor: cursor ?? undefined },
    // A word of the API’s own list, which it checks.
    ...{ region: (region || undefined) as PlacesQuery['region'], limit: desk ? 40 : 100 }
  }
  const [places, waiting, answers, expected] = await Promise.all([
    get(fetch, '/api/places', { query: sought }),
    desk
      ? getIfAllowed(fetch, '/api/places/waiting', { query: { cursor: query.waiting ?? undefined } })
      : null,
    desk ? [] : readAnswers(fetch),
    desk ? [] : expectedAt(fetch, me.arrivals)
  ])
  return {
    desk,
    query,
    places,
    done: url.searchParams.has('fait'),
    offer: me.offer,
    structures: byStructure(places.items),
    waiting,
    answers,
    expected
  }
}
