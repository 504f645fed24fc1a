import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { newOn, noteShown } from './shown.ts'

/** What anybody saw that should not be there. */
export type Sight = { problems: string[] }
export type Person = Awaited<ReturnType<typeof person>>

/** `unseen`: the provider's page is asked and answered without being shown. */
type SignIn = 'by hand' | 'unseen' | false
type Who = { login: string; sight: Sight; javaScript: boolean; signsIn?: SignIn }

const patience = 10_000
const identifiers = /[0-9a-f]{8}-[0-9a-f-]{27}/g
const kindOf = (address: string) => new URL(address).pathname.replace(identifiers, '…')

/** One professional at one desk: signs in as people do, acts by the buttons, and notes whatever a page does wrong. */
export async function person(page: Page, { login, sight, javaScript, signsIn = 'by hand' }: Who) {
  const note = (problem: string) => sight.problems.push(`${login} · ${kindOf(page.url())} · ${problem}`)
  // The browser says of every refused address that it failed: where that is what is asked, it is no problem.
  let expected = false
  page.setDefaultTimeout(patience)
  page.on('pageerror', (error) => note(`script: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected) note(`console: ${message.text()}`)
  })

  /** Its title says nothing, and it is accessible: asked again of a kind of page as soon as one shows something new. No page ever shows an identifier. */
  async function look(): Promise<void> {
    const bare = (await page.locator('main').allTextContents()).join(' ').match(identifiers)
    if (bare) note(`identifier: ${bare.join(' ')}`)
    const kind = kindOf(page.url())
    if (!javaScript) return
    const shown = await newOn(page, kind)
    if (shown.length === 0) return
    const before = sight.problems.length
    // A text that is carried away names nothing, this site included.
    if ((await page.title()) !== (kind.startsWith('/t/') ? 'Lecture' : 'MNIO'))
      note(`title: ${await page.title()}`)
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .setLegacyMode(true)
      .analyze()
    for (const { id, nodes } of violations) note(`axe: ${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`)
    if (sight.problems.length === before) noteShown(kind, shown)
  }

  async function open(path: string): Promise<void> {
    await page.goto(path)
    await look()
  }

  async function follow(name: string | RegExp): Promise<void> {
    const from = page.url()
    await page.getByRole('link', { name }).first().click()
    await page.waitForURL((url) => url.href !== from)
    await look()
  }

  type Fill = () => Promise<unknown>
  const main = page.locator('main')

  /** The form of an act that stands on the page at hand: filled in there, and sent until the page is read again. Before its script runs, the browser itself sends it. */
  async function sendsHere(form: Locator, act: string, fill: Fill): Promise<void> {
    const folded = form.locator('xpath=ancestor::details[not(@open)]/summary')
    if ((await folded.count()) > 0) await folded.first().click()
    await fill()
    const read = Promise.any([
      page.waitForResponse((one) => /__data\.json/.test(one.url())),
      page.waitForEvent('domcontentloaded')
    ])
    await form.getByRole('button', { name: act, exact: true }).click()
    await read
    await page.locator('button[aria-busy]').waitFor({ state: 'detached' })
  }

  async function sends(act: string, fill: Fill): Promise<void> {
    const here = main.locator('form', { has: page.getByRole('button', { name: act, exact: true }) })
    if ((await here.count()) > 0) return sendsHere(here, act, fill)
    const link = page.getByRole('link', { name: act, exact: true }).first()
    const more = page.locator('summary, a', { hasText: /autres? actes? possibles?$/ })
    if (!(await link.isVisible()) && (await more.count()) > 0) await more.first().click()
    await link.click()
    await page.getByRole('heading', { level: 1, name: act }).waitFor()
    await look()
    await fill()
    await page.getByRole('button', { name: act, exact: true }).click()
  }

  /** An act of the page at hand: its button, its form, and the word that it is done. */
  async function does(act: string, fill: Fill = async () => undefined): Promise<void> {
    await sends(act, fill)
    await page
      .getByText(/^C’est (fait|enregistré)/)
      .first()
      .waitFor()
    await look()
  }

  /** An act that the house refuses: its form comes back and says why. */
  const triesInVain = (act: string, fill: Fill, why: string | RegExp) => inVain(() => sends(act, fill), why)

  /** Whatever the house refuses, by whatever form: the browser says that it failed, and that is what is asked. */
  async function inVain(work: Fill, why?: string | RegExp): Promise<void> {
    expected = true
    await work()
    if (why !== undefined) await page.getByText(why).first().waitFor()
    expected = false
    await look()
  }

  /** A press of a page's own form that is refused: it comes back and says why. */
  const pressesInVain = (button: string, why: string | RegExp) =>
    inVain(() => page.getByRole('button', { name: button }).click(), why)

  const named = (label: string) =>
    new RegExp(`^\\s*${label.replace(/[()?.]/g, '\\$&').replaceAll(' ', '\\s')}\\s*(facultatif)?$`)
  const control = (label: string) => main.getByLabel(named(label))
  const answers = {
    pick: (legend: string, choice: string) =>
      main.getByRole('group', { name: legend }).getByLabel(choice, { exact: true }).first().check(),
    choose: (label: string, choice: string) => control(label).selectOption({ label: choice }),
    write: (label: string, words: string) => control(label).fill(words),
    tick: (label: string) => control(label).check()
  }

  /** How the page of an address would answer, without going there. */
  async function statusOf(path: string): Promise<number> {
    expected = true
    const status = await page.evaluate(async (to) => (await fetch(to)).status, path)
    expected = false
    return status
  }

  const text = () => page.locator('body').innerText()

  async function signIn(): Promise<void> {
    await page.goto('/auth/login')
    await page.locator(`button[formaction$="/${login}"]`).click()
    await page.waitForURL(({ pathname }) => !/^\/(oidc|auth)\//.test(pathname))
    await look()
  }

  /** The same exchange with the same cookies: its pages are shown in sessions.test.ts and opening.test.ts, not to everybody of each story. */
  async function signInUnseen(): Promise<void> {
    const { request } = page
    const accounts = await request.get('/auth/login')
    const found = new RegExp(`formaction="([^"]+/${login.replaceAll('.', '\\.')})"`).exec(
      await accounts.text()
    )
    if (!found) throw new Error(`the provider's page has no account ${login}`)
    const account = new URL(found[1]!, accounts.url())
    const headers = { origin: account.origin, 'sec-fetch-site': 'same-origin' }
    await open((await request.post(account.href, { headers })).url())
  }

  if (signsIn === 'by hand') await signIn()
  if (signsIn === 'unseen') await signInUnseen()
  return {
    login,
    page,
    open,
    follow,
    does,
    triesInVain,
    inVain,
    pressesInVain,
    look,
    text,
    statusOf,
    ...answers
  }
}
