import { Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { NotFound, RuleRefused, TooManyRequests, errors } from '../../../server/errors.ts'
import { openPaths } from '../../../server/http/closed-schemas.ts'
import { testApp } from '../../support/running/app.ts'
import { forFile } from '../../support/for-file.ts'

const closed = { additionalProperties: false }
const canary = 'DUPONT-12-rue-des-Lilas'
const rule = { fr: 'Il manque un consentement', en: 'A consent is missing' }
const body = Type.Object(
  {
    name: Type.String({ maxLength: 5 }),
    age: Type.Integer(),
    sex: Type.Union([Type.Literal('f'), Type.Literal('m')]),
    inner: Type.Object({ on: Type.String({ format: 'date' }) }, closed)
  },
  closed
)
const hide = true
const ours = { 'sec-fetch-site': 'same-origin' }

const served = await forFile(
  testApp({
    routes: (app) => {
      app.post('/try/body', { schema: { hide, body } }, async () => 'taken')
      const querystring = Type.Object({ limit: Type.Integer({ maximum: 200 }) }, closed)
      app.get('/try/query', { schema: { hide, querystring } }, async ({ query }) => String(query.limit + 1))
      app.get('/try/fault', { schema: { hide } }, async () => {
        throw new Error(`secret ${canary}`)
      })
      app.get('/try/rule', { schema: { hide } }, async () => {
        throw new RuleRefused('consent', rule)
      })
      const response = { 200: Type.Object({ code: Type.String() }, closed), 204: Type.Null() }
      const replying = {
        schema: { hide, response, querystring: Type.Object({ is: Type.Integer() }, closed) }
      }
      app.get('/try/reply', replying, async ({ query }, reply) => {
        const is = (query as { is: number }).is
        const sent: unknown = is === 204 ? undefined : { code: 'x', name: canary }
        return reply.code(is as 200).send(sent as { code: string })
      })
      const bears = (...names: ('ETag' | 'Location')[]) => ({
        schema: { hide },
        config: { bears: { 200: names } }
      })
      app.get('/try/version', bears('ETag'), async (_request, reply) =>
        reply.header('etag', '"1"').send('one')
      )
      app.get('/try/no-version', bears('ETag'), async () => 'one')
      app.get('/try/no-word-of-it', bears(), async (_request, reply) =>
        reply.header('location', '/').send('one')
      )
      app.get('/try/status', { schema: { hide } }, async () => {
        throw Object.assign(new Error(canary), { statusCode: 400, code: canary })
      })
    }
  })
)

const ask = (url: string, headers = {}) => served.app.inject({ url, headers })
const send = (payload: unknown, headers = {}) =>
  served.app.inject({ method: 'POST', url: '/try/body', headers, payload: payload as object })

describe('nothing of the request comes back', () => {
  test.each(['/api/zzz', '/%61pi/zzz', '/zzz', '/%zz', `/api/${'x'.repeat(300)}`])(
    'an unknown route: %s',
    async (url) => {
      const answer = await ask(`${url}?nom=${canary}`)
      expect(answer.statusCode).toBe(404)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.json()).toMatchObject({ status: 404, code: 'not_found' })
      expect(answer.body).not.toContain(canary)
      expect(answer.body).not.toContain('zz')
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
    }
  )

  test('an answer keeps to its schema, and one of a status that has none is not sent', async () => {
    const said = async (is: number) => ask(`/try/reply?is=${is}`)
    expect((await said(200)).json()).toEqual({ code: 'x' })
    expect((await said(204)).statusCode).toBe(204)
    for (const is of [201, 202, 409]) {
      const answer = await said(is)
      expect([is, answer.statusCode]).toEqual([is, 500])
      expect(answer.json()).toMatchObject({ code: 'unexpected' })
      expect(answer.body).not.toContain(canary)
    }
  })

  test.each(['/try/fault', '/try/status'])(
    '%s: a fault is told by the number of its request only',
    async (url) => {
      const answer = await ask(url)
      expect(answer.statusCode).toBe(500)
      expect(answer.json()).toMatchObject({ code: 'unexpected', requestId: expect.any(String) as string })
      expect(answer.body).not.toContain(canary)
    }
  )

  test('a version, or a place, that its route does not name, or that it names and does not send', async () => {
    const answers = await Promise.all(
      ['version', 'no-version', 'no-word-of-it'].map((one) => ask(`/try/${one}`))
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 500, 500])
    expect(answers[2]!.body).not.toContain('one')
  })

  test('a value that is not valid, or a field that is not known', async () => {
    const answer = await send({ name: canary, age: canary, [canary]: 1 })
    expect(answer.statusCode).toBe(400)
    expect(answer.body).not.toContain(canary)
  })

  test('a body that is not JSON', async () => {
    const answer = await send(`{${canary}`, { 'content-type': 'application/json' })
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request' })
    expect(answer.body).not.toContain(canary)
  })
})

describe('input', () => {
  test('every wrong field is named, once, in the language asked for', async () => {
    const wrong = { name: 'too long', age: '3', sex: 'x', inner: { on: 'hier' }, role: 'admin' }
    const answer = await send(wrong, { 'accept-language': 'en-GB,en;q=0.9' })
    expect(answer.json()).toMatchObject({
      title: 'The request is not valid',
      errors: expect.arrayContaining([
        { field: '', code: 'unknown_field', message: 'Unknown field' },
        { field: 'name', code: 'too_long', message: 'Too long' },
        { field: 'age', code: 'type', message: 'Write a whole number, in digits' },
        { field: 'sex', code: 'choice', message: 'Choose one of the answers offered' },
        { field: 'inner.on', code: 'format', message: 'Give a day that exists: day, month and year' }
      ]) as unknown[]
    })
    expect(answer.json<{ errors: unknown[] }>().errors).toHaveLength(5)
  })

  test('a missing field carries its own name; the cookie chooses before the browser', async () => {
    const answer = await send({}, { cookie: 'a=b; lang=fr', 'accept-language': 'en', ...ours })
    const { errors: fields } = answer.json<{ errors: { field: string; message: string }[] }>()
    expect(fields.map(({ field }) => field).sort()).toEqual(['age', 'inner', 'name', 'sex'])
    expect(fields[0]?.message).toBe('À renseigner')
  })

  test('what comes in an address is converted, and still bounded', async () => {
    expect((await ask('/try/query?limit=50')).body).toBe('51')
    expect((await ask('/try/query?limit=500')).json()).toMatchObject({
      errors: [{ field: 'limit', code: 'too_high', message: expect.stringMatching(/(au plus|at most) \d+$/) }]
    })
  })

  test('a body above 64 kB, or of another kind', async () => {
    expect((await send({ name: 'x'.repeat(70_000) })).json()).toMatchObject({
      status: 413,
      code: 'too_large'
    })
    const answer = await send('a=b', { 'content-type': 'text/csv' })
    expect(answer.json()).toMatchObject({ status: 415, code: 'media_type' })
  })
})

test('a rule that refuses says why, in words meant for the person', async () => {
  expect((await ask('/try/rule')).json()).toMatchObject({ status: 409, code: 'rule', detail: rule.fr })
})

describe('the table', () => {
  test('a class has one row, and two rows with the same code mean the same', () => {
    const classes = errors.filter((row) => row.error !== null).map((row) => row.error)
    expect(new Set(classes).size).toBe(classes.length)
    const meanings = new Map(errors.map((row) => [row.code, `${row.status} ${row.title.fr}`]))
    for (const row of errors) expect(meanings.get(row.code)).toBe(`${row.status} ${row.title.fr}`)
    expect(new NotFound('x').name).toBe('NotFound')
    expect(classes).toContain(TooManyRequests)
  })
})

describe('the application does not start', () => {
  test.each([
    ['a body', { body: Type.Object({ a: Type.String() }) }],
    ['a deep object', { body: Type.Object({ a: Type.Array(Type.Object({ b: Type.String() })) }, closed) }],
    ['a query', { querystring: Type.Object({ a: Type.String() }) }],
    ['an answer', { response: { 200: Type.Object({ a: Type.String() }) } }],
    ['a free value in a body', { body: Type.Object({ a: Type.Unknown({ 'x-open': 'because' }) }, closed) }],
    ['no answer at all', {}]
  ])('with %s that is open', async (_what, schema) => {
    const responses = { response: { 204: Type.Null() } }
    const full = Object.keys(schema).length === 0 ? {} : { ...responses, ...schema }
    const started = testApp({
      routes: (app) => void app.post('/api/try', { schema: full }, async () => null)
    })
    await expect(started).rejects.toThrow('/api/try')
  })

  test('an answer may be open where it says why', () => {
    expect(
      openPaths(Type.Object({ a: Type.Unknown({ 'x-open': 'a JSON Schema' }) }, closed), 'r', true)
    ).toEqual([])
  })
})
