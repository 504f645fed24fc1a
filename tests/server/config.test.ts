import { describe, expect, test } from 'vitest'
import { ConfigProblem, loadConfig } from '../../server/config.ts'

function problemsOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigProblem) return error.problems
  }
  return []
}

describe('refused', () => {
  test('every problem is named at once', () => {
    const problems = problemsOf({
      PORT: 'x',
      MODE: 'both',
      PUBLIC_URL: 'ftp://a',
      RATE_LIMIT: '-1',
      DEMO_CASES: '1.5'
    })
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'MODE',
      'PORT',
      'PUBLIC_URL',
      'RATE_LIMIT',
      'DEMO_CASES'
    ])
  })

  test('no problem repeats the value, which may be a secret', () => {
    const problems = problemsOf({ METRICS_TOKEN: 's3cret', DATABASE_URL: 'mysql://u:hunter2@h/d' })
    expect(problems).toHaveLength(3)
    expect(problems.join()).not.toMatch(/s3cret|hunter2/)
  })

  test.each([
    [{ OIDC_ISSUER: 'https://id.example' }, ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
    [{ OIDC_CLIENT_SECRET: 'secret' }, ['OIDC_CLIENT_SECRET']]
  ])('half an identity provider: %o', (env, named) => {
    expect(problemsOf(env as Record<string, string>).map((problem) => problem.split(' ')[0])).toEqual(named)
  })

  test('a database of one’s own without the issuer of its people: no demonstration opens it unasked', () => {
    const DATABASE_URL = 'postgresql://mnio@db.example/mnio'
    const named = [expect.stringMatching(/^OIDC_ISSUER is required when DATABASE_URL is set/)]
    for (const MODE of ['all', 'web', 'worker']) expect(problemsOf({ DATABASE_URL, MODE })).toEqual(named)
    expect(problemsOf({ DATABASE_URL, DEMO: '0' })).toEqual(named)
    expect(loadConfig({ DATABASE_URL, DEMO: '1' })).toMatchObject({ demonstration: true, oidc: null })
  })

  test('a demonstration that would write to anybody', () => {
    const named = [expect.stringMatching(/^SMTP_URL of a demonstration must be on this machine/)]
    expect(problemsOf({ SMTP_URL: 'smtp://mail.example' })).toEqual(named)
    expect(problemsOf({ SMTP_URL: 'smtp://127.0.0.1:2525' })).toEqual([])
  })

  test('letters that give no number to check them', () => {
    const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'mnio', OIDC_CLIENT_SECRET: 's' }
    const letters = { ...oidc, SMTP_URL: 'smtps://mail.example' }
    const named = [expect.stringMatching(/^LETTERS_CALL_BACK is required when SMTP_URL is set/)]
    expect(problemsOf(letters)).toEqual(named)
    expect(problemsOf({ ...letters, LETTERS_CALL_BACK: ' ' })).toEqual(named)
    expect(loadConfig({ ...letters, LETTERS_CALL_BACK: '01 00 00 00 00' }).callBack).toBe('01 00 00 00 00')
    expect(loadConfig(oidc).callBack).toBeUndefined()
  })

  test.each(['http://id.example', 'http://127.0.0.1:9000', 'HTTP://id.example'])(
    'an identity provider over which nobody could ever sign in: %s',
    (OIDC_ISSUER) => {
      const env = { OIDC_ISSUER, OIDC_CLIENT_ID: 'mnio', OIDC_CLIENT_SECRET: 's' }
      expect(problemsOf(env)).toEqual([
        'OIDC_ISSUER must be an https:// address: nobody can sign in over http://'
      ])
    }
  )

  test('a demonstration and a real issuer at once', () => {
    const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'mnio', OIDC_CLIENT_SECRET: 's' }
    expect(problemsOf({ ...oidc, DEMO: '1' })).toEqual([expect.stringMatching(/^DEMO is for/)])
    expect(loadConfig(oidc)).toMatchObject({ demonstration: false, callBack: undefined })
  })

  test.each(['0', '65536', '80.5', ''.padEnd(30, '9')])('port %s', (PORT) => {
    expect(problemsOf({ PORT })).toEqual(['PORT must be a whole number from 1 to 65535'])
  })
})

describe('accepted', () => {
  test('an empty environment is a complete demonstration, open to this machine alone', () => {
    expect(loadConfig({})).toMatchObject({
      mode: 'all',
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      oidc: null,
      demonstration: true,
      callBack: '01 99 00 12 34',
      demoCases: 7300,
      trustedProxy: []
    })
  })

  test('who answers for what is kept is nobody until it is said, on one line', () => {
    expect(loadConfig({}).answerable).toEqual({ controller: null, officer: null })
    const said = { DATA_CONTROLLER: 'Préfecture de région', DATA_OFFICER: 'dpo@prefecture.example' }
    expect(loadConfig(said).answerable).toEqual({
      controller: said.DATA_CONTROLLER,
      officer: said.DATA_OFFICER
    })
    expect(problemsOf({ DATA_CONTROLLER: 'a\nb' })).toEqual(['DATA_CONTROLLER must be a name, on one line'])
  })

  test('an empty value counts as absent', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined })
  })

  test('the public address follows the port, and loses its path', () => {
    expect(loadConfig({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000')
    expect(loadConfig({ PUBLIC_URL: 'https://mnio.example/app/' }).publicUrl).toBe('https://mnio.example')
  })

  test('a whole identity provider, with its lists', () => {
    const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'mnio', OIDC_CLIENT_SECRET: 's' }
    expect(loadConfig({ ...oidc, OIDC_ACR_VALUES: 'eidas2, eidas3', OIDC_AMR_REFUSED: 'mail' }).oidc).toEqual(
      {
        issuer: 'https://id.example',
        clientId: 'mnio',
        clientSecret: 's',
        acrValues: ['eidas2', 'eidas3'],
        amrRefused: ['mail']
      }
    )
  })
})
