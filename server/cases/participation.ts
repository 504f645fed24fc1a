import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { ConsentScope } from '../../workflows/vocabulary/vocabulary.ts'
import { ask, type Tx } from '../db/context.ts'
import { organisation, participations } from '../db/schema/schema.ts'

type Invitation = {
  caseId: string
  orgId: string
  capacity: Capacity
  at: Date
  basis: string
  scope?: ConsentScope | null
}

/** Opens a case to an organisation in a capacity, which says what it sees. Inviting again renews. */
export const invite = async (tx: Tx, { caseId, orgId, capacity, at, basis, scope = null }: Invitation) => {
  const opened = {
    since: at,
    until: null,
    basis,
    scope,
    movedAt: at
  }
  await tx
    .insert(participations)
    .values({ caseId, orgId, capacity, ...opened })
    .onConflictDoUpdate({
      target: [participations.caseId, participations.orgId, participations.capacity],
      set: {
        ...opened,
        told: sql`participation.told + 1`,
        since: sql`case when participation.until is null then participation.since else ${at.toISOString()}::timestamptz end`
      }
    })
}

type Ending = {
  caseId: string
  at: Date
  capacity?: Capacity
  orgId?: string
  scopes?: readonly ConsentScope[]
}

/** Closes the case to those who match: what they could read, they read no more. */
export const endParticipation = async (tx: Tx, { caseId, at, capacity, orgId, scopes }: Ending) => {
  await tx
    .update(participations)
    .set({ until: at, waitsFor: null, dueAt: null, clockAt: null })
    .where(
      and(
        eq(participations.caseId, caseId),
        isNull(participations.until),
        capacity ? eq(participations.capacity, capacity) : undefined,
        orgId ? eq(participations.orgId, orgId) : undefined,
        scopes ? inArray(participations.scope, [...scopes]) : undefined
      )
    )
}

/** The accredited organisations of a type in a territory (or the national one). */
export const organisationsOf = async (tx: Tx, type: string, territory: string | null): Promise<string[]> => {
  const inPlace = territory === null ? isNull(organisation.territory) : eq(organisation.territory, territory)
  const rows = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.type, type), inPlace, eq(organisation.status, 'accredited')))
    .orderBy(organisation.key)
  return rows.map(({ id }) => id)
}

/** Organisations whose people sit in the cell of a territory. */
export const cellMemberOrganisations = async (tx: Tx, territory: string): Promise<string[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct o.id from organisation o join membership m on m.org_id = o.id
    where m.role = 'cell_member' and o.territory = ${territory} and o.status = 'accredited' and (m.until is null or m.until > now())`)
  return rows.map(({ id }) => id)
}

const referents = `select org_id as "orgId" from participation
  where case_id = $1 and capacity = 'referent' and until is null`

/** Whose people accompany the person, as far as it is told: all of them in a case that was entered, else oneself alone. */
export const referentsOf = async (tx: Tx, caseId: string): Promise<string[]> =>
  (await ask<{ orgId: string }>(tx, referents, [caseId])).map(({ orgId }) => orgId)

/** Whether someone accompanies the person already; asked by the gate, which has entered the case. */
export const hasReferent = async (tx: Tx, caseId: string): Promise<boolean> =>
  (await referentsOf(tx, caseId)).length > 0
