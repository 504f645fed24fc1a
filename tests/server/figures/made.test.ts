import { expect, it } from 'vitest'
import { impossible, never } from '../../../figures/person/impossible.ts'
import { drawPersons } from '../../../server/figures/store/synthetic.ts'
import { makeRelease } from '../../../server/figures/releases/making.ts'
import { forFile } from '../../support/for-file.ts'
import { freshDatabase } from '../../support/running/db.ts'

const db = await forFile(freshDatabase())
const persons = Number(process.env['RELEASE_OF'] ?? 7300)

it('a release of a drawn year is counted, masked, attacked in a thread of its own, and waits for a second person', async () => {
  await drawPersons(db.owner, persons, 2026)
  // Whoever attacks knows what nobody is, alone or at once: those drawn are not either.
  for (const parts of [...impossible, ...never.map((word) => [word])]) {
    const those = parts.map((part) => part.replace(/=(.*)/, ` = '$1'`)).join(' and ')
    const { rowCount } = await db.owner.query(`select from stat.person where ${those}`)
    expect(rowCount, parts.join()).toBe(0)
  }
  const { rows } = await db.owner.query<{ id: string }>(
    `insert into person (issuer, subject, display_name) values ('https://drawn', 'one', 'G. Renard') returning id`
  )
  const asking = `insert into release (quarter, kind, version, as_of, asked_by, asked_at)
    values ('2026-Q3', 'provisional', 1, '2026-09-30', $1, '2026-10-02') returning number`
  const [release] = (await db.owner.query<{ number: number }>(asking, [rows[0]!.id])).rows
  await makeRelease(db, release!)
  const { rows: made } = await db.owner.query('select state, done from release')
  expect(made[0]).toMatchObject({ state: 'ready', done: 100 })
  const { rows: shown } = await db.owner.query<{ least: number; tables: number }>(
    `select min(value) as least, count(distinct id)::int as tables from release_table t, unnest(t.shown) value where audience = 'public'
      and id <> 'accommodation'`
  )
  // But for the number of places, which is no number of persons.
  expect(shown[0]!.least).toBeGreaterThanOrEqual(11)
  expect(shown[0]!.tables).toBeGreaterThan(20)
  // Useful too: of counts of twenty and more, nine of ten are left to read.
  const { rows: reports } = await db.owner.query<{ shown: { audience: string; share20: number }[] }>(
    `select report -> 'shown' as shown from release_report`
  )
  expect(reports[0]!.shown.map(({ audience }) => audience)).toEqual(['public', 'partner'])
  for (const { audience, share20 } of reports[0]!.shown) expect(share20, audience).toBeGreaterThanOrEqual(0.9)
}, 600_000)
