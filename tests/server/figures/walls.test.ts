import { describe, expect, test } from 'vitest'
import { countedFacts, type Life } from '../../../figures/person/life.ts'
import { columnIds, columns } from '../../../figures/person/person.ts'
import { waitsFor } from '../../../server/figures/reports/exact.ts'
import { commandTypes, regionTables } from '../../../workflows/case/commands.ts'
import { deadlineCodes, deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import { referralKindIds } from '../../../workflows/vocabulary/vocabulary.ts'
import { asSuperuserOf } from '../../support/demo.ts'
import { freshDatabase } from '../../support/running/db.ts'
import { forFile } from '../../support/for-file.ts'
import { people } from './people.ts'

const db = await forFile(freshDatabase())

describe('the role that makes figures', () => {
  test.each([
    ['a code', 'select code from "case"'],
    ['a whole case', 'select * from "case"'],
    ['the facts of a case', 'select facts from "case"'],
    ['one fact of them', `select facts ->> 'sex' from "case"`],
    ['where somebody stands with residence or justice', 'select residence, judicial from "case"'],
    ['what the outbox carries', 'select payload from outbox'],
    ['a sealed value', 'select 1 from compartment'],
    ['who takes part', 'select 1 from participation'],
    ['a person', 'select 1 from person'],
    ['an address', 'select 1 from place_address'],
    ['what a judge decided', `select went_home(command, input) from case_event`],
    ['what an act says', 'select input from case_event'],
    ['who acted', 'select person_id from case_event'],
    ['a consent', 'select 1 from consent'],
    ['the audit', 'select 1 from audit_event']
  ])('cannot read %s', async (_what, statement) => {
    await expect(db.stats.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test.each([
    ['a case', 'update "case" set version = version + 1'],
    ['an act', 'delete from case_event'],
    ['a release, by removing it', 'delete from release'],
    ['what a release shows', `update release_table set shown = '{}'`],
    ['who asked for a release', 'update release set asked_by = asked_by']
  ])('cannot change %s', async (_what, statement) => {
    await expect(db.stats.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test('the request role reads what is published and never writes it', async () => {
    await expect(db.app.query('select id from release_table')).resolves.toMatchObject({ rows: [] })
    const writing = `insert into release_table values (1, 'public', 'sector', '[]', '{}')`
    await expect(db.app.query(writing)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('the store', () => {
  test.each(['mnio_app', 'mnio_worker', 'mnio_location'] as const)('is closed to %s', async (role) => {
    const pool = { mnio_app: db.app, mnio_worker: db.worker, mnio_location: db.location }[role]
    for (const statement of [
      'select 1 from stat.person',
      'select 1 from stat.cell',
      'delete from stat.cell',
      `select stat.life_of('{}')`,
      `select stat.cases_after(gen_random_uuid(), 1)`,
      `select stat.count_again(gen_random_uuid())`
    ])
      await expect(pool.query(statement), statement).rejects.toMatchObject({ code: '42501' })
  })

  test('tells whoever makes figures the facts it counts, and no other', async () => {
    const [id] = await people(db.owner, [{}])
    const unread = { narrative: 'CANARI', forbiddenZones: ['13'], asylumClaim: true }
    const facts = { ...unread, ...Object.fromEntries(countedFacts.map((fact) => [fact, 'said'])) }
    await db.owner.query(`alter table "case" no force row level security`)
    await db.owner.query(`update "case" set facts = $2 where id = $1`, [id, facts])
    await db.owner.query(`alter table "case" force row level security`)
    const { rows } = await db.stats.query<{ life: { facts: object } }>(
      `select life from stat.life_of(array[$1::uuid])`,
      [id]
    )
    expect(Object.keys(rows[0]!.life.facts).sort()).toEqual([...countedFacts].sort())
  })

  test('tells whoever makes figures no act, referral or clock by which somebody would be known to seek asylum', async () => {
    const [id] = await people(db.owner, [{ acts: commandTypes.map((command) => [command, 1] as const) }])
    const above = asSuperuserOf(db)
    await above(`set session_replication_role = replica;
      insert into referral (id, case_id, kind, state, version, sender_org_id, recipient_org_id, preview, sent_at, moved_at, told_at, answer_by)
        select gen_random_uuid(), '${id}', kind, 'withdrawn', 1, gen_random_uuid(), gen_random_uuid(), '{}', now(), now(), now(), now()
        from unnest('{${referralKindIds.join(',')}}'::text[]) kind;
      insert into deadline select (jsonb_populate_record(null::deadline, jsonb_build_object('id', gen_random_uuid(), 'case_id', '${id}',
        'code', code, 'starts_on', '2026-03-10', 'due_on', '2026-03-12', 'due_at', now(), 'met_starts_on', '2026-03-10',
        'met_due_on', '2026-03-12', 'met_due_at', now(), 'met_computation', '[]'::jsonb, 'counted_at', now(), 'length', 2, 'unit', 'days',
        'since_majority', false, 'stood', '[]'::jsonb, 'steps', '[]'::jsonb, 'next_step', 0, 'state', 'stopped',
        'computation', '[]'::jsonb, 'config_version', 'test'))).* from unnest('{${deadlineCodes.join(',')}}'::text[]) code;
      set session_replication_role = origin`)
    const { rows } = await db.stats.query<{ life: Life }>(`select life from stat.life_of(array[$1::uuid])`, [
      id
    ])
    const { acts, referrals, clocks } = rows[0]!.life
    const telling = [
      ...Object.keys(regionTables.asylum.commands),
      ...Object.keys(regionTables.asylum_housing.commands)
    ]
    const given = new Set(acts.map(({ command }) => command))
    expect(telling.length).toBeGreaterThan(20)
    expect(telling.filter((command) => given.has(command))).toEqual([])
    expect(commandTypes.filter((command) => !given.has(command) && !telling.includes(command))).toEqual([])
    const isTelling = (classes: unknown) => [classes].flat().includes('I')
    const plain = referralKindIds.filter((kind) => !isTelling(kindRow(kind).dataClass))
    expect(plain.length).toBeLessThan(referralKindIds.length)
    expect(referrals.map(({ kind }) => kind).toSorted()).toEqual(plain.toSorted())
    const told = clocks.map(({ code }) => code)
    expect(
      told.filter((code) => isTelling(deadlineRegister[code as keyof typeof deadlineRegister].dataClass))
    ).toEqual([])
    expect(told.filter((code) => /DNA|OFII|ASYLUM/.test(code))).toEqual([])
    const counted = Object.keys(columns.clocks.words).map((word) => word.split(':')[0]!)
    const missing = counted.filter((code) => code !== 'none' && !told.includes(code))
    expect(new Set(missing)).toEqual(new Set(['D-MAJORITY-PREPARED']))
  })

  test('has a column for each that the code has, of its kind, and no other', async () => {
    const { rows } = await db.owner.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end as type
       from pg_attribute where attrelid = 'stat.person'::regclass and attnum > 0 and not attisdropped`
    )
    const types = { code: 'text not null', codes: 'text[] not null', id: 'text' }
    const own = ['rkey', 'year', 'known_from', 'known_until', 'key', 'erased', 'entry']
    const there = Object.fromEntries(
      rows.filter(({ name }) => !own.includes(name)).map(({ name, type }) => [name, type])
    )
    expect(there).toEqual(Object.fromEntries(columnIds.map((id) => [id, types[columns[id].kind]])))
    expect(rows.filter(({ type }) => type.startsWith('json'))).toEqual([])
  })
})

test('exact numbers are asked for of a year that is over in Paris, and of none that runs or comes, even by hand', async () => {
  const { rows } = await db.owner.query<{ id: string }>(
    `insert into person (issuer, subject, display_name) values ('test', 'exact', 'exact') returning id`
  )
  const asked = (year: number, at: string) =>
    db.owner.query(
      `insert into exact_export (id, report, year, purpose, asked_by, asked_at)
        values (gen_random_uuid(), 'sdg', $1, 'Envoi annuel', $2, $3)`,
      [year, rows[0]!.id, at]
    )
  const [eve, newYear] = ['2026-12-31T22:30:00Z', '2026-12-31T23:30:00Z']
  for (const [year, at] of [
    [2027, eve],
    [2026, eve],
    [2027, newYear]
  ] as const)
    await expect(asked(year, at)).rejects.toMatchObject({ constraint: 'exact_export_of_a_year_over' })
  for (const [year, at] of [
    [2025, eve],
    [2026, newYear]
  ] as const)
    expect((await asked(year, at)).rowCount).toBe(1)
})

test('a request for exact numbers lapses in PostgreSQL when the page says that it has', async () => {
  const { rows } = await db.owner.query<{ check: string }>(
    `select with_check as check from pg_policies where policyname = 'exact_export_settled'`
  )
  expect(rows[0]!.check).toContain(`'${waitsFor} days'::interval`)
})
