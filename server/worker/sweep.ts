import type { Database } from '../db/client.ts'

// A letter or a telling whose attempts are used up waits for good otherwise: what could not leave for days may leave now.
const revive = `select graphile_worker.reschedule_jobs(array_agg(id), run_at := now(), attempts := 0) from graphile_worker.jobs
  where attempts >= max_attempts and task_identifier in ('mail_link', 'tell')`

// The next minute has asked for its own round.
const forget = `select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs
  where attempts >= max_attempts and task_identifier in ('fire', 'figures', 'sweep')`

/**
 * What has no reason to be kept: drafts after their day, answered keys after a week, notices after a month, dead sessions,
 * what a release was made of, what a killed worker had taken, failures of clocks that no longer run. And what must not be given
 * up is tried anew.
 */
export const sweepExpired = async ({ owner }: Database) => {
  await owner.query(`delete from draft where expires_at < now()`)
  await owner.query(`delete from idempotency where at < wall_clock() - interval '7 days'`)
  await owner.query(`delete from notice where at < wall_clock() - interval '30 days'`)
  // Where a case stood at a quarter's end is needed until that quarter is released.
  await owner.query(`delete from case_standing where until <= (select max(as_of) from figure_release)`)
  await owner.query(`delete from session where absolute_until < now() - interval '1 day'`)
  await owner.query(revive)
  await owner.query(forget)
  await owner.query(`delete from firing_lease where leased_until < now()`)
  await owner.query(
    `delete from deadline_setback s where not exists (select from deadline d where d.id = s.deadline_id and d.state = 'running')`
  )
}
