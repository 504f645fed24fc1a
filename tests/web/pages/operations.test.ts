import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { testApp } from '../../support/running/app.ts'
import { forFile } from '../../support/for-file.ts'

// What the API can do has a page: each operation of its own description is asked by the sources of the pages, or stands here with the
// reason why no page asks it. A path that is put together is read as far as it is written; what it leaves open must be written beside it.

const withoutPage: Record<string, string> = {
  'get /api/health': 'asked by machines',
  'get /api/ready': 'asked by machines',
  'get /api/meetings/{id}/minutes': 'the page gives the same as a PDF',
  'get /api/places/new': 'read as the place « new »',
  'get /api/releases/{number}': 'the list of releases tells all of each',
  'post /api/referrals': 'the pages do the same by the act of the case',
  'post /api/configuration/{version}/validate': 'the version tells the same problems when it is read',
  'post /api/protocols/{name}/validate': 'the protocol tells the same problems when it is read'
}

/** Links whose address the page is told, or puts together out of more than a path: where that is written. */
const linked: Record<string, [file: string, written: string]> = {
  'get /api/figures/reports/{id}/file.csv': [
    'routes/(app)/chiffres/demandes/[id]/+page.svelte',
    '{file}.csv'
  ],
  'get /api/figures/reports/{id}/file.xlsx': [
    'routes/(app)/chiffres/demandes/[id]/+page.svelte',
    '{file}.xlsx'
  ],
  'get /api/figures/{number}/{table}/{format}': ['lib/figures/WholeTable.svelte', '{data.files}/{format}'],
  'get /api/publications/{number}/{table}/{format}': [
    'lib/figures/WholeTable.svelte',
    '{data.files}/{format}'
  ]
}

/** By what an answer is narrowed or sorted, where another file than that of the page writes it. */
const narrowedIn: Record<string, string> = { 'get /api/cases sort': 'lib/worklist/query.ts' }

/** Forms of the table of acts: one page asks every act of a family, by the name that the case, the referral or the meeting offers. */
const anyAct = /\/commands\/\{\}$/

type Asked = { method: string; path: string; text: string }

const root = new URL('../../../web/src/', import.meta.url)
const sources = globSync('**/*.{ts,svelte}', { cwd: root }).map((file) =>
  readFileSync(new URL(file, root), 'utf8')
)

const open = (path: string) =>
  path
    .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '{}')
    .replace(/\{[^{}]+\}/g, '{}')
    .replace(/\?.*$/s, '')

/** Functions that write a path, wherever they are called. */
const writers = sources.flatMap((text) => [
  ...text.matchAll(/const (\w+) = \(\w+: string\) => `(\/api\/[^\n]+)`/g)
])

const calledIn = (text: string): string =>
  writers.reduce(
    (read, [, name, path]) => read.replaceAll(new RegExp(`${name}\\([^()]*\\)`, 'g'), `'${open(path!)}'`),
    text
  )

/** A path that a file gives a name to is read where that name stands. */
const spelled = (text: string): string =>
  [...text.matchAll(/const (\w+) = '(\/api\/[^']+)'/g)].reduce(
    (read, [, name, path]) =>
      read
        .replaceAll(`\${${name}}`, path!)
        .replaceAll(new RegExp(`(\\(\\s*[\\w.]+,(?: '\\w+',)?\\s*)${name}\\b(?!\\()`, 'g'), `$1'${path}'`),
    calledIn(text)
  )

/** What the page of one thing does to it: the act is named by its address. */
const family = /path: (['"`])(\/api\/.*?)\1, command/gs

const call =
  /(?:(send|ask)(?:<[^(]*>)?\(\s*(?:[\w.]+,\s*)?'(\w+)',\s*|(perform)\(\s*[\w.]+,\s*)?(paths\[)?(['"`])(\/api\/.*?)\5/gs

const askedIn = (text: string): Asked[] => [
  ...[...spelled(text).matchAll(family)].map(([, , path]) => ({
    method: 'post',
    path: `${open(path!)}/commands/{}`,
    text
  })),
  ...[...spelled(text).matchAll(call)].flatMap(([, , method, acts, typed, , path]) =>
    typed ? [] : [{ method: (method ?? (acts ? 'post' : 'get')).toLowerCase(), path: open(path!), text }]
  )
]

const asked = sources.flatMap(askedIn)

const reaches = (method: string, path: string, one: Asked): boolean => {
  if (method !== one.method) return false
  const [wanted, written] = [open(path).split('/'), one.path.split('/')]
  if (wanted.length !== written.length) return false
  return wanted.every((segment, at) => {
    if (segment === written[at]) return true
    if (written[at] !== '{}') return false
    return anyAct.test(one.path) || new RegExp(`['"\`/]${segment}['"\`]`).test(one.text)
  })
}

const served = await forFile(testApp())
type Described = Record<string, { parameters?: { name: string; in: string }[] }>
const { paths } = (await served.app.inject('/api/openapi.json')).json<{ paths: Record<string, Described> }>()
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => [method, path] as const)
)
const isAsked = (method: string, path: string) => asked.some((one) => reaches(method, path, one))

describe('what the API can do', () => {
  it('is not asked where nothing is written of it: the reading is none that finds everything', () => {
    expect(isAsked('get', '/api/nothing/of/this')).toBe(false)
    expect(isAsked('delete', '/api/cases/{id}')).toBe(false)
    expect(isAsked('post', '/api/memberships/{id}/promote')).toBe(false)
    expect(operations.length).toBeGreaterThan(400)
  })

  it('has a page, or a reason', () => {
    const lacking = operations
      .filter(([method, path]) => !isAsked(method, path))
      .map(([method, path]) => `${method} ${path}`)
    expect(lacking.toSorted()).toEqual([...Object.keys(withoutPage), ...Object.keys(linked)].toSorted())
  })

  it('is linked where a page puts its address together', () => {
    for (const [operation, [file, written]] of Object.entries(linked))
      expect([operation, readFileSync(new URL(file, root), 'utf8').includes(`"${written}`)]).toEqual([
        operation,
        true
      ])
  })

  it('is narrowed and sorted by a page in every way that it can be', () => {
    const writes = (text: string, name: string) => new RegExp(`\\b${name}\\b`).test(text)
    const ways = operations.flatMap(([method, path]) =>
      (paths[path]![method]!.parameters ?? []).flatMap((one) =>
        one.in === 'query' && isAsked(method, path) ? [{ method, path, name: one.name }] : []
      )
    )
    expect(ways.length).toBeGreaterThan(50)
    const lacking = ways
      .filter(
        ({ method, path, name }) => !asked.some((one) => reaches(method, path, one) && writes(one.text, name))
      )
      .map(({ method, path, name }) => `${method} ${path} ${name}`)
    expect(lacking).toEqual(Object.keys(narrowedIn))
    for (const [way, file] of Object.entries(narrowedIn))
      expect([way, writes(readFileSync(new URL(file, root), 'utf8'), way.split(' ').at(-1)!)]).toEqual([
        way,
        true
      ])
  })
})
