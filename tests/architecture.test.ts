import { readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, layers, sources, within, imported, named, type Source } from './support/sources.ts'

const reads: Record<string, readonly string[]> = {
  workflows: ['workflows'],
  policies: ['workflows', 'policies'],
  figures: ['workflows', 'policies', 'figures'],
  server: ['workflows', 'policies', 'figures', 'server']
}
const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bfetch\(|from 'node:/

describe('dependencies point one way', () => {
  test.each(Object.entries(reads))('%s reads only %j', (layer, allowed) => {
    const wrong = within(layer).flatMap((source) =>
      imported(source)
        .filter((target) => !allowed.includes(target.split('/')[0] ?? ''))
        .map((target) => `${source.path} -> ${target}`)
    )
    expect(wrong).toEqual([])
  })

  // A document that a page shows as it is written is no code of anybody's.
  const shown = /^docs\/donnees\/[\w-]+\.md\?raw$/

  test('web takes nothing from the others, no type either: it has what the API says of itself', () => {
    const wrong = within('web/src').flatMap((source) =>
      named(source)
        .filter((target) => !target.startsWith('web/') && !shown.test(target))
        .map((target) => `${source.path} -> ${target}`)
    )
    expect(wrong).toEqual([])
    const api = within('web/src').find(({ path }) => path === 'web/src/lib/api.ts')!
    expect(named(api)).toContain('web/.svelte-kit/api.d.ts')
  })
})

/** Files that reach each other along what each of them takes: every circle of more than one. */
function circles(takes: (source: Source) => string[], among = sources): string[][] {
  const out = new Map(among.map((source) => [source.path, new Set(takes(source))]))
  const reached = new Map(
    [...out.keys()].map((from) => {
      const seen = new Set<string>()
      const next = [...(out.get(from) ?? [])]
      for (let at = next.pop(); at !== undefined; at = next.pop()) {
        if (seen.has(at)) continue
        seen.add(at)
        next.push(...(out.get(at) ?? []))
      }
      return [from, seen] as const
    })
  )
  const meets = (one: string) =>
    [...(reached.get(one) ?? [])].filter((other) => other === one || reached.get(other)?.has(one))
  return [...new Set([...reached.keys()].map((path) => meets(path).sort().join(' ')))]
    .map((files) => files.split(' '))
    .filter((files) => files.length > 1)
}

describe('who imports whom goes round in no wide circle', () => {
  test('not a circle of two for values: what a file is made of stands before it', () => {
    expect(circles(imported)).toEqual([])
  })

  test('and one of two is found', () => {
    const two = [
      { path: 'workflows/x.ts', text: "import type { Y } from './y.ts'" },
      { path: 'workflows/y.ts', text: "import { x } from './x.ts'" }
    ]
    expect(circles(named, two)).toEqual([['workflows/x.ts', 'workflows/y.ts']])
    expect(circles(imported, two)).toEqual([])
  })

  test('five files at most for types: ids first, rows above', () => {
    expect(circles(named).filter((files) => files.length > 5)).toEqual([])
  })
})

/** What the folders of a layer take of each other, types too; a folder and those within it are one, and the stories of the demonstration too. */
function taken(layer: string): Map<string, string[]> {
  const apart = (one: string, other: string) =>
    one !== other && !one.startsWith(`${other}/`) && !other.startsWith(`${one}/`)
  const lines = within(layer).flatMap((source) =>
    named(source)
      .map((target) => [dirname(source.path), dirname(target), `${source.path} -> ${target}`] as const)
      .filter(([from, to]) => apart(from, to) && to.startsWith(`${layer}/`))
      .filter(([from]) => !from.startsWith('server/demo/'))
  )
  const of = Map.groupBy(lines, ([from, to]) => `${from} ${to}`)
  return new Map([...of].map(([pair, found]) => [pair, found.map(([, , line]) => line).sort()]))
}

/** The ports: of two folders that take of each other, what goes the lesser way, and why. None may be added. */
const ports: Record<string, string> = {
  'server/commands/readings.ts -> server/meetings/proof.ts':
    'The gate counts the votes of a meeting again where the act writes what they decided.',
  'server/referrals/move.ts -> server/commands/apply-command.ts':
    'An answer that moves the case is an act of the case, written as all of them are.',
  'server/referrals/routes.ts -> server/commands/decide.ts':
    'To send a referral is an act of the case, and passes its gate.',
  'server/referrals/routes.ts -> server/reading/view.ts':
    'Whoever sends a referral is answered with the case, as after each act.',
  'server/places/stays.ts -> server/referrals/close.ts':
    'A place that is given up ends the offers that rest on it.',
  'workflows/act/command.ts -> workflows/case/checks.ts':
    'A row names the checks of its form, which are functions over a whole case.',
  'workflows/calendar/holidays.ts -> workflows/law/register.ts':
    'A holiday names the article that it is kept by.',
  'workflows/case/machine.ts -> workflows/referral/kinds/kinds.ts':
    'Who sends a referral of a kind does it by an act; a kind names the acts that its answers lead to.',
  'workflows/law/lengths.ts -> workflows/deadlines/row.ts':
    'The lengths that articles set are written as those of clocks are.',
  'workflows/vocabulary/states.ts -> workflows/deadlines/deadlines.ts':
    'The states of a permit name the clock of its validity.',
  'workflows/vocabulary/capacities.ts -> workflows/referral/kinds/kind.ts':
    'The capacities are those in which recipients take part, each written in its own file.',
  'workflows/vocabulary/capacities.ts -> workflows/referral/kinds/recipients.ts':
    'The same: the list is made of those files.',
  'workflows/vocabulary/vocabulary.ts -> workflows/referral/kinds/recipients.ts':
    'The kinds of referrals are those files.'
}

describe('a folder takes nothing of one that takes of it', () => {
  const all = new Map(['server', 'policies', 'workflows'].flatMap((layer) => [...taken(layer)]))
  const lesser = [...all].flatMap(([pair, lines]) => {
    const [from, to] = pair.split(' ')
    const back = all.get(`${to} ${from}`) ?? []
    const fewer = lines.length < back.length || (lines.length === back.length && from! < to!)
    return fewer ? lines : []
  })

  test('but by a named port, file by file', () => {
    expect([...new Set(lesser)].sort()).toEqual(Object.keys(ports).sort())
  })

  test('and takes what it needs one way', () => {
    expect(all.get('server/reading server/disclosure')).toContain(
      'server/reading/view.ts -> server/disclosure/door.ts'
    )
    expect(all.get('server/disclosure server/reading')).toBeUndefined()
  })
})

test('the gate of the figures knows nothing of what protects them, nor they of it', () => {
  const takes = new Map(sources.map((source) => [source.path, named(source)]))
  const reached = (folders: readonly string[]) => {
    const seen = new Set<string>()
    const next = [...takes.keys()].filter((path) => folders.some((folder) => path.startsWith(folder)))
    for (let at = next.pop(); at !== undefined; at = next.pop())
      if (!seen.has(at)) {
        seen.add(at)
        next.push(...(takes.get(at) ?? []))
      }
    return [...seen]
  }
  const [gate, protector] = [
    ['figures/gate/', 'figures/programme/'],
    ['figures/mask/', 'figures/noise/']
  ]
  const among = (paths: readonly string[], folders: readonly string[]) =>
    paths.filter((path) => folders.some((folder) => path.startsWith(folder)))
  expect(among(reached(gate), protector)).toEqual([])
  expect(among(reached(protector), gate)).toEqual([])
  // Positive control: who brings both together is found to reach both.
  const both = reached(['figures/release/judging.ts'])
  expect([among(both, gate), among(both, protector)].every((found) => found.length > 0)).toBe(true)
})

test('no folder holds more files than a reader can look over', () => {
  // Migrations are one line in time, which is read from its end.
  const files = [...layers, 'tests', 'verify', 'bench', 'docs'].flatMap((layer) =>
    readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|svelte|sql)$/.test(name) && !/node_modules|\.svelte-kit/.test(name))
      .map((name) => dirname(join(layer, name)))
  )
  const crowded = [...Map.groupBy(files, (folder) => folder)].filter(([, held]) => held.length > 24)
  expect(crowded.map(([folder]) => folder)).toEqual([])
  expect(files).toContain('server/referrals')
})

test.each(['workflows', 'policies', 'figures'])(
  '%s is pure: no clock, no chance, no input or output',
  (layer) => {
    expect(
      within(layer)
        .filter(({ text }) => impure.test(text))
        .map(({ path }) => path)
    ).toEqual([])
  }
)

test('no file outgrows one concept', () => {
  const long = sources.filter(({ text }) => text.split('\n').length > 250)
  expect(long.map(({ path }) => relative('.', path))).toEqual([])
})
