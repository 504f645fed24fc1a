import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../../server/config.ts'
import { lettersAwaited, lettersLeave } from '../../../server/mail/leaving.ts'

const real = {
  ...{ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'mnio', OIDC_CLIENT_SECRET: 's' },
  DATABASE_URL: 'postgresql://127.0.0.1/mnio'
}
const mailed = { SMTP_URL: 'smtps://courrier.example', LETTERS_CALL_BACK: '01 99 00 00 00' }

describe('whether letters leave', () => {
  it('is no where real people sign in and no mail server is named', () => {
    for (const MODE of ['all', 'worker'])
      expect([MODE, lettersAwaited(loadConfig({ ...real, MODE }))]).toEqual([MODE, false])
    expect(lettersLeave(loadConfig({ ...real, MODE: 'web' }))).toBe(false)
  })

  it('is yes with one, and in the demonstration, whose mailbox shows them', () => {
    expect(lettersAwaited(loadConfig({ ...real, ...mailed }))).toBe(true)
    expect(lettersAwaited(loadConfig({}))).toBe(true)
  })

  it('is not denied by a process that answers requests alone: its workers have settings of their own', () => {
    expect(lettersAwaited(loadConfig({ ...real, MODE: 'web' }))).toBe(true)
  })
})
