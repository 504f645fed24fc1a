import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openPages } from '../../support/running/browser.ts'
import { keepPictures } from '../support/stage.ts'
import { person, type Sight } from '../support/person.ts'

// What somebody types stays on their device where the network or the session is lost, opens to them alone, and goes when they leave.

const openHouse = async () => {
  const { browser, ...pages } = await openPages()
  const sight: Sight = { problems: [] }
  const phone = { viewport: { width: 390, height: 844 }, baseURL: pages.base, locale: 'fr-FR' }
  return {
    ...pages,
    sight,
    device: () => browser.newContext(phone),
    enter: async (context: BrowserContext, login: string) =>
      person(await context.newPage(), { login, sight, javaScript: true })
  }
}

const house = await forFile(openHouse())
const canary = '24 rue du CANARI'
const until = /Brouillon gardé sur cet appareil, chiffré, jusqu’au/
const found = /Vous écriviez/

const signIn = async (page: Page, login: string, back = '/aujourdhui') => {
  await page.goto(`/auth/login?retour=${encodeURIComponent(back)}`)
  await page.locator(`button[formaction$="/${login}"]`).click()
  await page.waitForURL(({ pathname }) => !/^\/(oidc|auth)\//.test(pathname))
}
const runOut = () => house.db.owner.query(`update session set seen_at = now() - interval '1 hour'`)
const cases = async () => (await house.db.owner.query('select from "case"')).rowCount
const question = (page: Page, legend: string, answer: string) =>
  page.getByRole('group', { name: legend }).getByLabel(answer, { exact: true }).first()
const waitsFor = (page: Page, words: RegExp) => page.getByText(words).first().waitFor()

type Shelf = { names: string[]; records: Record<string, unknown>[] }
/** What this browser stores of the site, as whoever finds it would list it. */
const shelf = (page: Page) =>
  page.evaluate<Shelf>(`(async () => {
    const legible = (value) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value)
    const answer = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)))
    const names = (await indexedDB.databases()).map(({ name }) => name)
    if (names.length === 0) return { names, records: [] }
    const db = await answer(indexedDB.open(names[0]))
    const all = await answer(db.transaction('records').objectStore('records').getAll())
    db.close()
    const records = all.map((one) =>
      Object.fromEntries(Object.entries(one).map(([name, value]) => [name, legible(value)]))
    )
    return { names, records }
  })()`)

/** The lane, but for its sending. */
const answers = async (page: Page) => {
  await question(page, 'La personne est-elle majeure ?', 'personne majeure').check()
  await question(
    page,
    'La personne est-elle en danger là où elle se trouve ?',
    'La personne est en danger là où elle se trouve : elle doit s’éloigner'
  ).check()
  await question(page, 'Formes d’exploitation', 'forme pas encore connue').check()
  const sign = page.locator('.sign').first()
  await sign.locator('input[type=checkbox]').check()
  await sign.locator('label', { hasText: 'la personne l’a dit' }).click()
}
const answered = (page: Page) =>
  page
    .locator('main form :checked')
    .evaluateAll((all) => all.map((one) => `${one.getAttribute('name')} ${one.getAttribute('value')}`))

/** Words in a screen of the flag, until the page says that they are kept. */
const writes = async (page: Page) => {
  await page.goto('/signaler/relire')
  await page.waitForLoadState('networkidle')
  await page.locator('main textarea').first().fill(canary)
  await waitsFor(page, until)
}

describe('without a network', () => {
  it('what was answered is kept, taken up again after a sign-in, and sent once', async () => {
    const context = await house.device()
    const worker = await house.enter(context, 'asso.rhone')
    const { page } = worker
    keepPictures(worker)
    await worker.open('/signaler/danger')
    await page.waitForLoadState('networkidle')
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await answers(page)
    await waitsFor(page, until)
    const before = await answered(page)
    const key = await page.locator('[name=_key]').inputValue()
    await context.setOffline(true)
    await worker.inVain(async () => {
      await page.getByRole('button', { name: 'Prévenir la cellule maintenant' }).click()
      await waitsFor(page, /Pas de réseau\s: rien n’est parti/)
    })
    await context.setOffline(false)
    await waitsFor(page, /Le réseau est revenu/)
    await worker.look()
    await context.setOffline(true)
    await page.goto('/signaler/danger').catch(() => null)
    await waitsFor(page, /Pas de réseau/)
    expect(await page.content()).not.toMatch(/MNIO|traite|signal|cellule/i)
    await context.setOffline(false)
    await runOut()
    await signIn(page, 'asso.rhone')
    await waitsFor(page, found)
    await worker.look()
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
    await page.getByRole('button', { name: 'Reprendre', exact: true }).click()
    await expect.poll(() => answered(page)).toEqual(before)
    expect(await page.locator('[name=_key]').inputValue()).toBe(key)
    const none = await cases()
    await page.getByRole('button', { name: 'Prévenir la cellule maintenant' }).click()
    await page.getByRole('heading', { name: 'Signalement transmis' }).waitFor()
    expect((await cases())! - none!).toBe(1)
    expect((await shelf(page)).records).toEqual([])
    await context.close()
  })
})

describe('on a device that others use', () => {
  it('shows neither words nor address to who lists what is stored, and opens to nobody else', async () => {
    const context = await house.device()
    const worker = await house.enter(context, 'asso.paris')
    const { page } = worker
    await writes(page)
    const stored = await shelf(page)
    expect(stored.names).toEqual(['local'])
    expect(stored.records).toHaveLength(1)
    expect(Object.keys(stored.records[0]!).sort()).toEqual([
      'body',
      'id',
      'keyId',
      'nonce',
      'sender',
      'until'
    ])
    expect(JSON.stringify(stored)).not.toMatch(/CANARI|signaler|recit|paris/i)
    await runOut()
    await signIn(page, 'police.69', '/compte')
    await page.waitForLoadState('networkidle')
    expect(await page.getByText(found).count()).toBe(0)
    expect((await shelf(page)).records).toHaveLength(1)
    await runOut()
    await signIn(page, 'asso.paris')
    await waitsFor(page, found)
    await page.getByRole('button', { name: 'Reprendre', exact: true }).click()
    await expect.poll(() => page.locator('main textarea').first().inputValue()).toBe(canary)
    await page.goto('/aujourdhui')
    await waitsFor(page, found)
    await page.getByRole('button', { name: 'Jeter ce brouillon' }).click()
    await expect.poll(async () => (await shelf(page)).records).toEqual([])
    await context.close()
  })

  it('a quick exit empties it at once, and the other tab writes nothing more', async () => {
    const context = await house.device()
    const { page } = await house.enter(context, 'police.69')
    await writes(page)
    const other = await context.newPage()
    await writes(other)
    await page.getByRole('button', { name: 'Quitter vite' }).click()
    await page.waitForURL('about:blank')
    // The other tab leaves as well, and keeps nothing on its way.
    await other.waitForURL('about:blank')
    await other.goto('/')
    await other.waitForTimeout(1500)
    expect((await shelf(other)).names).toEqual([])
    expect(await other.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)')).toBe(
      0
    )
    await context.close()
  })

  it('so does a sign-out', async () => {
    const context = await house.device()
    const { page } = await house.enter(context, 'asso.rhone')
    await writes(page)
    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await page.waitForURL(/oidc\/session\/end|state=/)
    await page.goto('/')
    expect((await shelf(page)).names).toEqual([])
    await context.close()
  })

  it('whoever manages access forgets what opens it: it is thrown away the next time that device is used', async () => {
    const context = await house.device()
    const { page } = await house.enter(context, 'asso.paris')
    await writes(page)
    await runOut()
    await house.db.owner.query('select forget_device_keys($1)', [house.world.as('asso.paris').personId])
    await signIn(page, 'asso.paris')
    await expect.poll(async () => (await shelf(page)).records).toEqual([])
    expect(await page.getByText(found).count()).toBe(0)
    await context.close()
  })
})

it('and no page was wrong, but for what the browser says of a network that is cut and a session that ended', () =>
  expect(
    house.sight.problems.filter((one) => !/status of (40[014]|503)|ERR_INTERNET_DISCONNECTED/.test(one))
  ).toEqual([]))
