import { offersOf, type PlaceOffer } from '../../workflows/places/places.ts'
import { runQuery, type Tx } from '../db/context.ts'

/** Whose place an offer would use; null where it is of another pool, or out of service. */
export const placeOwner = async (tx: Tx, kind: PlaceOffer, placeId: string): Promise<string | null> => {
  const [row] = await runQuery<{ owner: string | null }>(tx, 'select place_owner($1::uuid, $2) as owner', [
    placeId,
    offersOf[kind]
  ])
  return row?.owner ?? null
}
