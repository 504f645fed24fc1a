import type { PlaceStatus } from '#lib/api.types.ts'
import { statuses } from './structures.ts'

/** What is sought among the places, and from where both lists of the page go on. */
export type PlaceQuery = {
  q: string
  status: PlaceStatus | ''
  region: string
  cursor: string | null
  waiting: string | null
}

/** Asked for by itself: where the page opens on some, all of them have an address too. */
export const everyState = 'toutes'

/** `byDefault`: where they stand that the page opens on; a search looks everywhere. */
export function readPlaceQuery(url: URL, byDefault: PlaceStatus | '' = ''): PlaceQuery {
  const given = url.searchParams.get('etat')
  const status = given ?? (url.searchParams.get('q') ? '' : byDefault)
  return {
    q: (url.searchParams.get('q') ?? '').trim().slice(0, 100),
    status: statuses.find((one) => one === status) ?? '',
    region: (url.searchParams.get('region') ?? '').slice(0, 60),
    cursor: url.searchParams.get('apres'),
    waiting: url.searchParams.get('attente')
  }
}

/** The address of the same page, one of its lists further on or at its beginning. */
export function placesHref({ q, status, region, cursor, waiting }: PlaceQuery): string {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  params.set('etat', status || everyState)
  if (region) params.set('region', region)
  if (cursor) params.set('apres', cursor)
  if (waiting) params.set('attente', waiting)
  return `/places?${params.toString()}`
}
