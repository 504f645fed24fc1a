import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { courtPlace, type Actor, type OrgType } from '../../policies/actor.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow, commandTypes, sentBy, type CommandType } from '../../workflows/case/commands.ts'
import { isMinor, type Facts } from '../../workflows/case/facts.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { liveReferralStates } from '../../workflows/referral/machine.ts'
import { kindRow, kinds } from '../../workflows/referral/kinds.ts'
import { deskCapacity, offerIn, type PlaceKind } from '../../workflows/places/places.ts'
import type { Tx } from '../db/context.ts'
import type { ToldCase } from '../disclosure/door.ts'
import { organisation } from '../db/schema/schema.ts'
import { poolOfRole, poolsOf } from '../places/pools.ts'
import type { Lookups } from '../views/words.ts'
import { placeOfChild, searchersOf } from '../commands/child.place.ts'

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

/** Those who speak for a child are named by a court of its own territory too, or where she is. */
const namedElsewhere: readonly string[] = Object.values(kinds)
  .filter(({ route }) => route === 'guardian')
  .map(({ recipient }) => recipient)

/** The accredited organisations that a form lets one choose: of the first territory, or of all of them in their order. */
const directoryOf = async (tx: Tx, territory: string, nearest: readonly string[]): Promise<Directory> => {
  const rows = await tx
    .select({
      id: organisation.id,
      name: organisation.name,
      type: organisation.type,
      place: organisation.territory
    })
    .from(organisation)
    .where(
      and(
        or(
          and(inArray(organisation.type, ['association', ...chosen]), eq(organisation.territory, territory)),
          and(inArray(organisation.type, namedElsewhere), inArray(organisation.territory, [...nearest]))
        ),
        eq(organisation.status, 'accredited')
      )
    )
    .orderBy(asc(organisation.name))
    .limit(300)
  const farness = (place: string | null) => nearest.indexOf(place ?? '')
  return Object.groupBy(
    rows
      .toSorted((a, b) => (namedElsewhere.includes(a.type) ? farness(a.place) - farness(b.place) : 0))
      .map(({ id, name, type }) => ({ const: id, title: name, type })),
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

export type CaseLookups = {
  places: Choice[] | null
  own: Choice[] | null
  directory: Directory
  /** The police that a search for the child would be asked of, by name, to who may know where that is. */
  searchers: string[]
  /** Where the child is, to who may know it. */
  childPlace: string | null
}

type Kept = Pick<Facts, 'ageGroup' | 'foundIn' | 'territory'>

/** Where the child is, to who may know it: as found, of what justice knows; else where the case is told to be. */
const placeToldOf = async (tx: Tx, told: ToldCase, facts: Kept): Promise<string | null> => {
  if (!isMinor(facts)) return null
  const place = await placeOfChild(tx, { caseId: told.id, facts })
  return place === told.facts.foundIn || place === told.territory ? place : null
}

const searchersTold = async (
  tx: Tx,
  caseId: string,
  { facts, child }: { facts: Kept; child: string }
): Promise<string[]> => {
  const ids = await searchersOf(tx, { caseId, facts })
  const rows = await tx
    .select({ name: organisation.name, place: organisation.territory })
    .from(organisation)
    .where(inArray(organisation.id, ids))
    .orderBy(asc(organisation.name))
  return rows.filter(({ place }) => place === child).map(({ name }) => name)
}

/** Choices that only the database knows, for the acts of those who have them. */
export const lookupsFor = async (tx: Tx, told: ToldCase, facts: Kept): Promise<CaseLookups> => {
  const { id, territory, held, reader } = told
  const { actor } = reader
  const pool = poolFor(actor, held)
  const child = await placeToldOf(tx, told, facts)
  const nearest = [courtPlace(actor), child, territory].flatMap((one) => one ?? [])
  return {
    places: pool && (await freePlaces(tx, id, pool)),
    own: poolsOf(actor).length > 0 ? await ownPlaces(tx, id, actor) : null,
    directory: await directoryOf(tx, territory, [...new Set(nearest)]),
    childPlace: child,
    searchers: child === null ? [] : await searchersTold(tx, id, { facts, child })
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
