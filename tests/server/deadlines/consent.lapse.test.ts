import { expect, it } from 'vitest'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { acting } from '../../support/acting.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

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
const due = async (id: string, code = 'MNIO-CONSENT') => {
  const [clock] = await read<{ due: string }>(
    `select due_on::text as due from deadline where case_id = $1 and code = '${code}' and state = 'running'`,
    id
  )
  return clock?.due ?? null
}
const consentsTold = async (login: string, id: string) => {
  const { consents } = await caseFor(login, id)
  return consents.filter(({ state }) => state !== 'none').map(({ scope, state }) => [scope, state])
}
const caseFor = (login: string, id: string) =>
  inContext(world.db.app, world.as(login), (tx) =>
    viewCase(tx, id, { actor: world.as(login), locale: 'fr', now: noon })
  )

it('a consent given beside does not confirm the others; given again, all have a new year', async () => {
  const id = await tell.consenting(['C', 'E'])
  expect(await due(id)).toBe('2027-11-24')
  world.at(new Date('2027-06-01T10:00:00Z'))
  await tell.act('asso.rhone', id, 'consent.record', { scopes: ['F'], ...tell.how })
  expect(await due(id)).toBe('2027-11-24')
  await tell.act('asso.rhone', id, 'consent.record', { scopes: ['A', 'E', 'F'], ...tell.how })
  expect(await due(id)).toBe('2028-06-01')
  expect(await due(id, 'MNIO-CONSENT-ACSE')).toBe('2027-11-24')
  world.at(noon)
})

it('each class of consents has its own year: one that ends leaves the others, and says of its own that they lapsed', async () => {
  const id = await tell.consenting(['D', 'E'])
  world.at(new Date('2027-06-01T10:00:00Z'))
  await tell.act('asso.rhone', id, 'consent.record', { scopes: ['A', 'E'], ...tell.how })
  world.at(noon)
  await fireAt('2027-11-26')
  expect(await scopesOf(id)).toEqual(['A', 'E'])
  expect(await consentsTold('asso.rhone', id)).toEqual([
    ['A', 'given'],
    ['D', 'lapsed'],
    ['E', 'given']
  ])
  const { timeline, regions, deadlines } = await caseFor('cellule.69', id)
  expect(await consentsTold('cellule.69', id)).toEqual([
    ['A', 'given'],
    ['E', 'given']
  ])
  expect(timeline.filter(({ command }) => command === 'consent.lapsed')).toEqual([])
  expect(JSON.stringify([timeline, regions, deadlines])).not.toMatch(/asile/i)
  const own = await caseFor('asso.rhone', id)
  expect(own.timeline.filter(({ command }) => command === 'consent.lapsed')).toHaveLength(1)
  expect(own.regions.find((one) => one.id === 'consent')).toMatchObject({ state: 'informed' })
})

it('taking one back says so of it alone', async () => {
  const id = await tell.consenting(['C', 'E'])
  await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['E'], ...tell.how })
  expect(await consentsTold('asso.rhone', id)).toEqual([
    ['A', 'given'],
    ['C', 'given'],
    ['E', 'withdrawn']
  ])
})

it('closes nothing that the person asks of the prefecture, to which nothing is sent until it is confirmed (CESEDA L425-1)', async () => {
  const id = await tell.consenting(['E', 'F'])
  await tell.act('asso.rhone', id, 'complaint.file', {
    ...{ on: '2026-11-24', unit: 'Brigade', receipt: 'R-3', offences: ['225-4-1'] },
    factsTerritory: '69'
  })
  await fireAt('2027-11-26')
  expect(await scopesOf(id)).toEqual([])
  const { actions } = await caseFor('asso.rhone', id)
  const button = actions.find(({ command }) => command === 'permit.apply')
  expect(button).toMatchObject({
    ...{ enabled: true, warnings: [expect.stringMatching(/le dossier n’y est pas transmis/)] }
  })
  expect(actions.find(({ command }) => command === 'prefecture.request')?.enabled).not.toBe(true)
  const application = { on: '2026-11-24', proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }
  await expect(tell.act('asso.rhone', id, 'permit.apply', application)).resolves.toBeDefined()
  expect((await tell.row(id)).residence).toBe('cst_applied')
  const sent = () =>
    read<{ id: string }>(`select id from referral where case_id = $1 and kind = 'prefecture'`, id)
  expect(await sent()).toEqual([])
  // Agreed anew, the file goes with the same act.
  const other = await tell.consenting(['E', 'F'])
  await tell.act('asso.rhone', other, 'discretion.apply', {
    ...{ on: '2026-11-24', grounds: 'victim', domiciliation: true }
  })
  expect(
    await read(`select id from referral where case_id = $1 and kind = 'prefecture'`, other)
  ).toHaveLength(1)
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
