import { isDeepStrictEqual } from 'node:util'
import { sql } from 'drizzle-orm'
import type { Pool, PoolClient } from 'pg'
import { describe, expect, it } from 'vitest'
import { inContext, setCaseScope, type Context } from '../../../../server/db/context.ts'
import type { Mistake } from '../../../../verify/mutation/mistake.ts'
import type { TestWorld } from '../../../support/world.ts'

/** Who asks PostgreSQL what, past every route and every rule of the code, and in the course of an act of which case; or which process. */
export type Asked = {
  who: Context
  says: string
  within?: string
  isRefused?: boolean
  by?: 'worker' | 'stats'
}
/** A wall of PostgreSQL: whom it lets through, and who differs from them in one thing alone. */
export type Wall = { wall: string; may: Asked; others: Record<string, Asked> }

const literal = (row: object) => `'${JSON.stringify(row).replaceAll("'", "''")}'`

/** A row written with these columns and no other. */
export const adding = (table: string, row: object): string => {
  const columns = Object.keys(row).join(', ')
  return `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, ${literal(row)})`
}

/** A bond of a table: the statement that makes it anew on `alike`. */
export type Bond = { made: string }

/** What a table says of rows of which only this is known, where of all its bonds it has these alone. It is taken back. */
export const saysAlike = async (
  owner: Pool,
  of: string,
  bonds: (client: PoolClient) => Promise<Bond[]>,
  rows: readonly object[]
): Promise<string> => {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(`create table alike (like ${of})`)
    const { rows: filled } = await client.query<Bond>(
      `select format('alter table alike alter column %I drop not null', attname) as made from pg_attribute
        where attrelid = 'alike'::regclass and attnotnull and attnum > 0`
    )
    for (const { made } of [...filled, ...(await bonds(client))]) await client.query(made)
    for (const row of rows)
      await client.query(
        Object.keys(row).length === 0 ? 'insert into alike default values' : adding('alike', row)
      )
    return 'done'
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Those of the list that this file of tests must see. */
export const seenHere = (mistakes: readonly Mistake[], file: string) =>
  mistakes.filter(({ seen }) => file.endsWith(seen))

class TakenBack extends Error {}

// What may not be written is refused, as a new row or as what a row becomes; what is not shown is not there.
const refusalOf = ({ says, isRefused = says.startsWith('insert') }: Asked) => (isRefused ? '42501' : 0)

type Policy = { policy: string; shown: string | null; kept: string | null }
const policies = `select format('%I on %s', polname, polrelid::regclass) as policy, pg_get_expr(polqual, polrelid) as shown,
  pg_get_expr(polwithcheck, polrelid) as kept from pg_policy`

/** Gives back to each policy the words that it has now. */
const keepPolicies = async (owner: Pool) => {
  const { rows: whole } = await owner.query<Policy>(policies)
  return async () => {
    const { rows: now } = await owner.query<Policy>(policies)
    const changed = whole.filter((one) => !now.some((two) => isDeepStrictEqual(one, two)))
    for (const { policy, shown, kept } of changed)
      await owner.query(
        `alter policy ${policy}${shown === null ? '' : ` using (${shown})`}${kept === null ? '' : ` with check (${kept})`}`
      )
  }
}

type Made = { name: string; made: string }
const made = `select oid::regprocedure::text as name, pg_get_functiondef(oid) as made from pg_proc
    where pronamespace = 'public'::regnamespace and prokind = 'f'
  union all select tgname || ' on ' || tgrelid::regclass, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal`

/** Gives back to each function the text that it has now, and each trigger to its table. */
const keepMade = async (owner: Pool) => {
  const { rows: whole } = await owner.query<Made>(made)
  return async () => {
    const now = new Map((await owner.query<Made>(made)).rows.map((one) => [one.name, one.made]))
    for (const one of whole) if (now.get(one.name) !== one.made) await owner.query(one.made)
  }
}

/** As a process asks, which acts for nobody. It is taken back. */
const askedBy = async (pool: Pool, says: string): Promise<number | string> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    return (await client.query(says)).rowCount ?? 0
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

export const openWalls = async ({ db }: TestWorld) => {
  /** How many rows it touches or shows, or the state by which it is refused. It is taken back. */
  const answer = async ({ who, says, within, by }: Asked): Promise<number | string> => {
    if (by) return askedBy(db[by], says)
    let rows = 0
    const asked = inContext(db.app, who, async (tx) => {
      if (within !== undefined) await setCaseScope(tx, within)
      rows = (await tx.execute(sql.raw(says))).rowCount ?? 0
      throw new TakenBack()
    })
    const error = await asked.catch((one: unknown) => one)
    if (error instanceof TakenBack) return rows
    return (error as { cause?: { code?: string } }).cause?.code ?? String(error)
  }
  const kept = [await keepPolicies(db.owner), await keepMade(db.owner)]
  const mend = async () => {
    for (const giveBack of kept) await giveBack()
  }
  const says = async ({ may, others }: Wall) => {
    for (const asked of Object.values(others))
      if ((await answer(asked)) !== refusalOf(asked)) return 'otherwise'
    // The state of a refusal is no number of rows.
    const rows = await answer(may)
    return typeof rows === 'number' && rows > 0 ? 'as it should' : 'otherwise'
  }
  return {
    /** Written by the owner of the tables, who stands above these walls. */
    put: (table: string, row: object) => db.owner.query(adding(table, row)),
    stand: (walls: readonly Wall[], mistakes: readonly Mistake[]) => {
      describe.each(walls)('$wall', ({ may, others }) => {
        it.each(Object.entries(others))('not %s', async (_who, asked) =>
          expect(await answer(asked)).toBe(refusalOf(asked))
        )
        it('but whoever it is for', async () => {
          const rows = await answer(may)
          expect([rows, typeof rows === 'number' && rows > 0]).toEqual([rows, true])
        })
      })
      // The same mistakes as those of the list, each made in this database and mended, so that every run asks all of them.
      it.each(mistakes)('it would be seen that $why', async ({ sql }) => {
        await db.owner.query(sql!)
        const seen = []
        for (const wall of walls) if ((await says(wall)) === 'otherwise') seen.push(wall.wall)
        await mend()
        expect(seen).not.toEqual([])
      })
    }
  }
}
