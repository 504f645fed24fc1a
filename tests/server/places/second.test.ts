import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { unseal } from '../../../server/db/sealing.ts'
import { keepPlace } from '../../../server/places/inventory.ts'
import { matchingPlaces } from '../../../server/places/list.ts'
import { lastWanted } from '../../../server/places/searches.ts'
import { waitingList } from '../../../server/places/waiting.ts'
import { viewAction } from '../../../server/reading/action.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { noon, openWorld } from '../../support/world.ts'

// A search that goes on: of two refusals, two wishes, two requests, the last that stands is told, and the wait is from the first.

const world = await forFile(openWorld())
const tell = acting(world)
const owner = (text: string, values: unknown[] = []) => world.db.owner.query(text, values)
const day = (n: number) => new Date(noon.getTime() + n * 86_400_000)
beforeEach(async () => {
  world.at(noon)
  await owner(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
})

const acse = world.as('acse')
const reader = (now = noon) => ({ actor: acse, locale: 'fr' as const, now })
const [azur, ouest] = [world.places['foyer.azur']!, world.places['foyer.ouest']!] as [string[], string[]]
const listed = (now = noon) =>
  inContext(world.db.app, acse, (tx) => waitingList(tx, reader(now), { limit: 100 }))
const lineOf = async (id: string, now = noon) =>
  (await listed(now)).items.find(({ caseId }) => caseId === id) ?? null
/** The last act of this name that stands, taken back as entered in error. */
const strike = async (id: string, command: string) => {
  // The act that takes it back is another matter.
  await owner('alter table case_event disable trigger user')
  await owner(
    `update case_event set struck_by = seq + 1, struck_at = now(), struck_for = 'wrong_person'
      where case_id = $1 and seq = (select max(seq) from case_event where case_id = $1 and command = $2 and struck_by is null)`,
    [id, command]
  )
  await owner('alter table case_event enable trigger user')
}
const offered = async (id: string, placeId: string, at: Date) => {
  world.at(at)
  await tell.act('acse', id, 'acse.offer', { placeId })
  return tell.referral(id, 'acse_place')
}

describe('a search that was refused twice', () => {
  it('says the last reason, and the one before once the last was taken back as an error', async () => {
    const id = await tell.sought()
    expect((await lineOf(id))!.reason).toBeNull()
    await tell.move('foyer.azur', await offered(id, azur[0]!, noon), 'decline', { reason: 'too_close' })
    expect((await lineOf(id))!.reason).toBe('trop proche du danger')
    const second = await offered(id, ouest[0]!, day(1))
    // An offer that waits for its answer is no refusal.
    const refusals = { label: 'déjà refusée par des structures', points: 5 }
    expect((await lineOf(id))!.why).toContainEqual(refusals)
    await tell.move('foyer.ouest', second, 'decline', { reason: 'group_balance' })
    expect((await lineOf(id))!.reason).toBe('équilibre du groupe accueilli')
    await strike(id, 'acse.refused')
    expect((await lineOf(id))!.reason).toBe('trop proche du danger')
    // Where no act says it any more, the offer that was declined last does.
    await strike(id, 'acse.refused')
    expect((await lineOf(id))!.reason).toBe('équilibre du groupe accueilli')
  })
})

it('two nights of shelter count by the end of the last that stands', async () => {
  const id = await tell.sought()
  const shelter = (until: string) =>
    tell.act('asso.rhone', id, 'danger.immediate', { called: '115', facts: 'mot', until })
  const endsSoon = async () =>
    (await lineOf(id))!.why.some(({ label }) => label === 'sa mise à l’abri se termine')
  await shelter('2026-12-20')
  expect(await endsSoon()).toBe(false)
  await offered(id, ouest[1]!, noon)
  await shelter('2026-11-26')
  expect(await endsSoon()).toBe(true)
  await strike(id, 'danger.immediate')
  expect(await endsSoon()).toBe(false)
})

describe('a place asked for twice', () => {
  it('is waited for since the first request that stands, by the wishes of the last', async () => {
    const id = await tell.consenting()
    const ask = async (at: Date, wishes: object) => {
      world.at(at)
      await tell.act('asso.rhone', id, 'acse.request', { adhesion: true, ...wishes })
      await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    }
    const wanted = () => inContext(world.db.app, acse, (tx) => lastWanted(tx, id, 'acse'))
    await ask(noon, { distance: 'far', accessible: true })
    await ask(day(2), { distance: 'region' })
    expect(await wanted()).toEqual({ distance: 'region', accessible: null })
    expect((await lineOf(id, day(5)))!.days).toBe(5)
    await strike(id, 'acse.request')
    expect(await wanted()).toEqual({ distance: 'far', accessible: true })
    expect((await lineOf(id, day(5)))!.days).toBe(5)
  })

  it('is not waited for since a request that was taken back as an error', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    await strike(id, 'acse.request')
    world.at(day(3))
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    expect((await lineOf(id, day(5)))!.days).toBe(2)
  })
})

describe('the list of who waits', () => {
  it('says for how long the one waits who has waited longest, and of no list any', async () => {
    const empty = await inContext(world.db.app, world.as('ofii'), (tx) =>
      waitingList(tx, { ...reader(), actor: world.as('ofii') }, {})
    )
    expect([empty.total, empty.oldestDays]).toEqual([0, null])
    await tell.sought()
    world.at(day(4))
    const last = await tell.sought()
    const { items, oldestDays } = await listed(day(6))
    const days = items.map((one) => one.days)
    expect((await lineOf(last, day(6)))!.days).toBe(2)
    expect(oldestDays).toBe(Math.max(...days))
    expect(oldestDays).toBeGreaterThan(2)
  })
})

describe('a house that has one of its places offered, and has not answered', () => {
  const choices = async (id: string) => {
    const { input } = await inContext(world.db.app, acse, (tx) =>
      viewAction(tx, { id, command: 'acse.offer' }, reader())
    )
    return (input.properties!['placeId']!.oneOf ?? []).map((one) => one.const)
  }

  it('is asked nothing further for the same person, and may be asked for another', async () => {
    const [hers, other] = [await tell.sought(), await tell.sought()]
    expect(await choices(hers)).toContain(azur[1])
    await offered(hers, azur[0]!, noon)
    expect(await choices(hers)).not.toContain(azur[1])
    expect(await choices(hers)).toContain(ouest[0])
    expect(await choices(other)).toContain(azur[1])
    const askedOf = async (placeId: string) => {
      const weighed = await inContext(world.db.app, acse, (tx) => matchingPlaces(tx, other, reader()))
      return weighed.find(({ place }) => place.id === placeId)?.asked
    }
    expect([await askedOf(azur[0]!), await askedOf(azur[1]!)]).toEqual([true, false])
    const offer = await tell.referral(hers, 'acse_place')
    await tell.move('foyer.azur', offer, 'decline', { reason: 'too_close' })
    expect(await askedOf(azur[0]!)).toBe(false)
  })
})

it('of a bed in one house and a place held in another, each house changes its own', async () => {
  const id = await tell.housed(azur[0]!)
  await tell.act('foyer.azur', id, 'housing.alert', { incident: 'located' })
  await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
  await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
  await tell.move('foyer.ouest', await offered(id, ouest[0]!, noon), 'accept')
  const placeIn = async (state: string) => {
    const { rows } = await owner('select place_id from stay where case_id = $1 and state = $2', [id, state])
    return rows.map((row) => row['place_id'])
  }
  await tell.act('foyer.azur', id, 'housing.place_changed', { placeId: azur[1] })
  expect([await placeIn('admitted'), await placeIn('reserved')]).toEqual([[azur[1]], [ouest[0]]])
  await tell.act('foyer.ouest', id, 'housing.place_changed', { placeId: ouest[1] })
  expect([await placeIn('admitted'), await placeIn('reserved')]).toEqual([[azur[1]], [ouest[1]]])
})

it('an address is kept line by line, without those in which nothing stands', async () => {
  const id = ouest[1]!
  const input = { address: '3 rue des Lilas\n\n   \nBâtiment B\n' }
  const asked = { actor: world.as('foyer.ouest'), key: randomUUID(), version: null }
  await keepPlace(world.gate, { act: 'address', id, input }, asked)
  const { rows } = await owner('select body from place_address where place_id = $1', [id])
  expect(unseal(world.db.keys, { table: 'place_address', id, dataClass: 'A' }, rows[0]!['body'])).toEqual({
    lines: ['3 rue des Lilas', 'Bâtiment B']
  })
})
