import type { Database } from '../db/client.ts'

/**
 * What has no reason to be kept: drafts after their day, answered keys after a week, notices after a month, dead sessions,
 * what a release was made of.
 */
export const sweepExpired = async ({ owner }: Database) => {
  await owner.query(`delete from draft where expires_at < now()`)
  await owner.query(`delete from idempotency where at < wall_clock() - interval '7 days'`)
  await owner.query(`delete from notice where at < wall_clock() - interval '30 days'`)
  // Where a case stood at a quarter's end is needed until that quarter is released.
  await owner.query(`delete from case_standing where until <= (select max(as_of) from figure_release)`)
  await owner.query(`delete from session where absolute_until < now() - interval '1 day'`)
}
