import { describe, expect, it } from 'vitest'

type Handle = (asked: { event: object; resolve: () => Promise<Response> }) => Promise<Response>
const found = import.meta.glob<{ handle: Handle }>('../../../web/src/hooks.server.ts', { eager: true })
const { handle } = Object.values(found)[0]!

const headersOf = async (path: string) => {
  const url = new URL(path, 'http://localhost')
  const event = { url, request: new Request(url), cookies: { get: () => undefined }, locals: {} }
  const answer = await handle({ event, resolve: async () => new Response('') })
  return answer.headers
}

describe('a page whose address is a right of its own', () => {
  it.each(['/lien/token', '/lien/token/agir/accept', '/invitation/token', '/t/r8hj'])(
    'is told to no other page: %s',
    async (path) => expect((await headersOf(path)).get('referrer-policy')).toBe('no-referrer')
  )
  it.each(['/', '/dossiers', '/liens/token'])('and none is where it is no right: %s', async (path) =>
    expect((await headersOf(path)).has('referrer-policy')).toBe(false)
  )
  it('is kept by no browser, nor is any other', async () => {
    for (const path of ['/invitation/token', '/dossiers'])
      expect((await headersOf(path)).get('cache-control')).toBe('no-store')
    expect((await headersOf('/_app/immutable/x.js')).has('cache-control')).toBe(false)
  })
})
