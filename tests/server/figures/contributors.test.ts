import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Contribution, Gate } from '../../../figures/release/gate.ts'
import { countRelease, makeRelease } from '../../../server/figures/releases/making.ts'
import { drawPersons } from '../../../server/figures/store/synthetic.ts'
import { forFile } from '../../support/for-file.ts'
import { freshDatabase } from '../../support/running/db.ts'

const { owner, stats, keys } = await forFile(freshDatabase())
const [many, some, followed] = [randomUUID(), randomUUID(), randomUUID()]
const [few, least] = [randomUUID(), randomUUID()]

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

/** A release that somebody asked for two days after its quarter. */
const askedOf = async (quarter: string, asOf: string): Promise<number> => {
  const asking = `with somebody as (insert into person (issuer, subject, display_name) values ('https://drawn', $1, 'G. Renard') returning id)
    insert into release (quarter, kind, version, as_of, asked_by, asked_at)
    select $1, 'provisional', 1, $2, id, $2::timestamptz + interval '2 days' from somebody returning number`
  return (await owner.query<{ number: number }>(asking, [quarter, asOf])).rows[0]!.number
}

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
  // Fewer than another of the same département; and fewest of the country.
  await flaggedBy(few, 5)
  await flaggedBy(least, 2, { territory: '13', found: '13' })
  // More than anybody, and of those that no table of the year counts.
  await flaggedBy(followed, 60, { entry: 'followed' })
  const tried = await triedOf(await askedOf('2026-Q3', '2026-09-30'))
  expect(new Map(tried.map(({ name, along }) => [name, along]))).toEqual(
    new Map([
      [many, undefined],
      [some, undefined],
      [few, undefined],
      [`${many}, 69`, ['territory=69', 'found=69']],
      [`${some}, 75`, ['territory=75']],
      [`${some}, 976`, ['found=976']],
      [`${least}, 13`, ['territory=13', 'found=13']]
    ])
  )
})

it('what a contributor subtracts of an earlier count is what was its own then, and of one before the store began nobody knows', async () => {
  await owner.query(`update stat.beginning set at = '2026-02-01'`)
  await owner.query(
    `update stat.person set known_from = '2026-05-01' where rkey in (select rkey from stat.person where registrar = $1 limit 12)`,
    [many]
  )
  // Of these, five were nobody any more from the very day of an earlier count on.
  await owner.query(
    `update stat.person set known_until = '2026-06-30' where rkey in (select rkey from stat.person where registrar = $1 limit 5)`,
    [many]
  )
  const nothing = { public: [], partner: [] }
  const earlier = ['2026-01-31', '2026-03-31', '2026-05-01', '2026-06-30'].map((day) => ({
    ...{ asOf: Date.parse(day), tables: nothing, beside: { ...nothing, lifted: [] } }
  }))
  const counting = { quarter: '2026-Q3', asOf: new Date('2026-09-30'), leftOut: [] }
  const { contributors } = await countRelease({ stats, keys }, counting, earlier)
  const { own, before } = contributors.find(({ name }) => name === many)!
  const held = [...before, own].map((one) => one && one.get('territory=69'))
  expect(held).toEqual([null, 18, 30, 25, 25])
})
