import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { inContext } from '../../server/db/context.ts'
import { viewCase } from '../../server/reading/view.ts'
import { acting } from './acting.ts'
import { insertOrganisation, noon, openWorld, type TestWorld } from './world.ts'

// A child in a world of its own, for each file that tells of one: what is done for it, and what the rows then say.

export let world: TestWorld
export let tell: ReturnType<typeof acting>
/** The prosecution of Marseille, and a place for a child at the Foyer Azur. */
export let elsewhere: string
export let place: string

/** Opens the world before the tests of a file, and has each begin at noon, with no clock running and no bed taken. */
export const inChildhood = (): void => {
  beforeAll(async () => {
    world = await openWorld()
    tell = acting(world)
    place = world.places['foyer.azur enfants']![0]!
    elsewhere = await insertOrganisation(world.db, {
      key: 'parquet-13',
      name: 'Parquet de Marseille',
      type: 'prosecution',
      territory: '13'
    })
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    world.at(noon)
    await world.db.owner.query(`update deadline set state = 'stopped', next_at = null`)
    await world.db.owner.query(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
  })
}

export const rows = async <T>(query: string, values: unknown[]) =>
  (await world.db.owner.query(query, values)).rows as T[]
export const clocks = async (id: string) =>
  Object.fromEntries(
    (
      await rows<{ code: string; due_on: string; state: string }>(
        `select code, due_on::text, state from deadline where case_id = $1 and state <> 'stopped' order by code`,
        [id]
      )
    ).map(({ code, due_on, state }) => [code, `${due_on} ${state}`])
  )
export const partsOf = async (id: string) =>
  (
    await rows<{ part: string }>(
      `select o.key || ' ' || p.capacity as part from participation p join organisation o on o.id = p.org_id
       where p.case_id = $1 and p.until is null order by 1`,
      [id]
    )
  ).map(({ part }) => part)
export const sees = (login: string, id: string) =>
  inContext(world.db.app, world.as(login), (tx) =>
    viewCase(tx, id, { actor: world.as(login), locale: 'fr', now: noon })
  )
export const sealedFor = (login: string, id: string, dataClass: string) =>
  inContext(world.db.app, world.as(login), async (tx) => {
    await sees(login, id)
    const { rows: found } = await tx.execute(
      `select from compartment where case_id = '${id}' and data_class = '${dataClass}'` as never
    )
    return found.length
  })
export const stayOf = async (id: string) =>
  (await rows<{ state: string }>(`select state from stay where case_id = $1 and state <> 'ended'`, [id])).map(
    ({ state }) => state
  )

export const child = (different = {}) =>
  tell.flagged('asso.rhone', {
    ageGroup: 'minor',
    ageBand: '15-17',
    nominativeConsent: false,
    identity: { name: 'CANARI-NOM', birthDate: '2008-12-01' },
    ...different
  })
export const report = (id: string, foundIn = '69', login = 'asso.rhone') =>
  tell.act(login, id, 'minor.report_prosecutor', {
    foundIn,
    ground: 'grave',
    parentsInformed: 'contrary',
    facts: 'CANARI-RECIT'
  })
export const opp = async (id: string) =>
  tell.act('parquet.lyon', id, 'opp.issue', { on: '2026-11-24', distanced: true, place: 'CANARI-LIEU' })
export const seized = async () => {
  const id = await child()
  await report(id)
  await opp(id)
  await tell.act('parquet.lyon', id, 'judge.seize', { on: '2026-11-24' })
  return id
}
export const measure = (id: string) =>
  tell.act('juge.69', id, 'measure.order', {
    on: '2026-11-24',
    decision: 'provisional',
    measure: 'placement',
    childHeard: 'heard'
  })
/** Placed far away by the judge's order, in a bed of a house for children. */
export const housed = async () => {
  const id = await seized()
  await measure(id)
  await tell.act('ase.69', id, 'place.distanced', {
    on: '2026-11-24',
    zone: 'south_east',
    adhesion: 'hesitates'
  })
  await tell.act('ase.69', id, 'minor.placement_offer', { placeId: place })
  await tell.move('foyer.azur', await tell.referral(id, 'minor_place'), 'accept')
  expect(await stayOf(id)).toEqual(['reserved'])
  await tell.act('foyer.azur', id, 'minor.placement_arrival', { on: '2026-11-24' })
  return id
}
