import Fastify from 'fastify'
import type { Pool, PoolClient } from 'pg'

// What the same work costs without the rights, the rules and the traces: bare Fastify, prepared SQL, the same PostgreSQL.

const lineColumns = `p.capacity, p.waits_for, p.urgency, p.due_at, p.sort_at, p.moved_at, c.id, c.code, c.territory, c.opened_at, c.facts,
  c.identification, c.housing, c.residence, c.asylum, c.judicial, c.care, c.minor, c.consent, c.closure`

const worklist = {
  name: 'floor_worklist',
  text: `select ${lineColumns} from participation p join "case" c on c.id = p.case_id
    where p.org_id = $1 and p.until is null and p.waits_for is not null order by p.urgency, p.sort_at, p.case_id limit 51`
}

const oneCase = {
  name: 'floor_case',
  text: `select c.*, e.seq, e.at, e.command, e.input, e.sealed, e.person_id, e.org_id, e.role, e.basis, e.basis_on, e.late
    from "case" c join case_event e on e.case_id = c.id where c.id = $1 order by e.seq`
}

const writes = {
  lock: { name: 'floor_lock', text: `select version, facts from "case" where id = $1 for update` },
  case: {
    name: 'floor_update',
    text: `update "case" set facts = $2, version = $3, updated_at = now() where id = $1`
  },
  event: {
    name: 'floor_event',
    text: `insert into case_event (case_id, seq, at, command, input, sealed, person_id, org_id, role, territory, basis, basis_on)
      values ($1, $2, now(), 'facts.complete', $3, '{}', $4, $5, 'asso', '69', '{MNIO.FLAG}', current_date)`
  },
  audit: {
    name: 'floor_audit',
    text: `with head as (
        update audit_head set seq = seq + 1, hash = sha256(hash || convert_to($2, 'UTF8')) where chain = $1 returning seq, hash)
      insert into audit_event select $1, seq, now(), $3, $4, 'asso', 'facts.complete', $2, 'allowed', 'language', hash, hash from head`
  },
  lines: {
    name: 'floor_lines',
    text: `update participation set moved_at = now() where case_id = $1 and until is null`
  },
  job: { name: 'floor_job', text: `insert into outbox (kind, payload) values ('tell', $1)` },
  key: { name: 'floor_key', text: `insert into idempotency values ($1, $2, $3, 'case', $4, now())` }
}

type Command = { id: string; key: string; personId: string; orgId: string; input: { language: string } }

/** The rows that the gate writes for one act, one statement after another. */
const command = async (tx: PoolClient, { id, key, personId, orgId, input }: Command) => {
  const run = (statement: { name: string; text: string }, ...values: unknown[]) =>
    tx.query({ ...statement, values })
  await tx.query('begin')
  const { rows } = await run(writes.lock, id)
  const { version, facts } = rows[0] as { version: number; facts: object }
  await run(writes.case, id, { ...facts, ...input }, version + 1)
  await run(writes.event, id, version + 1, input, personId, orgId)
  await run(writes.audit, `case:${id}`, `case:${id}`, personId, orgId)
  await run(writes.lines, id)
  await run(writes.job, JSON.stringify({ about: 'case', id, to: [orgId] }))
  await run(writes.key, personId, key, key, id)
  await tx.query('commit')
  return version + 1
}

/** An object whose JSON is as long as the application's answer, however short what it holds. */
const padded = (paddings: Map<string, string>) => (kind: string, size: number, body: object) => {
  const known = paddings.get(kind)
  const pad = known ?? ' '.repeat(Math.max(0, size - JSON.stringify(body).length - 9))
  paddings.set(kind, pad)
  return { ...body, pad }
}

type Sized = { Querystring: { size: string } }

export const buildFloor = (pool: Pool) => {
  const app = Fastify()
  const fit = padded(new Map())
  app.get<Sized & { Params: { org: string } }>('/worklist/:org', async ({ params, query }) => {
    const { rows } = await pool.query({ ...worklist, values: [params.org] })
    return fit(params.org, Number(query.size), { items: rows.map(({ facts: _facts, ...line }) => line) })
  })
  app.get<Sized & { Params: { id: string } }>('/case/:id', async ({ params, query }) => {
    const { rows } = await pool.query({ ...oneCase, values: [params.id] })
    return fit('case', Number(query.size), { items: rows })
  })
  app.post<Sized & { Body: Command }>('/command', async ({ body, query }) => {
    const tx = await pool.connect()
    try {
      return fit('command', Number(query.size), { version: await command(tx, body) })
    } finally {
      tx.release()
    }
  })
  return app
}
