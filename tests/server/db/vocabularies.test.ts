import type { ClientBase } from 'pg'
import { describe, expect, test } from 'vitest'
import { keepVocabularies, vocabularies } from '../../../server/db/vocabularies.ts'
import { freshDatabase } from '../../support/running/db.ts'
import { forFile } from '../../support/for-file.ts'

const db = await forFile(freshDatabase())

/** Runs as the owner, and leaves the database as it was. */
const undone = async (run: (client: ClientBase) => Promise<void>) => {
  const client = await db.owner.connect()
  await client.query('begin')
  try {
    await run(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** The lists of the code, one of them written another way. */
const changed = (name: string, change: (condition: string) => string) =>
  vocabularies.map((one) => (one.name === name ? { ...one, condition: change(one.condition) } : one))

const definition = async (client: ClientBase, name: string) => {
  const { rows } = await client.query<{ text: string }>(
    'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
    [name]
  )
  return rows[0]!.text
}

const aConsulate = `insert into organisation (key, name, type, status)
  values ('consulat', 'Un consulat', 'consulate', 'accredited')`

describe('the word lists of the database are those of the code', () => {
  test('in one order, whatever loads them: a release is told by its digest', () => {
    const named = vocabularies.map(({ table, name }) => `${table} ${name}`)
    expect(named.length).toBeGreaterThan(50)
    expect(named).toEqual(named.toSorted())
  })

  test.each([
    ['organisation_type_known', `'health'`, 'health'],
    ['referral_kind_known', `'return_iom'`, 'return_iom'],
    ['case_housing_known', `'waiting_list'`, 'waiting_list'],
    ['participation_capacity_known', `'lawyer'`, 'lawyer'],
    ['glass_opening_refusal_known', `'unknown'`, 'unknown']
  ])('%s: one word fewer is refused with its name', (name, quoted, word) =>
    undone(async (client) => {
      const fewer = changed(name, (condition) =>
        condition.replace(`, ${quoted}`, '').replace(`${quoted}, `, '')
      )
      await expect(keepVocabularies(client, fewer)).rejects.toThrow(
        `${name}: the code no longer lists ${word}`
      )
    })
  )

  test('one word more is refused before migrate and accepted after it', () =>
    undone(async (client) => {
      await client.query('savepoint before')
      await expect(client.query(aConsulate)).rejects.toThrow('organisation_type_known')
      await client.query('rollback to before')
      const name = 'organisation_type_known'
      await keepVocabularies(
        client,
        changed(name, (text) => text.replace(`'health'`, `'health', 'consulate'`))
      )
      await client.query(aConsulate)
      await expect(keepVocabularies(client)).rejects.toThrow(`${name}: the code no longer lists consulate`)
    }))

  test('what each capacity may open in an emergency is replaced too, though no word is lost', () =>
    undone(async (client) => {
      const name = 'glass_opening_within_sight'
      expect(await definition(client, name)).toContain('{A,B,C}')
      await keepVocabularies(
        client,
        changed(name, (text) => text.replace('{A,B,C}', '{A,B}'))
      )
      expect(await definition(client, name)).not.toContain('{A,B,C}')
    }))

  test('what does not differ is not touched: every list of the code stands in a migrated database', () =>
    undone(async (client) => {
      const oids = async () =>
        (await client.query(`select conname, oid from pg_constraint where contype = 'c' order by 1`)).rows
      const before = await oids()
      await keepVocabularies(client)
      expect(await oids()).toEqual(before)
      expect(before.map(({ conname }) => conname as string)).toEqual(
        expect.arrayContaining(vocabularies.map(({ name }) => name))
      )
    }))
})
