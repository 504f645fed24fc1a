import { describe, expect, test } from 'vitest'
import { fromOurPages } from '../../../server/auth/origin.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { openDoor, publicUrl } from './door.ts'
import { forFile } from '../../support/for-file.ts'

const door = await forFile(openDoor())
const cookie = await signIn(door.app, 'asso.rhone')

const post = async (headers: Record<string, string>, url = '/api/cases') =>
  (await door.app.inject({ method: 'POST', url, headers: { host: 'localhost:3000', ...headers } })).statusCode

describe('an unsafe request with a cookie is refused', () => {
  test('from another site', async () => {
    expect(await post({ cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).toBe(403)
  })
  test('from another site, by a browser that does not say so', async () => {
    expect(await post({ cookie, origin: 'https://evil.example' })).toBe(403)
  })
  test('from a neighbour on the same site', async () => {
    expect(await post({ cookie, origin: 'http://localhost:5173', 'sec-fetch-site': 'same-site' })).toBe(403)
  })
  test('from an opaque origin', async () => {
    expect(await post({ cookie, origin: 'null' })).toBe(403)
  })
  test('from nowhere', async () => {
    expect(await post({ cookie })).toBe(403)
    expect(await post({ cookie, 'sec-fetch-site': 'none' })).toBe(403)
  })
  test('whatever it would do: write, replace or delete', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      const headers = { host: 'localhost:3000', cookie, origin: 'https://evil.example' }
      const url = method === 'POST' ? '/api/cases' : '/api/drafts/flag'
      expect([method, (await door.app.inject({ method, url, headers })).statusCode]).toEqual([method, 403])
    }
  })
  test('even to sign out', async () => {
    for (const path of ['/auth/logout', '/auth/leave'])
      expect(await post({ cookie, origin: 'https://evil.example' }, path)).toBe(403)
  })
})

describe('an unsafe request passes', () => {
  test('from our own page', async () => {
    expect(await post({ cookie, origin: publicUrl, 'sec-fetch-site': 'same-origin' })).toBe(200)
  })
  test('from our own page, by a browser that does not say so', async () => {
    expect(await post({ cookie, origin: publicUrl })).toBe(200)
  })
  test('when the web server hands on what the browser said, under another host', async () => {
    const handedOn = {
      cookie,
      origin: 'http://127.0.0.1:3000',
      'sec-fetch-site': 'same-origin',
      host: 'localhost:80'
    }
    expect(await post(handedOn)).toBe(200)
  })
  test('without a cookie, and then meets the session check', async () => {
    expect(await post({})).toBe(401)
  })
})

test('a host that only looks like ours is not ours', () => {
  const sender = { site: undefined, host: 'localhost:3000', cookie: true }
  const origins = ['https://mnio.example']
  expect(fromOurPages({ ...sender, origin: 'https://mnio.example.evil.example' }, origins)).toBe(false)
  expect(fromOurPages({ ...sender, origin: 'http://mnio.example' }, origins)).toBe(false)
  expect(fromOurPages({ ...sender, origin: 'http://localhost:5173' }, origins)).toBe(false)
  for (const site of ['cross-site', 'same-site'])
    expect(fromOurPages({ ...sender, origin: 'https://mnio.example', site }, origins)).toBe(false)
  expect(fromOurPages({ ...sender, origin: 'https://mnio.example' }, origins)).toBe(true)
})
