import { and, asc, eq, sql } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import type { Capacity } from '../../workflows/capacities.ts'
import { deskCapacity, type PlaceKind } from '../../workflows/places/places.ts'
import type { Tx } from '../db/context.ts'
import { organisation } from '../db/schema.ts'
import { poolOfRole } from '../places/waiting.ts'
import type { Lookups } from '../views/words.ts'
import type { CaseRow } from './store.ts'

const associations = async (tx: Tx, territory: string) => {
  const rows = await tx
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(
      and(
        eq(organisation.type, 'association'),
        eq(organisation.territory, territory),
        eq(organisation.status, 'accredited')
      )
    )
    .orderBy(asc(organisation.name))
    .limit(100)
  return rows.map(({ id, name }) => ({ const: id, title: name }))
}

/** Free places of the reader's pool. A structure that has not yet answered one offer for this case is not asked again. */
const freePlaces = async (tx: Tx, caseId: string, pool: PlaceKind) => {
  const { rows } = await tx.execute<{ id: string; title: string }>(sql`
    select p.id, o.name || ' · ' || p.label as title from place p join organisation o on o.id = p.org_id
    where p.kind = ${pool} and p.out_of_service is null
      and not exists (select from taken_places() t where t.place_id = p.id)
      and not exists (select from referral r where r.case_id = ${caseId} and r.kind = ${`${pool}_place`} and r.recipient_org_id = p.org_id and r.state in ('sent', 'questioned', 'escalated', 'accepted'))
    order by o.name, p.label limit 300`)
  return rows.map(({ id, title }) => ({ const: id, title }))
}

const poolFor = (actor: Actor, held: readonly Capacity[]): PlaceKind | null => {
  const pool = poolOfRole(actor.role)
  return pool && held.includes(deskCapacity[pool]) ? pool : null
}

/** Choices that only the database knows, for the acts of those who have them. */
export const lookupsFor = async (
  tx: Tx,
  { actor, row, held }: { actor: Actor; row: CaseRow; held: readonly Capacity[] }
): Promise<Lookups> => ({
  ...(held.includes('cell') && { associations: await associations(tx, row.territory) }),
  ...(poolFor(actor, held) && { freePlaces: await freePlaces(tx, row.id, poolFor(actor, held)!) })
})
