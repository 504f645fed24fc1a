import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Contribution, Gate } from '../../../figures/release/gate.ts'
import { makeRelease } from '../../../server/figures/releases/making.ts'
import { drawPersons } from '../../../server/figures/store/synthetic.ts'
import { forFile } from '../../support/for-file.ts'
import { freshDatabase } from '../../support/running/db.ts'

const { owner, stats, keys } = await forFile(freshDatabase())
const [many, some, followed] = [randomUUID(), randomUUID(), randomUUID()]

/** So many of those drawn, who had no registrar, are of this one. */
const flaggedBy = (
  registrar: string,
  n: number,
  { territory = '69', found = '69', entry = 'flagged' } = {}
) =>
  owner.query(
    `update stat.person set registrar = $1, territory = $3, found = $4, entry = $5
     where rkey in (select rkey from stat.person where registrar is null limit $2)`,
    [registrar, n, territory, found, entry]
  )

/** Who is tried as one that subtracts its own: nothing is attacked. */
const triedOf = async (number: number): Promise<readonly Contribution[]> => {
  let tried: readonly Contribution[] = []
  const gate: Gate = async ({ tables, contributors }) => {
    tried = contributors
    return { tables, attacks: [], failed: [], masked: [], beside: { public: [], partner: [], lifted: [] } }
  }
  await makeRelease({ stats, keys }, { number }, gate)
  return tried
}

it('who flagged most of a département, or most of those found there, subtracts its own of the year along its lines', async () => {
  await drawPersons(owner, 120, 2026)
  await owner.query(`update stat.person set known_from = '2026-01-02'`)
  await flaggedBy(many, 30)
  await flaggedBy(some, 10, { territory: '75', found: '976' })
  // More than anybody, and of those that no table of the year counts.
  await flaggedBy(followed, 60, { entry: 'followed' })
  const { rows } = await owner.query<{ id: string }>(
    `insert into person (issuer, subject, display_name) values ('https://drawn', 'one', 'G. Renard') returning id`
  )
  const asking = `insert into release (quarter, kind, version, as_of, asked_by, asked_at)
    values ('2026-Q3', 'provisional', 1, '2026-09-30', $1, '2026-10-02') returning number`
  const [release] = (await owner.query<{ number: number }>(asking, [rows[0]!.id])).rows
  const tried = await triedOf(release!.number)
  expect(new Map(tried.map(({ name, along }) => [name, along]))).toEqual(
    new Map([
      [many, undefined],
      [some, undefined],
      [`${many}, 69`, ['territory=69', 'found=69']],
      [`${some}, 75`, ['territory=75']],
      [`${some}, 976`, ['found=976']]
    ])
  )
})
