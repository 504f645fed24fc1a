import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Gate, SentOut } from '../../../figures/release/gate.ts'
import { makeRelease } from '../../../server/figures/releases/making.ts'
import { forFile } from '../../support/for-file.ts'
import { freshDatabase } from '../../support/running/db.ts'
import { drawAlike } from './alike.ts'

const db = await forFile(freshDatabase())
const { owner, stats, keys } = db

/** What the gate is told that others hold: nothing is attacked. */
const sentWith = async (number: number): Promise<readonly SentOut[]> => {
  let told: readonly SentOut[] = []
  const gate: Gate = async ({ tables, sent }) => {
    told = sent
    return { tables, attacks: [], failed: [], masked: [], beside: { public: [], partner: [], lifted: [] } }
  }
  await makeRelease({ stats, keys }, { number }, gate)
  return told
}

const personNamed = async (name: string) =>
  (
    await owner.query<{ id: string }>(
      `insert into person (issuer, subject, display_name) values ('https://drawn', $1, $1) returning id`,
      [name]
    )
  ).rows[0]!.id
const [one, other] = [await personNamed('G. Renard'), await personNamed('L. Petit')]

const sending = (year: number, state: string, settled: string) =>
  owner.query(
    `insert into exact_export (id, report, year, purpose, asked_by, asked_at, state, settled_by, settled_at)
     values ($1, 'eurostat', $2, 'Collecte de l’année', $3, '2026-02-01', $4, $5, $6)`,
    [randomUUID(), year, one, state, other, settled]
  )
const asking = async (kind: string, version: number) =>
  (
    await owner.query<{ number: number }>(
      `insert into release (quarter, kind, version, as_of, asked_by, asked_at, erratum)
       values ('2025-Q4', $1, $2, '2026-06-01', $3, '2026-06-01', case when $2 > 1 then 'Deux doublons' end) returning number`,
      [kind, version, one]
    )
  ).rows[0]!.number

it('what was allowed of a year is told to the gate as it stood that instant, and without what is confidential', async () => {
  await owner.query(`update stat.beginning set at = '2025-01-01'`)
  const presumed = { status: 'presumed', sex: 'female', forms: ['sexual'] }
  await drawAlike(owner, 40, 2025, presumed)
  await drawAlike(owner, 3, 2025, { ...presumed, sex: 'male' })
  await sending(2025, 'allowed', '2026-02-02')
  await sending(2024, 'allowed', '2026-02-02')
  await sending(2025, 'refused', '2026-02-02')
  // Some of them were known for longer, some were not known any more when the release was asked for.
  await owner.query(
    `update stat.person set known_until = '2026-03-01' where rkey in (select rkey from stat.person where sex = 'female' limit 5)`
  )
  const sent = await sentWith(await asking('final', 1))
  expect(sent.map(({ at }) => new Date(at).toISOString())).toEqual(['2026-02-02T00:00:00.000Z'])
  const sums = new Map(sent[0]!.sums.map(({ of, n }) => [of.join(' + '), n]))
  expect(sums.get('status=presumed + status=formally_identified + status=court_recognised')).toBe(43)
  // Three are few, and are not told.
  expect([...sums.values()].filter((n) => n < 11)).toEqual([])
  expect([...sums.keys()].some((of) => of.includes('sex=male'))).toBe(false)
})

it('after the store was lost, what was sent before is taken for what is counted now', async () => {
  await owner.query(`update stat.beginning set at = '2026-05-01'`)
  await owner.query(`update release set state = 'refused' where state in ('ready', 'asked')`)
  const sent = await sentWith(await asking('final', 2))
  expect(sent[0]!.sums.map(({ n }) => n)).toContain(38)
})

it('what left is held against the release that was out by then, and not against one that was counted and came out later', async () => {
  await owner.query(`update stat.beginning set at = '2025-01-01'`)
  const victims = 'status=presumed + status=formally_identified + status=court_recognised'
  const dimensions = [
    { name: 'status', values: ['presumed', 'formally_identified', 'court_recognised'], several: false }
  ]
  /** Forty are presumed of forty-three: beside the exact number eight at the most are left, of thirteen. */
  const publishing = async (
    quarter: string,
    asOf: string,
    published: string,
    shown = '{40,NULL,NULL,43}'
  ) => {
    const { rows } = await owner.query<{ number: number }>(
      `insert into release (quarter, kind, version, as_of, state, asked_by, asked_at, published_by, published_at)
       values ($1, 'provisional', 1, $2, 'published', $3, $2, $4, $5) returning number`,
      [quarter, asOf, one, other, published]
    )
    const report = { attacks: [], masked: [], beside: { public: [], partner: [], lifted: [] }, shown: [] }
    await owner.query('insert into release_report (release, report) values ($1, $2)', [
      rows[0]!.number,
      JSON.stringify(report)
    ])
    await owner.query(
      `insert into release_table (release, audience, id, dimensions, shown)
       values ($1, 'public', 'status_sex_form', $2, $3::int[])`,
      [rows[0]!.number, JSON.stringify(dimensions), shown]
    )
  }
  const told = async (version: number) => {
    await owner.query(`update release set state = 'refused' where state in ('ready', 'asked')`)
    const [sent] = await sentWith(await asking('final', version))
    return sent!.sums.map(({ of }) => of.join(' + '))
  }
  await publishing('2025-Q2', '2025-07-01', '2025-07-10', '{NULL,NULL,NULL,NULL}')
  await publishing('2025-Q3', '2025-12-01', '2026-02-10')
  expect(await told(3)).toContain(victims)
  await publishing('2025-Q4', '2026-01-02', '2026-01-20')
  expect(await told(4)).not.toContain(victims)
})

it.each(['app', 'worker', 'location'] as const)(
  'which exports were allowed is told to no role %s',
  async (role) => {
    await expect(db[role].query('select * from stat.sent_exact(2025)')).rejects.toMatchObject({
      code: '42501'
    })
  }
)
