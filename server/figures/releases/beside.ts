import { createHmac } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import type { Beds } from '../../../figures/beds/beds.ts'
import type { Contribution } from '../../../figures/release/gate.ts'
import { heldIn } from '../../../figures/gate/names.ts'
import type { Tx } from '../../db/context.ts'
import type { Keys } from '../../keys.ts'
import { momentOf } from '../store/recount.ts'
import { instantFormat } from '../store/rows.ts'
import { countedTables } from '../store/tables.ts'
import { beginningOf } from './sent.ts'

// What is counted for a release beside its tables: what those who flagged most could subtract, how many associations flagged, and places.

/** Those who flagged most know most of what is counted. */
const asContributors = 3

type Registrar = { id: string; place: string | null; along: string | null }

const mostIn = (place: 'territory' | 'found') =>
  sql.raw(`select distinct on (${place}) id, ${place} as place, '${place}=' || ${place} as along
    from (select id, ${place}, sum(n) as n from own group by id, ${place}) here order by ${place}, n desc, id`)

/**
 * Who flagged most in the country; and of each département, where persons were flagged and where they were found, of which most often
 * one association knows nearly everybody. Only of those flagged in the year, as the tables that it subtracts from.
 */
const registrarsOf = async (tx: Tx, held: SQL): Promise<Registrar[]> => {
  const { rows } = await tx.execute<Registrar>(sql`
    with own as (select registrar as id, territory, found, count(*) as n from stat.person p
      where registrar is not null and entry = 'flagged' and ${held} group by registrar, territory, found)
    (select id, null as place, null as along from own group by id order by sum(n) desc, id limit ${asContributors})
    union all (${mostIn('territory')}) union all (${mostIn('found')})`)
  return rows
}

/** `before`: as of when the releases of the year before it counted; what was somebody's own before the store began it does not know. */
export const contributionsOf = async (
  tx: Tx,
  year: number,
  { asOf, before }: { asOf: Date; before: readonly Date[] }
): Promise<Contribution[]> => {
  const registrars = await registrarsOf(tx, momentOf({ year, at: asOf.toISOString() }))
  const held = new Map<string, Pick<Contribution, 'own' | 'before'>>()
  const since = await beginningOf(tx)
  const ownAt = async (registrar: string, at: Date) =>
    heldIn(await countedTables(tx, year, { asOf: at, registrar }))
  for (const { id } of registrars) {
    if (held.has(id)) continue
    const then: Contribution['before'][number][] = []
    for (const at of before) then.push(at < since ? null : await ownAt(id, at))
    held.set(id, { own: await ownAt(id, asOf), before: then })
  }
  const named = Map.groupBy(registrars, ({ id, place }) => (place === null ? id : `${id}, ${place}`))
  return [...named].map(([name, those]) => {
    const along = those.flatMap((one) => one.along ?? [])
    return { name, ...held.get(those[0]!.id)!, ...(along.length > 0 && { along }) }
  })
}

/** Of fewer associations than these it is not told how many flagged. */
const fewestInPanel = 3

/** How many associations flagged somebody, told beside what they counted; of one or two nothing is told. */
export const panelOf = async (tx: Tx, year: number, asOf: Date): Promise<number | null> => {
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(distinct registrar)::int as n from stat.person p
    where entry = 'flagged' and registrar_role = 'asso' and ${momentOf({ year, at: asOf.toISOString() })}`)
  const { n } = rows[0]!
  return n < fewestInPanel ? null : n
}

/** What decides the noise of a pool. The digest of who lives there can be tried by whoever guesses them all; with the key of the server it cannot. */
const poolKey = (keys: Keys, pool: string, digest: string): number =>
  createHmac('sha256', keys.derive('figures:places')).update(`${pool} ${digest}`).digest().readUInt32BE()

/** The places of each pool as they stand now, and when that is: what an inventory was on another day is kept nowhere. */
export const bedsOf = async (tx: Tx, keys: Keys): Promise<{ at: Date; pools: Beds[] }> => {
  const { rows } = await tx.execute<Omit<Beds, 'key'> & { key: string }>(sql`select * from stat.beds()`)
  const clock = await tx.execute<{ at: string }>(
    sql`select to_char(wall_clock() at time zone 'UTC', ${instantFormat}) as at`
  )
  return {
    at: new Date(clock.rows[0]!.at),
    pools: rows.map(({ key, ...row }) => ({ ...row, key: poolKey(keys, row.pool, key) }))
  }
}
