import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Fastify from 'fastify'
import type { Pool, PoolClient } from 'pg'

// What the same work costs without the rights, the rules and the traces: bare Fastify, prepared SQL, the same PostgreSQL, which
// writes the JSON itself. Answers are as long as what they hold. Any change of this file makes ratios of before and after
// incomparable: docs/bench.md bears its digest, and a test compares them.

export const floorDigest = () =>
  createHash('sha256')
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex')

const regions = `c.identification, c.housing, c.asylum_housing, c.residence, c.asylum, c.judicial, c.care, c.minor, c.consent, c.closure`

const worklist = {
  name: 'floor_worklist',
  text: `select json_build_object('items', coalesce(json_agg(line), '[]'))::text as answer from (
    select p.capacity, p.waits_for, p.urgency, p.due_at, p.moved_at, c.id, c.code, c.territory, c.opened_at, ${regions}
      from participation p join "case" c on c.id = p.case_id
     where p.org_id = $1 and p.until is null and p.waits_for is not null
     order by p.urgency, p.sort_at, p.case_id limit 50) line`
}

const rowsOf = (what: string) => `(select coalesce(json_agg(r), '[]') from (${what}) r)`

/** The six tables that tell a case, and of its acts the last fifty. */
const oneCase = {
  name: 'floor_case',
  text: `select json_build_object(
      'case', (select row_to_json(k) from (select id, code, territory, opened_at, facts, ${regions} from "case" c where id = $1) k),
      'parts', ${rowsOf(`select org_id, capacity, since, waits_for, due_at from participation where case_id = $1 and until is null`)},
      'events', ${rowsOf(`select seq, at, command, input, sealed, person_id, org_id, role, basis, basis_on, late from case_event
         where case_id = $1 order by seq desc limit 50`)},
      'clocks', ${rowsOf(`select id, code, starts_on, due_on, due_at, state, computation from deadline where case_id = $1`)},
      'consents', ${rowsOf(`select seq, scope, state, at from consent where case_id = $1`)},
      'referrals', ${rowsOf(`select id, kind, state, moved_at from referral where case_id = $1`)})::text as answer`
}

// Traces and a queue there must be, whatever theirs are called: here they are tables of one's own, and nobody is woken.
const ownTables = `
  create table if not exists floor_queue (id bigint generated always as identity primary key, told json not null);
  create table if not exists floor_head (chain text primary key, seq bigint not null, hash bytea not null);
  create table if not exists floor_audit (chain text, seq bigint, at timestamptz, person_id uuid, org_id uuid, role text,
    action text, object text, outcome text, detail text, hash bytea, primary key (chain, seq))`

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
        insert into floor_head as h (chain, seq, hash) values ($1, 1, sha256(convert_to($2, 'UTF8')))
        on conflict (chain) do update set seq = h.seq + 1, hash = sha256(h.hash || excluded.hash) returning seq, hash)
      insert into floor_audit select $1, seq, now(), $3, $4, 'asso', 'facts.complete', $2, 'allowed', 'language', hash from head`
  },
  lines: {
    name: 'floor_lines',
    text: `update participation set moved_at = now() where case_id = $1 and until is null`
  },
  queue: { name: 'floor_queue', text: `insert into floor_queue (told) values ($1)` },
  key: {
    name: 'floor_key',
    text: `insert into idempotency (person_id, key, request_mac, aggregate, aggregate_id, at) values ($1, $2, $3, 'case', $4, now())`
  }
}

type Command = { id: string; key: string; personId: string; orgId: string; input: { language: string } }

/** What an act cannot do without: nine statements, one after another. */
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
  await run(writes.queue, JSON.stringify({ about: 'case', id, to: [orgId] }))
  await run(writes.key, personId, key, key, id)
  await tx.query('commit')
  return version + 1
}

export const buildFloor = (pool: Pool) => {
  const app = Fastify()
  app.addHook('onReady', async () => void (await pool.query(ownTables)))
  const read = (statement: { name: string; text: string }) => async (value: string) => {
    const { rows } = await pool.query<{ answer: string }>({ ...statement, values: [value] })
    return rows[0]!.answer
  }
  const [listOf, caseOf] = [read(worklist), read(oneCase)]
  const json = 'application/json; charset=utf-8'
  app.get<{ Params: { org: string } }>('/worklist/:org', async ({ params }, reply) =>
    reply.type(json).send(await listOf(params.org))
  )
  app.get<{ Params: { id: string } }>('/case/:id', async ({ params }, reply) =>
    reply.type(json).send(await caseOf(params.id))
  )
  app.post<{ Body: Command }>('/command', async ({ body }) => {
    const tx = await pool.connect()
    try {
      return { version: await command(tx, body) }
    } finally {
      tx.release()
    }
  })
  return app
}
