import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { inContext } from '../../server/db/context.ts'
import { viewCase } from '../../server/reading/view.ts'
import { viewReferral } from '../../server/referrals/view.ts'
import { acting } from './acting.ts'
import { refusal } from './refusals.ts'
import { noon, openWorld, type TestWorld } from './world.ts'

export let world: TestWorld
export let tell: ReturnType<typeof acting>
export let place: string
export let elsewhere: string

export const readerOf = (login: string) => ({ actor: world.as(login), locale: 'fr' as const, now: noon })
export const caseFor = (login: string, id: string) =>
  inContext(world.db.app, world.as(login), (tx) => viewCase(tx, id, readerOf(login)))
export const referralFor = (login: string, id: string) =>
  inContext(world.db.app, world.as(login), (tx) => viewReferral(tx, id, readerOf(login)))
export const blind = async (login: string, id: string) =>
  expect([login, await refusal(caseFor(login, id))]).toEqual([login, 'NotFound'])
export const stateOf = async (id: string) =>
  (await world.db.owner.query<{ state: string }>('select state from referral where id = $1', [id])).rows[0]!
    .state

export const otherOffer = async (caseId: string, not: string) =>
  (
    await world.db.owner.query<{ id: string }>(
      `select id from referral where case_id = $1 and kind = 'acse_place' and id <> $2`,
      [caseId, not]
    )
  ).rows[0]!.id

/** Opens the world before the tests of a file; in each no bed is taken. */
export const betweenTwoSides = (): void => {
  beforeAll(async () => {
    world = await openWorld()
    tell = acting(world)
    place = world.places['foyer.azur']![0]!
    elsewhere = world.places['foyer.ouest']![0]!
  })
  afterAll(() => world.close())
  beforeEach(() => world.db.owner.query(`update stay set state = 'ended' where state <> 'ended'`))
}
