import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Actor, OrgType } from '../../policies/actor.ts'
import type { Capacity } from '../../workflows/capacities.ts'
import { commandRow, commandTypes, sentBy, type CommandType } from '../../workflows/commands.ts'
import { notesOf } from '../../workflows/fields.ts'
import { liveReferralStates } from '../../workflows/referral.machine.ts'
import { kindRow } from '../../workflows/referral.kinds.ts'
import { deskCapacity, offerIn, type PlaceKind } from '../../workflows/places/places.ts'
import type { Tx } from '../db/context.ts'
import { organisation } from '../db/schema.ts'
import { poolOfRole, poolsOf } from '../places/pools.ts'
import type { Lookups } from '../views/words.ts'

type Choice = { const: string; title: string }
type Directory = Partial<Record<OrgType, Choice[]>>

const askedBy = (command: CommandType) => {
  const [kind] = sentBy(command)
  return kind ? kindRow(kind).recipient : null
}

const asksWho = (command: CommandType) =>
  Object.values(commandRow(command).input.properties).some((one) => notesOf(one)?.lookup === 'recipients')

/** Those among whom the sender of a referral chooses, beside the associations that may accompany. */
const chosen: OrgType[] = commandTypes.filter(asksWho).flatMap((command) => askedBy(command) ?? [])

/** The accredited organisations of a territory that a form lets one choose. */
const directoryOf = async (tx: Tx, territory: string): Promise<Directory> => {
  const rows = await tx
    .select({ id: organisation.id, name: organisation.name, type: organisation.type })
    .from(organisation)
    .where(
      and(
        inArray(organisation.type, ['association', ...chosen]),
        eq(organisation.territory, territory),
        eq(organisation.status, 'accredited')
      )
    )
    .orderBy(asc(organisation.name))
    .limit(300)
  return Object.groupBy(
    rows.map(({ id, name, type }) => ({ const: id, title: name, type })),
    ({ type }) => type as OrgType
  )
}

/** Free places of the reader's pool. A structure that has not yet answered one offer for this case is not asked again. */
const freePlaces = async (tx: Tx, caseId: string, pool: PlaceKind) => {
  const { rows } = await tx.execute<{ id: string; title: string }>(sql`
    select p.id, o.name || ' · ' || p.label as title from place p join organisation o on o.id = p.org_id
    where p.kind = ${pool} and p.out_of_service is null
      and not exists (select from taken_places() t where t.place_id = p.id)
      and not exists (select from referral r where r.case_id = ${caseId} and r.kind = ${offerIn[pool]} and r.recipient_org_id = p.org_id and r.state in (${sql.join(
        liveReferralStates.map((state) => sql`${state}`),
        sql`, `
      )}))
    order by o.name, p.label limit 300`)
  return rows.map(({ id, title }) => ({ const: id, title }))
}

/** Free places of the reader's own house, of the pool of the one that this person has there. */
const ownPlaces = async (tx: Tx, caseId: string, { orgId }: Actor) => {
  const { rows } = await tx.execute<{ id: string; title: string }>(sql`
    select p.id, p.label as title from place p
    where p.org_id = ${orgId} and p.out_of_service is null
      and p.kind in (select hers.kind from stay s join place hers on hers.id = s.place_id
        where s.case_id = ${caseId} and s.state <> 'ended' and hers.org_id = ${orgId})
      and not exists (select from taken_places() t where t.place_id = p.id)
    order by p.label limit 300`)
  return rows.map(({ id, title }) => ({ const: id, title }))
}

const poolFor = (actor: Actor, held: readonly Capacity[]): PlaceKind | null => {
  const pool = poolOfRole(actor.role)
  return pool && held.includes(deskCapacity[pool]) ? pool : null
}

export type CaseLookups = { places: Choice[] | null; own: Choice[] | null; directory: Directory }

/** `territory` is the one that the reader is told: whom a form lets it choose would tell where she went. */
type Asking = { actor: Actor; caseId: string; territory: string; held: readonly Capacity[] }

/** Choices that only the database knows, for the acts of those who have them. */
export const lookupsFor = async (
  tx: Tx,
  { actor, caseId, territory, held }: Asking
): Promise<CaseLookups> => {
  const pool = poolFor(actor, held)
  return {
    places: pool && (await freePlaces(tx, caseId, pool)),
    own: poolsOf(actor).length > 0 ? await ownPlaces(tx, caseId, actor) : null,
    directory: await directoryOf(tx, territory)
  }
}

const titled = (choices: readonly Choice[] = []) =>
  choices.map(({ const: id, title }) => ({ const: id, title }))

/** The lists of one act: whom it may name depends on what it sends. */
export const lookupsOf = (command: CommandType, { places, own, directory }: CaseLookups): Lookups => {
  const recipient = askedBy(command)
  return {
    associations: titled(directory.association),
    ...(places && { freePlaces: places }),
    ...(own && { ownPlaces: own }),
    ...(recipient && { recipients: titled(directory[recipient]) })
  }
}
