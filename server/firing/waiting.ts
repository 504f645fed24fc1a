import type { Pool } from 'pg'

/** A clock that could not be fired: what is known of it without a word of its case. */
export type SetBack = {
  id: string
  code: string
  dueSince: Date
  attempts: number
  retryAt: Date
  error: string
}

const setBack = `select d.id, d.code, d.next_at as "dueSince", s.attempts, s.retry_at as "retryAt", s.error
  from deadline_setback s join deadline d on d.id = s.deadline_id where d.state = 'running' order by d.next_at, d.code, d.id`

/** Those that fell due first come first. */
export const setBackNow = async (worker: Pool): Promise<SetBack[]> =>
  (await worker.query<SetBack>(setBack)).rows

/** Ends their pauses: the next minute tries them. How often each has failed is kept. */
export const retryNow = async (worker: Pool): Promise<number> =>
  (await worker.query(`update deadline_setback set retry_at = now() where retry_at > now()`)).rowCount ?? 0

/** For whoever keeps the server. */
export const whatToDo = `They hold up no other, and are tried again by themselves. Their legal dates stand; once fired they say that they were late.
1. Find « a deadline could not be fired » in the log, by the deadline's id: the frames say where it failed.
2. RangeError and TypeError mostly mean a row that this release cannot read: was it written by another release?
   A code of five signs is PostgreSQL's: 23505 is a row that is there already, 40P01 and 57014 pass by themselves.
3. Put it right, or install the release that can read it. Do not edit the clock: what the law counts stands in it.
4. Try them at once: npm run deadlines -- --retry`
