import type { Database } from '../db/client.ts'

/**
 * What has no reason to be kept: drafts after their day, answered keys after a week, notices after a month, dead sessions,
 * what a killed worker had taken, and failures of clocks that no longer run.
 */
export const sweepExpired = async ({ owner }: Database) => {
  await owner.query(`delete from draft where expires_at < now()`)
  await owner.query(`delete from idempotency where at < now() - interval '7 days'`)
  await owner.query(`delete from notice where at < wall_clock() - interval '30 days'`)
  await owner.query(`delete from session where absolute_until < now() - interval '1 day'`)
  await owner.query(`delete from firing_lease where leased_until < now()`)
  await owner.query(
    `delete from deadline_setback s where not exists (select from deadline d where d.id = s.deadline_id and d.state = 'running')`
  )
}
