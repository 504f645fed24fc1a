import { randomUUID } from 'node:crypto'
import { fastify } from 'fastify'
import type { Pool } from 'pg'
import type { Actor } from '../../../policies/actor.ts'
import type { Database } from '../../../server/db/client.ts'
import { requireClosedSchemas } from '../../../server/http/closed-schemas.ts'
import { registerProblems } from '../../../server/http/problem.ts'
import { validation } from '../../../server/http/validation.ts'
import { statsRoutes } from '../../../server/figures/routes.ts'
import { regionIds, regionTables } from '../../../workflows/case/commands.ts'

export type Act = readonly [command: string, daysAfter: number]
export type Person = {
  territory?: string
  openedAt?: string
  identification?: string
  housing?: string
  minor?: string
  acts?: readonly Act[]
}

const initial = Object.fromEntries(regionIds.map((id) => [id, regionTables[id].initial as string]))
const day = 86_400_000

const caseRow = (person: Person, index: number) => ({
  id: randomUUID(),
  code: `T-${index}-${randomUUID().slice(0, 8)}`,
  territory: person.territory ?? '75',
  opened_at: person.openedAt ?? '2026-03-10T09:00:00Z',
  ...initial,
  identification: person.identification ?? 'flagged',
  housing: person.housing ?? 'unassessed',
  minor: person.minor ?? 'not_applicable'
})

const insertEvents = `insert into case_event (case_id, seq, at, command, input, sealed, role, basis, basis_on)
  select case_id, seq, at, command, '{}', '{}', 'asso', '{}', at::date from jsonb_populate_recordset(null::case_event, $1)`

/** One more act on each of these cases. */
export const actOn = (owner: Pool, ids: readonly string[], ...[command, at]: [command: string, at: string]) =>
  write(
    owner,
    insertEvents,
    ids.map((id) => ({ case_id: id, seq: 100, at, command }))
  )

/** Persons written straight into the tables, as their owner: what is tested is only what counts them. */
export const people = async (owner: Pool, persons: readonly Person[]): Promise<string[]> => {
  const rows = persons.map(caseRow)
  const events = rows.flatMap((row, index) =>
    (persons[index]!.acts ?? []).map(([command, daysAfter], seq) => ({
      case_id: row.id,
      seq: seq + 1,
      at: new Date(Date.parse(row.opened_at) + daysAfter * day).toISOString(),
      command
    }))
  )
  await write(
    owner,
    `insert into "case" (id, code, version, territory, opened_at, ${regionIds.join(', ')}, facts, config_version, updated_at)
    select id, code, 1, territory, opened_at, ${regionIds.join(', ')}, '{}', 'test', opened_at
    from jsonb_populate_recordset(null::"case", $1)`,
    rows
  )
  await write(owner, insertEvents, events)
  return rows.map(({ id }) => id)
}

/** Row security binds even the owner of the tables. */
const write = async (owner: Pool, statement: string, rows: readonly object[]) => {
  const client = await owner.connect()
  try {
    await client.query('begin')
    for (const table of ['"case"', 'case_event'])
      await client.query(`alter table ${table} disable row level security`)
    await client.query(statement, [JSON.stringify(rows)])
    for (const table of ['"case"', 'case_event'])
      await client.query(`alter table ${table} enable row level security`)
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** Some days later these cases stand elsewhere, as the gate would write it. */
export const move = (owner: Pool, ids: readonly string[], to: Person, on: string) =>
  write(
    owner,
    `update "case" c set identification = coalesce(n.identification, c.identification), housing = coalesce(n.housing, c.housing),
       territory = coalesce(n.territory, c.territory), updated_at = n.updated_at
     from jsonb_populate_recordset(null::"case", $1) n where c.id = n.id`,
    ids.map((id) => ({ id, ...to, updated_at: on }))
  )

/** What only the owner of the table can do, and only by taking its guard away. */
export const forgetReleases = (owner: Pool) =>
  owner.query(`alter table figure_release disable trigger user; truncate figure_release;
    alter table figure_release enable trigger user`)

/** The last release, whose number and quarter a test that looks at one table alone does not ask for. */
export const aRelease = {
  number: 1,
  quarter: '2026-Q2',
  asOf: new Date('2026-06-30T21:59:59.999Z'),
  madeAt: new Date('2026-07-01T00:00:00Z')
}

export const repeat = (times: number, person: Person): Person[] => Array.from({ length: times }, () => person)

const actorOf = (given: Partial<Actor>): Actor => ({
  personId: randomUUID(),
  name: 'A. Lecteur',
  orgId: randomUUID(),
  orgName: 'Service',
  orgType: 'miprof',
  role: 'miprof',
  territory: null,
  accredited: true,
  ...given
})

/** The routes alone, for a reader of one's choice; `ask` gives status and body. */
export const desk = async (db: Pick<Database, 'app'>) => {
  let actor = actorOf({})
  const app = fastify({ schemaController: validation() })
  requireClosedSchemas(app)
  registerProblems(app)
  app.decorateRequest('actor', { getter: () => actor })
  await app.register(statsRoutes, { db })
  await app.ready()
  return {
    ask: async (url: string, as: Partial<Actor> = {}, headers: Record<string, string> = {}) => {
      actor = actorOf(as)
      const answer = await app.inject({ url, headers })
      return { status: answer.statusCode, body: answer.json() }
    },
    close: () => app.close()
  }
}
