import { beforeAll, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { acting } from '../../support/acting.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const on = '2026-11-24'
const see = (login: string) =>
  inContext(world.db.app, world.as(login), (tx) =>
    viewCase(tx, id, { actor: world.as(login), locale: 'fr', now: noon })
  )
const offered = async () =>
  (await see('prefecture.69')).actions.map(({ command, enabled, reason }) => [command, enabled, reason])
let before: unknown[]
const ofChildhood =
  /^(opp|judge|measure|runaway|search|age|majority|minor|concern|guardian|place|placement)\./

const world = await forFile(openWorld())
const tell = acting(world)
const id = await tell.consenting(['A', 'B', 'E', 'F'])
beforeAll(async () => {
  await tell.act('asso.rhone', id, 'prefecture.request', {})
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  await tell.act('asso.rhone', id, 'facts.complete', { ageGroup: 'minor', ageBand: '15-17' })
  await tell.act('asso.rhone', id, 'identity.record', { birthDate: '2010-12-01' })
  await tell.act('asso.rhone', id, 'minor.report_prosecutor', {
    foundIn: '69',
    ground: 'grave',
    parentsInformed: 'contrary',
    facts: 'CANARI-RECIT'
  })
  await tell.act('parquet.lyon', id, 'opp.issue', { on, distanced: true, place: 'CANARI-LIEU' })
  before = await offered()
  await tell.act('asso.rhone', id, 'runaway.report', { lastSeenOn: on, how: 'alone', policeTold: true })
})

it('the prefecture reads that she is protected as a minor, and nothing of how', async () => {
  const view = await see('prefecture.69')
  expect(view.timeline.map(({ command }) => command).filter((one) => ofChildhood.test(one))).toEqual([])
  expect(view.regions.find((region) => region.id === 'minor')).toMatchObject({
    stateLabel: 'Protection comme personne mineure',
    clock: null
  })
  const clocks = [...view.deadlines, ...view.standing].map(({ code }) => code)
  expect(clocks.filter((code) => /SEARCH|MAJORITY|OPP|GUARDIAN|IP$/.test(code))).toEqual([])
  expect(JSON.stringify(view)).not.toMatch(/fugue|Placement provisoire|Loin d’ici/i)
})

it('nor by a button: it is offered the same before and after a flight', async () => {
  expect(await offered()).toEqual(before)
})

it('those who protect her, and the police who search, follow what is theirs', async () => {
  const commands = async (login: string) => (await see(login)).timeline.map(({ command }) => command)
  for (const login of ['asso.rhone', 'ase.69', 'parquet.lyon'])
    expect(await commands(login)).toEqual(expect.arrayContaining(['opp.issue', 'runaway.report']))
  expect(await commands('police.69')).toContain('runaway.report')
  expect((await see('police.69')).deadlines.map(({ code }) => code)).toContain('MNIO-SEARCH')
})

it('who did an act reads that it was done, even where it ended what they could see', async () => {
  await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['F'], ...tell.how })
  await tell.act('police.69', id, 'runaway.found', { on, how: 'police' })
  const view = await see('police.69')
  expect(view.timeline.map(({ command }) => command)).toContain('runaway.found')
  expect(view.timeline.map(({ command }) => command)).not.toContain('runaway.report')
})
