import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import type { Life } from '../../../figures/person/life.ts'
import { codePerson } from '../../../figures/person/person.ts'
import { drizzleOn, type Tx } from '../../db/context.ts'
import type { Keys } from '../../keys.ts'
import { moveCells } from './cells.ts'
import { recountCells } from './recount.ts'
import { anyKey, heldOf, instantFormat, keepRows, recordKey, rename, type Move } from './rows.ts'

type Told = { caseId: string; life: Life; merged: boolean; erased: boolean; movedAt: string }

const livesOf = async (tx: Tx, caseIds: readonly string[]): Promise<Told[]> => {
  const { rows } = await tx.execute<Told>(sql`
    select case_id as "caseId", life, merged, erased, to_char(moved_at at time zone 'UTC', ${instantFormat}) as "movedAt"
    from stat.life_of(array(select one::uuid from jsonb_array_elements_text(${JSON.stringify(caseIds)}::jsonb) one))`)
  return rows
}

/** One counts at a time: what is read of a case is then never older than what was written of it. */
const alone = (pool: Pool, work: (tx: Tx) => Promise<void>): Promise<void> =>
  drizzleOn(pool).transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('figures:count'))`)
    await work(tx)
  })

const countThese = async (tx: Tx, keys: Keys, caseIds: readonly string[]) => {
  const lives = await livesOf(tx, caseIds)
  const keyed = lives.map((one) => ({ ...one, rkey: recordKey(keys, one.caseId) }))
  const held = Map.groupBy(
    await heldOf(
      tx,
      keyed.map(({ rkey }) => rkey)
    ),
    ({ rkey }) => rkey
  )
  const moves: Move[] = []
  for (const { rkey, life, merged, erased, movedAt } of keyed) {
    const known = held.get(rkey) ?? []
    if (erased) await rename(tx, rkey, anyKey())
    // Whoever was merged into another case is counted there, and whoever was flagged in error is nobody of whom figures tell.
    else {
      const nobody = merged || life.regions.closure === 'closed_in_error'
      moves.push(...(await keepRows(tx, { rkey, held: known, at: movedAt }, nobody ? [] : codePerson(life))))
    }
  }
  await moveCells(tx, moves)
}

/** Counts a person again from the case. Counted twice, nothing changes. */
export const countCase = (stats: Pool, keys: Keys, { caseId }: { caseId: string }): Promise<void> =>
  alone(stats, (tx) => countThese(tx, keys, [caseId]))

const together = 200
const casesAfter = async (stats: Pool, after: string): Promise<string[]> => {
  const { rows } = await drizzleOn(stats).execute<{ id: string }>(
    sql`select case_id as id from stat.cases_after(${after}::uuid, ${together})`
  )
  return rows.map(({ id }) => id)
}
const first = '00000000-0000-0000-0000-000000000000'

/** A store that holds nobody knows how cases stand, and no more how they stood. */
const beginAgain = async (tx: Tx) => {
  // The role that counts is given no other clock.
  // eslint-disable-next-line no-restricted-syntax
  await tx.execute(sql`update stat.beginning set at = now() where not exists (select from stat.person)`)
}

/**
 * Counts everybody from the cases and every cell from the rows. What was known before stays as it was known then, and those whose
 * case was erased stay under the keys that they were given. Returns how many cases it read, and how many cells were wrong.
 */
export const rebuild = async (
  stats: Pool,
  keys: Keys,
  onProgress: (cases: number) => void = () => undefined
): Promise<{ cases: number; wrong: number }> => {
  await alone(stats, beginAgain)
  let cases = 0
  for (let after: string | undefined = first; after !== undefined;) {
    const ids = await casesAfter(stats, after)
    await alone(stats, (tx) => countThese(tx, keys, ids))
    cases += ids.length
    onProgress(cases)
    after = ids.at(-1)
  }
  let wrong = 0
  await alone(stats, async (tx) => {
    wrong = await recountCells(tx)
  })
  return { cases, wrong }
}

const patience = { turns: 600, ms: 500 }

/** Until all that was done is counted. @throws where five minutes do not suffice */
export const untilCounted = async (stats: Pool): Promise<void> => {
  for (let turn = 0; turn < patience.turns; turn += 1) {
    if ((await drizzleOn(stats).transaction(lagOf)).cases === 0) return
    await sleep(patience.ms)
  }
  throw new Error('what was done is not counted yet')
}

/** Of which of these years anybody is counted. */
export const countedOf = async (tx: Tx, [before, year]: [number, number]): Promise<number[]> => {
  const { rows } = await tx.execute<{ year: number }>(
    sql`select one.year from (values (${before}::int), (${year}::int)) one(year)
      where exists (select from stat.person p where p.year = one.year and p.known_until = 'infinity')`
  )
  return rows.map((row) => row.year)
}

/** What was done and is not counted yet: how many cases, and since when the oldest of them waits. */
export const lagOf = async (tx: Tx): Promise<{ cases: number; since: Date | null }> => {
  const { rows } = await tx.execute<{ cases: number; since: string | null }>(
    sql`select count(*)::int as cases, to_char(min(at) at time zone 'UTC', ${instantFormat}) as since from outbox where kind = 'count'`
  )
  const { cases, since } = rows[0]!
  return { cases, since: since === null ? null : new Date(since) }
}
