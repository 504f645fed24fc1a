import type { Database } from '../db/client.ts'

/** What has no reason to be kept: drafts after their day, answered keys after a week, notices after a month, dead sessions. */
export const sweepExpired = async ({ owner }: Database) => {
  await owner.query(`delete from draft where expires_at < now()`)
  await owner.query(`delete from idempotency where at < wall_clock() - interval '7 days'`)
  await owner.query(`delete from notice where at < wall_clock() - interval '30 days'`)
  await owner.query(`delete from session where absolute_until < now() - interval '1 day'`)
}
