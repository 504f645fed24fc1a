import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext, Page, Request } from 'playwright-core'

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
export const sendsEmpty = async (
  page: Page,
  form = 'main form[data-keeps]',
  shows = 'main .alert[role=alert]'
): Promise<void> => {
  const sends = `((form) => { form.noValidate = true; form.requestSubmit() })(document.querySelector(${JSON.stringify(form)}))`
  // Of one breath: where there is no such form, nobody is left waiting for its answer.
  await Promise.all([page.waitForResponse((one) => one.request().method() === 'POST'), page.evaluate(sends)])
  await page.locator(shows).first().waitFor()
}

export const sentEmpty = (form?: string, shows?: string, is = 'sent empty'): State => ({
  is,
  enters: (page) => sendsEmpty(page, form, shows)
})

/** A form of which one answer was written wrong, all others as they stood. */
export const sentWrong = (is: string, field: string, words: string, form: string): State => ({
  is,
  enters: async (page) => {
    await page.locator(`${form} ${field}`).fill(words)
    await sendsEmpty(page, form)
  }
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

/** A form sent as it stands, and what it leads to is there. */
export const sent = (is: string, form: string, shows: string): State => ({
  is,
  enters: async (page) => {
    await page.evaluate(`document.querySelector(${JSON.stringify(form)}).requestSubmit()`)
    await page.locator(shows).first().waitFor()
  }
})

// A colour on its way from one theme to the other is none that anybody reads.
const unfolds = `(() => {
  document.querySelectorAll('details').forEach((one) => { one.open = true })
  for (const moving of document.getAnimations()) try { moving.finish() } catch { /* goes round for ever */ }
})()`

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

/** What reaches beyond the screen, if anything does. */
const tooWide = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return null
  const beyond = [...document.querySelectorAll('main *, header *, footer *')]
    .filter((one) => one.getBoundingClientRect().right > clientWidth + 1 || one.scrollWidth > clientWidth)
  return scrollWidth + ' px, by ' + (beyond.at(-1)?.outerHTML ?? '').slice(0, 120)
})()`

/** The narrowest phone there is. */
export const aPhone = { width: 320, height: 640 }

/** By the widths at which a page is too wide, what reaches beyond them. It stands as wide afterwards as it did before. */
export async function wideOf(page: Page, widths: readonly number[] = [aPhone.width]): Promise<string[]> {
  const before = page.viewportSize() ?? aPhone
  const found: string[] = []
  const stands = async (size: typeof aPhone) => {
    if (page.viewportSize()?.width !== size.width) await page.setViewportSize(size)
  }
  for (const width of widths) {
    await stands({ ...aPhone, width })
    const beyond = await page.evaluate<string | null>(tooWide)
    if (beyond) found.push(`at ${width}: ${beyond}`)
  }
  await stands(before)
  return found
}

/** What stays as it was written: the name of a place or a region, the title of a source, and why somebody published a configuration. */
const asWritten = [
  'Pas-de-Calais',
  'Grand Est',
  'Fédération des acteurs de la solidarité',
  'Première version'
]

/**
 * French sentences in an English page that are not marked as French: a text of the law, or a person's rights in their language, is. What
 * is only heard or hovered over is read as well. The code of a case, drawn from letters and digits as 4CE5 is, says no word.
 */
export const french = (html: string) => `(() => {
  const words = /(^|[^\\p{L}\\p{N}])(vous|votre|vos|est|sont|cette|aucun|aucune|avec|dans|une|déjà|être|qui|ce|ne|pas)(?=$|[^\\p{L}\\p{N}])/iu
  const page = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html')
  const found = page.documentElement.lang === 'en' ? [] : ['the page says that it is in ' + page.documentElement.lang]
  const judge = (said, where) => {
    if (where.closest('script, style, [lang]:not(html)') || !words.test(said)) return
    if (!${JSON.stringify(asWritten)}.some((one) => said.includes(one))) found.push(said.trim().slice(0, 90))
  }
  const texts = document.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) judge(texts.currentNode.data, texts.currentNode.parentElement)
  const heard = ['aria-label', 'aria-description', 'title', 'alt', 'placeholder']
  for (const one of page.querySelectorAll('*'))
    for (const name of heard) if (one.hasAttribute(name)) judge(one.getAttribute(name), one)
  return found
})()`

/** A form that was sent, and the addresses at which a page that answers it stands. */
type SentForm = { request: Request; stands: readonly string[] }

/** By its page, the last one. */
const sentForms = new WeakMap<Page, { last?: SentForm }>()

const isForm = (request: Request) =>
  request.method() === 'POST' && /form/.test(request.headers()['content-type'] ?? '')

/** From now on it is known what form the page at hand answers, if it does: such an answer has no address to read it from. */
export function heeds(page: Page): void {
  if (sentForms.has(page)) return
  const sent: { last?: SentForm } = {}
  sentForms.set(page, sent)
  page.on('request', (request) => {
    if (isForm(request)) sent.last = { request, stands: [page.url(), request.url()] }
    else if (request.isNavigationRequest() && request.frame() === page.mainFrame()) delete sent.last
  })
}

/** The page at hand in English: read from its address, or, where it answers a form, by sending that again under its own key. */
export async function inEnglish(page: Page): Promise<string> {
  const headers = { accept: 'text/html', 'accept-language': 'en' }
  const form = sentForms.get(page)?.last
  const data = form?.stands.includes(page.url()) ? form.request.postDataBuffer() : null
  if (!form || !data) return (await page.request.get(page.url(), { headers })).text()
  const to = form.request.url()
  const sender = { origin: new URL(to).origin, 'sec-fetch-site': 'same-origin' }
  const type = { 'content-type': form.request.headers()['content-type'] ?? '' }
  return (await page.request.post(to, { data, headers: { ...headers, ...sender, ...type } })).text()
}

const beside = new WeakMap<BrowserContext, Page>()

/** No page of ours takes a text for a page: English is read on an empty one beside it. */
async function apartFrom(page: Page): Promise<Page> {
  const context = page.context()
  const apart = beside.get(context) ?? (await context.newPage())
  beside.set(context, apart)
  return apart
}

/** What whoever reads English has of the page at hand in French. */
export const frenchOf = async (page: Page): Promise<string[]> =>
  (await apartFrom(page)).evaluate<string[]>(french(await inEnglish(page)))
