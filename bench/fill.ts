import { randomUUID } from 'node:crypto'
import type { ClientBase } from 'pg'
import { caseCode } from '../server/cases/code.ts'
import { fractionsFrom } from '../server/demo/world/mulberry.ts'
import { open } from '../workflows/case/advance.ts'
import { regionIds } from '../workflows/case/commands.ts'
import { september2026 as firstVersion } from '../workflows/configuration/versions/2026-09.ts'
import { openDeadline } from '../workflows/deadlines/deadlines.ts'
import type { FlagInput } from '../workflows/facts/flag.ts'
import { territories } from '../workflows/calendar/territories.ts'
import { aFlag } from './flags.ts'
import { finder, insertParts, partsOf } from './participations.ts'
import type { Organisation } from './people.ts'
import { columnsOf, day, pick, today, type Chance, type Row } from './rows.ts'

const batch = 5_000

/** Départements by population, as the met persons are. */
const drawn = territories.flatMap(({ code, population }) =>
  Array.from({ length: Math.max(1, Math.round(population / 50_000)) }, () => code)
)

const variants: Partial<FlagInput>[] = [
  {},
  { danger: 'immediate', children: 0 },
  { ageGroup: 'minor', ageBand: '15-17', children: 0 },
  { sex: 'male', forms: ['labour'], language: 'ar', localDanger: false },
  { nationality: 'eu', stay: 'regular', language: 'fr', children: 2 },
  { asylumLink: true, asylumClaim: true, forms: ['begging'] }
]
const situations = variants.map((variant) => open(aFlag(variant)))
const states = [
  'flagged',
  'under_triage',
  'presumed',
  'presumed',
  'presumed',
  'formal_pending',
  'formally_identified',
  'insufficient_elements'
]
const acts = [
  'case.flag',
  'triage.start',
  'grounds.propose',
  'grounds.positive',
  'person.inform',
  'facts.complete'
]

/** A code for each number: drawn by chance, two among a hundred thousand are the same more often than one would think. */
export const codeOf = (number: number) =>
  caseCode(Uint8Array.from({ length: 7 }, (_, place) => Math.floor(number / 31 ** place) % 31))

const newRow = (chance: Chance, number: number): Row => {
  const territory = pick(chance, drawn)
  const { regions, facts } = pick(chance, situations)
  const situation = {
    regions: { ...regions, identification: pick(chance, states) as never },
    facts: { ...facts, territory }
  }
  return {
    id: randomUUID(),
    code: codeOf(number),
    territory,
    at: new Date(today - Math.floor(chance() * 700) * day),
    situation
  }
}

const insertCases = (db: ClientBase, rows: readonly Row[]) =>
  db.query(
    `insert into "case" (id, code, version, territory, opened_at, ${regionIds.join(', ')}, facts, config_version, updated_at)
     select id, code, ${acts.length}, territory, at, ${regionIds.map((id) => `regions->>'${id}'`).join(', ')}, facts, $7, at + interval '3 days'
     from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::jsonb[], $6::jsonb[]) as t(id, code, territory, at, regions, facts)`,
    [
      ...columnsOf(
        rows,
        (r) => r.id,
        (r) => r.code,
        (r) => r.territory,
        (r) => r.at.toISOString(),
        (r) => JSON.stringify(r.situation.regions),
        (r) => JSON.stringify(r.situation.facts)
      ),
      firstVersion.version
    ]
  )

const insertEvents = (db: ClientBase, rows: readonly Row[], orgOf: (row: Row) => string) =>
  db.query(
    `insert into case_event (case_id, seq, at, command, input, sealed, person_id, org_id, role, territory, basis, basis_on)
     select id, seq, at + seq * interval '12 hours', command, case when seq = 1 then facts - 'proposal' - 'rights' else '{}' end, '{}', id, org, 'asso', territory, '{MNIO.FLAG,MNIO.TRIAGE}', (at + seq * interval '12 hours')::date
     from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::jsonb[], $5::uuid[]) as t(id, at, territory, facts, org), unnest($6::text[]) with ordinality as a(command, seq)`,
    [
      ...columnsOf(
        rows,
        (r) => r.id,
        (r) => r.at.toISOString(),
        (r) => r.territory,
        (r) => JSON.stringify(r.situation.facts),
        orgOf
      ),
      acts
    ]
  )

/** Counted once for each day of opening, in the calendar of one département. */
const clockFrom = (code: 'MNIO-TRIAGE' | 'MNIO-RG') => {
  const counted = new Map<number, ReturnType<typeof openDeadline>>()
  return (at: Date) => {
    const known = counted.get(at.getTime()) ?? openDeadline(code, at, '69', { now: at, config: firstVersion })
    counted.set(at.getTime(), known)
    return known
  }
}
const clocksAtFlag = [clockFrom('MNIO-TRIAGE'), clockFrom('MNIO-RG')]

const insertDeadlines = (db: ClientBase, rows: readonly Row[]) => {
  const clocks = rows.flatMap(({ id, at }) =>
    clocksAtFlag.map((clock) => ({ id: randomUUID(), caseId: id, startedAt: at, ...clock(at) }))
  )
  return db.query(
    `insert into deadline (id, case_id, code, starts_on, due_on, due_at, steps, next_at, state, computation, config_version,
       met_starts_on, met_due_on, met_due_at, met_computation, started_at, counted_at, length, unit)
     select id, case_id, code, starts_on, due_on, due_at, steps, due_at, case when due_at < now() then 'stopped' else 'running' end, words, version,
       starts_on, due_on, due_at, words, started_at, started_at, length, unit
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::date[], $6::timestamptz[], $7::jsonb[], $8::jsonb[], $9::text[], $10::timestamptz[], $11::int[], $12::text[]) as t(id, case_id, code, starts_on, due_on, due_at, steps, computation, version, started_at, length, unit),
       lateral (select array(select jsonb_array_elements_text(computation)) as words) w`,
    columnsOf(
      clocks,
      (c) => c.id,
      (c) => c.caseId,
      (c) => c.code,
      (c) => c.startsOn,
      (c) => c.dueOn,
      (c) => c.dueAt,
      (c) => JSON.stringify(c.steps),
      (c) => JSON.stringify(c.computation),
      (c) => c.configVersion,
      (c) => c.startedAt,
      (c) => c.n,
      (c) => c.unit
    )
  )
}

type Filling = { organisations: readonly Organisation[]; from: number; to: number }

/**
 * Adds cases in bulk, as rows of the real shape that never went through the gate: enough to measure reading, and
 * nothing else. Foreign keys are not checked one by one, which needs the superuser.
 */
export const fill = async (superuser: ClientBase, { organisations, from, to }: Filling) => {
  // The same world at each run.
  const chance = fractionsFrom(from)
  const find = finder(organisations)
  await superuser.query(`set session_replication_role = replica`)
  for (let first = from; first < to; first += batch) {
    const rows = Array.from({ length: Math.min(batch, to - first) }, (_, index) =>
      newRow(chance, first + index)
    )
    await superuser.query('begin')
    await insertCases(superuser, rows)
    const taking = rows.flatMap((row) => partsOf(row, chance, find))
    const orgOf = new Map(taking.map(({ caseId, orgId }) => [caseId, orgId]))
    await insertEvents(superuser, rows, ({ id }) => orgOf.get(id)!)
    await insertDeadlines(superuser, rows)
    await insertParts(superuser, taking)
    await superuser.query('commit')
  }
  await superuser.query(`set session_replication_role = origin`)
}
