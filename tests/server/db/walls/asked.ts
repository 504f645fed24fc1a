import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { inContext, setCaseScope, type Context } from '../../../../server/db/context.ts'
import type { TestWorld } from '../../../support/world.ts'

/** Who asks PostgreSQL what, past every route and every rule of the code, and in the course of an act of which case. */
export type Asked = { who: Context; says: string; within?: string; isRefused?: boolean }
/** A wall of PostgreSQL: whom it lets through, and who differs from them in one thing alone. */
export type Wall = { wall: string; may: Asked; others: Record<string, Asked> }

const literal = (row: object) => `'${JSON.stringify(row).replaceAll("'", "''")}'`

/** A row written with these columns and no other. */
export const adding = (table: string, row: object): string => {
  const columns = Object.keys(row).join(', ')
  return `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, ${literal(row)})`
}

class TakenBack extends Error {}

export const openWalls = ({ db }: TestWorld) => {
  /** How many rows it touches or shows, or the state by which it is refused. It is taken back. */
  const answer = async ({ who, says, within }: Asked): Promise<number | string> => {
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
  return {
    answer,
    /** Written by the owner of the tables, who stands above these walls. */
    put: (table: string, row: object) => db.owner.query(adding(table, row)),
    stand: (walls: readonly Wall[]) =>
      describe.each(walls)('$wall', ({ may, others }) => {
        it.each(Object.entries(others))('not %s', async (_who, asked) => {
          // What may not be written is refused, as a new row or as what a row becomes; what is not shown is not there.
          const isRefused = asked.isRefused ?? asked.says.startsWith('insert')
          expect(await answer(asked)).toBe(isRefused ? '42501' : 0)
        })
        it('but whoever it is for', async () => expect(await answer(may)).toBeGreaterThan(0))
      })
  }
}
