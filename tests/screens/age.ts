import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pageOf } from '../journeys/support/crawl.ts'
import { screens, type Where } from './rows.ts'

const sources = fileURLToPath(new URL('../../web/src/', import.meta.url))
const words = JSON.parse(
  readFileSync(new URL('../../web/messages/fr.json', import.meta.url), 'utf8')
) as Record<string, string>

/** As the table of routes has it. */
export const kindOf = (where: Where): string => {
  if (typeof where === 'string') return pageOf(where)!
  return 'referral' in where ? '/orientations/[id]' : `/dossiers/[id]${where.then ?? ''}`
}

/** The pages of which there are pictures. */
const shownPages = [
  ...new Set(Object.values(screens).flatMap(({ pages }) => Object.values<Where>(pages).map(kindOf)))
].toSorted()

// What every page shares has a digest of its own: each change of it makes all pictures old.
const shared = /^lib\/(ui|shell)\//

const read = (file: string) => readFileSync(sources + file, 'utf8')

/** A file and the parts that it names, and those that these name. */
const partsOf = (file: string, known: Set<string>): void => {
  if (known.has(file) || shared.test(file)) return
  known.add(file)
  for (const [, part] of read(file).matchAll(/from '#(lib\/[\w/.]+\.svelte)'/g)) partsOf(part!, known)
  const beside = file.slice(0, file.lastIndexOf('/') + 1)
  for (const [, part] of read(file).matchAll(/from '\.\/(\w+\.svelte)'/g)) partsOf(beside + part!, known)
}

const ownFiles = (page: string): string[] =>
  ['routes/(app)', 'routes']
    .flatMap((folder) =>
      ['+page.svelte', '+page.server.ts', '+page.ts'].map((name) => `${folder}${page}/${name}`)
    )
    .filter((file) => existsSync(sources + file))

const said = (text: string): string[] =>
  [...text.matchAll(/\btn?\('([\w.]+)'/g)].map(([, key]) => `${key}: ${words[key!] ?? ''}`)

const digest = (files: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const file of files.toSorted()) hash.update([file, read(file), ...said(read(file))].join('\n'))
  return hash.digest('hex').slice(0, 16)
}

/** What a page is made of, its French words with it: a picture of it is as old as this is. */
const digestOf = (page: string): string => {
  const files = new Set<string>()
  for (const file of ownFiles(page)) partsOf(file, files)
  return digest([...files])
}

/** What stands in every picture. */
const digestOfAll = (): string => {
  const parts = readdirSync(`${sources}lib`, { recursive: true, encoding: 'utf8' }).map((one) => `lib/${one}`)
  const files = parts.filter((one) => shared.test(one) && one.endsWith('.svelte'))
  return digest([...files, 'app.css'])
}

/** Of what the pictures were made when they were taken. */
export type Taken = { shared: string; pages: Record<string, string> }

export const madeNow = (): Taken => ({
  shared: digestOfAll(),
  pages: Object.fromEntries(shownPages.map((page) => [page, digestOf(page)]))
})

/** The pages that have become another since. */
export const changedSince = (then: Taken, now: Taken): string[] =>
  Object.keys(now.pages).filter((page) => then.pages[page] !== now.pages[page])
