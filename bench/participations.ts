import type { ClientBase } from 'pg'
import type { Capacity } from '../workflows/vocabulary/capacities.ts'
import { columnsOf, day, pick, today, type Chance, type Row } from './rows.ts'
import type { Organisation } from './people.ts'
import { lineShown, lineTables } from '../server/outbox/worklist.line.ts'

const parts: {
  capacity: Capacity
  type: string
  share: number
  scope: string | null
  waits: readonly (string | null)[]
}[] = [
  { capacity: 'cell', type: 'cell', share: 1, scope: null, waits: ['triage.start', 'grounds.propose', null] },
  {
    capacity: 'referent',
    type: 'association',
    share: 1,
    scope: null,
    waits: ['person.inform', 'consent.record']
  },
  { capacity: 'prefecture', type: 'prefecture', share: 0.3, scope: 'E', waits: ['receipt.handed', null] },
  { capacity: 'acse', type: 'acse', share: 0.2, scope: 'C', waits: ['acse.offer', null] }
]

type Part = {
  caseId: string
  orgId: string
  part: (typeof parts)[number]
  at: Date
  ended: boolean
  waits: string | null
  danger: boolean
  due: Date | null
  /** As the gate keeps it: a list that has to make it is no list of every day. */
  kept: ReturnType<typeof lineShown> | null
  code: string
}

export const partsOf = (
  row: Row,
  chance: Chance,
  find: (type: string, territory: string) => readonly string[]
): Part[] =>
  parts
    .filter(({ share }) => chance() < share)
    .map((part) => {
      const closed = chance() < 0.3
      return {
        caseId: row.id,
        orgId: pick(chance, find(part.type, row.territory)),
        part,
        at: row.at,
        ended: part.scope !== null && closed,
        waits: closed ? null : pick(chance, part.waits),
        danger: row.situation.facts.danger === 'immediate',
        due: closed || chance() < 0.4 ? null : new Date(today + (chance() * 60 - 15) * day),
        kept: part.scope !== null && closed ? null : lineShown(part.capacity, row.situation, []),
        code: row.code
      }
    })

export const insertParts = (db: ClientBase, rows: readonly Part[]) =>
  db.query(
    `insert into participation (case_id, org_id, capacity, since, until, basis, scope, waits_for, urgency, due_at, clock_at, moved_at,
       line, marks, runs, line_tables, case_code, opened_at)
     select case_id, org_id, capacity, at, case when ended then at + interval '40 days' end, 'case.flag', scope, waits,
       case when danger and waits is not null then 0 else 1 end, case when waits is not null then due end, due, least(now(), at + interval '3 days'),
       kept ->> 'line', array(select jsonb_array_elements_text(kept -> 'marks')), kept ->> 'runs', case when kept is not null then '${lineTables.digest}' end, code, at
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::boolean[], $6::text[], $7::text[], $8::boolean[], $9::timestamptz[], $10::jsonb[], $11::text[])
       as t(case_id, org_id, capacity, at, ended, scope, waits, danger, due, kept, code)`,
    columnsOf(
      rows,
      (r) => r.caseId,
      (r) => r.orgId,
      (r) => r.part.capacity,
      (r) => r.at.toISOString(),
      (r) => r.ended,
      (r) => r.part.scope,
      (r) => r.waits,
      (r) => r.danger,
      (r) => r.due?.toISOString() ?? null,
      (r) => (r.kept ? JSON.stringify(r.kept) : null),
      (r) => r.code
    )
  )

export const finder = (organisations: readonly Organisation[]) => {
  const known = Map.groupBy(organisations, ({ type, territory }) => `${type} ${territory ?? ''}`)
  return (type: string, territory: string) =>
    (known.get(`${type} ${territory}`) ?? known.get(`${type} `) ?? []).map(({ id }) => id)
}
