import type { FastifyInstance } from 'fastify'
import { visitor, type Answer, type Visitor } from './visitor.ts'

const cookieName = '__Host-mnio'

/** Signs in through the real flow (code, PKCE, the provider's page) and gives the `cookie` header to send. */
export async function signIn(target: FastifyInstance | string, login: string): Promise<string> {
  const browser = visitor(target)
  const arrived = await chooseAccount(browser, await toAccounts(browser), login)
  // On the way back nothing has failed unless the address says so.
  if (arrived.url.includes('erreur=')) throw new Error(`sign-in of ${login} ended on ${arrived.url}`)
  if (waits(arrived)) await closeLeastUsed(browser)
  return `${cookieName}=${browser.cookie(cookieName) ?? ''}`
}

/** Whether as many sessions as may be are open, and this sign-in waits for a choice. */
export const waits = ({ url }: Answer): boolean => new URL(url).pathname === '/connexion/appareils'

/** What the choice of a waiting sign-in shows. */
export const choiceOf = async (browser: Visitor) =>
  JSON.parse((await browser.send('/api/sign-in')).body) as { items: { id: string }[]; person: string }

const closeLeastUsed = async (browser: Visitor) => {
  const { items } = await choiceOf(browser)
  await browser.submit(`/auth/choice?fin=${items.at(-1)?.id ?? ''}`)
}

/** The headers of a script on our own page, for unsafe requests. */
export const fromPage = (cookie: string, origin = 'http://localhost:3000') => ({
  cookie,
  origin,
  'sec-fetch-site': 'same-origin'
})

/** From the sign-in button to the provider's list of accounts. */
export const toAccounts = async (browser: Visitor, returnTo = '/') =>
  browser.follow(await browser.send(`/auth/login?retour=${encodeURIComponent(returnTo)}`))

/** One click on an account, then back to the product; stops before the first page of the product is opened. */
export async function chooseAccount(browser: Visitor, accounts: Answer, login: string): Promise<Answer> {
  const callback = await toCallback(browser, accounts, login)
  return browser.follow(await browser.send(callback), () => true)
}

/** One click on an account; gives the callback address that carries the code, not yet opened. */
export async function toCallback(browser: Visitor, accounts: Answer, login: string): Promise<string> {
  const action = accounts.body.match(new RegExp(`formaction="([^"]+/${login.replaceAll('.', '\\.')})"`))?.[1]
  if (action === undefined) throw new Error(`the provider's page has no account ${login}: ${accounts.url}`)
  const clicked = await browser.submit(new URL(action, accounts.url).href)
  const arrived = await browser.follow(clicked, ({ pathname }) => pathname === '/auth/callback')
  return arrived.url
}
