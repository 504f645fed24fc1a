import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import type { Person } from '../support/person.ts'
import { openStage } from '../support/stage.ts'

const stage = await forFile(openStage())
const routesFolder = fileURLToPath(new URL('../../../web/src/routes', import.meta.url))

/** What of an address is the same for everybody. */
const plainOf = (page: string) => page.replace(/\[+\w+\]+/g, '')

/** The pages that there are, by the folders that hold them: `/dossiers/[id]`. The plainest address comes first. */
const pages = readdirSync(routesFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('+page.svelte'))
  .map((file) => `/${file.replace(/(^|\/)\+page\.svelte$/, '').replace(/^\(app\)\/?/, '')}`)
  .toSorted((one, other) => plainOf(other).length - plainOf(one).length)
const shapes = pages.map((page) => {
  const address = page.replace(/\/\[\[\w+\]\]/g, '(/[^/]+)?').replace(/\[\w+\]/g, '[^/]+')
  return { page, is: new RegExp(`^${address}$`) }
})
const pageOf = (path: string) => shapes.find(({ is }) => is.test(path.replace(/[?#].*$/, '')))?.page

/** Pages that nobody of this story comes to: they lead on by themselves, are somebody else's, or something must happen first. */
const elsewhere = [
  ...['/attente', '/signaler', '/personnes/revue'],
  ...['/invitation/[token]', '/lien/[token]', '/lien/[token]/agir/[command]', '/passages/[id]'],
  ...['/acces-urgence/[id]', '/acces-urgence/[id]/agir/[command]', '/dossiers/[id]/urgence'],
  ...['/configuration/[version]/publier', '/configuration/bascules/[id]', '/reunions/[id]'],
  ...['/orientations/[id]/hors-perimetre', '/places/[id]', '/places/[id]/agir/[command]'],
  ...['/protocoles/[name]', '/protocoles/[name]/bascule', '/protocoles/[name]/preparer'],
  ...['/protocoles/[name]/signer', '/lieux-de-vie', '/reunions/[id]/convocation'],
  // Before the first release there is no table.
  ...['/chiffres/[table]', '/publications/[table]']
]

type Seen = { wide: string[]; pages: Set<string> }

/** Goes to a page that was not seen yet, and gives where it leads. */
async function looksAt({ page }: Person, path: string, seen: Seen): Promise<string[]> {
  const kind = pageOf(path)
  if (!kind || seen.pages.has(kind)) return []
  // Most rooms are somebody else's: to be refused one, it need not be shown.
  const asked = await page.request.get(path)
  if (!asked.ok() || pageOf(new URL(asked.url()).pathname) !== kind) return []
  const answer = await page.goto(path, { waitUntil: 'domcontentloaded' })
  if (!answer?.ok() || pageOf(new URL(page.url()).pathname) !== kind) return []
  seen.pages.add(kind)
  const wide = await page.evaluate<string | null>(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return null
    const beyond = [...document.querySelectorAll('main *, header *, footer *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
    return scrollWidth + ' px, by ' + (beyond.at(-1)?.outerHTML ?? '').slice(0, 120)
  })()`)
  if (wide) seen.wide.push(`${kind}: ${wide}`)
  return page.evaluate(
    `[...document.querySelectorAll('a[href^="/"]')].map((one) => one.getAttribute('href'))`
  )
}

async function walksAll(worker: Person, from: readonly string[], seen: Seen): Promise<void> {
  await worker.page.setViewportSize({ width: 320, height: 640 })
  const left = [...from]
  for (let path = left.shift(); path !== undefined; path = left.shift())
    left.push(...(await looksAt(worker, path, seen)))
}

describe('at 320 pixels', () => {
  it('no page of the product is wider than the screen, whoever reads it', async () => {
    const id = await stage.tell.presumed({ metOn: stage.day() })
    const how = { language: 'bin', means: 'in_person' }
    await stage.tell.act('asso.rhone', id, 'person.inform', {
      on: stage.day(),
      ...how,
      helpWithoutConsent: true
    })
    await stage.tell.act('asso.rhone', id, 'consent.record', { scopes: ['B', 'C'], ...how })
    await stage.tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    const seen: Seen = { wide: [], pages: new Set() }
    const still = pages.filter((page) => !page.includes('[') || page.includes('[['))
    const ofCase = ['', '/entretien', '/papier', '/hors-perimetre'].map((part) => `/dossiers/${id}${part}`)
    const starts = [...ofCase, ...still, '/signaler/maintenant', '/signaler/envoye', '/t/r8hj']
    for (const login of ['asso.rhone', 'cellule.69', 'acse', 'foyer.azur', 'admin', 'miprof', 'dpo'])
      await walksAll(await stage.enter(login), starts, seen)
    await walksAll(await stage.visitor('passant'), ['/', '/connexion', '/lien/envoye'], seen)
    expect(seen.wide).toEqual([])
    expect(pages.filter((page) => !seen.pages.has(page)).toSorted()).toEqual(elsewhere.toSorted())
  })
}, 300_000)
