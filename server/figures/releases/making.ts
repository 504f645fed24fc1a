import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { bedsTable, releasedBeds, type Beds } from '../../../figures/beds/beds.ts'
import { released } from '../../../figures/mask/mask.ts'
import { deviationsOf, type Deviations, type Noise } from '../../../figures/noise/deviations.ts'
import type { Contribution, Earlier, Gate, Judgement, SentOut, Shown } from '../../../figures/release/gate.ts'
import { audiences, type Audience, type Failure } from '../../../figures/release/rules.ts'
import type { CountedTable, ReleasedTable } from '../../../figures/table/counted.ts'
import { drizzleOn, type Tx } from '../../db/context.ts'
import { releaseReports, releases, releaseTables } from '../../db/schema/schema.ts'
import { yearOf } from '../quarters.ts'
import { untilCounted } from '../store/count.ts'
import { countedTables } from '../store/tables.ts'
import type { Keys } from '../../keys.ts'
import { createLog, type Log } from '../../log.ts'
import { Late } from '../gate/run.ts'
import { attackApart } from './attacking.ts'
import { bedsOf, contributionsOf, panelOf } from './beside.ts'
import { noiseOf } from './noise.ts'
import { sentOf } from './sent.ts'
import type { ReleaseReport } from './store.ts'
import type { Step } from './words.ts'

const audienceIds = Object.keys(audiences) as Audience[]
const forEach = <T>(make: (audience: Audience) => T) =>
  Object.fromEntries(audienceIds.map((audience) => [audience, make(audience)])) as Record<Audience, T>

const protect = (counted: readonly CountedTable[], deviations: Deviations): Shown =>
  forEach((audience) =>
    counted.map((table) => released(table, { deviations, threshold: audiences[audience] }))
  )

type Made = {
  asOf: number
  year: number
  noise: Noise
  counted: CountedTable[]
  contributors: Contribution[]
  panel: number | null
  beds: { at: Date; pools: Beds[] }
  tables: Shown
  before: readonly Earlier[]
  sent: SentOut[]
}

/** Beside the tables of persons, and no part of what is attacked: places are another population. */
const bedsFor = ({ beds, noise }: Made, audience: Audience): ReleasedTable =>
  releasedBeds(beds.pools, { deviations: deviationsOf(noise), threshold: audiences[audience] })

/** How much of a release can be read: of all cells that hold anybody, and of those of twenty persons or more. */
const shownOf = (tables: Shown, counted: readonly CountedTable[]): ReleaseReport['shown'] =>
  audienceIds.map((audience) => {
    const of = { cells: 0, of: 0, large: 0, largeShown: 0 }
    counted.forEach(({ counts }, at) =>
      counts.forEach((count, cell) => {
        const isShown = tables[audience][at]!.shown[cell] !== null
        if (count > 0) of.of += 1
        if (count > 0 && isShown) of.cells += 1
        if (count >= 20) of.large += 1
        if (count >= 20 && isShown) of.largeShown += 1
      })
    )
    const share20 = of.large === 0 ? 1 : of.largeShown / of.large
    return { audience, cells: of.cells, of: of.of, share20: Math.round(share20 * 1000) / 1000 }
  })

/** What has been read of the year: what is out, and what was given up after those who prepare releases could read it. */
const shownBefore = async (tx: Tx, year: number): Promise<Earlier[]> => {
  const rows = await tx
    .select({
      number: releases.number,
      asOf: releases.asOf,
      publishedAt: releases.publishedAt,
      report: releaseReports.report,
      audience: releaseTables.audience,
      table: releaseTables
    })
    .from(releaseTables)
    .innerJoin(releases, eq(releases.number, releaseTables.release))
    .innerJoin(releaseReports, eq(releaseReports.release, releaseTables.release))
    .where(
      and(
        inArray(releases.state, ['published', 'dropped']),
        ne(releaseTables.id, bedsTable.id),
        sql`left(${releases.quarter}, 4) = ${`${year}`}`
      )
    )
    .orderBy(asc(releases.asOf), asc(releases.number), asc(releaseTables.id))
  return [...Map.groupBy(rows, ({ number }) => number).values()].map((those) => ({
    asOf: those[0]!.asOf.getTime(),
    ...(those[0]!.publishedAt && { outSince: those[0]!.publishedAt.getTime() }),
    tables: forEach((audience) => those.flatMap((row) => (row.audience === audience ? [row.table] : []))),
    beside: (those[0]!.report as ReleaseReport).beside
  }))
}

/** Where persons are counted, and the keys by which the noise of places is drawn. */
type Store = { stats: Pool; keys: Keys }
/** What is released: of which quarter, as of when, and without which tables. */
export type Counting = { quarter: string; asOf: Date; leftOut: readonly string[] }

/**
 * All of a release comes from one look at the store: counted, with its noise and its mask, before any attack. What is left out is not made
 * at all. `earlier`: of the year, where none is kept.
 */
export const countRelease = (
  { stats, keys }: Store,
  row: Counting,
  earlier?: readonly Earlier[]
): Promise<Made> =>
  drizzleOn(stats).transaction(
    async (tx) => {
      const year = yearOf(row.quarter)
      const isIn = ({ id }: CountedTable) => !row.leftOut.includes(id)
      const counted = (await countedTables(tx, year, { asOf: row.asOf })).filter(isIn)
      const panel = await panelOf(tx, year, row.asOf)
      const beds = await bedsOf(tx, keys)
      const before = earlier ?? (await shownBefore(tx, year))
      const contributors = await contributionsOf(tx, year, {
        asOf: row.asOf,
        before: before.map((one) => new Date(one.asOf))
      })
      const noise = await noiseOf(tx, year)
      const sent = await sentOf(tx, year, { asOf: row.asOf, before, noise })
      const tables = protect(counted, deviationsOf(noise))
      const asOf = row.asOf.getTime()
      return { asOf, year, noise, counted, contributors, panel, beds, tables, before, sent }
    },
    { isolationLevel: 'repeatable read' }
  )

type Ended = { number: number; made: Made; judgement: Judgement; seconds: number }

const write = (stats: Pool, { number, made, judgement, seconds }: Ended) =>
  drizzleOn(stats).transaction(async (tx) => {
    const { attacks, failed, tables, masked, beside } = judgement
    const held = await tx
      .select({ state: releases.state })
      .from(releases)
      .where(eq(releases.number, number))
      .for('update')
    // Given up meanwhile, or made by another worker.
    if (held[0]?.state !== 'asked') return
    for (const audience of audienceIds) {
      const of = { release: number, audience }
      for (const { id, dimensions, shown } of [...tables[audience], bedsFor(made, audience)])
        await tx.insert(releaseTables).values({ ...of, id, dimensions: [...dimensions], shown: [...shown] })
    }
    const report: ReleaseReport = {
      sent: made.sent.length,
      ...{ seconds, attacks: [...attacks], failed: [...failed], masked: [...masked] },
      beside,
      shown: shownOf(tables, made.counted)
    }
    const state = attacks.every(({ passed }) => passed) ? 'ready' : 'refused'
    const { deviation, variance } = made.noise
    const method = { maximumDeviation: deviation, variance }
    await tx.insert(releaseReports).values({ release: number, report })
    await tx
      .update(releases)
      .set({ state, method, panel: made.panel, placesAt: made.beds.at, done: 100, step: null })
      .where(eq(releases.number, number))
  })

const fail = (stats: Pool, number: number, failure: Failure) =>
  drizzleOn(stats)
    .update(releases)
    .set({ state: 'failed', step: null, failure })
    .where(and(eq(releases.number, number), eq(releases.state, 'asked')))

/**
 * Counts, protects and attacks a release that was asked for: then it waits for a second person, or is refused. Cut off, it is
 * begun again; nothing of it can be read before all is written.
 */
export const makeRelease = async (
  { stats, keys }: Store,
  { number }: { number: number },
  attack: Gate = attackApart,
  log: Log = createLog('silent')
): Promise<void> => {
  const began = performance.now()
  const says = (step: Step, done: number) =>
    drizzleOn(stats)
      .update(releases)
      .set({ step, done })
      .where(and(eq(releases.number, number), eq(releases.state, 'asked')))
  const [row] = await drizzleOn(stats)
    .select({ quarter: releases.quarter, asOf: releases.asOf, leftOut: releases.leftOut })
    .from(releases)
    .where(and(eq(releases.number, number), eq(releases.state, 'asked')))
  if (!row) return
  await says('counting', 2)
  // Several acts of a case that wait together are one version: none may wait across the moment that is counted.
  await untilCounted(stats)
  const made = await countRelease({ stats, keys }, row)
  await says('attacking', 10)
  const onProgress = (share: number) =>
    void says('attacking', 10 + Math.floor(85 * share)).catch(() => undefined)
  const judgement = await attack(made, onProgress).catch((error: unknown): Failure => {
    if (error instanceof Late) return 'late'
    log.error({ release: number, err: error }, 'the gate broke off')
    return 'broken'
  })
  // Nobody waits for it any more, and it may be asked for again.
  if (typeof judgement === 'string') return void (await fail(stats, number, judgement))
  await says('writing', 97)
  const seconds = Math.round((performance.now() - began) / 1000)
  await write(stats, { number, made, judgement, seconds })
}
