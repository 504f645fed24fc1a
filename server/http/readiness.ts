import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../db/client.ts'
import { migrationsApplied } from '../db/migrate.ts'
import { wallsAmiss } from '../db/walls.ts'

/** Why it cannot serve, for the log and never for the answer. */
export type Unready = 'behind' | 'read-only' | 'walls' | 'disk' | 'unreachable'

type Probe = Database['probe']
/** Whether this process holds a connection for requests. */
type Serving = Pick<Database['app'], 'totalCount'>

/** Anonymous requests share one look; a collector that asks each second is answered by a fresh one. */
const freshMs = 1_000
const lostAfterMs = 20_000
/** Spills some hundred kilobytes to PostgreSQL's own disk, and leaves nothing there: a full disk refuses it. */
export const spill = `select count(*) from (select i, repeat('x', 60) from generate_series(1, 10000) i order by md5(i::text)) as spilt`
const writable = `select current_setting('transaction_read_only') = 'off' and not pg_is_in_recovery() as writable`

/** Every connection of PostgreSQL is taken: it is busy, and those that we hold serve. */
const tooManyConnections = '53300'

const onDisk = async ({ app }: Probe): Promise<boolean> => {
  const client = await app.connect()
  try {
    await client.query('begin')
    await client.query(`set local work_mem = '64kB'`)
    await client.query(spill)
    return true
  } catch (error) {
    if (/^(53100|53400|58)/.test((error as { code?: string }).code ?? '')) return false
    throw error
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

const look = async (probe: Probe): Promise<Unready | null> => {
  if (!(await migrationsApplied(probe.worker))) return 'behind'
  const { rows } = await probe.app.query<{ writable: boolean }>(writable)
  if (rows[0]?.writable !== true) return 'read-only'
  const { lost, open } = await wallsAmiss(probe.app)
  if (lost.length + open.length > 0) return 'walls'
  return (await onDisk(probe)) ? null : 'disk'
}

/** Null: the database is slow, and nothing is known anew. */
type Seen = { because: Unready | null } | null

const seen = (probe: Probe, requests: Serving): Promise<Seen> =>
  look(probe).then(
    (because) => ({ because }),
    (error: unknown) => {
      const { code, message } = error as { code?: string; message?: string }
      if (code === tooManyConnections) return { because: requests.totalCount > 0 ? null : 'unreachable' }
      return code === '57014' || /timeout/.test(message ?? '') ? null : { because: 'unreachable' }
    }
  )

/**
 * Whether requests can be served: null, or why not. One look at a time, at most once in a second; while a slow one lasts, what
 * the last one saw holds, for as long as a database may be slow without being lost.
 */
export const readinessOf = (
  { probe, app }: { probe: Probe; app: Serving },
  now: () => number = Date.now
): (() => Promise<Unready | null>) => {
  let last: { at: number; because: Unready | null } | null = null
  let looking: Promise<unknown> | null = null
  return async () => {
    if (looking === null && (last === null || now() - last.at > freshMs))
      looking = seen(probe, app)
        .then((one) => one && (last = { at: now(), ...one }))
        .finally(() => (looking = null))
    await (last === null ? looking : Promise.race([looking, sleep(freshMs, null, { ref: false })]))
    return last !== null && now() - last.at < lostAfterMs ? last.because : 'unreachable'
  }
}
