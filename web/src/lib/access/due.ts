import type { Me } from '#lib/api.types.ts'
import { getIfAllowed, type Fetch } from '#lib/api.ts'
import { inRoom } from '#lib/shell/navigation.ts'

/** The review of access that whoever manages it has not confirmed yet. */
export async function readReviewDue(fetcher: Fetch, me: Pick<Me, 'rooms'>) {
  const own = inRoom(me, 'accessReview') ? await getIfAllowed(fetcher, '/api/review/due') : null
  return own?.due ? own : null
}
