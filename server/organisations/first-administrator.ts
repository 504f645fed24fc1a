import type { Pool, PoolClient } from 'pg'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

/** What the command line refuses, in words for whoever keeps the server. `usage`: it was not asked as it is meant to be. */
export class Misused extends Error {
  readonly reason: Bilingual
  readonly usage: boolean

  constructor(reason: Bilingual, usage = false) {
    super(reason.en)
    this.name = 'Misused'
    this.reason = reason
    this.usage = usage
  }
}

export type FirstAdministrator = { issuer: string; subject: string; email: string }

const exists: Bilingual = {
  fr: 'Une personne administre déjà la plateforme : elle invite les autres depuis la page « Personnes ».',
  en: 'Somebody administers the platform already: they invite the others from the page “People”.'
}
const fictional: Bilingual = {
  fr: 'Cette base contient la démonstration fictive : elle n’accueille personne de réel.',
  en: 'This database holds the fictional demonstration: no real person works in it.'
}

const living = `select from membership m join organisation o on o.id = m.org_id
  where m.role = 'admin' and o.status = 'accredited' and (m.until is null or m.until > wall_clock()) limit 1`
const platform = `insert into organisation (key, type, name, status)
  values ('platform', 'platform', 'Administration de la plateforme', 'accredited')
  on conflict (key) do update set key = excluded.key returning id`
const person = `insert into person (issuer, subject, display_name, email) values ($1, $2, $3, $3)
  on conflict (issuer, subject) do update set email = excluded.email returning id`
const member = `insert into membership (person_id, org_id, role, manager, since) values ($1, $2, 'admin', true, wall_clock())`
const trace = `select append_audit('organisation:' || $1::text, wall_clock(), null, $1::uuid, 'system', 'administrator.first',
  'person:' || $2::text, 'allowed', 'mnio invite')`

const idFrom = async (client: PoolClient, text: string, values: unknown[]): Promise<string> => {
  const { rows } = await client.query<{ id: string }>(text, values)
  return rows[0]!.id
}

const isDemonstration = async (client: PoolClient): Promise<boolean> =>
  (await client.query(`select from drizzle.purpose where purpose = 'demonstration'`)).rowCount === 1

const make = async (client: PoolClient, { issuer, subject, email }: FirstAdministrator) => {
  await client.query('lock table membership in share row exclusive mode')
  if (await isDemonstration(client)) throw new Misused(fictional)
  if ((await client.query(living)).rowCount !== 0) throw new Misused(exists)
  const orgId = await idFrom(client, platform, [])
  const personId = await idFrom(client, person, [issuer, subject, email])
  await client.query(member, [personId, orgId])
  await client.query(trace, [orgId, personId])
}

/**
 * Makes the one administrator that nobody could invite, under the owner's right, and writes it down. There is never a second one
 * this way; where all have left, the way is open again.
 * @throws Misused
 */
export const makeFirstAdministrator = async (owner: Pool, asked: FirstAdministrator): Promise<void> => {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await make(client, asked)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
