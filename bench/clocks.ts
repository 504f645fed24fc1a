import { openDatabase, openOwner } from '../server/db/client.ts'
import { fireDue } from '../server/firing/fire.ts'
import type { Keys } from '../server/keys.ts'
import { createLog } from '../server/log.ts'
import type { Flagged } from './acting.ts'
import type { Site } from './stage.ts'

const fortyDays = 40 * 86_400_000

// Rows that were filled in never went through the gate, and no clock of theirs can.
const ownClocksOnly = `update deadline set state = 'stopped' where state = 'running' and not (case_id = any($1::uuid[]))`

type Firing = { keys: Keys; cases: readonly Flagged[]; seconds: number }

/** Clocks that one process fires in a second, of cases whose clocks are all due: each through the gate, in its transaction. */
export const clocksASecond = async ({ url }: Site, { keys, cases, seconds }: Firing) => {
  const log = createLog('silent')
  const db = openDatabase({ url, keys, log })
  const owner = openOwner({ url, keys, log })
  try {
    await owner.query(ownClocksOnly, [cases.map(([id]) => id)])
    const at = new Date(Date.now() + fortyDays)
    let failed = 0
    const began = performance.now()
    const fired = await fireDue({ pool: db.app, keys, now: () => at }, () => void failed++, {
      signal: AbortSignal.timeout(seconds * 1000)
    })
    const took = (performance.now() - began) / 1000
    return { perSecond: Math.round(fired / took), fired, failed }
  } finally {
    await Promise.all([db.close(), owner.end()])
  }
}
