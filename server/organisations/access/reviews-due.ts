import { reviewHalf, reviewUntil, watchesReviews } from '../../../policies/organisations.ts'
import { runQuery, type Tx } from '../../db/context.ts'
import type { Reader } from '../../disclosure/reader.ts'
import { NotFound } from '../../errors.ts'
import type { ReviewsDue } from '../../views/organisations/review.ts'
import { placeLabel, typeLabel } from '../named.ts'
import { organisationColumns, type OrganisationRow } from '../store.ts'
import { todayOf } from '../today.ts'

const due = 'select org_id as id from reviews_due($1)'

/** The houses that have not confirmed the review of this half-year, as far as PostgreSQL tells the reader of any. */
export const housesDue = async (tx: Tx, { now }: Pick<Reader, 'now'>): Promise<ReadonlySet<string>> =>
  new Set((await runQuery<{ id: string }>(tx, due, [reviewHalf(todayOf(now))])).map(({ id }) => id))

const listed = `select ${organisationColumns}, d.managers::int as managers
  from reviews_due($1) d join organisation o on o.id = d.org_id order by lower(o.name), o.id limit 1000`

/** Which houses have not done it, for whoever watches over access, and not what a review says. @throws NotFound for all others. */
export const viewReviewsDue = async (tx: Tx, { actor, locale, now }: Reader): Promise<ReviewsDue> => {
  if (!watchesReviews(actor)) throw new NotFound('not for this role')
  const half = reviewHalf(todayOf(now))
  const rows = await runQuery<OrganisationRow & { managers: number }>(tx, listed, [half])
  return {
    ...{ half, until: reviewUntil(half) },
    items: rows.map((row) => ({
      ...{ id: row.id, name: row.name, managers: row.managers },
      ...{ typeLabel: typeLabel(row.type, locale), place: placeLabel(row) }
    }))
  }
}
