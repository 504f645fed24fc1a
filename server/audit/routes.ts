import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { abilityFor } from '../../policies/abilities.ts'
import { houses, roles, type OrgType, type Role } from '../../policies/actor.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { showCode } from '../cases/code.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { unnamed } from '../disclosure/names.ts'
import type { RouteDeps } from '../http/reading.ts'
import { cursor } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Locale } from '../locale.ts'
import { byPerson, soughtIn } from './search.ts'
import { actionWords, outcomes, outcomeWords } from './words.ts'
import { AuditList, type AuditLine } from '../views/audit.ts'
import { oneOf } from '../views/shapes.ts'

type Row = {
  at: Date
  chain: string
  seq: string
  code: string | null
  name: string | null
  organisation: string | null
  orgType: string | null
  about: string | null
  aboutType: string | null
  role: string
  action: string
  object: string
  outcome: string
  detail: string
}

// A shelter's name, or that of who works there, beside a case would say where the person is.
const hidden = ({ orgType }: Row) => orgType !== null && houses(orgType as OrgType)

// Alike for whoever the line is about: an invitation into a shelter names nobody.
const aboutWhom = ({ about, aboutType }: Row) =>
  aboutType !== null && houses(aboutType as OrgType) ? null : about

const lineOf = (row: Row, locale: Locale): AuditLine => ({
  at: row.at.toISOString(),
  actor: {
    name: hidden(row) ? '' : (row.name ?? ''),
    organisation: hidden(row) ? unnamed.another[locale] : (row.organisation ?? ''),
    role: roles[row.role as Role]?.[locale] ?? row.role
  },
  act: row.action,
  actLabel: actionWords.get(row.action)?.[locale] ?? row.action,
  object: row.object,
  about: aboutWhom(row),
  caseId: row.chain.startsWith('case:') ? row.chain.slice('case:'.length) : null,
  caseCode: row.code && showCode(row.code),
  outcome: row.outcome === 'allowed' ? 'done' : 'denied',
  outcomeLabel: outcomeWords[row.outcome]![locale],
  detail: row.detail
})

const pageSize = 50

/** All actions that read as this one does: whoever looks for its words means each of them. */
const alike = (action: string, locale: Locale): string[] => {
  const words = actionWords.get(action)?.[locale]
  return [...actionWords].flatMap(([id, label]) => (label[locale] === words ? [id] : []))
}

const auditQuery = closed({
  cursor,
  case: Type.Optional(Type.String({ format: 'uuid' })),
  action: Type.Optional(Type.String({ enum: [...actionWords.keys()] })),
  outcome: Type.Optional(oneOf(...(Object.keys(outcomes) as (keyof typeof outcomes)[]))),
  day: Type.Optional(Type.String({ format: 'date' })),
  person: Type.Optional(Type.String({ maxLength: 200 })),
  code: Type.Optional(Type.String({ maxLength: 40 }))
})

const listAudit = async (
  tx: Tx,
  reader: Reader,
  { cursor: from, case: caseId, action, outcome, day, ...named }: Static<typeof auditQuery>
) => {
  const { locale } = reader
  const sought = await soughtIn(tx, reader, named)
  const start = from === undefined ? null : decodeCursor(from, ['at', 'chain', 'seq'])
  const rows = await runQuery<Row>(
    tx,
    `select a.at, a.chain, a.seq::text, audited_code(a.chain) as code, p.display_name as name, o.name as organisation, o.type as "orgType", a.role, a.action, a.object, a.outcome, a.detail,
       w.name as about, w.org_type as "aboutType"
     from audit_event a left join person p on p.id = a.person_id left join organisation o on o.id = a.org_id
       left join lateral audited_person(a.object) w on a.chain not like 'case:%'
     where ($1::text is null or a.chain = $1) and ($2::timestamptz is null or (a.at, a.chain, a.seq) < ($2, $3::text, $4::bigint))
       and ($5::text[] is null or a.action = any($5)) and ($6::text is null or a.outcome = $6)
       and ($7::date is null or a.at >= $7::date::timestamp at time zone 'Europe/Paris'
         and a.at < ($7::date + 1)::timestamp at time zone 'Europe/Paris')
       and ${byPerson('$8', '$9')} and ($10::text is null or a.chain = $10)
     order by a.at desc, a.chain desc, a.seq desc limit ${pageSize + 1}`,
    [
      caseId === undefined ? null : `case:${caseId}`,
      ...(start ?? [null, null, null]),
      action ? alike(action, locale) : null,
      outcome ? outcomes[outcome] : null,
      day ?? null,
      ...sought
    ]
  )
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  const choices = new Map([...actionWords].toReversed().map(([id, label]) => [label[locale], id]))
  const actions = [...choices].map(([label, id]) => ({ id, label }))
  return {
    items: page.map((row) => lineOf(row, locale)),
    actions: actions.sort((a, b) => a.label.localeCompare(b.label, locale)),
    next: rows.length > pageSize && last ? encodeCursor([last.at.toISOString(), last.chain, last.seq]) : null
  }
}

/** Acts, readings and denials: who, when, on what; never a value. For the data protection officer alone. */
export const auditRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const onRequest = async ({ actor }: FastifyRequest) => {
    if (!abilityFor(actor).can('read', 'Audit')) throw new NotFound('not for this role')
  }
  routesOf(app, deps).reads(
    '/api/audit',
    { querystring: auditQuery, answer: AuditList, onRequest },
    listAudit
  )
}
