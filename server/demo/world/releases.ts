import type { Database } from '../../db/client.ts'
import { wallClock } from '../../db/context.ts'
import { figuresLock, publishDue } from '../../figures/publish.ts'
import { current, endOf, lastEnded, next } from '../../figures/quarters.ts'

/** Keeps the worker, and the clock that visitors move, from releasing figures; gives what ends it. */
export const whileNothingIsPublished = async ({ worker }: Pick<Database, 'worker'>) => {
  const client = await worker.connect()
  await client.query('select pg_advisory_lock(hashtext($1))', [figuresLock])
  return async () => {
    await client.query('select pg_advisory_unlock(hashtext($1))', [figuresLock]).catch(() => undefined)
    client.release()
  }
}

/** The releases that would have been made in the past of the fictional country, each when its quarter ended. */
export const publishPast = async ({ worker, stats }: Pick<Database, 'worker' | 'stats'>): Promise<void> => {
  const { rows } = await stats.query<{ since: Date | null }>('select min(opened_at) as since from "case"')
  const since = rows[0]?.since
  if (!since) return
  const last = lastEnded(await wallClock(worker))
  for (let quarter = current(since); quarter <= last; quarter = next(quarter))
    await publishDue(stats, new Date(endOf(quarter).getTime() + 1))
}
