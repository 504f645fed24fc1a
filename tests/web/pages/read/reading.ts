import { isHttpError, isRedirect } from '@sveltejs/kit'
import { answering } from '../../../support/answering.ts'

type Load = (event: object) => Promise<unknown>

const modules = import.meta.glob<{ load?: Load }>('../../../../web/src/routes/**/+{page,layout}.server.ts', {
  eager: true
})

export const now = new Date('2026-11-24T11:00:00Z')

/** What the API answers at an address, or at one that begins so where it asks something: of two the longer one. All else is not there. */
export type Api = Record<string, unknown>

export const apiOf = (api: Api) =>
  answering((path) => {
    const [known] = Object.keys(api)
      .filter((one) => (one.includes('?') ? path.startsWith(one) : path.replace(/\?.*/, '') === one))
      .toSorted((a, b) => b.length - a.length)
    return known === undefined
      ? { status: 404, body: { title: 'Rien', code: 'not_found' } }
      : { status: 200, body: api[known] }
  })

type Reading = {
  api: Api
  search?: string
  params?: Record<string, string>
  me?: object
  route?: string
}

const me = { accredited: true, nav: [], rooms: [], organisation: { zone: 'Europe/Paris', territory: null } }

/** What a page makes of what it reads, or where it leads instead; and what it asked. */
export const reading = async <T>(at: string, { api, search = '', params = {}, me: own, route }: Reading) => {
  const { load } = modules[`../../../../web/src/routes/${at}.server.ts`]!
  const { calls, fetcher } = apiOf(api)
  const event = {
    ...{ fetch: fetcher, params, url: new URL(`http://localhost/page${search}`) },
    ...{ locals: { locale: 'fr', now }, route: { id: route }, untrack: (ask: () => unknown) => ask() },
    cookies: { get: () => undefined },
    parent: () => Promise.resolve({ me: { ...me, ...own } })
  }
  const end = await Promise.resolve(event)
    .then(load!)
    .then(
      (data) => ({ data: data as T, leadsTo: null, status: 200 }),
      (thrown: unknown) => {
        if (isRedirect(thrown)) return { data: null, leadsTo: thrown.location, status: thrown.status }
        if (isHttpError(thrown)) return { data: null, leadsTo: null, status: thrown.status }
        throw thrown
      }
    )
  return { ...end, asked: calls.map(({ path }) => path) }
}

/** The same, of a page that must be there. */
export const dataOf = async <T>(at: string, asked: Reading): Promise<T> => {
  const { data } = await reading<T>(at, asked)
  if (data === null) throw new Error(`${at} shows nothing`)
  return data
}
