import type { Page } from 'playwright-core'
import { faultsOf } from './state.ts'

/** What a page may be met in beside how it opens, and how somebody comes to it there. */
type State = { is: string; enters: (page: Page) => Promise<unknown> }

const told = '.alert, .callout.late'

/** Sent with nothing that it asks, past the browser's own word on it: what is wrong is then said on the page. */
const sentEmpty = (form = 'main form[data-keeps]'): State => ({
  is: 'sent empty',
  enters: async (page) => {
    const sends = `((form) => { form.noValidate = true; form.requestSubmit() })(document.querySelector(${JSON.stringify(form)}))`
    await page.evaluate(sends)
    await page.locator(told).first().waitFor()
  }
})

/** Another address of the same page. */
const at = (is: string, address: (path: string) => string): State => ({
  is,
  enters: (page) => page.goto(address(new URL(page.url()).pathname), { waitUntil: 'domcontentloaded' })
})

const nothing = (query: string) => at('nothing found', (path) => `${path}?${query}`)

const dark: State = { is: 'dark', enters: (page) => page.emulateMedia({ colorScheme: 'dark' }) }

const nobody = '00000000-0000-4000-8000-000000000000'

/** By the page as the table of routes has it; every page is looked at as it opens as well, with each of its folds open. */
export const states: Record<string, readonly State[]> = {
  '/aujourdhui': [dark],
  '/dossiers': [nothing('q=ZZZZ')],
  '/dossiers/[id]': [dark, at('not found', () => `/dossiers/${nobody}`)],
  '/dossiers/[id]/entretien': [sentEmpty()],
  '/dossiers/[id]/agir/[command]': [
    {
      is: 'sent empty',
      enters: async (page) => {
        const path = new URL(page.url()).pathname.replace(/[^/]+$/, 'complaint.file')
        await page.goto(path, { waitUntil: 'domcontentloaded' })
        await sentEmpty().enters(page)
      }
    }
  ],
  '/dossiers/[id]/lies': [sentEmpty('main form[action="?/make"]')],
  '/signaler/[step]': [sentEmpty()],
  '/places': [nothing('q=zzzz')],
  '/droit': [nothing('q=zzzz')],
  '/chercher': [
    {
      is: 'nothing found',
      enters: async (page) => {
        await page.locator('main input[name="q"]').fill('zzzz')
        await page.locator('main form[role="search"] button').click()
        await page.getByText('Rien ne répond').waitFor()
      }
    }
  ],
  '/chiffres': [dark],
  '/organisations': [nothing('nom=zzzz')],
  '/organisations/importer': [sentEmpty('main form[action="?/preview"]')],
  '/reprise': [sentEmpty('main form[action="?/preview"]')],
  '/configuration': [sentEmpty('main form[action="?/create"]')]
}

/** What axe finds on a page, as it opens and in each state that the table gives it. Leaves the page in the last of them. */
export async function faultsInEachState(page: Page, kind: string): Promise<string[]> {
  const found: string[] = []
  const notes = async (is: string) =>
    found.push(...(await faultsOf(page)).map((fault) => `${kind}, ${is}: ${fault}`))
  await notes('as it opens')
  for (const { is, enters } of states[kind] ?? []) {
    await enters(page)
    await notes(is)
  }
  await page.emulateMedia({ colorScheme: null })
  return found
}
