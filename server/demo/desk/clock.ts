import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import type { Gate } from '../../acts/command-validation.ts'
import type { Database } from '../../db/client.ts'
import { inContext, wallClock } from '../../db/context.ts'
import { fireDue } from '../../firing/fire.ts'
import { heldUntil } from '../../firing/taking.ts'

/** How far a visitor may go at once, in PostgreSQL's words. */
export const strides = {
  day: '1 day',
  week: '8 days',
  month: '1 month',
  season: '6 months'
} as const
export type Stride = keyof typeof strides

/** Where a journey leads, how many clocks have fired on the way, and whether it has arrived. */
export type Journey = { until: Date; fired: number; over: boolean }

export type DemoClock = {
  /** What time it is in the demonstration, for pages; as of the last look at the database. */
  now: () => Date
  /** The last one. */
  journey: () => Readonly<Journey> | null
  /** Starts a journey and returns at once; one that is under way goes on instead. */
  go: (stride: Stride) => void
  close: () => Promise<unknown>
}

type Deps = { db: Pick<Database, 'worker' | 'app'>; gate: Gate; log: FastifyBaseLogger }

const system = { orgId: null, personId: null, role: 'system' } as const

const aheadMs = async ({ worker }: Deps['db']) => (await wallClock(worker)).getTime() - Date.now()

const stand = ({ worker }: Deps['db'], at: Date) => worker.query('select let_time_pass($1)', [at])

const later = async ({ worker }: Deps['db'], stride: Stride): Promise<Date> => {
  const { rows } = await worker.query<{ until: Date }>('select wall_clock() + $1::interval as until', [
    strides[stride]
  ])
  return rows[0]!.until
}

const nextClock = (db: Deps['db'], until: Date): Promise<Date | null> =>
  inContext(db.app, system, async (tx, at) => {
    const { rows } = await tx.execute<{ next: string | null }>(sql`select min(next_at) as next from deadline
      where state = 'running' and next_at > ${at} and next_at <= ${until}`)
    return rows[0]?.next ? new Date(rows[0].next) : null
  })

/**
 * The clock of the demonstration: weeks pass when a visitor asks, so that reminders, warnings and lapses can be seen. It
 * stops at each clock on its way and lets it fire at its own hour, as it would have. Sign-in keeps the real time.
 */
export const openDemoClock = async (deps: Deps): Promise<DemoClock> => {
  const { db, gate, log } = deps
  let ahead = await aheadMs(db)
  let journey: Journey | null = null
  let over: Promise<unknown> = Promise.resolve()
  let closing = false
  const onFault = (error: unknown) => log.error({ err: error }, 'a deadline could not be fired')

  // What the worker has taken meanwhile fires at this hour too: time waits for it a little.
  const fireAll = async (leg: Journey) => {
    for (let turn = 0; turn < 50 && !closing; turn++) {
      leg.fired += await fireDue(gate, onFault)
      if (!(await heldUntil(gate))) return
      await sleep(100)
    }
  }
  const travel = async (leg: Journey, stride: Stride) => {
    leg.until = await later(db, stride)
    for (let at = await nextClock(db, leg.until); at && !closing; at = await nextClock(db, leg.until)) {
      await stand(db, at)
      await fireAll(leg)
    }
    if (closing) return
    await stand(db, leg.until)
  }
  const go = (stride: Stride) => {
    if (journey?.over === false) return
    // Taken before anything is awaited: two visitors at once are one journey.
    const leg = { until: new Date(Date.now() + ahead), fired: 0, over: false }
    journey = leg
    over = travel(leg, stride)
      .catch((error: unknown) => log.error({ err: error }, 'the demonstration clock stopped'))
      .finally(async () => {
        ahead = await aheadMs(db).catch(() => ahead)
        leg.over = true
      })
  }
  return {
    now: () => new Date(Date.now() + ahead),
    journey: () => journey,
    go,
    close: () => {
      closing = true
      return over
    }
  }
}
