import { describe, expect, test } from 'vitest'
import { countedFacts } from '../../../figures/person/life.ts'
import { columnIds, columns } from '../../../figures/person/person.ts'
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

  test('has a column for each that the code has, of its kind, and no other', async () => {
    const { rows } = await db.owner.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end as type
       from pg_attribute where attrelid = 'stat.person'::regclass and attnum > 0 and not attisdropped`
    )
    const types = { code: 'text not null', codes: 'text[] not null', days: 'smallint', id: 'text' }
    const own = ['rkey', 'year', 'known_from', 'known_until', 'key', 'erased', 'entry']
    const there = Object.fromEntries(
      rows.filter(({ name }) => !own.includes(name)).map(({ name, type }) => [name, type])
    )
    expect(there).toEqual(Object.fromEntries(columnIds.map((id) => [id, types[columns[id].kind]])))
    expect(rows.filter(({ type }) => type.startsWith('json'))).toEqual([])
  })
})
