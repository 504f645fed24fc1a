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
const already: Bilingual = {
  fr: 'Cette personne administre déjà la plateforme : la seconde est une autre.',
  en: 'This person administers the platform already: the second is another.'
}
const fictional: Bilingual = {
  fr: 'Cette base contient la démonstration fictive : elle n’accueille personne de réel.',
  en: 'This database holds the fictional demonstration: no real person works in it.'
}

// Their rows are held until the end, so that nobody signs in meanwhile.
const living = `select m.id, m.org_id as org, p.id as person, coalesce(p.seen_at >= m.since, false)
    or exists (select from invitation i where i.membership_id = m.id) as seen
  from membership m join organisation o on o.id = m.org_id join person p on p.id = m.person_id
  where m.role = 'admin' and o.status = 'accredited' and (m.until is null or m.until > wall_clock()) for update of p`
const ended = `update membership set until = wall_clock() where id = $1`
const replaced = `select append_audit('organisation:' || $1::text, wall_clock(), null, $1::uuid, 'system', 'administrator.replaced',
  'person:' || $2::text, 'allowed', 'mnio invite')`
const platform = `insert into organisation (key, type, name, status)
  values ('platform', 'platform', 'Administration de la plateforme', 'accredited')
  on conflict (key) do update set key = excluded.key returning id`
const person = `insert into person (issuer, subject, display_name, email) values ($1, $2, $3, $3)
  on conflict (issuer, subject) do update set email = excluded.email returning id`
const member = `insert into membership (person_id, org_id, role, manager, since) values ($1, $2, 'admin', true, wall_clock())`
const trace = `select append_audit('organisation:' || $1::text, wall_clock(), null, $1::uuid, 'system', $2::text,
  'person:' || $3::text, 'allowed', 'mnio invite')`

const idFrom = async (client: PoolClient, text: string, values: unknown[]): Promise<string> => {
  const { rows } = await client.query<{ id: string }>(text, values)
  return rows[0]!.id
}

const isDemonstration = async (client: PoolClient): Promise<boolean> =>
  (await client.query(`select from drizzle.purpose where purpose = 'demonstration'`)).rowCount === 1

type Living = { id: string; org: string; person: string; seen: boolean }

const twoBefore = async (client: PoolClient): Promise<boolean> =>
  (await client.query<{ two: boolean }>('select administered_by_two() as two')).rows[0]!.two

/**
 * Whoever was named and never came is let go: a subject or an e-mail may have been mistyped.
 * @throws Misused once somebody has come, unless they are left alone of two
 */
const letGo = async (client: PoolClient) => {
  const { rows } = await client.query<Living>(living)
  const here = rows.filter(({ seen }) => seen)
  if (here.length > 1 || (here.length === 1 && !(await twoBefore(client)))) throw new Misused(exists)
  const gone = rows.filter(({ seen }) => !seen)
  for (const { id, org, person: who } of gone) {
    await client.query(ended, [id])
    await client.query(replaced, [org, who])
  }
  return { left: here[0] ?? null, replaced: gone.length > 0 }
}

const make = async (client: PoolClient, { issuer, subject, email }: FirstAdministrator) => {
  await client.query('lock table membership in share row exclusive mode')
  if (await isDemonstration(client)) throw new Misused(fictional)
  const { left, replaced: anew } = await letGo(client)
  const orgId = await idFrom(client, platform, [])
  const personId = await idFrom(client, person, [issuer, subject, email])
  if (left?.person === personId) throw new Misused(already)
  await client.query(member, [personId, orgId])
  await client.query(trace, [orgId, left ? 'administrator.second' : 'administrator.first', personId])
  return anew
}

/**
 * Makes the one administrator that nobody could invite, under the owner's right, and writes it down. Once they have signed in there is
 * a second one this way only where two administered and they are left alone; until then, asked again, it names another in their stead.
 * Where all have left, the way is open again.
 * @throws Misused
 */
export const makeFirstAdministrator = async (
  owner: Pool,
  asked: FirstAdministrator
): Promise<{ replaced: boolean }> => {
  const client = await owner.connect()
  try {
    await client.query('begin')
    const anew = await make(client, asked)
    await client.query('commit')
    return { replaced: anew }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
