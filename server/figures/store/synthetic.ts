import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { columnIds, columns, type ColumnId } from '../../../figures/person/person.ts'
import { never } from '../../../figures/person/impossible.ts'
import { zoneFor } from '../../../figures/person/zones.ts'
import type { Tx } from '../../db/context.ts'
import { moveCells } from './cells.ts'
import { heldOf, keepRows } from './rows.ts'
import { settled } from './settled.ts'

const few = 2.5

/** One of the words, the first ones more often than the last; nobody in particular. */
const drawn = (ids: readonly string[]) => {
  const list = ids.map((id) => `'${id}'`).join(', ')
  return `(array[${list}])[1 + floor(power(random(), ${few}) * ${ids.length})::int]`
}

const countriesOf = Map.groupBy(Object.keys(columns.citizenship.words), (code) => zoneFor(code, undefined))

/** A country of the zone that was drawn, or none. */
const country = `case z.zone ${Object.keys(columns.zone.words)
  .map((zone) => `when '${zone}' then ${drawn([...(countriesOf.get(zone) ?? []), 'unknown'])}`)
  .join(' ')} end`

/** Who flagged: of each département one of so many, the first more often than the last; nobody where there are none. */
const registrarOf = (perTerritory: number) =>
  perTerritory === 0
    ? 'null'
    : `md5(d.territory || ' ' || floor(power(random(), ${few}) * ${perTerritory}))::uuid::text`

const valueOf = (id: ColumnId): string => {
  if (id === 'zone') return 'z.zone'
  if (id === 'citizenship') return country
  const column = columns[id]
  if (column.kind === 'id') return 'null'
  const ids = Object.keys(column.words).filter((word) => !never.includes(`${id}=${word}`))
  if (column.kind === 'code') return drawn(ids)
  // One person in five has two, if neither says that there is none.
  return `(select coalesce(array_agg(distinct word) filter (where word <> '${column.empty}'), array['${column.empty}'])
    from (select ${drawn(ids)} as word union all select ${drawn(ids)} where random() < 0.2 and p.n > 0) w)`
}

/**
 * Persons drawn by chance, straight into the store of a database that holds none: to measure it, and for nothing else. Each is known
 * from the first day of its quarter on. Under one `seed` (from -1 to 1) they are the same each time.
 */
export const drawPersons = async (
  owner: Pool,
  persons: number,
  year: number,
  { registrars = 0, seed = 0.5 }: { registrars?: number; seed?: number } = {}
): Promise<void> => {
  const { rows } = await owner.query<{ held: boolean }>(
    'select exists (select from "case") or exists (select from stat.person) as held'
  )
  if (rows[0]!.held) throw new Error('This database holds persons: draw others into an empty one')
  const client = await owner.connect()
  try {
    await client.query('select setseed($1)', [seed])
    await client.query(
      `insert into stat.person (rkey, key, year, known_from, entry, ${columnIds.join(', ')})
     select decode(md5(d.n::text), 'hex'), floor(random() * 4294967296), $2::int,
       make_timestamptz($2::int, (right(d.quarter, 1)::int - 1) * 3 + 1, 1, 0, 0, 0, 'Europe/Paris'), 'flagged', ${columnIds.map((id) => (id === 'registrar' ? registrarOf(registrars) : (settled[id] ?? `d.${id}`))).join(', ')}
     from (select p.n, ${columnIds.map((id) => `${valueOf(id)} as ${id}`).join(', ')}
       from generate_series(1, $1::int) p (n), lateral (select ${drawn(Object.keys(columns.zone.words))} as zone where p.n > 0) z offset 0) d`,
      [persons, year]
    )
  } finally {
    client.release()
  }
}

/** One of them stands elsewhere, as after an act. */
export const moveOne = async (tx: Tx, year: number, at: Date): Promise<void> => {
  const { rows } = await tx.execute<{ rkey: string }>(
    sql`select encode(rkey, 'hex') as rkey from stat.person where year = ${year} limit 1`
  )
  const { rkey } = rows[0]!
  const held = await heldOf(tx, [rkey])
  const now = held[0]!.now!
  const after = {
    ...now,
    codes: { ...now.codes, complaint: 'filed', compensation: 'claimed', sex: 'female' }
  }
  await moveCells(tx, await keepRows(tx, { rkey, held, at: at.toISOString() }, [after]))
}
