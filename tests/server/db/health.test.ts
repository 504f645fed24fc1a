import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/running/app.ts'
import { forFile } from '../../support/for-file.ts'

const token = 'a-token-for-metrics'

const served = await forFile(testApp({ env: { METRICS_TOKEN: token, PUBLIC_URL: 'https://mnio.example' } }))

describe('metrics', () => {
  test.each([
    {},
    { authorization: 'Bearer wrong' },
    { authorization: token },
    { authorization: `Bearer ${token} ` + 'x' },
    { authorization: `Bearer ${token.slice(0, -1)}` }
  ])('refused with %o', async (headers) => {
    expect((await served.app.inject({ url: '/metrics', headers })).statusCode).toBe(404)
  })

  test('with the token: counts by route, never by address', async () => {
    await served.app.inject('/api/health?nom=DUPONT')
    const { body } = await served.app.inject({
      url: '/metrics',
      headers: { authorization: `Bearer ${token}` }
    })
    expect(body).toContain(
      'mnio_http_request_duration_seconds_count{method="GET",route="/api/health",status="200"} 1'
    )
    expect(body).toContain('mnio_db_connections{pool="app",state="open"}')
    expect(body).not.toContain('DUPONT')
  })

  test('acts are counted together: how many of each kind were done is a figure of the nation', async () => {
    const id = '00000000-0000-4000-8000-000000000000'
    await served.app.inject({ method: 'POST', url: `/api/cases/${id}/commands/minor.report_prosecutor` })
    const headers = { authorization: `Bearer ${token}` }
    const { body } = await served.app.inject({ url: '/metrics', headers })
    expect(body).toContain('route="/api/cases/:id/commands/:command"')
    expect(body).not.toContain('minor.report_prosecutor')
  })

  test('without a token: this machine alone, and not through a proxy on it', async () => {
    const open = await testApp()
    const from = async (remoteAddress: string, headers = {}) =>
      (await open.app.inject({ url: '/metrics', remoteAddress, headers })).statusCode
    expect(await from('10.0.0.9')).toBe(404)
    for (const headers of [{ 'x-forwarded-for': '10.0.0.9' }, { forwarded: 'for=10.0.0.9' }])
      expect([headers, await from('127.0.0.1', headers)]).toEqual([headers, 404])
    for (const own of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect([own, await from(own)]).toEqual([own, 200])
    await open.close()
  })
})

test('every answer carries the protective headers, and https keeps https', async () => {
  for (const url of ['/api/health', '/api/none', '/none', '/metrics']) {
    const { headers } = await served.app.inject(url)
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains'
    })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/)
  }
})

test('the API describes itself', async () => {
  const { openapi, paths } = (await served.app.inject('/api/openapi.json')).json<{
    openapi: string
    paths: object
  }>()
  expect(openapi).toBe('3.1.0')
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/health', '/api/ready']))
  expect(Object.keys(paths).every((path) => path.startsWith('/api/'))).toBe(true)
})

test('closing lets a request in flight end, and takes no other', async () => {
  let finish: (() => void) | undefined
  const slow = new Promise<void>((resolve) => (finish = resolve))
  const { app, db } = await testApp({
    routes: (routes) =>
      void routes.get('/slow', { schema: { hide: true } }, async () => {
        await slow
        return 'done'
      })
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const inFlight = fetch(`${address}/slow`)
  await new Promise((resolve) => setTimeout(resolve, 100))
  const closed = app.close()
  // Until it hears no more, it answers that it is closing: a quick machine asks before that.
  while (app.server.listening) await new Promise((resolve) => setImmediate(resolve))
  await expect(fetch(`${address}/api/health`)).rejects.toThrow('fetch failed')
  finish?.()
  expect(await (await inFlight).text()).toBe('done')
  await closed
  await db.close()
})
