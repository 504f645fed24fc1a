import { readdirSync, readFileSync } from 'node:fs'
import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, it } from 'vitest'
import { holdings } from '../docs/generate/processing/holdings.ts'
import { tablesThere } from '../docs/generate/processing/tables.ts'
import { membership, person } from '../server/db/schema/schema.ts'
import { consentScopes } from '../workflows/vocabulary/vocabulary.ts'

const root = new URL('../', import.meta.url)
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8')

describe('the register of processing', () => {
  it('names every table of the database', () => {
    expect(
      tablesThere().filter((name) => !Object.hasOwn(holdings, name)),
      'say in docs/generate/processing/holdings.ts of whom a new table speaks, then npm run docs'
    ).toEqual([])
    expect(tablesThere().length).toBeGreaterThan(40)
  })

  it('names the consents that the software records, and what the person is told is its newest text', () => {
    const letters = Object.keys(consentScopes)
    const named = /\((\p{Lu}) à (\p{Lu}), et (\p{Lu})\)/u.exec(textOf('docs/donnees/registre.md'))!.slice(1)
    const [first, last, beside] = named as [string, string, string]
    const range = letters.filter((letter) => letter >= first && letter <= last)
    expect([...range, beside]).toEqual(letters)
    const newest = readdirSync(new URL('web/messages/told/', root)).toSorted().at(-1)!.slice(0, 10)
    for (const locale of ['fr', 'en'])
      expect(textOf('docs/donnees/information.md')).toContain(`web/messages/told/${newest}.${locale}.json`)
  })

  it('names the columns that say who a worker is', () => {
    // A column more of these two is to be said in the register, and named here.
    const columnsOf = (table: PgTable) =>
      Object.keys(getTableColumns(table)).filter((name) => !['id', 'personId', 'orgId'].includes(name))
    expect(columnsOf(person).toSorted()).toEqual(workers.person)
    expect(columnsOf(membership).toSorted()).toEqual(workers.membership)
  })
})

/** Each column of a person and of a membership that the register says in words. */
const workers = {
  person: ['actsAs', 'createdAt', 'displayName', 'email', 'issuer', 'seenAt', 'subject'],
  membership: [
    ...['absentFrom', 'absentUntil', 'alternate', 'manager', 'role', 'since', 'until'],
    ...['warnedAt', 'warnedBy', 'warnedByHandAt', 'warningMailedAt']
  ]
}

describe('the impact assessment', () => {
  const text = textOf('docs/donnees/analyse-impact.md')
  const rowsUnder = (title: string) =>
    text
      .split(title)[1]!
      .split('\n#')[0]!
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(1)
      .map((line) => line.slice(2, -2).split(' | '))
  const measures = rowsUnder('### 3.1 ')
  const risks = rowsUnder('### 3.2 ')

  it.each(measures)('shows %s, %s, by tests that are there', (_number, _measure, shown) => {
    const files = [...shown!.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path)
    expect(files.length).toBeGreaterThan(0)
    for (const path of files) {
      expect(path).toMatch(/^tests\/.*\.test\.ts$/)
      expect(textOf(path)).toMatch(/\b(?:it|test)(?:\.each)?\(/)
    }
  })

  const pagesIn = (folder: string) =>
    readdirSync(new URL(`web/src/routes/${folder}/`, root), { withFileTypes: true })
      .filter((one) => one.isDirectory() && !one.name.startsWith('('))
      .map(({ name }) => name)

  it('says of every entry of the house what is read there of a person', () => {
    const said = text.split('### 1.3 ')[1]!.split('\n## ')[0]!
    const named = new Set([...said.matchAll(/`([^`]+)`/g)].map(([, path]) => path))
    const entries = [...pagesIn('(app)'), ...pagesIn('.')].map((name) => `/${name}`)
    const ofACase = pagesIn('(app)/dossiers/[id]')
    const isSaid = (name: string) => named.has(name) || named.has(`/dossiers/[id]/${name}`)
    expect(
      entries.filter((path) => !named.has(path)),
      'a page that 1.3 does not name'
    ).toEqual([])
    expect(
      ofACase.filter((name) => !isSaid(name)),
      'a page of a case that 1.3 does not name'
    ).toEqual([])
    const there = new Set([...entries, ...ofACase, '/api', '/dossiers/[id]'])
    const last = (path: string) => path.replace('/dossiers/[id]/', '')
    expect(
      [...named].filter((path) => path !== undefined && !there.has(path) && !there.has(last(path))),
      'a page that is not there any more'
    ).toEqual([])
  })

  it('denies nothing that the house has', () => {
    expect(text).not.toMatch(/n’a ni recherche par nom/)
    expect(pagesIn('(app)')).toContain('chercher')
    for (const one of ['search', 'read'])
      expect(textOf('docs/donnees/violation.md')).toContain(`--action ${one}`)
  })

  it('weighs each risk before and after, by measures that it has', () => {
    const known = new Set(measures.map(([number]) => number))
    const levels = ['négligeable', 'limitée', 'importante', 'maximale']
    expect(risks.length).toBeGreaterThan(10)
    for (const [event, , , before, often, by, after, oftenAfter] of risks) {
      expect([event, [before, often, after, oftenAfter].every((level) => levels.includes(level!))]).toEqual([
        event,
        true
      ])
      expect([event, by!.split(', ').filter((one) => !known.has(one))]).toEqual([event, []])
      const worse = (one: string, than: string) => levels.indexOf(one) > levels.indexOf(than)
      expect([event, worse(after!, before!) || worse(oftenAfter!, often!)]).toEqual([event, false])
    }
  })

  it('uses every measure, and does not conclude better than its worst risk', () => {
    const used = new Set(risks.flatMap((row) => row[5]!.split(', ')))
    expect(measures.flatMap(([number]) => (used.has(number!) ? [] : [number]))).toEqual([])
    const worst = risks.filter(
      (row) => row[6] === 'maximale' && row[7] !== 'limitée' && row[7] !== 'négligeable'
    )
    expect(worst.length > 0).toBe(text.includes('**le traitement réel ne doit pas commencer**'))
  })
})
