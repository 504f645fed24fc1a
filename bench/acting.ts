import { randomUUID } from 'node:crypto'
import { selectAll, type EventRow } from '../server/cases/store.ts'
import { countedEvery, lengthened as longer, untold } from '../server/cases/story.ts'
import { caseEvents } from '../server/db/schema/schema.ts'
import { fromPage } from '../tests/support/running/sign-in.ts'
import { aFlag } from './flags.ts'
import { fire, requestText, type Shot } from './load.ts'
import { connections, withClient, type Aim, type Measure, type Person } from './measures.ts'
import type { Site } from './stage.ts'

const tagOf = (head: string) => /etag: "([^"]+)"/i.exec(head)?.[1] ?? ''

/** The number of a case, and its version as its author was given it. */
export type Flagged = [id: string, tag: string]

const flagShot = (site: Site, { cookie }: Person): string =>
  requestText({
    method: 'POST',
    path: '/api/cases',
    headers: {
      ...fromPage(cookie, `http://localhost:${site.port}`),
      'idempotency-key': randomUUID(),
      prefer: 'return=minimal'
    },
    body: JSON.stringify(aFlag())
  })

/** Flags as many cases through the gate, by the API. */
export const flagged = async (site: Site, person: Person, count: number): Promise<Flagged[]> => {
  const ids: Flagged[] = []
  let asked = 0
  const next = (): Shot | null => {
    if (asked++ >= count) return null
    return {
      request: flagShot(site, person),
      answered: (head) => void ids.push([/location: \/api\/cases\/(\S+)/i.exec(head)![1]!, tagOf(head)])
    }
  }
  await fire({ port: site.port, connections, seconds: 600, most: count, next })
  return ids
}

export const flagging = (site: Site, person: Person): Measure => ({
  name: 'flag',
  cases: site.cases,
  login: person.login,
  app: { port: site.port, next: () => ({ request: flagShot(site, person) }) }
})

const languages = ['fr', 'en', 'ar', 'bin']

/** Each connection keeps to its own cases, and knows the version at which its last act left each of them. */
const acting = (
  port: number,
  flagged: readonly Flagged[],
  write: (act: { id: string; version: string; input: object }) => string
): Aim => {
  const ids = flagged.map(([id]) => id)
  const versions = new Map(flagged)
  const acts = new Map<string, number>()
  const turns = Array.from({ length: connections }, () => 0)
  const next = (connection: number): Shot => {
    const own = Math.floor(ids.length / connections)
    const id = ids[connection * own + (turns[connection]!++ % own)]!
    const act = (acts.get(id) ?? 0) + 1
    acts.set(id, act)
    const language = languages[act % languages.length]
    return {
      request: write({ id, version: versions.get(id)!, input: { language } }),
      answered: (head) => void versions.set(id, tagOf(head))
    }
  }
  return { port, next }
}

/** One half of the cases is acted on by the application, the other by its floor. */
export const act = (site: Site, person: Person, cases: readonly Flagged[]): Measure => {
  const { login, cookie, orgId, personId } = person
  const headers = fromPage(cookie, `http://localhost:${site.port}`)
  const half = Math.floor(cases.length / 2)
  const app = acting(site.port, cases.slice(0, half), ({ id, version, input }) =>
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
  const floor = acting(site.floorPort, cases.slice(half), ({ id, input }) =>
    requestText({
      method: 'POST',
      path: '/command',
      body: JSON.stringify({ id, input, orgId, personId, key: randomUUID() })
    })
  )
  return { name: 'act', cases: site.cases, login, app, floor }
}

const furtherEvents = `insert into case_event (case_id, seq, at, command, input, sealed, person_id, org_id, role, territory, basis, basis_on)
  select case_id, n, at + n * interval '1 second', 'facts.complete', '{"language": "fr"}', '{}', person_id, org_id, role, territory, basis, basis_on
    from case_event, generate_series(2, $2::int) n where case_id = $1 and seq = 1`

const journal = `${selectAll(caseEvents)} where case_id = $1 and seq <= $2 order by seq`

/** A case with a history, as long as asked, and counted as the gate counts it. */
export const lengthened = async (site: Site, [id]: Flagged, events: number): Promise<string> => {
  await withClient(site.url, async (client) => {
    await client.query(`delete from case_event where case_id = $1 and seq > 1`, [id])
    await client.query(furtherEvents, [id, events])
    const { rows } = await client.query<EventRow>(journal, [id, events - (events % countedEvery)])
    const story = rows.length > 0 ? longer(untold, rows) : null
    await client.query(`update "case" set version = $2, story = $3 where id = $1`, [id, events, story])
  })
  return id
}
