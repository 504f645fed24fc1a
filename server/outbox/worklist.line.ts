import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Situation } from '../../workflows/guards/guards.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Glanced } from '../disclosure/badges.ts'
import { discloseLine } from '../disclosure/line.ts'

const shownFacts = [
  'danger',
  'ageGroup',
  'ageBand',
  'localDanger',
  'removalBar',
  'forms',
  'language'
] as const

/** What a list shows of a case, in codes, as it is told in one capacity. It holds no day. */
export type ShownLine = {
  territory: string
  identification: string
  facts: Glanced
}

/** The line of a case for those of a capacity, as it is kept. Pure. */
export const lineShown = (capacity: Capacity, { regions, facts }: Situation): string => {
  const told = discloseLine({ capacity, facts }, [...shownFacts, 'indicators'])
  const { indicators, consents: _consents, ...shown } = told.facts
  const line: ShownLine = {
    territory: told.territory,
    identification: told.identification(regions.identification).state,
    facts: { ...shown, ...(indicators && { indicators: { length: indicators.length } }) }
  }
  return JSON.stringify(line)
}

/** Where all is written that makes a line, but for how it is stored: a test walks what `keptLine` imports, and meets nothing else. */
export const madeIn = [
  'workflows',
  'policies',
  'server/disclosure',
  'server/deadlines',
  'server/outbox'
] as const

const root = new URL('../../', import.meta.url)
const rules = madeIn.flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(new URL(`${folder}/${name}`, root), 'utf8')
    }))
)

const comments = /^\s*(?:\/\/|\/?\*).*$/gm

/**
 * The digest of what makes lines: of the tables and functions as they are written, since a list of those that count is forgotten.
 * `as` is for a test, to which a file says something else.
 */
export const digestOf = (as = (_path: string, text: string) => text): string => {
  const digest = createHash('sha256')
  for (const { path, text } of rules) digest.update(`${path}\n${as(path, text).replace(comments, '')}\n`)
  return digest.digest('base64url').slice(0, 16)
}

/** By which a line is known to be made by what is written now; a test says that something else was. */
export const lineTables = { digest: digestOf() }
