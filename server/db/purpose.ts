import type { Pool } from 'pg'
import { demonstrationPath } from '../auth/settings.ts'

/** What a database is for, kept in it for ever: fictional people and real ones never share one. */
export type Purpose = 'demonstration' | 'real'

const refusals = {
  demonstration:
    'This database holds people of a real identity provider: the demonstration does not open it. Set OIDC_ISSUER, or choose another DATA_DIR or DATABASE_URL.',
  real: 'This database holds the fictional demonstration: real people do not sign in to it. Choose an empty database (another DATA_DIR or DATABASE_URL).'
} as const satisfies Record<Purpose, string>

/**
 * A database of a version that kept no purpose says it by its people: of the demonstration where all of them are of a provider
 * of this machine's own, real wherever there is a doubt.
 */
const byItsPeople = `insert into drizzle.purpose (purpose)
  select case when bool_and(issuer ~ ('^https?://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?' || $1 || '$')) then 'demonstration' else 'real' end
    from person having count(*) > 0
  on conflict do nothing`

/**
 * The first start decides what the database is for; every later one must want the same. A configuration that lost its
 * issuer would otherwise show the letters and the accounts of real people to whoever asks.
 * @throws Error that says what to change.
 */
export const claimPurpose = async (owner: Pool, purpose: Purpose): Promise<void> => {
  await owner.query(`create table if not exists drizzle.purpose (
    single boolean primary key default true check (single), purpose text not null check (purpose in ('demonstration', 'real')))`)
  await owner.query(byItsPeople, [demonstrationPath])
  await owner.query('insert into drizzle.purpose (purpose) values ($1) on conflict do nothing', [purpose])
  const { rows } = await owner.query<{ purpose: Purpose }>('select purpose from drizzle.purpose')
  if (rows[0]?.purpose !== purpose) throw new Error(refusals[purpose])
}
