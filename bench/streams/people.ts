import type { Client } from 'pg'
import { roleOfType, type OrgType } from '../../policies/actor.ts'
import { hashOf, newToken } from '../../server/auth/sealing.ts'
import type { Organisation } from '../people.ts'

/** Somebody who listens: where they work, and the cookie of their session. */
export type Listening = { orgId: string; type: string; territory: string | null; cookie: string }

const insert = `with them as (
    select org, role, hash, gen_random_uuid() as id from unnest($1::uuid[], $2::text[], $3::text[]) as t(org, role, hash)),
  people as (insert into person (id, issuer, subject, display_name) select id, 'bench', hash, 'Personne fictive' from them),
  parts as (insert into membership (person_id, org_id, role) select id, org, role from them)
  insert into session (id_hash, person_id, created_at, seen_at, absolute_until, acr, amr)
    select hash, id, now(), now(), now() + interval '8 hours', 'eidas2', '{}' from them`

/** As many people as listen, each with a session of their own, spread over all organisations. */
export const signedIn = async (
  client: Client,
  organisations: readonly Organisation[],
  count: number
): Promise<Listening[]> => {
  const houses = organisations.flatMap((one) => {
    const role = roleOfType[one.type as OrgType]
    return role ? [{ ...one, role }] : []
  })
  const people = Array.from({ length: count }, (_, index) => ({
    ...houses[index % houses.length]!,
    token: newToken()
  }))
  const values = [
    people.map(({ id }) => id),
    people.map(({ role }) => role),
    people.map(({ token }) => hashOf(token))
  ]
  await client.query(insert, values)
  return people.map(({ id, type, territory, token }) => ({
    ...{ orgId: id, type, territory },
    cookie: `__Host-mnio=${token}`
  }))
}
