import pg from 'pg'
import { signIn } from '../tests/support/running/sign-in.ts'
import { requestText, type Shot } from './load.ts'
import type { Site } from './stage.ts'

/** One thing that is asked of the application, and what it costs without it where that can be said. */
export type Measure = { name: string; cases: number; login: string; app: Aim; floor?: Aim }
export type Aim = { port: number; next: (connection: number) => Shot | null }

export type Person = { login: string; cookie: string; orgId: string; personId: string }

export const connections = 8

export const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export const whoIs = async ({ url, port }: Pick<Site, 'url' | 'port'>, login: string): Promise<Person> => {
  const cookie = await signIn(`http://localhost:${port}`, login)
  const { rows } = await withClient(url, (client) =>
    client.query<{ org: string; person: string }>(
      `select m.org_id as org, p.id as person from person p join membership m on m.person_id = p.id where p.subject = $1 and p.issuer = $2`,
      [login, `http://localhost:${port}/oidc`]
    )
  )
  return { login, cookie, orgId: rows[0]!.org, personId: rows[0]!.person }
}

/** Cases that an organisation has flagged, of those that were filled in. */
export const casesOf = async (url: string, { orgId }: Person, most = 200): Promise<string[]> => {
  const { rows } = await withClient(url, (client) =>
    client.query<{ id: string }>(
      `select case_id as id from participation where org_id = $1 and until is null and basis = 'case.flag' limit $2`,
      [orgId, most]
    )
  )
  return rows.map(({ id }) => id)
}

export const rotating = (
  port: number,
  paths: readonly string[],
  headers: Record<string, string> = {}
): Aim => {
  const shots = paths.map((path) => ({ request: requestText({ path, headers }) }))
  let turn = 0
  return { port, next: () => shots[turn++ % shots.length]! }
}

export const worklist = (site: Site, { login, cookie, orgId }: Person): Measure => ({
  name: 'worklist',
  cases: site.cases,
  login,
  app: rotating(site.port, ['/api/cases?view=todo'], { cookie }),
  floor: rotating(site.floorPort, [`/worklist/${orgId}`])
})

export const oneCase = (site: Site, { login, cookie }: Person, ids: readonly string[]): Measure => ({
  name: 'case',
  cases: site.cases,
  login,
  app: rotating(
    site.port,
    ids.map((id) => `/api/cases/${id}`),
    { cookie }
  ),
  floor: rotating(
    site.floorPort,
    ids.map((id) => `/case/${id}`)
  )
})

type Asking = { site: Site; person: Person; name: string; paths: readonly string[] }

/** What nothing as bare could answer. */
export const alone = ({ site, person: { login, cookie }, name, paths }: Asking): Measure => ({
  name,
  cases: site.cases,
  login,
  app: rotating(site.port, paths, { cookie, accept: 'text/html, application/json' })
})
