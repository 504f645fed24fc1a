import { expect, it, vi } from 'vitest'
import { answering } from '../../../support/answering.ts'
import { forFile } from '../../../support/for-file.ts'
import { testApp } from '../../../support/running/app.ts'
import { knownBy, operationOf } from '../pressed/carrying.ts'

vi.mock('$app/state', () => ({ page: {} }))

// What an address says of a list is asked of the API under its own name. An address is in French and the API is not: a word that is
// asked under another name shows other lines than those that were asked for, and no type knows.

/** Words of addresses, by the name that the API gives them. */
const words: Record<string, string> = {
  ...{ apres: 'cursor', avant: 'cursor', passees: 'cursor', attente: 'cursor' },
  ...{ vue: 'view', boite: 'box', nature: 'kind', q: 'q', code: 'code', version: 'version' },
  ...{ etape: 'stage', personnes: 'only', forme: 'form', acte: 'act', suivi: 'whose', tri: 'sort' },
  ...{ departement: 'territory', territoire: 'territory', region: 'region' },
  ...{ aide: 'offer', langue: 'language', public: 'receives' },
  ...{ texte: 'text', lecture: 'read', poids: 'status', repose: 'rests' },
  ...{ depuis: 'startsOn', arret: 'suspendedDays', autre: 'otherDay', doute: 'doubts' },
  ...{ equipe: 'team', personne: 'person' },
  ...{ dossier: 'case', issue: 'outcome', jour: 'day', compte: 'person' },
  ...{ nom: 'q', genre: 'type', etat: 'status' },
  ...{ annee: 'year', publication: 'release' }
}
/** What a word is asked as on one page alone. */
const onPage: Record<string, string> = {
  '(app)/journal acte': 'action',
  '(app)/protocoles/[name]/bascule depuis': 'from'
}
/** Of a page of several lists: which of them a word leads on. */
const ofList: Record<string, string> = {
  '(app)/echeances passees': '/api/deadlines?view=overdue',
  '(app)/echeances apres': '/api/deadlines?view=coming',
  '(app)/places apres': '/api/places',
  '(app)/places attente': '/api/places/waiting'
}

class Asked extends URLSearchParams {
  readonly names = new Set<string>()
  override get(name: string) {
    this.names.add(name)
    return super.get(name)
  }
  override getAll(name: string) {
    this.names.add(name)
    return super.getAll(name)
  }
}

const lists = Object.fromEntries(
  'items regions referrals deadlines classes timeline actions consents releases tables sources years'
    .split(' ')
    .map((name) => [name, []])
)
const body = {
  ...{ ...lists, inTeams: true, type: 'association', state: 'draft', territory: '69' },
  may: { move: true, sign: { enabled: true } }
}
const me = {
  ...{ organisation: { zone: 'Europe/Paris', territory: { code: '69' } }, offer: {}, arrivals: [] },
  ...{ rooms: [], nav: ['referrals'], answers: true }
}
const params = {
  id: 'one',
  name: '69-2026-11',
  version: '2026-12',
  command: 'x',
  table: 'status',
  ref: 'act'
}

type Load = (event: object) => Promise<unknown>

/** What a page asks for its list at an address. What else it makes of an answer that is none is no matter here. */
const askedAt = async (load: Load, said: Record<string, string>) => {
  const { calls, fetcher } = answering({ status: 200, body })
  const [url, searchParams] = [new URL('http://localhost/page'), new Asked(said)]
  Object.defineProperty(url, 'searchParams', { value: searchParams })
  const event = { fetch: fetcher, url, params, parent: () => Promise.resolve({ me }) }
  const locals = { locale: 'fr', now: new Date('2026-11-24T11:00:00Z'), localPath: () => '/' }
  await Promise.resolve({ ...event, locals })
    .then(load)
    .catch(() => undefined)
  return { names: [...searchParams.names], paths: calls.map(({ path }) => path) }
}

/** Each is a word that some list knows, or none. */
const answers = ['zz', '17', 'late', 'out', 'reserved']

const routes = '../../../../web/src/routes/'
const modules = import.meta.glob<{ load?: Load }>('../../../../web/src/routes/**/+page.server.ts', {
  eager: true
})
type Parameter = { in?: string; name?: string; $ref?: string }
type Description = {
  paths: Record<string, Record<string, { parameters?: Parameter[] }>>
  components: { parameters?: Record<string, Parameter> }
}
const served = await forFile(testApp())
const { paths, components } = (await served.app.inject('/api/openapi.json')).json<Description>()
const named = ({ $ref, ...one }: Parameter) => ($ref ? components.parameters![$ref.split('/').at(-1)!]! : one)
const known = knownBy(paths)

/** By which name what a word says was asked, and of which list. */
const found = (
  await Promise.all(
    Object.entries(modules).flatMap(([file, { load }]) => {
      const page = file.slice(routes.length, -'/+page.server.ts'.length)
      return load ? [lookAt(page, load)] : []
    })
  )
).flat()

async function lookAt(page: string, load: Load) {
  const usual = await askedAt(load, {})
  const seen: { page: string; word: string; path: string; name: string }[] = []
  const names = new Set(usual.names)
  for (const word of names)
    for (const answer of answers) {
      const { names: more, paths: asked } = await askedAt(load, { [word]: answer })
      for (const one of more) names.add(one)
      for (const path of asked.filter((one) => !usual.paths.includes(one)))
        for (const [name, value] of new URL(path, 'http://api').searchParams)
          if (value === answer) seen.push({ page, word, path, name })
    }
  return seen
}

it('a word of an address is asked under the name that it has everywhere', () => {
  const wrong = found.filter(({ page, word, name }) => name !== (onPage[`${page} ${word}`] ?? words[word]))
  expect(wrong).toEqual([])
  expect(new Set(found.map(({ page }) => page)).size).toBeGreaterThan(20)
  const said = new Set(found.map(({ word }) => word))
  expect(Object.keys(words).filter((word) => !said.has(word))).toEqual([])
})

it('of a page of two lists, it leads on the one that it is of', () => {
  const wrong = found.filter(({ page, word, path }) => {
    const list = ofList[`${page} ${word}`]
    return list !== undefined && !(path === list || path.startsWith(list.includes('?') ? list : `${list}?`))
  })
  expect(wrong).toEqual([])
})

it('is a name that the API knows there', () => {
  const unknown = found.filter(({ path, name }) => {
    const of = operationOf({ method: 'GET', path, body: '' }, known)
    const { parameters = [] } = (of && paths[of.path]!['get']) ?? {}
    return !parameters.map(named).some((one) => one.in === 'query' && one.name === name)
  })
  expect(unknown).toEqual([])
})
