import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../../support/running/db.ts'
import { forFile } from '../../support/for-file.ts'

const db = await forFile(freshDatabase())

describe('the role that makes figures', () => {
  test.each([
    ['a code', 'select code from "case"'],
    ['a whole case', 'select * from "case"'],
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
    ['a release, by removing it', 'delete from figure_release'],
    ['a release, by writing over it', 'update figure_release set made_at = now()'],
    ['where a case stood', 'delete from case_standing']
  ])('cannot change %s', async (_what, statement) => {
    await expect(db.stats.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test('the request role reads figures and never writes them', async () => {
    await expect(db.app.query('select number from figure_release')).resolves.toMatchObject({ rows: [] })
    await expect(
      db.app.query(
        `insert into figure_release values (1, '2026-Q3', now() - interval '1 day', now(), '{}', '{}', '{}')`
      )
    ).rejects.toMatchObject({
      code: '42501'
    })
  })
})
