import type { Pool } from 'pg'
import type { Actor } from '../../policies/actor.ts'

/** Somebody as they would act if they signed in now, and where they are written to. */
export type Called = { actor: Actor; email: string | null }

// An address is that of the last place one came to: what concerns another place is not sent there.
const ownAddress = `case when exists (select from membership x where x.person_id = p.id and x.org_id <> m.org_id and x.since >= m.since)
    then null else p.email end as email`

// Plain SQL, as at the door: no row of a case is in it.
const acting = `select p.id as "personId", p.display_name as name, m.role, o.id as "orgId", o.name as "orgName", o.type as "orgType",
    o.territory, true as accredited, m.manager, ${ownAddress}
  from membership m join person p on p.id = m.person_id join organisation o on o.id = m.org_id
  where (m.until is null or m.until > (select wall_clock())) and o.status = 'accredited'`
const ofPerson = `${acting} and m.id = (select a.id from acting_membership($1) a)`
const ofMembership = `${acting} and m.id = $1`

type Row = Required<Actor> & Pick<Called, 'email'>

const found = async (app: Pool, text: string, id: string): Promise<Called | null> => {
  const { rows } = await app.query<Row>(text, [id])
  if (!rows[0]) return null
  const { email, ...actor } = rows[0]
  return { actor, email }
}

/** Null for whoever works nowhere any more. */
export const personCalled = (app: Pool, personId: string) => found(app, ofPerson, personId)

export const actorOfMembership = async (app: Pool, membershipId: string): Promise<Actor | null> =>
  (await found(app, ofMembership, membershipId))?.actor ?? null
