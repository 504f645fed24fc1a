import { drizzle } from 'drizzle-orm/node-postgres'
import { inArray, sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import type { Actor } from '../../../policies/actor.ts'
import { seal } from '../../db/sealing.ts'
import {
  habilitation,
  membership,
  organisation,
  person,
  placeAddresses,
  places
} from '../../db/schema/schema.ts'
import type { Keys } from '../../keys.ts'
import { worldOrganisations, type WorldOrganisation } from './organisations.ts'
import { worldPlaces, type WorldPlace } from './places.ts'
import { uuidOf } from './random.ts'

/** Of one telling of the country. */
type Country = {
  seed: string
  issuer: string
  now: Date
  organisations: readonly WorldOrganisation[]
}
type Reference = Country & { keys: Keys; places: readonly WorldPlace[] }

type Tx = Parameters<Parameters<ReturnType<typeof drizzle>['transaction']>[0]>[0]
type Asked = Pick<Tx, 'execute'>

const orgIdsIn = async (tx: Asked) => {
  const known = await tx.execute<{ id: string; key: string }>(sql`select id, key from organisation`)
  return new Map(known.rows.map(({ key, id }) => [key, id]))
}
const personIdsIn = async (tx: Asked, { issuer }: Pick<Country, 'issuer'>) => {
  const known = await tx.execute<{ id: string; subject: string }>(
    sql`select id, subject from person where issuer = ${issuer}`
  )
  return new Map(known.rows.map(({ subject, id }) => [subject, id]))
}

const insertOrganisations = async (tx: Tx, { seed, organisations }: Reference) => {
  const rows = organisations.map(({ key, type, name, territory, region }) => ({
    id: uuidOf(seed, 'organisation', key),
    key,
    type,
    name,
    territory,
    region,
    status: type === 'unknown' ? 'pending' : 'accredited'
  }))
  await tx.insert(organisation).values(rows).onConflictDoNothing()
  return orgIdsIn(tx)
}

const insertPeople = async (tx: Tx, reference: Reference, orgIds: ReadonlyMap<string, string>) => {
  const { seed, issuer, now, organisations } = reference
  const people = organisations.flatMap(({ key, people: own }) =>
    own.map((one, index) => ({ ...one, key, manager: index === 0 || one.role === 'admin' }))
  )
  const rows = people.map(({ subject, name }) => ({
    id: uuidOf(seed, 'person', subject),
    issuer,
    subject,
    displayName: name,
    createdAt: now
  }))
  const written = rows.map(({ id }) => id)
  // The demonstration answers at another address than last time: its people are the same.
  await tx.update(person).set({ issuer }).where(inArray(person.id, written))
  await tx.insert(person).values(rows).onConflictDoNothing()
  const ids = await personIdsIn(tx, reference)
  const members = people.flatMap(({ subject, key, role, manager }) =>
    role
      ? [
          {
            // The same at each start: an access that a visitor ended is not given again.
            id: uuidOf(seed, 'membership', subject),
            ...{ personId: ids.get(subject)!, orgId: orgIds.get(key)!, role, manager }
          }
        ]
      : []
  )
  await tx.insert(membership).values(members).onConflictDoNothing()
}

const insertHabilitations = (tx: Tx, { organisations }: Reference, orgIds: ReadonlyMap<string, string>) =>
  tx
    .insert(habilitation)
    .values(
      organisations.flatMap(({ key, regimes }) =>
        regimes.map((regime) => ({
          orgId: orgIds.get(key)!,
          regime,
          // An approval for the exit programme ends after three years.
          since: regime === 'psp' ? sql`(current_date - interval '1 year')::date` : '2020-01-01'
        }))
      )
    )
    .onConflictDoNothing()

const insertPlaces = async (
  tx: Tx,
  { keys, places: world }: Reference,
  orgIds: ReadonlyMap<string, string>
) => {
  const rows = world.map(({ orgKey, ...place }) => ({ ...place, orgId: orgIds.get(orgKey)! }))
  await tx.insert(places).values(rows).onConflictDoNothing()
  const addresses = world.map(({ id, address }) => ({
    placeId: id,
    body: seal(keys, { table: 'place_address', id, dataClass: 'A' }, { lines: address })
  }))
  await tx.insert(placeAddresses).values(addresses).onConflictDoNothing()
}

const actorsOf = (
  { organisations }: Country,
  orgIds: ReadonlyMap<string, string>,
  personIds: ReadonlyMap<string, string>
) =>
  new Map(
    organisations.flatMap(({ key, name, type, territory, people }) =>
      people.flatMap(({ subject, name: own, role }, index): [string, Actor][] => {
        if (!role) return []
        const [personId, orgId] = [personIds.get(subject)!, orgIds.get(key)!]
        const of = { personId, name: own, orgId, orgName: name, orgType: type, role, territory }
        // The first person of an organisation is the one of its stories; the second confirms what two decide.
        return [[index === 0 ? key : `${key}#${index + 1}`, { ...of, accredited: true }]]
      })
    )
  )

/** When the world was first begun: a world told again after a crash keeps its dates. */
const begunAt = async (tx: Asked, { seed, issuer, now }: Country): Promise<Date> => {
  const first = uuidOf(seed, 'person', 'cell-01.1')
  const { rows } = await tx.execute<{ at: string | null }>(
    sql`select min(created_at) as at from person where issuer = ${issuer} and id = ${first}`
  )
  return rows[0]?.at ? new Date(rows[0].at) : now
}

type Settling = Omit<Reference, 'organisations' | 'places'> & { owner: Pool }

/** Who exists, who works where and which places there are. Rows already there are left as they are. */
export const insertReference = ({ owner, ...settling }: Settling): Promise<void> => {
  const organisations = worldOrganisations(settling.seed)
  const reference = { ...settling, organisations, places: worldPlaces(settling.seed, organisations) }
  return drizzle(owner).transaction(async (tx) => {
    const orgIds = await insertOrganisations(tx, reference)
    await insertPeople(tx, reference, orgIds)
    await insertHabilitations(tx, reference, orgIds)
    await insertPlaces(tx, reference, orgIds)
  })
}

/** The same as they stand, for who tells their stories under the rights of requests. */
export const readReference = async (app: Pool, country: Country) => {
  const db = drizzle(app)
  const [orgIds, personIds, anchor] = await Promise.all([
    orgIdsIn(db),
    personIdsIn(db, country),
    begunAt(db, country)
  ])
  return { actors: actorsOf(country, orgIds, personIds), anchor }
}
