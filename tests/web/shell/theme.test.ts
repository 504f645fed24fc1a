import { expect, it } from 'vitest'
import { localPath } from '../../../server/auth/local-path.ts'
import { darkScreens, themeIn } from '../../../web/src/lib/shell/theme.ts'

// A route's own types are written by SvelteKit when it builds: it is known here by what it does.
const route = '../../../web/src/routes/apparence/+server.ts'
const { POST } = (await import(route)) as { POST: (event: object) => unknown }

/** What is kept of a choice, and where it leads. */
const choosing = async (apparence: string, retour: string) => {
  const kept: Record<string, string> = {}
  const url = new URL('http://localhost:3000/apparence')
  const event = {
    request: new Request(url, { method: 'POST', body: new URLSearchParams({ apparence, retour }) }),
    cookies: { set: (name: string, value: string) => Object.assign(kept, { [name]: value }) },
    url,
    locals: { localPath }
  }
  const left = await Promise.resolve(POST(event)).catch((one: unknown) => one)
  return { kept, location: (left as { location?: string }).location }
}

it('a look that nobody offers is that of the device, and none leads out of the site', async () => {
  expect(await choosing('<b>', '//evil.example')).toEqual({ kept: { theme: 'system' }, location: '/' })
  expect(themeIn(undefined)).toBe('system')
  expect(darkScreens[themeIn(null)]).toContain('prefers-color-scheme')
})

it('the one that was chosen is kept, and comes back to its page', async () => {
  const { kept, location } = await choosing('dark', '/dossiers?vue=moved')
  expect([kept, location]).toEqual([{ theme: 'dark' }, '/dossiers?vue=moved'])
  expect([darkScreens.dark, darkScreens.light]).toEqual(['screen', 'not all'])
})
