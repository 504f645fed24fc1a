import { createHmac, randomBytes, randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'drizzle-orm'
import { columnIds, type PersonYear } from '../../../figures/person/person.ts'
import type { Tx } from '../../db/context.ts'
import type { Keys } from '../../keys.ts'

/** Who a row is of: 32 hexadecimal digits, which only the key of the server leads to from a case. */
export type RecordKey = string

const length = 16
export const recordKey = (keys: Keys, caseId: string): RecordKey =>
  createHmac('sha256', keys.derive('figures:person'))
    .update(caseId)
    .digest('hex')
    .slice(0, 2 * length)
/** Of somebody whose case was erased: nobody finds the row any more, and it is still counted. */
export const anyKey = (): RecordKey => randomBytes(length).toString('hex')

/**
 * What the cells add up, kept in a column of its own. It is drawn when somebody is first counted and goes with the row: nothing leads
 * from the case to it, so that it may stay when the case is erased.
 */
const anySumKey = (): number => randomInt(2 ** 32)

/** What is held of one person's year, and from when on it may change: no version begins before the one that it follows. */
export type Held = { rkey: RecordKey; key: number; year: number; since: string; now: PersonYear | null }

const columns = sql.raw(columnIds.join(', '))

type Stored = Record<string, unknown> & { year: number; entry: PersonYear['entry'] }

const fromStored = (row: Stored | null): PersonYear | null =>
  row && {
    year: row.year,
    entry: row.entry,
    codes: Object.fromEntries(columnIds.map((id) => [id, row[id]])) as PersonYear['codes']
  }

/** In the order of the alphabet, an instant of this form is in the order of time. */
export const instantFormat = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'

export const heldOf = async (tx: Tx, of: readonly RecordKey[]): Promise<Held[]> => {
  const { rows } = await tx.execute<Omit<Held, 'now' | 'key'> & { key: string; now: Stored | null }>(sql`
    select encode(p.rkey, 'hex') as rkey, min(p.key)::text as key, p.year,
      to_char(max(case when p.known_until = 'infinity' then p.known_from else p.known_until end) at time zone 'UTC',
        ${instantFormat}) as since,
      (jsonb_agg(to_jsonb(p)) filter (where p.known_until = 'infinity')) -> 0 as now
    from stat.person p
    where p.rkey in (select decode(one, 'hex') from jsonb_array_elements_text(${JSON.stringify(of)}::jsonb) one)
    group by p.rkey, p.year`)
  return rows.map((row) => ({ ...row, key: Number(row.key), now: fromStored(row.now) }))
}

/** Ends what was held of a year, as if it had never been where it began at that same moment. */
const end = async (tx: Tx, { rkey, year }: Pick<Held, 'rkey' | 'year'>, at: string) => {
  await tx.execute(sql`delete from stat.person
    where rkey = decode(${rkey}, 'hex') and year = ${year} and known_until = 'infinity' and known_from >= ${at}::timestamptz`)
  await tx.execute(sql`update stat.person set known_until = ${at}::timestamptz
    where rkey = decode(${rkey}, 'hex') and year = ${year} and known_until = 'infinity'`)
}

type Keyed = { rkey: RecordKey; key: number }

const begin = async (tx: Tx, { rkey, key }: Keyed, { year, entry, codes }: PersonYear, at: string) =>
  tx.execute(sql`insert into stat.person (rkey, key, year, entry, known_from, ${columns})
    select decode(${rkey}, 'hex'), ${key}, ${year}, ${entry}, ${at}::timestamptz, ${columns}
    from jsonb_populate_record(null::stat.person, ${JSON.stringify(codes)}::jsonb)`)

/** A year of a person before and after; null where it is not counted. */
export type Move = { key: number; before: PersonYear | null; after: PersonYear | null }

/** Writes what is known from then on, and returns what moved: nothing where all is as it was. */
export const keepRows = async (
  tx: Tx,
  { rkey, held, at }: { rkey: RecordKey; held: readonly Held[]; at: string },
  rows: readonly PersonYear[]
): Promise<Move[]> => {
  const years = new Set([...held, ...rows].map(({ year }) => year))
  const key = held[0]?.key ?? anySumKey()
  const moves: Move[] = []
  for (const year of years) {
    const known = held.find((one) => one.year === year)
    const [before, after] = [known?.now ?? null, rows.find((one) => one.year === year) ?? null]
    if (isDeepStrictEqual(before, after)) continue
    const from = known && known.since > at ? known.since : at
    if (before) await end(tx, { rkey, year }, from)
    if (after) await begin(tx, { rkey, key }, after, from)
    moves.push({ key, before, after })
  }
  return moves
}

/** Every version of a person under another record key, by which no case is found. What it adds to the keys of its cells stays. */
export const rename = (tx: Tx, from: RecordKey, to: RecordKey) =>
  tx.execute(
    sql`update stat.person set rkey = decode(${to}, 'hex'), erased = true where rkey = decode(${from}, 'hex')`
  )
