import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { peopled } from '../../support/world.ts'

// What makes the page one that a phone can keep on its first screen: it says nothing of what it is, and keeps nothing of what it shows.

const openHouse = async () => {
  if (!existsSync('web/build/handler.js')) throw new Error('The pages are not built: npm run build')
  const house = await testApp({ web: true, now: () => new Date() })
  await peopled(house.db)
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  return { ...house, ask: (path: string, cookie = '') => fetch(address + path, { headers: { cookie } }) }
}
const house = await forFile(openHouse())
const telling = /mnio|traite|victime|trafic|signal|cellule|orientation/i

it('names nothing that the product is', async () => {
  const answer = await house.ask('/carnet.webmanifest')
  expect(answer.headers.get('content-type')).toMatch(/^application\/manifest\+json/)
  const said = (await answer.json()) as { icons: { src: string }[] }
  expect(JSON.stringify(said)).not.toMatch(telling)
  for (const { src } of said.icons) {
    const icon = await house.ask(src)
    expect([src, icon.status, icon.headers.get('content-type')?.split('/')[0]]).toEqual([src, 200, 'image'])
  }
})

it('is offered by no page that needs no sign-in, and by those that do', async () => {
  for (const path of ['/', '/connexion', '/accessibilite', '/donnees', '/t/AAAA', '/lien/AAAA'])
    expect([path, (await (await house.ask(path)).text()).includes('webmanifest')]).toEqual([path, false])
  const page = await house.ask('/aujourdhui', await signIn(house.app, 'asso.rhone'))
  expect(await page.text()).toContain('webmanifest')
  const policy = page.headers.get('content-security-policy') ?? ''
  for (const rule of ["default-src 'none'", "manifest-src 'self'", "worker-src 'self'"])
    expect(policy).toContain(rule)
})

it('has a worker that may ask this site alone, and has no place to keep anything', async () => {
  const answer = await house.ask('/service-worker.js')
  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"
  )
  expect(answer.headers.get('cache-control') ?? '').not.toMatch(/max-age=[1-9]|immutable/)
  for (const code of [await answer.text(), readFileSync('web/src/service-worker.ts', 'utf8')]) {
    expect(code).toContain('fetch')
    expect(code).not.toMatch(/\bcaches\b|indexedDB|cache\.put|postMessage/)
    expect(code).not.toMatch(telling)
  }
})
