import type { Pool } from 'pg'
import { houses, type OrgType } from '../../policies/actor.ts'
import { audit, fieldsFilled } from '../acts/audit.ts'
import { readCode, showCode } from '../cases/code.ts'
import { inContext, runQuery } from '../db/context.ts'

/** By what the journal is drawn out: a case by its code, a person by account, name or identifier, instants, an action. */
export type Wanted = { case?: string; person?: string; since?: string; until?: string; action?: string }

type Row = {
  at: Date
  chain: string
  seq: string
  code: string | null
  person: string | null
  name: string | null
  orgType: string | null
  organisation: string | null
  role: string
  action: string
  object: string
  outcome: string
  detail: string
}

const drawing = `select a.at, a.chain, a.seq::text, audited_code(a.chain) as code, a.person_id as person, p.display_name as name,
  o.type as "orgType", o.name as organisation, a.role, a.action, a.object, a.outcome, a.detail
  from audit_event a left join person p on p.id = a.person_id left join organisation o on o.id = a.org_id
  where ($1::text is null or a.chain = (select c.chain from (select distinct chain from audit_event) c where audited_code(c.chain) = $1))
    and ($2::text is null or $2 in (p.id::text, p.subject, p.display_name))
    and ($3::timestamptz is null or a.at >= $3) and ($4::timestamptz is null or a.at < $4)
    and ($5::text is null or a.action = $5)
  order by a.at, a.chain, a.seq`

const columns = [
  'at',
  'chain',
  'seq',
  'case',
  'person',
  'name',
  'organisation',
  'role',
  'action',
  'object',
  'outcome',
  'detail'
]

// As on the page of the journal: a shelter's name, or that of who works there, beside a case would say where the person is.
const cellsOf = ({ at, chain, seq, code, person, name, orgType, organisation, ...rest }: Row) => {
  const hidden = orgType !== null && houses(orgType as OrgType)
  const who = hidden ? ['', ''] : [name ?? '', organisation ?? '']
  const { role, action, object, outcome, detail } = rest
  return [
    at.toISOString(),
    chain,
    seq,
    code ? showCode(code) : '',
    person ?? '',
    ...who,
    role,
    action,
    object,
    outcome,
    detail
  ]
}

/** No formula can start in a spreadsheet. */
const cell = (text: string) => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What an article 33 notice asks for: about how many lines, cases and persons. */
const counted = (rows: readonly Row[]) => ({
  lines: rows.length,
  cases: new Set(rows.flatMap(({ code }) => code ?? [])).size,
  persons: new Set(rows.flatMap(({ person }) => person ?? [])).size
})

/** Lines of the journal as a table, oldest first, without a value of any case. That they were drawn out is a line of it too. */
export const extractAudit = (pool: Pool, wanted: Wanted) =>
  inContext(pool, { orgId: null, personId: null, role: 'dpo' }, async (tx, at) => {
    const code = wanted.case === undefined ? null : readCode(wanted.case)
    if (wanted.case !== undefined && code === null) throw new Error(`${wanted.case} is no code of a case`)
    const { person = null, since = null, until = null, action = null } = wanted
    const rows = await runQuery<Row>(tx, drawing, [code, person, since, until, action])
    const object = {
      action: 'audit.extract',
      object: 'journal',
      chain: 'system',
      detail: fieldsFilled(wanted)
    }
    await audit(tx, { personId: '', orgId: '', role: 'dpo' }, at, object)
    const table = [columns, ...rows.map(cellsOf)].map((cells) => cells.map(cell).join(';')).join('\r\n')
    return { csv: `\uFEFF${table}\r\n`, counts: counted(rows) }
  })
