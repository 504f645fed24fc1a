import { afterAll, beforeAll, expect, it } from 'vitest'
import { fireDue } from '../../server/deadlines/fire.ts'
import { acting } from '../support/acting.ts'
import { noon, openWorld, type TestWorld } from '../support/world.ts'

let world: TestWorld
let tell: ReturnType<typeof acting>

beforeAll(async () => {
  world = await openWorld()
  tell = acting(world)
})
afterAll(() => world.close())

const fireAt = async (day: string) => {
  world.at(new Date(`${day}T12:00:00Z`))
  await fireDue(world.gate)
  world.at(noon)
}
const read = async <T>(sql: string, id: string) => (await world.db.owner.query(sql, [id])).rows as T[]
const scopesOf = async (id: string) => (await tell.row(id)).facts['consents']
const partOf = (id: string, capacity: string) =>
  read<{ until: Date | null }>(
    `select until from participation where case_id = $1 and capacity = '${capacity}' and until is null`,
    id
  )
const due = async (id: string) => {
  const [clock] = await read<{ due: string }>(
    `select due_on::text as due from deadline where case_id = $1 and code = 'MNIO-CONSENT' and state = 'running'`,
    id
  )
  return clock?.due ?? null
}

it('a consent given beside does not confirm the others; given again, all have a new year', async () => {
  const id = await tell.consenting(['C', 'E'])
  expect(await due(id)).toBe('2027-11-24')
  world.at(new Date('2027-06-01T10:00:00Z'))
  await tell.act('asso.rhone', id, 'consent.record', { scopes: ['F'], ...tell.how })
  expect(await due(id)).toBe('2027-11-24')
  await tell.act('asso.rhone', id, 'consent.record', { scopes: ['A', 'C', 'E', 'F'], ...tell.how })
  expect(await due(id)).toBe('2028-06-01')
  world.at(noon)
})

it('two months before it says so; on its day what rested on it ends, and what the law sent goes on', async () => {
  const id = await tell.reflecting()
  await tell.act('asso.rhone', id, 'complaint.file', {
    ...{ on: '2026-11-24', unit: 'Brigade', receipt: 'R-2', offences: ['225-4-1'] },
    factsTerritory: '69'
  })
  await tell.move('parquet.lyon', await tell.referral(id, 'prosecutor'), 'accept')
  await fireAt('2027-09-26')
  expect(
    await read(
      `select 1 from case_event where case_id = $1 and command = 'clock.alert' and input->>'deadline' = 'MNIO-CONSENT'`,
      id
    )
  ).toHaveLength(1)
  expect(await scopesOf(id)).toEqual(['A', 'B', 'C', 'E', 'F'])
  expect(await partOf(id, 'prefecture')).toHaveLength(1)
  await fireAt('2027-11-26')
  expect(await scopesOf(id)).toEqual([])
  expect(await partOf(id, 'prefecture')).toEqual([])
  expect(await partOf(id, 'prosecutor')).toHaveLength(1)
  expect(await due(id)).toBeNull()
})
