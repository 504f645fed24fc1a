import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Capacity } from '../../workflows/capacities.ts'
import { regionIds, type Regions } from '../../workflows/commands.ts'
import type { Facts } from '../../workflows/facts.ts'
import type { Situation } from '../../workflows/guards.ts'
import type { Tx } from '../db/context.ts'
import { cases, deadlines, participations } from '../db/schema.ts'

export type CaseRow = typeof cases.$inferSelect
export type Participation = typeof participations.$inferSelect
export type DeadlineEntry = typeof deadlines.$inferSelect

export const regionsOf = (row: CaseRow): Regions => Object.fromEntries(regionIds.map((id) => [id, row[id]])) as Regions
export const situationOf = (row: CaseRow): Situation => ({ regions: regionsOf(row), facts: row.facts as Facts })

/** The case, locked until the transaction ends, if this organisation may see it. */
export const lockCase = async (tx: Tx, id: string): Promise<CaseRow | null> => {
  const [row] = await tx.select().from(cases).where(eq(cases.id, id)).for('update')
  return row ?? null
}

export const readCase = async (tx: Tx, id: string): Promise<CaseRow | null> => {
  const [row] = await tx.select().from(cases).where(eq(cases.id, id))
  return row ?? null
}

// The order in which an organisation that takes part in several capacities speaks.
const precedence: readonly Capacity[] = ['referent', 'cell', 'acse', 'shelter', 'prefecture', 'police', 'child_protection', 'cell_member', 'flagger']

/** In which capacities an organisation takes part now, the strongest first. */
export const capacitiesOf = async (tx: Tx, caseId: string, orgId: string): Promise<Capacity[]> => {
  const rows = await tx
    .select({ capacity: participations.capacity })
    .from(participations)
    .where(
      and(
        eq(participations.caseId, caseId),
        eq(participations.orgId, orgId),
        sql`since <= now()`,
        sql`(until is null or until > now())`
      )
    )
  const held = rows.map((row) => row.capacity as Capacity)
  return precedence.filter((capacity) => held.includes(capacity))
}

/** Everyone who takes part, for the gate: it has entered the case. */
export const activeParticipations = (tx: Tx, caseId: string): Promise<Participation[]> =>
  tx.select().from(participations).where(and(eq(participations.caseId, caseId), isNull(participations.until)))

export const liveDeadlines = (tx: Tx, caseId: string): Promise<DeadlineEntry[]> =>
  tx
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.caseId, caseId), inArray(deadlines.state, ['running', 'fired'])))
