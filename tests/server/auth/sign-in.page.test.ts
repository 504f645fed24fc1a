import { createServer, type AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { fastify } from 'fastify'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { demoAccounts } from '../../../server/demo/world/accounts.ts'
import { demoProviderPlugin } from '../../../server/demo/desk/provider.ts'
import { launchBrowser } from '../../support/running/browser.ts'
import { openDoor, type Door } from './door.ts'

let door: Door
let browser: Browser
let port: number

beforeAll(async () => {
  port = await freePort()
  door = await openDoor(`http://localhost:${port}`)
  await door.app.listen({ port, host: '127.0.0.1' })
  browser = await launchBrowser()
})
// What a further session of one person asks is another file's.
beforeEach(() => door.db.owner.query('delete from session'))
afterAll(async () => {
  await browser.close()
  await door.close()
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // A TCP server's address is never a pipe's name.
  const { port: free } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return free
}

test('once a real issuer is configured the accounts are gone', async () => {
  const app = fastify()
  const oidc = {
    issuer: 'https://id.example',
    clientId: 'c',
    clientSecret: 's',
    acrValues: [],
    amrRefused: []
  }
  await app.register(demoProviderPlugin, {
    config: { publicUrl: 'https://mnio.example', oidc, demonstration: false, dataDir: '/nowhere' }
  })
  expect((await app.inject('/oidc/.well-known/openid-configuration')).statusCode).toBe(404)
})

test('the accounts are there, accessible, under a policy that nothing breaks', async () => {
  const context = await browser.newContext({ locale: 'fr-FR' })
  const page = await context.newPage()
  const broken: string[] = []
  page.on('console', (message) => message.type() === 'error' && broken.push(message.text()))
  await page.goto(`http://localhost:${port}/auth/login`)
  for (const { login, given, family } of demoAccounts) {
    expect(await page.getByRole('button', { name: `${given} ${family}` }).count(), login).toBe(1)
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  }
  expect(broken).toEqual([])
  await context.close()
})

test.each(['localhost', '127.0.0.1'])('without JavaScript, from %s, one click signs in', async (host) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`http://${host}:${port}/auth/login`)
  await page.getByRole('button', { name: 'Nadia Perrin' }).click()
  await page.waitForURL(`http://${host}:${port}/`)
  expect((await page.goto(`http://${host}:${port}/api/me`))?.status()).toBe(200)
  await context.close()
})

test.each(['localhost', '127.0.0.1'])(
  'signing out from %s ends everything, and the list comes back',
  async (host) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`http://${host}:${port}/auth/login`)
    await page.getByRole('button', { name: 'Nadia Perrin' }).click()
    await page.getByRole('button', { name: 'Quitter' }).click()
    await page.waitForURL(new RegExp(`^http://${host}:${port}/\\?state=`))
    expect((await page.goto(`http://${host}:${port}/api/me`))?.status()).toBe(401)
    await page.goto(`http://${host}:${port}/auth/login`)
    await page.getByRole('button', { name: 'Gabriel Renard' }).click()
    await page.waitForURL(`http://${host}:${port}/`)
    await context.close()
  }
)
