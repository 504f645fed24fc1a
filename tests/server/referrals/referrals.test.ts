import { describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { decideReferral } from '../../../server/referrals/decide.ts'
import { listReferrals } from '../../../server/referrals/list.ts'
import { inputFor } from '../../support/inputs.ts'
import { refusal, why } from '../../support/refusals.ts'
import {
  betweenTwoSides,
  world,
  tell,
  place,
  elsewhere,
  readerOf,
  caseFor,
  referralFor,
  blind,
  stateOf,
  otherOffer
} from '../../support/two-sides.ts'

betweenTwoSides()

describe('a referral', () => {
  it('that gave a place cannot be walked away from while the place is held', async () => {
    const id = await tell.matched(place)
    const offer = await tell.referral(id, 'acse_place')
    const held = 'Un accueil tient à cette orientation : enregistrez d’abord sa fin.'
    expect(await why(tell.move('foyer.azur', offer, 'end'))).toBe(held)
    expect(await why(tell.move('acse', offer, 'withdraw'))).toBe(held)
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
    const old = { actor: world.as('foyer.azur'), referralId: offer, input: {}, version: 1, key: null }
    expect(await refusal(decideReferral(world.gate, { ...old, command: 'accept' }))).toBe('VersionConflict')
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
      await why(tell.move('prefecture.69', first, 'transfer', { orgId: world.as('asso.paris').orgId }))
    ).toBe('Cette organisation ne peut pas recevoir cette orientation.')
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
    const marked: (string | null)[] = []
    let cursor: string | undefined
    do {
      const { items, next } = await received(cursor)
      seen.push(...items.map(({ id }) => id))
      marked.push(...items.map((line) => line.danger))
      cursor = next ?? undefined
    } while (cursor)
    expect(seen).toEqual([danger, silent, calm])
    // What comes first for danger says so, whoever receives it.
    expect(marked).toEqual(['danger immédiat', null, null])
  })
})
