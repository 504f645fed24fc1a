import { expect, it } from 'vitest'
import { localPath } from '../../server/auth/local-path.ts'

// A route's own types are written by SvelteKit when it builds: it is known here by what it does.
const route = '../../web/src/routes/langue/+server.ts'
const { POST } = (await import(route)) as { POST: (event: object) => unknown }

/** Where the form that changes the language leads, with what it was sent from. */
const leadsTo = async (retour: string) => {
  const body = new URLSearchParams({ langue: 'en', retour })
  const url = new URL('http://localhost:3000/langue')
  const event = {
    request: new Request(url, { method: 'POST', body }),
    cookies: { set: () => undefined },
    url,
    locals: { localPath }
  }
  const left = await Promise.resolve(POST(event)).catch((one: unknown) => one)
  return (left as { location?: string }).location
}

it.each([
  '/\t/evil.example',
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  'https://evil.example',
  ''
])('a change of language never leads out of the site by %j', async (retour) => {
  expect(await leadsTo(retour)).toBe('/')
})

it('and comes back to the page it was asked from', async () => {
  expect(await leadsTo('/dossiers?vue=moved')).toBe('/dossiers?vue=moved')
})
