import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pageOf } from '../journeys/support/crawl.ts'
import { screens, type Where } from './rows.ts'

const sources = fileURLToPath(new URL('../../web/src/', import.meta.url))
const words = JSON.parse(
  readFileSync(new URL('../../web/messages/fr.json', import.meta.url), 'utf8')
) as Record<string, string>

/** As the table of routes has it. */
const kindOf = (where: Where): string => {
  if (typeof where === 'string') return pageOf(where)!
  return 'referral' in where ? '/orientations/[id]' : `/dossiers/[id]${where.then ?? ''}`
}

/** The pages of which there are pictures. */
export const shownPages = [
  ...new Set(Object.values(screens).flatMap(({ pages }) => Object.values<Where>(pages).map(kindOf)))
].toSorted()

// What every page shares is left out: each change of it would make all pictures old.
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

/** What a page is made of, its French words with it: a picture of it is as old as this is. */
export const digestOf = (page: string): string => {
  const files = new Set<string>()
  for (const file of ownFiles(page)) partsOf(file, files)
  const hash = createHash('sha256')
  for (const file of [...files].toSorted()) hash.update([file, read(file), ...said(read(file))].join('\n'))
  return hash.digest('hex').slice(0, 16)
}
