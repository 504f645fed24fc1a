import type { Database } from '../db/client.ts'

// The next minute has asked for its own round.
const forget = `select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs
  where attempts >= max_attempts and task_identifier in ('fire', 'figures', 'sweep')`

/**
 * What has no reason to be kept: drafts after their day, answered keys after a week, notices after a month, dead sessions,
 * what a release was made of, what a killed worker had taken, failures of clocks that no longer run.
 */
export const sweepExpired = async ({ owner }: Database) => {
  await owner.query(`delete from draft where expires_at < wall_clock()`)
  await owner.query(`delete from idempotency where at < wall_clock() - interval '7 days'`)
  await owner.query(`delete from notice where at < wall_clock() - interval '30 days'`)
  // Where a case stood at a quarter's end is needed until that quarter is released.
  await owner.query(`delete from case_standing where until <= (select max(as_of) from figure_release)`)
  await owner.query(`delete from session where absolute_until < now() - interval '1 day'`)
  await owner.query(forget)
  await owner.query(`delete from firing_lease where leased_until < now()`)
  await owner.query(
    `delete from deadline_setback s where not exists (select from deadline d where d.id = s.deadline_id and d.state = 'running')`
  )
}
