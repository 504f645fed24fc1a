import type { Attempt } from './oidc.ts'
import { SignInRefused } from './refusals.ts'
import { hashOf, seal, unseal } from './sealing.ts'
import type { AuthDb } from './store.ts'

export const attemptMs = 10 * 60_000
const keptMs = 3_600_000
const purpose = 'sign-in attempt'

type Secrets = { state: string; browser: string }

/** Keeps a sign-in under way, sealed for the one browser that began it. */
export async function keepAttempt(
  db: AuthDb,
  secrets: Secrets,
  { attempt, now }: { attempt: Attempt; now: Date }
) {
  const text = `with forgotten as (delete from sign_in_attempt where expires_at < $6)
    insert into sign_in_attempt (state_hash, browser_hash, sealed, started_at, expires_at)
    values ($1, $2, $3, $4, $5)`
  const sealed = seal(secrets.browser, purpose, JSON.stringify(attempt))
  const at = (ms: number) => new Date(now.getTime() + ms)
  const hashes = [hashOf(secrets.state), hashOf(secrets.browser)]
  await db.query(text, [...hashes, sealed, now, at(attemptMs), at(-keptMs)])
}

/** Takes the attempt out, once: a second callback, or one from another browser, finds nothing. */
export async function takeAttempt(db: AuthDb, secrets: Secrets, now: Date) {
  const text = `delete from sign_in_attempt where state_hash = $1 and browser_hash = $2
    returning sealed, started_at, expires_at`
  const values = [hashOf(secrets.state), hashOf(secrets.browser)]
  const { rows } = await db.query<{ sealed: string; started_at: Date; expires_at: Date }>(text, values)
  const row = rows[0]
  if (row === undefined) throw new SignInRefused('etat')
  if (row.expires_at <= now) throw new SignInRefused('expire')
  // Our own words, authenticated by the seal.
  const attempt = JSON.parse(unseal(secrets.browser, purpose, row.sealed)) as Attempt
  return { ...attempt, startedAt: row.started_at }
}
