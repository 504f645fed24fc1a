import { describe, expect, it, vi } from 'vitest'
import { send } from '../../../../web/src/lib/api.ts'
import { forFile } from '../../../support/for-file.ts'
import { testApp } from '../../../support/running/app.ts'
import { borneBy, carriedBy, drawn, knownBy, type Carried } from './carrying.ts'
import type { Action } from './pressing.ts'

vi.mock('$app/state', () => ({ page: {} }))

// A page sends what was answered, each answer under the name that the API gives it: a name mistaken for another, or a word in the stead
// of an answer, does something that nobody asked for, and no type knows, since what was typed is sent as it was typed.

/** Of what is named in an address: under which name a form says which one. Where none is here, it is the page's own, or `id`. */
const whose: readonly [path: string, name: string][] = [
  ['/api/teams/members/', 'member'],
  ['/api/teams/covers/', 'cover'],
  ['/api/teams/', 'team'],
  ['/api/proposals/', 'proposal'],
  ['/api/memberships/', 'member'],
  ['/api/invitations/', 'invitation'],
  ['/api/sessions/', 'session'],
  ['/api/stays/', 'stay'],
  ['/api/organisations/{id}/invitations', 'organisation']
]

const consents = ['accord.B', 'accord.E', 'accord.F']
/** What has another name in the form than in the API, or is read out of one answer with something else. */
const renamed: Record<string, Record<string, readonly string[]>> = {
  'post /api/cases/{id}/conversation': {
    ...{ interpreter: ['means'], wishes: ['souhait'] },
    ...{ agrees: ['accord.B'], refuses: consents, withdraws: consents }
  },
  'post /api/figures/beside': { breakdown: ['split'], of: ['split'] },
  'post /api/files': { teamId: ['to'], take: ['line-2'], leave: ['line-2', 'line-3'] },
  'post /api/files/preview': { teamId: ['to'], mended: ['cell-2-nom'], text: ['cell-2-nom'] },
  'post /api/exchange/htcds/preview': { body: ['csv'] },
  'post /api/handings/{id}/accept': { teamId: ['to'] },
  'post /api/releases': { quarter: ['release'], kind: ['release'] },
  'post /api/teams/caseload': { cases: ['case'], teamId: ['to'], personId: ['to'] },
  'post /api/teams/covers': { absentId: ['absent'], coverId: ['cover'] },
  'post /api/teams/{id}/close': { teamId: ['to'], personId: ['to'] },
  'post /api/teams/{id}/members': { personId: ['person'] }
}

/** What no answer changes, since the page itself says it. */
const ofPage: Record<string, string> = {
  '(app)/dossiers/[id] hand cases': 'the case whose page it is',
  '(app)/organisations/[id]/reunir default kind': 'a merge, and nothing else',
  '(app)/reprise preview personId': 'files come to a team',
  '(app)/reprise preview line': 'by the name of the cell',
  '(app)/reprise preview column': 'by the name of the cell',
  '(app)/reprise take personId': 'files come to a team'
}

/** Pages that send more than their form, or rows of many fields: each has tests of its own. */
const apart = [
  '(app)/configuration/[version] save',
  '(app)/protocoles/[name]/preparer default',
  '(app)/signaler/danger default'
]
/** Of a page that sends its form as it stands: the fields of that form, among those of the page. */
const whole: Record<string, string> = {
  '(app)/chiffres/sources/saisir enter':
    'source measure year since territory split value unit respondents edition link licence reading',
  '(app)/dossiers keep': 'view stage only form act whose sort'
}
/** Names that are put together, and answers on which others hang. */
const own: Record<string, Record<string, string>> = {
  '(app)/reprise': { 'line-2': 'take', 'line-3': 'leave', 'cell-2-nom': 'x' },
  '(app)/chiffres/publications': { release: '2026-06.national' },
  '(app)/dossiers/[id]/entretien': {
    ...{ 'accord.B': 'yes', 'accord.E': 'no', 'accord.F': 'withdraw' },
    ...{ souhait: 'yes', means: 'video+interpreter' }
  }
}

type Schema = { required?: string[]; properties?: Record<string, unknown>; $ref?: string }
type Described = { requestBody?: { content: Record<string, { schema: Schema }> } }
type Description = {
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, Schema> }
}
const served = await forFile(testApp())
const { paths, components } = (await served.app.inject('/api/openapi.json')).json<Description>()
const known = knownBy(paths)

/** An act of a table is a form that the API describes: what becomes of its fields is held by `form.test.ts`. */
const isAct = (operation: string) => operation.includes('/commands/')
const isDraft = (operation: string) => operation.endsWith('/api/drafts/flag')

const nameOf = (operation: string, place: string): readonly string[] => {
  if (place === 'if-match') return ['_version']
  const path = operation.slice(operation.indexOf(' ') + 1)
  if (place.startsWith('{')) return [whose.find(([of]) => path.startsWith(of))?.[1] ?? place.slice(1, -1)]
  return renamed[operation]?.[place] ?? [place.replace('?', '')]
}

/** All that does not come from the answer that it is named after. */
const amiss = (at: string, carried: Carried): string[] =>
  Object.entries(carried)
    .filter(([operation]) => !isAct(operation) && !isDraft(operation))
    .flatMap(([operation, places]) =>
      Object.entries(places).flatMap(([place, names]) => {
        const fromPage = names.length === 0 && (place.startsWith('{') || operation.startsWith('get '))
        if (fromPage || (names.length === 0 && `${at} ${place}` in ofPage)) return []
        const wanted = nameOf(operation, place)
        return names.toSorted().join() === wanted.toSorted().join()
          ? []
          : [`${at}: ${operation}: ${place} is what was answered to ${names.join() || 'nothing'}`]
      })
    )

/** What the API asks for and is not given, or is given and does not know. */
const unlike = (operation: string, said: unknown): string[] => {
  const [method, path] = operation.split(' ') as [string, string]
  const body = paths[path]?.[method]?.requestBody
  if (!body) return said === undefined ? [] : [`${operation}: takes no body`]
  const given = body.content['application/json']!.schema
  const schema = given.$ref ? components.schemas[given.$ref.split('/').at(-1)!]! : given
  if (typeof said !== 'object' || said === null)
    return said === undefined ? [`${operation}: lacks a body`] : []
  return [
    ...(schema.required ?? []).filter((name) => !(name in said)).map((name) => `${operation}: lacks ${name}`),
    ...Object.keys(said)
      .filter((name) => !(name in (schema.properties ?? {})))
      .map((name) => `${operation}: knows no ${name}`)
  ]
}

const routes = '../../../../web/src/routes/'
const modules = import.meta.glob<{ actions?: Record<string, Action> }>(
  '../../../../web/src/routes/**/+page.server.ts',
  { eager: true }
)
const found = await Promise.all(
  Object.entries(modules).flatMap(([file, { actions = {} }]) => {
    const page = file.slice(routes.length, -'/+page.server.ts'.length)
    const text = drawn(page)
    return Object.entries(actions).map(async ([name, action]) => ({
      ...(await carriedBy(
        { action, known },
        whole[`${page} ${name}`]?.split(' ') ?? borneBy(text),
        own[page]
      )),
      ...{ at: `${page} ${name}`, text }
    }))
  })
)
const others = found.filter(({ at }) => !apart.includes(at))

describe('what a page sends', () => {
  it('is all that the API asks for, and nothing that it does not know', () => {
    const wrong = others.flatMap(({ at, calls }) =>
      calls
        .filter(({ operation }) => !isAct(operation))
        .flatMap(({ operation, said }) => unlike(operation, said).map((one) => `${at}: ${one}`))
    )
    expect(wrong).toEqual([])
  })

  it('is what was answered under that name, and changes with no other answer', () => {
    expect(others.flatMap(({ at, carried }) => amiss(at, carried))).toEqual([])
  })

  it('was asked by a form of that page', () => {
    const unasked = others.flatMap(({ at, asked, text }) =>
      asked
        .filter((name) => !/^_key-|^_version-/.test(name) && !text.includes(name))
        .map((name) => `${at}: ${name}`)
    )
    expect(unasked).toEqual([])
  })

  it('is looked at of every page, and what is said here of a page is there', () => {
    expect(others.length).toBeGreaterThan(125)
    expect(apart.filter((at) => !found.some((one) => one.at === at))).toEqual([])
    const sent = others.flatMap(({ at, carried }) =>
      Object.values(carried).flatMap((places) => Object.keys(places).map((place) => `${at} ${place}`))
    )
    expect(Object.keys(ofPage).filter((one) => !sent.includes(one))).toEqual([])
    const places = others.flatMap(({ carried }) =>
      Object.entries(carried).flatMap(([operation, all]) =>
        Object.keys(all).map((place) => `${operation} ${place}`)
      )
    )
    const said = Object.entries(renamed).flatMap(([operation, all]) =>
      Object.keys(all).map((place) => `${operation} ${place}`)
    )
    expect(said.filter((one) => !places.includes(one))).toEqual([])
  })
})

describe('a page that sends something else', () => {
  const sending =
    (body: (form: FormData) => object): Action =>
    async (event) => {
      const { fetch, request } = event as { fetch: typeof globalThis.fetch; request: Request }
      await send(fetch, 'post', '/api/teams/covers', { body: body(await request.formData()), key: 'key' })
    }
  const wrongOf = async (body: (form: FormData) => object) => {
    const { carried, calls } = await carriedBy({ action: sending(body), known }, [])
    return [...amiss('page', carried), ...unlike(calls[0]!.operation, calls[0]!.said)]
  }
  const given = (form: FormData) => ({
    ...{ absentId: form.get('absent'), coverId: form.get('cover') },
    ...{ since: form.get('since'), until: form.get('until') }
  })

  it.each([
    ['the answer to another question', (form: FormData) => ({ ...given(form), absentId: form.get('cover') })],
    ['a word of its own', (form: FormData) => ({ ...given(form), since: '2026-11-24' })],
    ['nothing', (form: FormData) => ({ ...given(form), until: undefined })],
    ['something beside', (form: FormData) => ({ ...given(form), note: form.get('note') })]
  ])('is seen: %s', async (_what, body) => {
    expect(await wrongOf(body)).toHaveLength(1)
    expect(await wrongOf(given)).toEqual([])
  })
})
