import type { PlaceStatus } from '#lib/api.types.ts'
import { statuses } from './structures.ts'

/** What is sought among the places, and from where both lists of the page go on. */
export type PlaceQuery = {
  q: string
  status: PlaceStatus | ''
  cursor: string | null
  waiting: string | null
}

export function readPlaceQuery(url: URL): PlaceQuery {
  const status = url.searchParams.get('etat') ?? ''
  return {
    q: (url.searchParams.get('q') ?? '').trim().slice(0, 100),
    status: statuses.find((one) => one === status) ?? '',
    cursor: url.searchParams.get('apres'),
    waiting: url.searchParams.get('attente')
  }
}

/** The address of the same page, one of its lists further on or at its beginning. */
export function placesHref({ q, status, cursor, waiting }: PlaceQuery): string {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (status) params.set('etat', status)
  if (cursor) params.set('apres', cursor)
  if (waiting) params.set('attente', waiting)
  const text = params.toString()
  return text ? `/places?${text}` : '/places'
}
