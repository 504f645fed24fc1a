import type { Pool } from 'pg'

/** The name of what an act was refused with, or null when it was done. */
export const refusal = async (act: Promise<unknown>): Promise<string | null> => {
  try {
    await act
    return null
  } catch (error) {
    return (error as Error).name
  }
}

/** How often each answer came. */
export const tally = (answers: readonly (string | null)[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(answers, (answer) => answer ?? 'done')].map(([answer, all]) => [answer, all.length])
  )

/** The French reason that was given, the name of the refusal where it gives none, or null when it was done. */
export const why = async (act: Promise<unknown>): Promise<string | null> => {
  try {
    await act
    return null
  } catch (error) {
    return (error as { reason?: { fr: string } }).reason?.fr ?? (error as Error).name
  }
}

const waiting = `select pid from pg_locks join pg_stat_activity a using (pid) where not granted and a.datname = current_database()`

const untilWait = async (owner: Pool, many: number) => {
  for (let turn = 0; turn < 500; turn += 1) {
    if ((await owner.query(waiting)).rows.length === many) return
    await new Promise((again) => setTimeout(again, 20))
  }
  throw new Error(`${many} should wait for the case`)
}

/** What became of acts of one case that had all begun before the first of them had the case: they wait for it in this order. */
export const atOnce = async (owner: Pool, caseId: string, acts: readonly (() => Promise<unknown>)[]) => {
  const holder = await owner.connect()
  const ends: Promise<string | null>[] = []
  try {
    await holder.query('begin')
    await holder.query('select from "case" where id = $1 for update', [caseId])
    for (const act of acts) {
      ends.push(refusal(act()))
      await untilWait(owner, ends.length)
    }
  } finally {
    await holder.query('commit')
    holder.release()
  }
  return Promise.all(ends)
}
