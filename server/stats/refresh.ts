import { inArray, sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { drizzleOn, type Tx } from '../db/context.ts'
import { figures } from '../db/schema.ts'
import { countFailures } from './failures.ts'
import { countStandings, countTerritories, measureDurations } from './figures.ts'
import { release, type Published } from './release.ts'

export const tableNames = ['flow', 'territories', 'months'] as const satisfies readonly (keyof Published)[]
export type TableName = (typeof tableNames)[number]

/** The releases of one table, the newest year first. */
export type Body<N extends TableName> = { releases: Published[N][] }

const readPublished = async (tx: Tx): Promise<Map<number, Published>> => {
  const rows = await tx
    .select()
    .from(figures)
    .where(inArray(figures.name, [...tableNames]))
  const releasesOf = <N extends TableName>(name: N) =>
    (rows.find((row) => row.name === name)?.body as Body<N> | undefined)?.releases ?? []
  const [territories, months] = [releasesOf('territories'), releasesOf('months')]
  return new Map(
    releasesOf('flow').flatMap((flow) => {
      const [map, own] = [territories, months].map((all) => all.find(({ year }) => year === flow.year))
      return map && own ? [[flow.year, { flow, territories: map, months: own } as Published]] : []
    })
  )
}

const compute = async (tx: Tx, at: Date): Promise<Published[]> => {
  const before = await readPublished(tx)
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

/**
 * Computes every figure and keeps it ready to be read, small counts hidden. All tables come from one snapshot, so that
 * they agree. Where another process already does it, there is nothing to do.
 */
export const refreshFigures = (stats: Pool, at: Date): Promise<void> =>
  drizzleOn(stats).transaction(
    async (tx) => {
      const { rows } = await tx.execute<{ mine: boolean }>(
        sql`select pg_try_advisory_xact_lock(hashtext('mnio.figures')) as mine`
      )
      if (!rows[0]!.mine) return
      const published = await compute(tx, at)
      const written = tableNames.map((name) => ({
        name,
        asOf: at,
        body: { releases: published.map((one) => one[name]) }
      }))
      await tx
        .insert(figures)
        .values(written)
        .onConflictDoUpdate({
          target: figures.name,
          set: { asOf: sql`excluded.as_of`, body: sql`excluded.body` }
        })
    },
    { isolationLevel: 'repeatable read' }
  )
