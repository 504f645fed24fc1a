import { expect, test } from 'vitest'
import { forFile } from '../support/for-file.ts'
import { testApp } from '../support/running/app.ts'
import { aFlag } from '../support/world.ts'
import { controls, pairOf } from './controls.ts'
import { openHouse, type House } from './house/house.ts'
import type { Step } from './lives/play.ts'

// No clock has spoken for weeks. Whoever takes part in two files is told of both at once: in an order that says nothing of a clock of
// one of them that they are not told of.

const house = await forFile(openHouse((given) => testApp(given)))
const { owner } = house.db

const shared: Step[] = [{ type: 'another', by: 'asso.rhone', input: { ...aFlag({ metOn: '2026-05-04' }) } }]
const joining = `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
  select id, $1, $2, opened_at, 'test', opened_at from "case" on conflict do nothing`

// The clock of the complaint waited longest, then those of the second file, then what else runs in the first.
const inTurn = `update deadline d set next_at = wall_clock() - case
    when code = 'EVVI' then interval '3 days' when case_id = (select max(id::text)::uuid from "case") then interval '2 days'
    else interval '1 day' end
  where state = 'running' and next_at <= wall_clock()`

/** Who takes part in both files and sees nothing of what the prosecution is told. */
const readers = [
  ['foyer.azur', 'shelter'],
  ['soin.69', 'health']
] as const

const afterOutage = (of: House): House => ({
  ...of,
  fire: async () => {
    for (const [login, capacity] of readers) await owner.query(joining, [of.as(login).orgId, capacity])
    await owner.query(inTurn)
    await of.fire()
  }
})

const byWaiting = `select case_id as id from deadline where state = 'running' and next_at <= wall_clock()
  group by case_id order by min(next_at)`
const othersTaken = `insert into firing_lease (case_id, leased_by, leased_until)
  select id, gen_random_uuid(), now() + interval '1 hour' from "case" where id <> $1`

/** A product that begins with the case in which a clock has waited longest. */
const longestFirst: House = {
  ...house,
  fire: async () => {
    for (const { id } of (await owner.query<{ id: string }>(byWaiting)).rows) {
      await owner.query(othersTaken, [id])
      await house.fire()
      await owner.query('delete from firing_lease')
    }
  }
}

const told = (of: House) =>
  pairOf(afterOutage(of), controls.F.secret, { shared, readers: readers.map(([login]) => login), days: 40 })

test('the order in which two files are told of says nothing of the clock of a complaint', async () => {
  expect(await told(house)).toEqual([])
}, 240_000)

test('it would, if the case that has waited longest came first', async () => {
  const found = await told(longestFirst)
  expect(found.map(({ exit, kind }) => `${exit} ${kind}`)).toContain('notices body.items[] order')
}, 240_000)
