import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { countedFacts, type Life } from '../../../figures/person/life.ts'
import { columnIds, columns } from '../../../figures/person/person.ts'
import { roles, type Role } from '../../../policies/actor.ts'
import { partnerOf } from '../../../policies/figures/releases.ts'
import { inContext } from '../../../server/db/context.ts'
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
    ['the inventory of places', 'select 1 from place'],
    ['who is where', 'select 1 from stay'],
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

describe('the counts that partners read', () => {
  const roleIds = Object.keys(roles) as Role[]
  const reads = (role: Role) => partnerOf({ accredited: true, role, territory: '69' }) !== null

  test('are read in PostgreSQL by the roles that policies name, and by nobody who has no session', async () => {
    await asSuperuserOf(db)(`insert into person (id, issuer, subject, display_name) values
        ('00000000-0000-0000-0000-00000000000a', 'https://a', 'a', 'A'), ('00000000-0000-0000-0000-00000000000b', 'https://b', 'b', 'B');
      insert into release (quarter, kind, version, as_of, asked_by, asked_at, state, published_by, published_at)
        values ('2026-Q1', 'provisional', 1, '2026-04-01', '00000000-0000-0000-0000-00000000000a', '2026-04-02', 'published',
          '00000000-0000-0000-0000-00000000000b', '2026-04-03');
      insert into release_table select number, audience, 'sector', '[]', '{20}' from release, unnest('{public,partner}'::text[]) audience`)
    const readBy = async (role: Role) => {
      const { rows } = await inContext(db.app, { orgId: null, personId: null, role }, (tx) =>
        tx.execute<{ audience: string }>(sql`select audience from release_table order by audience`)
      )
      return rows.map(({ audience }) => audience)
    }
    const told = Object.fromEntries(
      await Promise.all(roleIds.map(async (role) => [role, await readBy(role)]))
    )
    expect(told).toEqual(
      Object.fromEntries(roleIds.map((role) => [role, reads(role) ? ['partner', 'public'] : ['public']]))
    )
    expect(told['system']).toEqual(['public'])
    expect(told['oversight']).toEqual(['partner', 'public'])
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

  test('tells whoever makes figures no channel and no role by which somebody would be known to seek asylum', async () => {
    const asked = ['asylum', 'outreach', 'prefecture']
    const by = ['ofii', 'asso', 'police']
    const ids = await people(
      db.owner,
      asked.map(() => ({ acts: [['case.flag', 0]] as const }))
    )
    const above = asSuperuserOf(db)
    for (const [at, id] of ids.entries()) {
      const facts = JSON.stringify({ channel: asked[at], sex: 'female' })
      await above(`update "case" set facts = '${facts}' where id = '${id}'`)
      await above(`update case_event set role = '${by[at]}' where case_id = '${id}'`)
    }
    const { rows } = await db.stats.query<{ life: Life }>(
      `select l.life from unnest($1::uuid[]) with ordinality one (id, at), stat.life_of(array[one.id]) l order by one.at`,
      [ids]
    )
    const told = rows.map(({ life }) => [life.facts.channel, life.registrarRole, life.facts.sex])
    expect(told).toEqual([
      ['other', null, 'female'],
      ['outreach', 'asso', 'female'],
      ['prefecture', 'police', 'female']
    ])
    expect(rows.flatMap(({ life }) => life.acts.map(({ role }) => role))).toEqual([
      'person',
      'person',
      'person'
    ])
    // What no word of the case tells, no word of a life does.
    expect(JSON.stringify(rows[0]!.life)).not.toMatch(/asylum|asile|ofii|ofpra|dna/i)
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
