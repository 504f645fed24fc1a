import type { BrowserContext, Page, Route } from 'playwright-core'
import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openPages } from '../../support/running/browser.ts'
import { person, type Sight } from '../support/person.ts'

// What two pages of one session know of each other’s time, and what is kept on a device once the session is over.

const openHouse = async () => {
  const { browser, ...pages } = await openPages()
  const sight: Sight = { problems: [] }
  return {
    ...pages,
    device: () => browser.newContext({ baseURL: pages.base, locale: 'fr-FR' }),
    enter: async (context: BrowserContext, login: string) =>
      person(await context.newPage(), { login, sight, javaScript: true })
  }
}
const house = await forFile(openHouse())

/** A page whose clock can be set forward, as if nobody had touched it for so long. */
const later = (page: Page, minutes: number) =>
  page.evaluate(`(() => { const past = Date.now; Date.now = () => past() + ${minutes} * 60000 })()`)
const opened = async (page: Page, path: string) => {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
}
/** What a person sees within so long. */
const sees = (page: Page, words: string | RegExp, timeout: number) =>
  page
    .getByText(words)
    .first()
    .waitFor({ timeout })
    .then(
      () => true,
      () => false
    )

const closing = 'Votre session se ferme dans une minute.'

it('who is active in one tab is warned in no other that their session closes', async () => {
  const context = await house.device()
  const { page } = await house.enter(context, 'asso.rhone')
  const beside = await context.newPage()
  for (const one of [page, beside]) await opened(one, '/echeances')
  for (const one of [page, beside]) await later(one, 14.2)
  for (const one of [page, beside]) expect(await sees(one, closing, 5_000)).toBe(true)
  await beside.getByRole('button', { name: 'Garder la session ouverte' }).click()
  for (const one of [beside, page])
    await one.getByText(closing).waitFor({ state: 'detached', timeout: 5_000 })
  await context.close()
})

const keptHere = /Brouillon gardé sur cet appareil/
const keys = /\/api\/devices\/[^/]+\/key$/

it('what is typed once the session is over is kept on no device, and what is typed without a network is', async () => {
  const context = await house.device()
  const { page } = await house.enter(context, 'asso.paris')
  /** Goes on within the site to another form, the key of the page at hand having grown old; another tab has kept the session alive. */
  const goesOn = async () => {
    await later(page, 31)
    await page.evaluate(`(() => {
      window.stays = true
      new BroadcastChannel('session').postMessage('alive')
      const link = document.createElement('a')
      link.href = '/signaler/relire'
      document.querySelector('main').append(link)
      link.click()
    })()`)
    await page.waitForURL('**/signaler/relire')
    expect(await page.evaluate('window.stays'), 'the same page goes on').toBe(true)
  }
  let answers: (route: Route) => Promise<void> = (route) => route.continue()
  await page.route(keys, (route) => answers(route))
  for (const [answer, keeps] of [
    [(route: Route) => route.fulfill({ status: 401, json: {} }), false],
    [(route: Route) => route.abort(), true]
  ] as const) {
    answers = (route) => route.continue()
    await opened(page, '/signaler/danger')
    answers = answer
    const asked = page.waitForRequest(keys)
    await goesOn()
    await asked
    await page.locator('main textarea').first().fill('24 rue du CANARI')
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    expect(await sees(page, keptHere, keeps ? 10_000 : 5_000)).toBe(keeps)
  }
  await context.close()
})
