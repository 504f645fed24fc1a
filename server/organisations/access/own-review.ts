import { managesAccess, reviewEnds, reviewHalf, reviewUntil } from '../../../policies/organisations.ts'
import { runQuery, type Tx } from '../../db/context.ts'
import type { Reader } from '../../disclosure/reader.ts'
import { NotFound } from '../../errors.ts'
import type { OwnReview } from '../../views/organisations/review.ts'
import { todayOf } from '../today.ts'

/** That of a half-year is confirmed: no two are. */
export const reviewDone = 'select from access_review where org_id = $1 and half = $2'

/**
 * Whether this house still has to review its access, and by when, for who manages it: a letter says so twice, and whoever reads none reads it
 * here. @throws NotFound for all others.
 */
export const viewOwnReview = async (tx: Tx, { actor, now }: Reader): Promise<OwnReview> => {
  if (!managesAccess(actor)) throw new NotFound('does not manage access')
  const today = todayOf(now)
  const half = reviewHalf(today)
  const done = await runQuery(tx, reviewDone, [actor.orgId, half])
  return { half, until: reviewUntil(half), due: done.length === 0, ends: reviewEnds(today) }
}
