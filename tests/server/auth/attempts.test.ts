import { describe, expect, it } from 'vitest'
import { attemptMs, keepAttempt, takeAttempt } from '../../../server/auth/attempts.ts'
import { newToken } from '../../../server/auth/sealing.ts'
import { freshDatabase } from '../../support/running/db.ts'
import { forFile } from '../../support/for-file.ts'

const db = await forFile(freshDatabase())
const now = new Date('2026-11-24T11:00:00Z')
const after = (ms: number) => new Date(now.getTime() + ms)
const attempt = {
  nonce: 'CANARI-NONCE',
  verifier: 'CANARI-VERIFIER',
  origin: 'http://localhost:3000',
  returnTo: '/dossiers'
}
const begun = async (at = now) => {
  const secrets = { state: newToken(), browser: newToken() }
  await keepAttempt(db.app, secrets, { attempt, now: at })
  return secrets
}
const taken = (secrets: { state: string; browser: string }, at = now) =>
  takeAttempt(db.app, secrets, at).catch((error: { reason?: string; message: string }) => error.message)
const kept = async () => (await db.owner.query('select * from sign_in_attempt')).rows

describe('a sign-in under way is not taken up', () => {
  it('by another browser, nor under another state, and its own browser still takes it', async () => {
    const secrets = await begun()
    const refused = await taken({ ...secrets, browser: newToken() })
    expect(refused).toBeTypeOf('string')
    expect(await taken({ ...secrets, state: newToken() })).toBe(refused)
    expect(await taken({ state: secrets.browser, browser: secrets.state })).toBe(refused)
    expect(await taken(secrets)).toMatchObject(attempt)
  })

  it('twice', async () => {
    const secrets = await begun()
    expect(await taken(secrets)).toMatchObject(attempt)
    expect(await taken(secrets)).toBeTypeOf('string')
  })

  it('by two at once', async () => {
    const secrets = await begun()
    const answers = await Promise.all([taken(secrets), taken(secrets)])
    expect(answers.filter((one) => typeof one === 'string')).toHaveLength(1)
  })

  it('on the instant at which its ten minutes are over, and not afterwards by going back', async () => {
    const secrets = await begun()
    expect(await taken(secrets, after(attemptMs))).toBeTypeOf('string')
    expect(await taken(secrets)).toBeTypeOf('string')
  })

  it('with the words of another sign-in in its place', async () => {
    const [own, other] = [await begun(), await begun()]
    await db.owner.query(
      `update sign_in_attempt one set sealed = (select sealed from sign_in_attempt where state_hash <> one.state_hash
        order by started_at desc limit 1)`
    )
    expect(await taken(own)).toBeTypeOf('string')
    expect(await taken(other)).toBeTypeOf('string')
  })
})

describe('a sign-in under way', () => {
  it('is taken up by its browser until the last millisecond, with the moment at which it began', async () => {
    const secrets = await begun()
    expect(await taken(secrets, after(attemptMs - 1))).toEqual({ ...attempt, startedAt: now })
  })

  it('leaves nothing that a copy of the database could use', async () => {
    const secrets = await begun()
    const rows = JSON.stringify(await kept())
    for (const word of [secrets.state, secrets.browser, attempt.nonce, attempt.verifier, '/dossiers'])
      expect([word, rows.includes(word)]).toEqual([word, false])
    expect(rows).toContain('state_hash')
  })

  it('is forgotten an hour after its end, by the next one that begins', async () => {
    await db.owner.query('delete from sign_in_attempt')
    await begun()
    await begun(after(attemptMs + 3_600_000))
    expect(await kept()).toHaveLength(2)
    await begun(after(attemptMs + 3_600_001))
    expect((await kept()).map(({ started_at }) => started_at)).not.toContainEqual(now)
  })
})
