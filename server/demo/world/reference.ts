import { drizzle } from 'drizzle-orm/node-postgres'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import type { Actor } from '../../../policies/actor.ts'
import { seal } from '../../commands/sealing.ts'
import {
  habilitation,
  membership,
  organisation,
  person,
  placeAddresses,
  places
} from '../../db/schema/schema.ts'
import type { Keys } from '../../keys.ts'
import type { WorldOrganisation } from './organisations.ts'
import type { WorldPlace } from './places.ts'
import { uuidOf } from './random.ts'

export type Reference = {
  owner: Pool
  keys: Keys
  seed: string
  issuer: string
  now: Date
  organisations: readonly WorldOrganisation[]
  places: readonly WorldPlace[]
}

type Tx = Parameters<Parameters<ReturnType<typeof drizzle>['transaction']>[0]>[0]

const everyone = ({ organisations }: Reference) =>
  organisations.flatMap(({ key, people, waiting }) => [
    ...people.map((one) => ({ ...one, key })),
    ...waiting.map((one) => ({ ...one, key, role: null }))
  ])

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
  const known = await tx
    .select({ id: organisation.id, key: organisation.key })
    .from(organisation)
    .where(
      inArray(
        organisation.key,
        rows.map(({ key }) => key)
      )
    )
  return new Map(known.map(({ key, id }) => [key, id]))
}

const insertPeople = async (tx: Tx, reference: Reference, orgIds: ReadonlyMap<string, string>) => {
  const { seed, issuer, now } = reference
  const people = everyone(reference)
  const rows = people.map(({ subject, name }) => ({
    id: uuidOf(seed, 'person', subject),
    issuer,
    subject,
    displayName: name,
    createdAt: now
  }))
  // The demonstration answers at another address than last time: its people are the same.
  await tx
    .update(person)
    .set({ issuer })
    .where(
      inArray(
        person.id,
        rows.map(({ id }) => id)
      )
    )
  await tx.insert(person).values(rows).onConflictDoNothing()
  const known = await tx
    .select({ id: person.id, subject: person.subject, createdAt: person.createdAt })
    .from(person)
    .where(
      and(
        eq(person.issuer, issuer),
        inArray(
          person.subject,
          rows.map(({ subject }) => subject)
        )
      )
    )
  const ids = new Map(known.map(({ subject, id }) => [subject, id]))
  const members = people.flatMap(({ subject, key, role }) =>
    role ? [{ personId: ids.get(subject)!, orgId: orgIds.get(key)!, role }] : []
  )
  await tx.insert(membership).values(members).onConflictDoNothing()
  return ids
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
  const rows = world.map(
    ({ id, orgKey, kind, label, sexes, children, languages, accessible, outOfService, centre }) => ({
      id,
      orgId: orgIds.get(orgKey)!,
      kind,
      label,
      sexes,
      children,
      languages,
      accessible,
      outOfService,
      centre
    })
  )
  await tx.insert(places).values(rows).onConflictDoNothing()
  const addresses = world.map(({ id, address }) => ({
    placeId: id,
    body: seal(keys, { table: 'place_address', id, dataClass: 'A' }, { lines: address })
  }))
  await tx.insert(placeAddresses).values(addresses).onConflictDoNothing()
}

const actorsOf = (
  { organisations }: Reference,
  orgIds: ReadonlyMap<string, string>,
  personIds: ReadonlyMap<string, string>
) =>
  new Map(
    organisations.flatMap(({ key, name, type, territory, people }) =>
      people.map((one, index): [string, Actor] => [
        // The first person of an organisation is the one of its stories; the second confirms what two decide.
        index === 0 ? key : `${key}#${index + 1}`,
        {
          personId: personIds.get(one.subject)!,
          name: one.name,
          orgId: orgIds.get(key)!,
          orgName: name,
          orgType: type,
          role: one.role,
          territory,
          accredited: true
        }
      ])
    )
  )

/** When the world was first begun: a world told again after a crash keeps its dates. */
const begunAt = async (tx: Tx, { seed, issuer, now }: Reference): Promise<Date> => {
  const [row] = await tx
    .select({ at: sql<string>`min(${person.createdAt})` })
    .from(person)
    .where(and(eq(person.issuer, issuer), eq(person.id, uuidOf(seed, 'person', 'cell-01.1'))))
  return row?.at ? new Date(row.at) : now
}

/** Who exists, who works where and which places there are. Rows already there are left as they are. */
export const insertReference = (reference: Reference) =>
  drizzle(reference.owner).transaction(async (tx) => {
    const orgIds = await insertOrganisations(tx, reference)
    const personIds = await insertPeople(tx, reference, orgIds)
    await insertHabilitations(tx, reference, orgIds)
    await insertPlaces(tx, reference, orgIds)
    return { actors: actorsOf(reference, orgIds, personIds), anchor: await begunAt(tx, reference) }
  })
