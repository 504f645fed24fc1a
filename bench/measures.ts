import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { fromPage, signIn } from '../tests/support/running/sign-in.ts'
import { aFlag } from './flags.ts'
import { fire, requestText, type Shot } from './load.ts'
import type { Site, Stage } from './stage.ts'

/** One thing that is asked of the application, and what it costs without it. */
export type Measure = { name: string; cases: number; login: string; app: Aim; floor: (bytes: number) => Aim }
type Aim = { port: number; next: (connection: number) => Shot | null }

type Person = { login: string; cookie: string; orgId: string; personId: string }

const connections = 8

const whoIs = async (site: Site, login: string): Promise<Person> => {
  const cookie = await signIn(`http://localhost:${site.port}`, login)
  const client = new pg.Client({ connectionString: site.url })
  await client.connect()
  const { rows } = await client.query<{ org: string; person: string }>(
    `select m.org_id as org, p.id as person from person p join membership m on m.person_id = p.id where p.subject = $1 and p.issuer = $2`,
    [login, `http://localhost:${site.port}/oidc`]
  )
  await client.end()
  return { login, cookie, orgId: rows[0]!.org, personId: rows[0]!.person }
}

const always = (port: number, path: string, headers: Record<string, string> = {}): Aim => {
  const shot = { request: requestText({ path, headers }) }
  return { port, next: () => shot }
}

const worklist = (site: Site, { login, cookie, orgId }: Person): Measure => ({
  name: 'worklist',
  cases: site.cases,
  login,
  app: always(site.port, '/api/cases?view=todo', { cookie }),
  floor: (bytes) => always(site.floorPort, `/worklist/${orgId}?size=${bytes}`)
})

const rotating = (port: number, shots: readonly Shot[]): Aim => {
  let turn = 0
  return { port, next: () => shots[turn++ % shots.length]! }
}

const oneCase = async (site: Site, { login, cookie, orgId }: Person): Promise<Measure> => {
  const client = new pg.Client({ connectionString: site.url })
  await client.connect()
  const { rows } = await client.query<{ id: string }>(
    `select case_id as id from participation where org_id = $1 and until is null and basis = 'case.flag' limit 200`,
    [orgId]
  )
  await client.end()
  const shotsOf = (path: (id: string) => string, headers = {}) =>
    rows.map(({ id }) => ({ request: requestText({ path: path(id), headers }) }))
  return {
    name: 'case',
    cases: site.cases,
    login,
    app: rotating(
      site.port,
      shotsOf((id) => `/api/cases/${id}`, { cookie })
    ),
    floor: (bytes) =>
      rotating(
        site.floorPort,
        shotsOf((id) => `/case/${id}?size=${bytes}`)
      )
  }
}

const tagOf = (head: string) => /etag: "([^"]+)"/i.exec(head)?.[1] ?? ''

/** Flags as many cases through the gate, by the API; gives the version of each that its author was given. */
const flagged = async (site: Site, { cookie }: Person, count: number): Promise<[string, string][]> => {
  const ids: [string, string][] = []
  let asked = 0
  const next = (): Shot | null => {
    if (asked++ >= count) return null
    const request = requestText({
      method: 'POST',
      path: '/api/cases',
      headers: { ...fromPage(cookie, `http://localhost:${site.port}`), 'idempotency-key': randomUUID() },
      body: JSON.stringify(aFlag())
    })
    return {
      request,
      answered: (head) => void ids.push([/location: \/api\/cases\/(\S+)/i.exec(head)![1]!, tagOf(head)])
    }
  }
  await fire({ port: site.port, connections, seconds: 120, most: count, next })
  return ids
}

const languages = ['fr', 'en', 'ar', 'bin']

/** Each connection keeps to its own cases, and knows the version at which its last act left each of them. */
const acting = (
  port: number,
  flagged: readonly [id: string, tag: string][],
  write: (act: { id: string; version: string; input: object }) => string
): Aim => {
  const ids = flagged.map(([id]) => id)
  const versions = new Map(flagged)
  const acts = new Map<string, number>()
  const turns = Array.from({ length: connections }, () => 0)
  const next = (connection: number): Shot => {
    const own = Math.floor(ids.length / connections)
    const id = ids[connection * own + (turns[connection]!++ % own)]!
    const version = versions.get(id)!
    const act = (acts.get(id) ?? 0) + 1
    acts.set(id, act)
    const language = languages[act % languages.length]
    return {
      request: write({ id, version, input: { language } }),
      answered: (head) => void versions.set(id, tagOf(head))
    }
  }
  return { port, next }
}

const command = async (site: Site, person: Person, count: number): Promise<Measure> => {
  const { login, cookie, orgId, personId } = person
  const ids = await flagged(site, person, count * 2)
  const headers = fromPage(cookie, `http://localhost:${site.port}`)
  const app = acting(site.port, ids.slice(0, count), ({ id, version, input }) =>
    requestText({
      method: 'POST',
      path: `/api/cases/${id}/commands/facts.complete`,
      // As the pages ask it: they read the case again afterwards.
      headers: {
        ...headers,
        'if-match': `"${version}"`,
        'idempotency-key': randomUUID(),
        prefer: 'return=minimal'
      },
      body: JSON.stringify(input)
    })
  )
  const floors = new Map<number, Aim>()
  const floor = (bytes: number) => {
    const made =
      floors.get(0) ??
      acting(site.floorPort, ids.slice(count), ({ id, input }) =>
        requestText({
          method: 'POST',
          path: `/command?size=${bytes}`,
          body: JSON.stringify({ id, input, orgId, personId, key: randomUUID() })
        })
      )
    floors.set(0, made)
    return made
  }
  return { name: 'command', cases: site.cases, login, app, floor }
}

/** The restricted readers' worklists on both sizes, one case and one act on the large one. */
export const prepareMeasures = async (
  { sites }: Stage,
  { prepared, say }: { prepared: number; say: (text: string) => void }
): Promise<Measure[]> => {
  const [small, large] = sites as [Site, Site]
  const measures: Measure[] = []
  say(`signing in, and flagging ${prepared * 2} cases through the gate`)
  const association = await whoIs(large, 'asso.rhone')
  const act = await command(large, association, prepared)
  for (const login of ['cellule.69', 'asso.rhone']) {
    measures.push(worklist(small, await whoIs(small, login)))
    measures.push(worklist(large, login === 'asso.rhone' ? association : await whoIs(large, login)))
  }
  return [...measures, await oneCase(large, association), act]
}

export { connections }
