import { reviewHalf, reviewUntil, watchesReviews } from '../../../policies/organisations.ts'
import { runQuery, settleAll, type Tx } from '../../db/context.ts'
import type { Reader } from '../../disclosure/reader.ts'
import { NotFound } from '../../errors.ts'
import { decodeCursor, encodeCursor } from '../../http/cursor.ts'
import { pageOf } from '../../http/requested.ts'
import type { ReviewsDue } from '../../views/organisations/review.ts'
import { placeLabel, typeLabel } from '../named.ts'
import { organisationColumns, type OrganisationRow } from '../store.ts'
import { todayOf } from '../today.ts'

const due = 'select org_id as id from reviews_due($1)'

/** The houses that have not confirmed the review of this half-year, as far as PostgreSQL tells the reader of any. */
export const housesDue = async (tx: Tx, { now }: Pick<Reader, 'now'>): Promise<ReadonlySet<string>> =>
  new Set((await runQuery<{ id: string }>(tx, due, [reviewHalf(todayOf(now))])).map(({ id }) => id))

const housesShown = 50
const listed = `select ${organisationColumns}, d.managers::int as managers
  from reviews_due($1) d join organisation o on o.id = d.org_id
  where $2::uuid is null or (lower(o.name), o.id) > (select lower(name), id from organisation where id = $2)
  order by lower(o.name), o.id limit ${housesShown + 1}`

/** Which houses have not done it, for whoever watches over access, and not what a review says. @throws NotFound for all others. */
export const viewReviewsDue = async (
  tx: Tx,
  reader: Reader,
  { cursor }: { cursor?: string } = {}
): Promise<ReviewsDue> => {
  const { actor, locale, now } = reader
  if (!watchesReviews(actor)) throw new NotFound('not for this role')
  const half = reviewHalf(todayOf(now))
  const start = cursor === undefined ? null : decodeCursor(cursor, ['id'])[0]
  const [rows, all] = await settleAll([
    runQuery<OrganisationRow & { managers: number }>(tx, listed, [half, start]),
    housesDue(tx, reader)
  ])
  const { page, last } = pageOf(rows, housesShown)
  return {
    ...{ half, until: reviewUntil(half) },
    next: last && encodeCursor([last.id]),
    inAll: all.size,
    items: page.map((row) => ({
      ...{ id: row.id, name: row.name, managers: row.managers },
      ...{ typeLabel: typeLabel(row.type, locale), place: placeLabel(row) }
    }))
  }
}
