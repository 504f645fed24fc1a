import { setTimeout as sleep } from 'node:timers/promises'
import type { Asked } from '../../../figures/release/rules.ts'
import type { Actor } from '../../../policies/actor.ts'
import type { Gate } from '../../acts/command-validation.ts'
import { actorOfMembership } from '../../calls/readers.ts'
import type { Database } from '../../db/client.ts'
import { inContext, wallClock } from '../../db/context.ts'
import { lastEnded, yearOf } from '../../figures/quarters.ts'
import { askRelease, publishRelease } from '../../figures/releases/asking.ts'
import { releaseRows, type ReleaseRow } from '../../figures/releases/store.ts'
import { untilCounted } from '../../figures/store/count.ts'

const members = `select id from membership where role = 'miprof' and until is null order by id limit 2`

const twoOf = async ({ worker, app }: Pick<Database, 'worker' | 'app'>) => {
  const { rows } = await worker.query<{ id: string }>(members)
  return Promise.all(rows.map(({ id }) => actorOfMembership(app, id)))
}

/** The newest first. */
const standing = (known: readonly ReleaseRow[], { quarter, kind }: Asked) =>
  known.find((one) => one.quarter === quarter && one.kind === kind)

/** The newest release of what was asked for, once the worker has made it, or has given it up. */
const whenMade = async (
  { app }: Pick<Database, 'app'>,
  asker: Actor,
  { of, signal }: { of: Asked; signal: AbortSignal }
) => {
  for (;;) {
    const newest = standing(await inContext(app, asker, releaseRows), of)
    if (newest?.state !== 'asked' || signal.aborted) return newest
    await sleep(1000)
  }
}

// What was told in an hour had been known since the quarter of each flag.
const asIfKnown = `update stat.person set known_from = make_timestamptz(year, 1, 1, 0, 0, 0, 'Europe/Paris')
  + make_interval(months => case when entry = 'flagged' then (right(quarter, 1)::int - 1) * 3 else 0 end)
  where known_until = 'infinity'`
const asIfCounted = `update stat.beginning set at = (select min(known_from) from stat.person)
  where at > (select min(known_from) from stat.person)`

/**
 * The releases of the fictional past: the year before, whole, and the last quarter that is over. Two people, as everywhere. Where one of
 * them is refused, the other one is still asked for.
 */
export const publishPast = async (
  db: Pick<Database, 'worker' | 'stats' | 'app'>,
  gate: Gate,
  signal: AbortSignal
): Promise<void> => {
  const [asker, publisher] = await twoOf(db)
  if (!asker || !publisher) return
  await untilCounted(db.stats)
  await db.stats.query(asIfKnown)
  await db.stats.query(asIfCounted)
  const last = lastEnded(await wallClock(db.worker))
  const asked: Asked[] = [
    { quarter: `${yearOf(last) - 1}-Q4`, kind: 'final', erratum: null, leftOut: [] },
    { quarter: last, kind: 'provisional', erratum: null, leftOut: [] }
  ]
  for (const one of asked) {
    if (signal.aborted) return
    const known = await inContext(db.app, asker, releaseRows)
    const stands = standing(known, one)
    if (stands?.state === 'published') continue
    // What an earlier start had asked for is still being made, or came to nothing.
    if (!stands) await askRelease(gate, { actor: asker, key: null }, one)
    const made = await whenMade(db, asker, { of: one, signal })
    if (made?.state === 'ready') await publishRelease(gate, { actor: publisher, key: null }, made.number)
  }
}
