import { describe, expect, it } from 'vitest'
import { requireWalls, wallsAmiss, wallsOf } from '../../../server/db/walls.ts'
import { freshDatabase, type TestDatabase } from '../../support/running/db.ts'
import { forFile } from '../../support/for-file.ts'

const db = await forFile(freshDatabase())

/** Breaks one wall, asks, and puts it back. */
const without = async (
  break_: string,
  ask: (owner: Pick<TestDatabase['owner'], 'query'>) => Promise<void>
) => {
  const client = await db.owner.connect()
  try {
    await client.query('begin')
    await client.query(break_)
    await ask(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const losses: [string, string, RegExp][] = [
  ['a policy', 'drop policy %policy on %table', /policy /],
  ['row security', 'alter table "case" disable row level security', /row security on case/],
  ['its force', 'alter table "case" no force row level security', /row security on case/],
  ['a grant', 'revoke select on "case" from mnio_app', /grant select on table case to mnio_app/],
  [
    'a right to a function',
    'revoke execute on function append_audit from mnio_app',
    /function append_audit\(.*to mnio_app/
  ],
  ['a function', 'drop function place_owner(uuid)', /function place_owner/],
  [
    'a unique index or constraint',
    'alter table stay drop constraint stay_pkey cascade',
    /constraint stay_pkey/
  ]
]

describe('a database that does not start', () => {
  it.each(losses)('lost %s, and it is named', async (_what, statement, named) => {
    const { rows } = await db.owner.query<{ policyname: string; tablename: string }>(
      `select policyname, tablename from pg_policies where schemaname = 'public' limit 1`
    )
    const text = statement
      .replace('%policy', `"${rows[0]!.policyname}"`)
      .replace('%table', `"${rows[0]!.tablename}"`)
    await without(text, (owner) => expect(requireWalls(owner)).rejects.toThrow(named))
  })

  it.each([
    [
      'a right that nobody gave',
      'grant delete on "case" to mnio_app',
      'grant delete on table case to mnio_app'
    ],
    ['a function open to all', 'grant execute on function place_owner(uuid) to public', 'to public'],
    [
      'a policy that lets all through',
      `create policy wide on "case" to mnio_app using (true)`,
      'policy wide'
    ],
    [
      'a policy that asks nothing any more, under its own name',
      'alter policy case_by_participation on "case" using (true)',
      'policy case_by_participation on case'
    ],
    [
      'a policy under whose name anything is written',
      'alter policy consent_with_case on consent with check (true)',
      'policy consent_with_case on consent'
    ]
  ])('opened by %s', async (_what, statement, named) => {
    await without(statement, async (owner) => {
      expect((await wallsAmiss(owner)).open.join()).toContain(named)
      await expect(requireWalls(owner)).rejects.toThrow(named)
    })
  })
})

describe('a database that starts', () => {
  it('has every wall that the migrations build', async () => {
    await expect(`${(await wallsOf(db.owner)).join('\n')}\n`).toMatchFileSnapshot(
      '../../../migrations/walls.txt'
    )
    await expect(requireWalls(db.owner)).resolves.toBeUndefined()
  })

  it('may have functions and tables of its operator besides', async () => {
    const text = 'create function dba_size() returns int language sql as $$ select 1 $$'
    await without(text, async (owner) => {
      await owner.query('create table dba_note (at timestamptz)')
      await owner.query('grant select on dba_note to mnio_app')
      await expect(requireWalls(owner)).resolves.toBeUndefined()
    })
  })

  it('may have roles of its operator besides', async () => {
    await without('create role drill_backup nologin', async (owner) => {
      await owner.query('grant select on "case" to drill_backup')
      await expect(requireWalls(owner)).resolves.toBeUndefined()
    })
  })
})
