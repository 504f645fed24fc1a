import type { Pool } from 'pg'

/** What a database is for, kept in it for ever: fictional people and real ones never share one. */
export type Purpose = 'demonstration' | 'real'

const refusals = {
  demonstration:
    'This database holds people of a real identity provider: the demonstration does not open it. Set OIDC_ISSUER, or choose another DATA_DIR or DATABASE_URL.',
  real: 'This database holds the fictional demonstration: real people do not sign in to it. Choose an empty database (another DATA_DIR or DATABASE_URL).'
} as const satisfies Record<Purpose, string>

/**
 * The first start decides what the database is for; every later one must want the same. A configuration that lost its
 * issuer would otherwise show the letters and the accounts of real people to whoever asks.
 * @throws Error that says what to change.
 */
export const claimPurpose = async (owner: Pool, purpose: Purpose): Promise<void> => {
  await owner.query('insert into drizzle.purpose (purpose) values ($1) on conflict do nothing', [purpose])
  await requirePurpose(owner, purpose)
}

/** @throws Error that says what to change. */
export const requirePurpose = async (pool: Pool, purpose: Purpose): Promise<void> => {
  const { rows } = await pool.query<{ purpose: Purpose }>('select purpose from drizzle.purpose')
  if (rows[0]?.purpose !== purpose) throw new Error(refusals[purpose])
}
