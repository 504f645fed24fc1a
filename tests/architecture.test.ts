import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import elsewhere from './server/disclosure/elsewhere.json' with { type: 'json' }

const root = fileURLToPath(new URL('..', import.meta.url))
const layers = ['workflows', 'policies', 'figures', 'server', 'web/src'] as const
const reads: Record<string, readonly string[]> = {
  workflows: ['workflows'],
  policies: ['workflows', 'policies'],
  figures: ['workflows', 'policies', 'figures'],
  server: ['workflows', 'policies', 'figures', 'server']
}
const mayReadEnvironment = /^server\/(main|.*\.cli)\.ts$/
const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bfetch\(|from 'node:/
const valueImport =
  /^\s*(?:import|export)\s+(?!type\b)[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]/gm

interface Source {
  path: string
  text: string
}

const sources: Source[] = layers.flatMap((layer) =>
  readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(layer, name))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
)
const within = (layer: string) => sources.filter(({ path }) => path.startsWith(`${layer}/`))

/** The project's own files whose values this one uses; types do not count. */
function imported({ path, text }: Source): string[] {
  const named = [...text.matchAll(valueImport)].map((match) => match[1] ?? match[2] ?? '')
  return named.filter((name) => name.startsWith('.')).map((name) => normalize(join(dirname(path), name)))
}

/** The project's own files that this one names, for whatever it takes of them. */
const named = ({ path, text }: Source): string[] =>
  [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map((match) =>
    normalize(join(dirname(path), match[1]!))
  )

describe('dependencies point one way', () => {
  test.each(Object.entries(reads))('%s reads only %j', (layer, allowed) => {
    const wrong = within(layer).flatMap((source) =>
      imported(source)
        .filter((target) => !allowed.includes(target.split('/')[0] ?? ''))
        .map((target) => `${source.path} -> ${target}`)
    )
    expect(wrong).toEqual([])
  })

  test('web takes nothing from the others, no type either: it has what the API says of itself', () => {
    const wrong = within('web/src').flatMap((source) =>
      named(source)
        .filter((target) => !target.startsWith('web/'))
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

describe('the owner of the tables', () => {
  // What prepares a database, and what is done by hand beside a server: none of them is loaded by what answers or works.
  const asOwner = [
    'server/audit/verify.cli.ts',
    'server/figures/store/rebuild.cli.ts',
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

test('no file outgrows one concept', () => {
  const long = sources.filter(({ text }) => text.split('\n').length > 250)
  expect(long.map(({ path }) => relative('.', path))).toEqual([])
})
