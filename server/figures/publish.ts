import { desc, sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { drizzleOn, type Tx } from '../db/context.ts'
import { figureReleases } from '../db/schema/schema.ts'
import { countFailures } from './failures.ts'
import { countStandings, countTerritories, measureDurations } from './figures.ts'
import { endOf, lastEnded, next, type Quarter } from './quarters.ts'
import { release, type Published } from './release.ts'

export type TableName = keyof Published

/** One table of a release, the newest year first. */
export type Body<N extends TableName> = { releases: Published[N][] }

type Row = typeof figureReleases.$inferSelect

const readPublished = (last: Row | undefined): Map<number, Published> => {
  if (!last) return new Map()
  const years = <N extends TableName>(name: N) => (last[name] as Body<N>).releases
  const of = <R extends { year: number }>(all: R[], year: number) => all.find((one) => one.year === year)!
  const [territories, months] = [years('territories'), years('months')]
  return new Map(
    years('flow').map((flow) => {
      const { year } = flow
      return [year, { flow, territories: of(territories, year), months: of(months, year) }]
    })
  )
}

const compute = async (tx: Tx, at: Date, before: Map<number, Published>): Promise<Published[]> => {
  const since = [...before.values()].map(({ flow: { year, asOf } }) => ({ year, asOf }))
  const standings = await countStandings(tx, at, since)
  const months = await countTerritories(tx, at)
  const durations = await measureDurations(tx, at)
  const failures = await countFailures(tx, at)
  const years = [...new Set(standings.map(({ year }) => year))].sort((a, b) => b - a)
  return years.flatMap((year) => {
    const mine = <T extends { year: number }>(rows: readonly T[]) => rows.filter((row) => row.year === year)
    const counts = {
      year,
      standings: mine(standings),
      months: mine(months),
      durations: mine(durations)[0],
      failures: mine(failures)
    }
    return release(counts, at, before.get(year)) ?? []
  })
}

const anyoneBy = async (tx: Tx, at: Date) =>
  (await tx.execute(sql`select from "case" where opened_at <= ${at.toISOString()}::timestamptz limit 1`))
    .rowCount! > 0

/** The quarter that is due at this moment: after the last release the one that follows it, before any the last that is over. */
const dueAt = (at: Date, last: Row | undefined): Quarter | null => {
  const quarter = last ? next(last.quarter) : lastEnded(at)
  return endOf(quarter) < at ? quarter : null
}

const publishOne = async (tx: Tx, at: Date): Promise<boolean> => {
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext(${figuresLock})) as mine`
  )
  if (!rows[0]!.mine) return false
  const [last] = await tx.select().from(figureReleases).orderBy(desc(figureReleases.number)).limit(1)
  const quarter = dueAt(at, last)
  if (quarter === null || !(await anyoneBy(tx, endOf(quarter)))) return false
  const asOf = endOf(quarter)
  const published = await compute(tx, asOf, readPublished(last))
  const body = <N extends TableName>(name: N): Body<N> => ({ releases: published.map((one) => one[name]) })
  await tx.insert(figureReleases).values({
    ...{ number: (last?.number ?? 0) + 1, quarter, asOf, madeAt: at },
    ...{ flow: body('flow'), territories: body('territories'), months: body('months') }
  })
  return true
}

/** Who holds it keeps others from making releases. */
export const figuresLock = 'mnio.figures'

// Another worker made it between this one's first look and its last word.
const madeMeanwhile = (error: unknown) =>
  ['23505', '40001'].includes(((error as Error).cause as { code?: string } | undefined)?.code ?? '')

/**
 * Makes the release of each quarter that is over and has none, and nothing in between: figures that moved with each case
 * could be subtracted from one another. Small counts are hidden; all tables of a release come from one snapshot, and
 * tell what was so when its quarter ended, however late it is made.
 */
export const publishDue = async (stats: Pool, at: Date): Promise<void> => {
  const one = () =>
    drizzleOn(stats)
      .transaction((tx) => publishOne(tx, at), { isolationLevel: 'repeatable read' })
      .catch((error: unknown) => {
        if (madeMeanwhile(error)) return false
        throw error
      })
  while (await one());
}
