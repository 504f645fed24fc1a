import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

describe('what a stranger reads first', () => {
  const root = new URL('../', import.meta.url)
  const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8')
  const there = (path: string, from: URL) => existsSync(new URL(path.replace(/#.*$/, ''), from))
  const named = /`((?:workflows|policies|server|web|tests|verify|bench|docs|migrations)\/[\w./()[\]+-]+)`/g

  it.each([
    'README.md',
    'CONTRIBUTING.md',
    'docs/decisions.md',
    'docs/glossary.md',
    'docs/limits.md',
    'docs/measured.md'
  ])('%s names no file that is not there', (page) => {
    const [from, text] = [new URL(page, root), readFileSync(new URL(page, root), 'utf8')]
    const links = [...text.matchAll(/\]\(((?:[^()\s]|\([^()]*\))+)\)/g)].map((match) => match[1]!)
    const local = links.filter((link) => !/^(https?:|#)/.test(link))
    const paths = [...text.matchAll(named)].map((match) => match[1]!)
    expect(local.length + paths.length).toBeGreaterThan(5)
    expect(local.filter((link) => !there(link, from))).toEqual([])
    expect(paths.filter((path) => !there(path, root))).toEqual([])
  })

  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  const reading = tracked.filter((path) => path.endsWith('.md') && !path.startsWith('tests/golden/'))
  it.each(reading)('%s names no file by a name that no file bears', (page) => {
    const names = new Set(tracked.map((path) => path.split('/').at(-1)!))
    const said = [...textOf(page).matchAll(/`([\w.+-]+\.(?:ts|svelte|sql|json|patch))`/g)].map(
      (match) => match[1]!
    )
    expect(said.filter((name) => !names.has(name))).toEqual([])
  })

  it.each(reading)('%s names by no path a file that is not there', (page) => {
    const said = [
      ...textOf(page).matchAll(/`([\w.*()[\]+-]+\/[\w./*()[\]+-]*\.(?:ts|svelte|sql|json|patch))`/g)
    ]
    const isThere = (path: string) => {
      const wanted = new RegExp(`(^|/)${path.replace(/[.()[\]+]/g, '\\$&').replaceAll('*', '[^/]*')}$`)
      return tracked.some((one) => wanted.test(one))
    }
    expect(said.map((match) => match[1]!).filter((path) => !isThere(path))).toEqual([])
  })

  /** `` `name` ([`file`](path)) ``, with « in » or a comma between them. */
  const placed = /`(\w+)`(?:,| in)?\s+\(?\[`[^`]+`\]\(((?:[^()\s]|\([^()]*\))+)\)/g

  it('what a sentence places in a file is in that file', () => {
    const all = reading.flatMap((page) =>
      [...textOf(page).matchAll(placed)].map(([, name = '', path = '']) => ({ page, name, path }))
    )
    const isThere = ({ page, name, path }: (typeof all)[number]) =>
      new RegExp(`\\b${name}\\b`).test(readFileSync(new URL(path, new URL(page, root)), 'utf8'))
    expect(all.length).toBeGreaterThan(25)
    expect(all.filter((one) => !isThere(one))).toEqual([])
  })

  it('a word of the code is a word that the code has', () => {
    const code = tracked.filter((path) => /\.(?:ts|svelte|sql)$/.test(path) && path !== 'tests/pages.test.ts')
    const words = new Set(code.flatMap((path) => textOf(path).match(/\w+/g) ?? []))
    const said = reading.flatMap((page) =>
      [...textOf(page).matchAll(/`([a-z]+[A-Z]\w*)[`(<]/g)].map(([, word = '']) => ({ page, word }))
    )
    expect(said.filter(({ word }) => !words.has(word))).toEqual([])
  })

  const recipes = tracked.filter((path) => path.startsWith('docs/recipes/'))

  it.each(recipes)('CONTRIBUTING names behind %s the files that it mends, and no other', (recipe) => {
    const [, list = ''] = textOf('CONTRIBUTING.md').split(`\`${recipe}\`:`)
    const named = [...list.slice(0, list.indexOf(')')).matchAll(/`([^`]+)`/g)].map((match) => match[1]!)
    const mended = [...textOf(recipe).matchAll(/^\+\+\+ b\/(\S+)/gm)].map((match) => match[1]!)
    const byHand = mended.filter((path) => !path.startsWith('tests/workflows/recipes/'))
    expect(named.toSorted()).toEqual(byHand.toSorted())
  })

  it('the decisions are forty at most', () => {
    expect(textOf('docs/decisions.md').match(/^### /gm)?.length).toBeLessThanOrEqual(40)
  })
})
