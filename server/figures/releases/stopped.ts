import type { Database } from '../../db/client.ts'

const asked = `select number from release where state = 'asked'`
const atWork = `select key from graphile_worker.jobs
  where task_identifier = 'release' and (attempts < max_attempts or locked_at is not null)`
const stopped = `update release set state = 'failed', step = null, failure = 'stopped'
  where state = 'asked' and number = any($1::int[])`

/** A release that the queue has given up no longer keeps others from being asked for. In this order: whoever is asked for has a job. */
export const failDeadReleases = async ({ worker, stats }: Database) => {
  const { rows: waiting } = await stats.query<{ number: number }>(asked)
  if (waiting.length === 0) return
  const { rows } = await worker.query<{ key: string }>(atWork)
  const alive = new Set(rows.map(({ key }) => key))
  const dead = waiting.flatMap(({ number }) => (alive.has(`release:${number}`) ? [] : [number]))
  if (dead.length > 0) await stats.query(stopped, [dead])
}
