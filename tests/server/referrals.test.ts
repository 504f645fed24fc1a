import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inContext } from '../../server/db/context.ts'
import { viewCase } from '../../server/cases/view.ts'
import { listReferrals } from '../../server/referrals/list.ts'
import { viewReferral } from '../../server/referrals/view.ts'
import { acting } from '../support/acting.ts'
import { inputFor } from '../support/inputs.ts'
import { refusal } from '../support/refusals.ts'
import { noon, openWorld, type TestWorld } from '../support/world.ts'

let world: TestWorld
let tell: ReturnType<typeof acting>
let place: string
let elsewhere: string

beforeAll(async () => {
  world = await openWorld()
  tell = acting(world)
  place = world.places['foyer.azur']![0]!
  elsewhere = world.places['foyer.ouest']![0]!
})
afterAll(() => world.close())
beforeEach(() => world.db.owner.query(`update stay set state = 'ended' where state <> 'ended'`))

const readerOf = (login: string) => ({ actor: world.as(login), locale: 'fr' as const, now: noon })
const caseFor = (login: string, id: string) =>
  inContext(world.db.app, world.as(login), (tx) => viewCase(tx, id, readerOf(login)))
const referralFor = (login: string, id: string) =>
  inContext(world.db.app, world.as(login), (tx) => viewReferral(tx, id, readerOf(login)))
const blind = async (login: string, id: string) =>
  expect([login, await refusal(caseFor(login, id))]).toEqual([login, 'NotFound'])
const stateOf = async (id: string) =>
  (await world.db.owner.query<{ state: string }>('select state from referral where id = $1', [id])).rows[0]!
    .state

const otherOffer = async (caseId: string, not: string) =>
  (
    await world.db.owner.query<{ id: string }>(
      `select id from referral where case_id = $1 and kind = 'acse_place' and id <> $2`,
      [caseId, not]
    )
  ).rows[0]!.id

describe('before it accepts, a recipient', () => {
  it('reads the needs, and not the case, not its code, not the person, not the place of the danger', async () => {
    const { id, offer } = await tell.offered(place)
    await blind('foyer.azur', id)
    const view = await referralFor('foyer.azur', offer)
    expect(view).toMatchObject({ case: null, caseId: null, caseCode: null, state: 'sent' })
    const text = JSON.stringify(view)
    for (const hidden of [id, 'CANARI', 'Rhône', '"69"']) expect(text).not.toContain(hidden)
    expect(view.preview.length).toBeGreaterThan(2)
  })

  it('reads what it is asked, and neither name, story nor diagnosis, asylum nor constraint', async () => {
    const id = await tell.consenting(['A', 'B', 'C', 'E', 'F', 'G'])
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'psychological' })
    const view = await referralFor('soin.69', await tell.referral(id, 'health'))
    for (const hidden of [id, 'CANARI', 'asile', 'contraint'])
      expect([hidden, JSON.stringify(view).includes(hidden)]).toEqual([hidden, false])
    expect(view.preview[0]).toEqual({
      label: 'Vers quel type de soin',
      value: 'psychotraumatisme (CRP)'
    })
  })

  it('may not act on the case', async () => {
    const { id } = await tell.offered(place)
    for (const command of ['acse.visio', 'acse.admission', 'housing.left'] as const)
      expect(await refusal(tell.act('foyer.azur', id, command, inputFor(command)))).toBe('NotFound')
  })

  it('is the only one who answers: others do not know that it was asked', async () => {
    const { offer } = await tell.offered(place)
    for (const login of [
      'foyer.ouest',
      'asso.paris',
      'prefecture.69',
      'cellule.69',
      'asso.rhone',
      'police.69'
    ]) {
      expect([login, await refusal(referralFor(login, offer))]).toEqual([login, 'NotFound'])
      expect([login, await refusal(tell.move(login, offer, 'accept'))]).toEqual([login, 'NotFound'])
    }
    expect(await refusal(tell.move('foyer.azur', randomUUID(), 'accept'))).toBe('NotFound')
    expect(await refusal(tell.move('acse', offer, 'accept'))).toBe('NotAllowed')
    expect(await refusal(tell.move('foyer.azur', offer, 'withdraw'))).toBe('NotAllowed')
    expect(await refusal(tell.move('foyer.azur', offer, 'expire'))).toBe('NotAllowed')
  })

  it('learns of no other structure, and passes an offer of its own place to nobody', async () => {
    const { offer } = await tell.offered(place)
    const view = await referralFor('foyer.azur', offer)
    expect(view.actions.map(({ command }) => command)).not.toContain('transfer')
    expect(JSON.stringify(view)).not.toContain(world.as('foyer.ouest').orgName)
    expect(
      await refusal(tell.move('foyer.azur', offer, 'transfer', { orgId: world.as('foyer.ouest').orgId }))
    ).toBe('RuleRefused')
    expect(await stateOf(offer)).toBe('sent')
  })
})

describe('a referral', () => {
  it('that gave a place cannot be walked away from while the place is held', async () => {
    const id = await tell.matched(place)
    const offer = await tell.referral(id, 'acse_place')
    expect(await refusal(tell.move('foyer.azur', offer, 'end'))).toBe('RuleRefused')
    expect(await refusal(tell.move('acse', offer, 'withdraw'))).toBe('RuleRefused')
    const { actions } = await referralFor('foyer.azur', offer)
    expect(actions).toMatchObject([{ command: 'end', enabled: false }])
    await tell.act('foyer.azur', id, 'acse.declined_by_person')
    expect(await stateOf(offer)).toBe('ended')
  })

  it('is refused by a second structure even when a first refusal has moved the case', async () => {
    const { id, offer } = await tell.offered(place)
    await tell.act('acse', id, 'acse.offer', { placeId: elsewhere })
    await tell.move('foyer.azur', offer, 'decline', { reason: 'too_close' })
    expect(
      await refusal(
        tell.move('foyer.ouest', await otherOffer(id, offer), 'decline', { reason: 'not_adapted' })
      )
    ).toBeNull()
  })

  it('is refused for a reason of its own kind only', async () => {
    const { offer } = await tell.offered(place)
    expect(await refusal(tell.move('foyer.azur', offer, 'decline', { reason: 'public_order' }))).toBe(
      'InvalidInput'
    )
    expect(await refusal(tell.move('foyer.azur', offer, 'decline', {}))).toBe('InvalidInput')
  })

  it('is asked and answered between the two sides, without the case', async () => {
    const { id, offer } = await tell.offered(place)
    await tell.move('foyer.azur', offer, 'ask', { question: 'Combien d’étages ?' })
    expect(await refusal(tell.move('foyer.azur', offer, 'ask', { question: 'Encore ?' }))).toBe('NotOpen')
    await tell.move('acse', offer, 'answer', { answer: 'Deux.' })
    await blind('foyer.azur', id)
    await tell.move('foyer.azur', offer, 'accept')
    await caseFor('foyer.azur', id)
  })

  it('of one whose shelter was found is sent anew, and the first bed is kept until she arrives at the second', async () => {
    const id = await tell.housed(place)
    await tell.act('foyer.azur', id, 'housing.alert', { incident: 'located' })
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    const { rows: asked } = await world.db.owner.query<{ id: string }>(
      `select id from referral where case_id = $1 and kind = 'acse' and state = 'sent'`,
      [id]
    )
    await tell.move('acse', asked[0]!.id, 'accept')
    await caseFor('foyer.azur', id)
    await tell.act('acse', id, 'acse.offer', { placeId: elsewhere })
    await tell.move('foyer.ouest', await tell.referral(id, 'acse_place'), 'accept')
    const { rows } = await world.db.owner.query(
      `select place_id, state from stay where case_id = $1 and state <> 'ended' order by state`,
      [id]
    )
    expect(rows).toEqual([
      { place_id: place, state: 'admitted' },
      { place_id: elsewhere, state: 'reserved' }
    ])
    await caseFor('foyer.azur', id)
    await tell.act('foyer.ouest', id, 'housing.moved', { on: '2026-11-24' })
    await blind('foyer.azur', id)
  })

  it('that waits for an answer is not sent again', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    expect(
      await refusal(tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' }))
    ).toBe('RuleRefused')
    const { actions } = await caseFor('asso.rhone', id)
    expect(actions.find(({ command }) => command === 'prefecture.request')).toMatchObject({ enabled: false })
  })

  it('passed to another prefecture starts anew there, and closes here', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    const first = await tell.referral(id, 'prefecture')
    expect(
      await refusal(tell.move('prefecture.69', first, 'transfer', { orgId: world.as('asso.paris').orgId }))
    ).toBe('RuleRefused')
    await tell.move('prefecture.69', first, 'transfer', { orgId: world.as('prefecture.75').orgId })
    expect(await stateOf(first)).toBe('transferred')
    const { rows } = await world.db.owner.query<{ id: string }>(
      `select id from referral where previous_id = $1 and state = 'sent'`,
      [first]
    )
    await blind('prefecture.75', id)
    await tell.move('prefecture.75', rows[0]!.id, 'accept')
    await caseFor('prefecture.75', id)
    await blind('prefecture.69', id)
  })

  it('for shelter is not shown to the prefecture, nor its refusals: it knows housed or not', async () => {
    const id = await tell.housed(place)
    await tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
    const view = await caseFor('prefecture.69', id)
    expect(view.referrals.map(({ kind }) => kind)).toEqual(['prefecture'])
    expect(
      view.deadlines.map(({ code }) => code).filter((code) => /PLACE|MATCH|STAY|EVAL/.test(code))
    ).toEqual([])
    expect(view.stay).toBeNull()
  })
})

describe('what waits for an answer', () => {
  const received = async (cursor?: string) =>
    inContext(world.db.app, world.as('acse'), (tx) =>
      listReferrals(tx, { box: 'in', view: 'open', limit: 1, ...(cursor && { cursor }) }, readerOf('acse'))
    )

  it('stands by danger, then silence, then the soonest due, page after page and without losing a line', async () => {
    const asked = async () => {
      const { id } = await tell.offered(place)
      return tell.referral(id, 'acse')
    }
    const [calm, silent, danger] = [await asked(), await asked(), await asked()]
    const mark = (id: string, set: string) =>
      world.db.owner.query(`update referral set ${set} where id = $1`, [id])
    await world.db.owner.query(`update referral set state = 'ended' where kind = 'acse'`)
    await mark(calm, `state = 'sent'`)
    await mark(silent, `state = 'escalated'`)
    await mark(danger, `state = 'sent', preview = preview || '{"danger":"immediate"}'`)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { items, next } = await received(cursor)
      seen.push(...items.map(({ id }) => id))
      cursor = next ?? undefined
    } while (cursor)
    expect(seen).toEqual([danger, silent, calm])
  })
})
