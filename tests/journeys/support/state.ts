import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** A form sent with nothing that it asks, past the browser's own word on it: what is wrong is then said on the page that it leads to. */
export const sendsEmpty = async (page: Page, form = 'main form[data-keeps]'): Promise<void> => {
  const sends = `((form) => { form.noValidate = true; form.requestSubmit() })(document.querySelector(${JSON.stringify(form)}))`
  const answered = page.waitForResponse((one) => one.request().method() === 'POST')
  await page.evaluate(sends)
  await answered
  await page.locator('main .alert[role=alert]').first().waitFor()
}

const unfolds = `document.querySelectorAll('details').forEach((one) => { one.open = true })`

/** What axe finds on a page as it stands, with each of its folds open. */
export const faultsOf = async (page: Page): Promise<string[]> => {
  await page.evaluate(unfolds)
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze()
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`)
}
