import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What a page may be met in beside how it opens, and how somebody comes to it there. */
export type State = { is: string; enters: (page: Page) => Promise<unknown> }

/** Another address of the same page. */
export const at = (is: string, address: (path: string) => string): State => ({
  is,
  enters: (page) => page.goto(address(new URL(page.url()).pathname), { waitUntil: 'domcontentloaded' })
})

export const asked = (is: string, query: string): State => at(is, (path) => `${path}?${query}`)

export const nothing = (query: string): State => asked('nothing found', query)

/** As somebody finds it who was just told that their act is done. */
export const done = (query = 'fait'): State => asked('after its act', query)

/** A form sent with nothing that it asks, past the browser's own word on it: what is wrong is then said on the page that it leads to. */
export const sendsEmpty = async (page: Page, form = 'main form[data-keeps]'): Promise<void> => {
  const sends = `((form) => { form.noValidate = true; form.requestSubmit() })(document.querySelector(${JSON.stringify(form)}))`
  const answered = page.waitForResponse((one) => one.request().method() === 'POST')
  await page.evaluate(sends)
  await answered
  await page.locator('main .alert[role=alert]').first().waitFor()
}

export const sentEmpty = (form?: string, is = 'sent empty'): State => ({
  is,
  enters: (page) => sendsEmpty(page, form)
})

/** One after the other: the second where the first led. */
export const inTurn = (is: string, ...states: readonly State[]): State => ({
  is,
  enters: async (page) => {
    for (const one of states) await one.enters(page)
  }
})

/** A button of the page is pressed, and what it shows is there. */
export const pressed = (is: string, button: string | RegExp, shows: string): State => ({
  is,
  enters: async (page) => {
    await page.locator('main').getByRole('button', { name: button }).first().click()
    await page.locator(shows).first().waitFor()
  }
})

const unfolds = `document.querySelectorAll('details').forEach((one) => { one.open = true })`

/** What axe finds on a page as it stands, with each of its folds open; of colours alone, or of all that it knows. */
export const faultsOf = async (page: Page, of: 'colours' | 'all' = 'all'): Promise<string[]> => {
  await page.evaluate(unfolds)
  const asked = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    ...(of === 'colours' && { runOnly: ['color-contrast'] })
  })
  const { violations } = await asked.setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`)
}
