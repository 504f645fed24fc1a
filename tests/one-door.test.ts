import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import elsewhere from './server/disclosure/elsewhere.json' with { type: 'json' }
import { root, within, imported, named } from './support/sources.ts'

const mayReadEnvironment = /^server\/(main|.*\.cli)\.ts$/

describe('the owner of the tables', () => {
  // What prepares a database, and what is done by hand beside a server: none of them is loaded by what answers or works.
  const asOwner = [
    'server/audit/verify.cli.ts',
    'server/figures/rebuild.cli.ts',
    'server/organisations/command-line.ts',
    'server/prepare.ts'
  ]

  test('is opened by what prepares a database or is run by hand, and by nothing that serves', () => {
    const opening = within('server').filter(({ text }) => /\bopenOwner\(/.test(text))
    expect(opening.map(({ path }) => path).sort()).toEqual(asOwner)
    const serving = within('server').filter(({ text }) => /\bdb\.owner\b|Database\['owner'\]/.test(text))
    expect(serving.map(({ path }) => path)).toEqual([])
  })
})

test('a server without development packages has what it names: of these it names Vite alone, where it can do without', () => {
  const read = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const named = ['server', 'policies', 'workflows'].flatMap(within).flatMap(({ path, text }) =>
    Object.keys(read.devDependencies)
      .filter((name) => text.includes(`'${name}'`) || text.includes(`'${name}/`))
      .map((name) => `${path}: ${name}`)
  )
  expect(named.sort()).toEqual(['server/web-build.cli.ts: vite', 'server/web.ts: vite'])
})

test('the gate of the figures knows nothing of what protects them: it attacks as whoever reads them', () => {
  const gate = within('figures').filter(({ path }) => path.startsWith('figures/gate/'))
  const takes = gate.flatMap((source) => named(source).map((target) => dirname(target)))
  expect([...new Set(takes)].sort()).toEqual(['figures/gate', 'figures/table'])
  const protector = within('figures').filter(({ path }) => /^figures\/(noise|mask)\//.test(path))
  expect(protector.flatMap(named).filter((target) => target.startsWith('figures/gate/'))).toEqual([])
  expect(protector.length).toBeGreaterThan(2)
})

test('what a reader may see of a case is asked at one door, and by the files that say why they must', () => {
  const asks =
    /^(policies\/(data-classes|disclosure|sight|known|action-availability|names)|server\/disclosure\/brand)\.ts$/
  const asking = within('server')
    .filter((source) => !source.path.startsWith('server/disclosure/'))
    .filter((source) => imported(source).some((target) => asks.test(target)))
  expect(asking.map(({ path }) => path).sort()).toEqual(elsewhere.map(({ file }) => file).sort())
})

test('and nobody else names the sight by which it is asked, nor a type of it', () => {
  const naming = within('server')
    .filter((source) => named(source).includes('policies/sight.ts'))
    .map(({ path }) => path)
  const inside = (path: string) => path.startsWith('server/disclosure/')
  expect(naming.filter(inside)).toContain('server/disclosure/door.ts')
  expect(naming.filter((path) => !inside(path) && !elsewhere.some(({ file }) => file === path))).toEqual([])
})

test('the register of clocks has one door', () => {
  const second = ['policies', 'server']
    .flatMap(within)
    .filter(({ text }) => text.includes('deadlines/register.ts'))
  expect(second.map(({ path }) => path)).toEqual([])
})

test('only the server’s entry reads the environment', () => {
  const readers = within('server').filter(({ text }) => text.includes('process.env'))
  expect(readers.map(({ path }) => path).filter((path) => !mayReadEnvironment.test(path))).toEqual([])
})

test('no machine keeps a timer: a legal deadline is a row', () => {
  const timed = within('workflows').filter(({ text }) => /^\s*after:\s*\{|\bdelay:|setTimeout/m.test(text))
  expect(timed.map(({ path }) => path)).toEqual([])
})

test('the row-level context never outlives its transaction', () => {
  const sessionWide = /set_config\([^)]*,\s*false\s*\)/i
  expect(
    within('server')
      .filter(({ text }) => sessionWide.test(text))
      .map(({ path }) => path)
  ).toEqual([])
})

test('pages never insert raw HTML', () => {
  expect(
    within('web/src')
      .filter(({ text }) => text.includes('{@html'))
      .map(({ path }) => path)
  ).toEqual([])
})
