import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { Person } from './person.ts'
import type { Stage } from './stage.ts'

const routesFolder = fileURLToPath(new URL('../../../web/src/routes', import.meta.url))

/** What of an address is the same for everybody. */
const plainOf = (page: string) => page.replace(/\[+\w+\]+/g, '')

const files = readdirSync(routesFolder, { recursive: true, encoding: 'utf8' })
const addressesOf = (file: string, holds: (path: string) => boolean = () => true) =>
  files
    .filter((one) => one.endsWith(file) && holds(join(routesFolder, one)))
    .map(
      (one) =>
        `/${one
          .slice(0, -file.length)
          .replace(/^\(app\)\//, '')
          .replace(/\/$/, '')}`
    )

/** The pages that there are, by the folders that hold them: `/dossiers/[id]`. The plainest address comes first. */
export const pages = addressesOf('+page.svelte').toSorted(
  (one, other) => plainOf(other).length - plainOf(one).length
)
/** Those that a form of theirs comes back to, with what is wrong or with what was done. */
export const answeringForms = addressesOf('+page.server.ts', (path) =>
  readFileSync(path, 'utf8').includes('export const actions')
)
const shapes = pages.map((page) => {
  const address = page.replace(/\/\[\[\w+\]\]/g, '(/[^/]+)?').replace(/\[\w+\]/g, '[^/]+')
  return { page, is: new RegExp(`^${address}$`) }
})
export const pageOf = (path: string) => shapes.find(({ is }) => is.test(path.replace(/[?#].*$/, '')))?.page

/** What is asked of each kind of page, at the first address that leads to it. */
type Examine = (page: Page, kind: string) => Promise<void>

/** Goes to a page that was not seen yet, and gives where it leads. */
async function looksAt(
  { page }: Person,
  path: string,
  seen: Set<string>,
  examine: Examine
): Promise<string[]> {
  const kind = pageOf(path)
  if (!kind || seen.has(kind)) return []
  // Most rooms are somebody else's: to be refused one, it need not be shown.
  const asked = await page.request.get(path)
  if (!asked.ok() || pageOf(new URL(asked.url()).pathname) !== kind) return []
  const answer = await page.goto(path, { waitUntil: 'domcontentloaded' })
  if (!answer?.ok() || pageOf(new URL(page.url()).pathname) !== kind) return []
  seen.add(kind)
  const links = await page.evaluate<string[]>(
    `[...document.querySelectorAll('a[href^="/"]')].map((one) => one.getAttribute('href'))`
  )
  // Last: it may leave the page in another state, or on another page.
  await examine(page, kind)
  return links
}

async function walksAll(
  worker: Person,
  from: readonly string[],
  seen: Set<string>,
  examine: Examine
): Promise<void> {
  const left = [...from]
  for (let path = left.shift(); path !== undefined; path = left.shift())
    left.push(...(await looksAt(worker, path, seen, examine)))
}

/**
 * A case that has gone some way, and the readers whose desks lead together to almost every page, at 320 px; each is looked at once. Gives
 * the kinds of pages that were.
 */
export async function seesEveryPage(stage: Stage, examine: Examine): Promise<Set<string>> {
  const id = await stage.tell.presumed({ metOn: stage.day() })
  const how = { language: 'bin', means: 'in_person' }
  await stage.tell.act('asso.rhone', id, 'person.inform', {
    on: stage.day(),
    ...how,
    helpWithoutConsent: true
  })
  await stage.tell.act('asso.rhone', id, 'consent.record', { scopes: ['B', 'C'], ...how })
  await stage.tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
  const seen = new Set<string>()
  const still = pages.filter((page) => !page.includes('[') || page.includes('[['))
  const ofCase = ['', '/entretien', '/papier', '/hors-perimetre'].map((part) => `/dossiers/${id}${part}`)
  const starts = [...ofCase, ...still, '/signaler/maintenant', '/signaler/envoye', '/t/r8hj']
  const see = async (worker: Person, from: readonly string[]) => {
    await worker.page.setViewportSize({ width: 320, height: 640 })
    await walksAll(worker, from, seen, examine)
  }
  for (const login of ['asso.rhone', 'cellule.69', 'acse', 'foyer.azur'])
    await see(await stage.enter(login), starts)
  // The list of organisations was seen by the cell's secretary, who has seats to confirm there and none to keep.
  const { rows } = await stage.db.owner.query<{ id: string }>(
    `select id from organisation where key = 'asso-rhone'`
  )
  await see(await stage.enter('admin'), [`/organisations/${rows[0]!.id}`, ...starts])
  for (const login of ['miprof', 'dpo']) await see(await stage.enter(login), starts)
  await see(await stage.visitor('passant'), ['/', '/connexion', '/lien/envoye'])
  return seen
}
