import type { Database } from '../db/client.ts'
import { failDeadReleases } from '../figures/releases/stopped.ts'
import { keptForDays } from './kept.ts'

const clocks = { told: 'wall_clock()', machine: 'now()' } as const

// The next minute has asked for its own round.
const forget = `select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs
  where attempts >= max_attempts and task_identifier in ('fire', 'sweep', 'call', 'release')`

/**
 * What has no reason to be kept: drafts after their day, answered keys after a week, notices after a month, dead sessions,
 * exact numbers after their day, what a killed worker had taken, failures of clocks that no longer run.
 */
export const sweepExpired = async (db: Database) => {
  const { worker } = db
  for (const { table, from, days, clock } of keptForDays)
    await worker.query(`delete from ${table} where ${from} < ${clocks[clock]} - interval '${days} days'`)
  await failDeadReleases(db)
  await worker.query(forget)
  await worker.query('select forget_exact_cells()')
  await worker.query(`delete from firing_lease where leased_until < now()`)
  await worker.query(
    `delete from deadline_setback s where not exists (select from deadline d where d.id = s.deadline_id and d.state = 'running')`
  )
}
