import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect, test } from 'vitest'
import { testApp } from '../support/running/app.ts'
import { askedBy, exits, figures, formAt, notAsked, undoAt } from './exits.ts'
import { settingsApart } from './house/settled.ts'
import waysOut from './ways-out.json' with { type: 'json' }

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8')

test('each library by which something leaves is used where it says, and counted as an exit or excused', () => {
  for (const { library, modules, ...way } of waysOut) {
    for (const module of modules) expect(read(module), module).toContain(`'${library}'`)
    expect('exit' in way ? exits : [way.why]).toContain('exit' in way ? way.exit : way.why)
  }
})

test('the lint refuses another way out', async () => {
  // What may be imported is asked of no type: to read all types of the project took longer than the rest of this file.
  const eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked })
  const refusals = async (code: string, file: string) => {
    const [found] = await eslint.lintText(code, { filePath: `${root}${file}` })
    return found!.messages.filter(({ ruleId }) => ruleId === 'no-restricted-imports').length
  }
  const letter = `import { createTransport } from 'nodemailer'\nexport const post = createTransport\n`
  const file = `import { writeFileSync } from 'node:fs'\nexport const keep = writeFileSync\n`
  expect(await refusals(letter, 'server/reading/view.ts')).toBe(1)
  expect(await refusals(file, 'server/reading/view.ts')).toBe(1)
  expect(await refusals(letter, 'server/mail/post.ts')).toBe(0)
  expect(await refusals(file, 'server/mail/post.ts')).toBe(1)
})

/** `/api/cases/:id` of the tree that the router prints, with its methods. */
const registered = (tree: string): string[] => {
  const parents: string[] = []
  return tree.split('\n').flatMap((line) => {
    const found = /^([│ ├└─]*)(\S+)(?: \((.*)\))?$/.exec(line)
    if (!found) return []
    const depth = found[1]!.length / 4
    parents.length = depth
    parents[depth] = found[2]!
    const path = parents.join('')
    if (!path.startsWith('/api/') || !found[3]) return []
    return found[3]
      .split(', ')
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method} ${path}`)
  })
}

type Document = { paths: Record<string, Record<string, unknown>> }

const documented = ({ paths }: Document): string[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`)
  )

const shape = (url: string) =>
  url
    .split('?')[0]!
    .replaceAll('the-case', ':id')
    .replaceAll('the-referral', ':id')
    .replaceAll('the-meeting', ':id')
    .replaceAll('the-opening', ':id')
    .replaceAll('the-stay', ':id')
    .replaceAll('the-handing', ':id')
    .replaceAll('the-place', ':id')
    .replace(settingsApart, ':version')
    .replace('/compartments/B', '/compartments/:class')
    .replace('/actions/case.close', '/actions/:command')

test('every route of the API stands in its description, and every reading is compared or excused', async () => {
  const { app, close } = await testApp()
  const routes = registered(app.printRoutes({ commonPrefix: false }))
  const described = documented(app.swagger() as unknown as Document)
  await close()
  expect(routes.length).toBeGreaterThan(100)
  expect(routes.filter((route) => route !== 'GET /api/openapi.json').sort()).toEqual(described.sort())

  const shared = {
    caseId: 'the-case',
    referrals: ['the-referral'],
    meetings: ['the-meeting'],
    openings: ['the-opening'],
    stays: ['the-stay'],
    handings: ['the-handing'],
    places: ['the-place'],
    sealed: ['B'] as const,
    stranger: false
  }
  const asked = (['acse_desk', 'cell_secretary', 'asso'] as const).flatMap((role) =>
    askedBy(role, shared).map(({ url }) => `GET ${shape(url)}`)
  )
  const compared = new Set([
    ...asked,
    `GET ${shape(formAt('the-case', 'case.close').url)}`,
    `GET ${shape(undoAt('the-case', ':ref').url)}`,
    ...figures.map(([, url]) => `GET ${shape(url)}`),
    'GET /api/stream',
    'GET /api/links/:token',
    'GET /api/links/:token/compartments/:class',
    ...Object.keys(notAsked).map((path) => `GET ${path}`)
  ])
  const readings = described.filter((route) => route.startsWith('GET '))
  expect(readings.filter((route) => !compared.has(route))).toEqual([])
  expect([...compared].filter((route) => !readings.includes(route))).toEqual([])
})
