import { describe, expect, it } from 'vitest'
import { inputFor } from '../../support/inputs.ts'
import { refusal } from '../../support/refusals.ts'
import {
  betweenTwoSides,
  blind,
  caseFor,
  elsewhere,
  otherOffer,
  place,
  referralFor,
  stateOf,
  tell,
  world
} from '../../support/two-sides.ts'

betweenTwoSides()

describe('the prefecture is told nothing of what is not its own', () => {
  it('neither that she thinks of going home, nor that she is cared for, nor what the police do with her', async () => {
    const id = await tell.consenting(['A', 'B', 'E', 'F', 'G', 'H'])
    await tell.act('asso.rhone', id, 'prefecture.request', {})
    await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
    const hearing = { unit: 'CANARI-BRIGADE', hearingOn: '2026-12-03', interpreter: 'bin' }
    await tell.act('cellule.69', id, 'formal.request', hearing)
    await tell.move('police.69', await tell.referral(id, 'police'), 'decline', { reason: 'overloaded' })
    const weighed = { on: '2026-11-24', risks: ['reprisals'], wishes: true }
    await tell.act('asso.rhone', id, 'return.assess', weighed)
    await tell.act('asso.rhone', id, 'return.iom', { towards: 'origin', address: 'iom@exemple.test' })
    const { timeline, consents, regions, referrals } = await caseFor('prefecture.69', id)
    const story = JSON.stringify(timeline)
    expect(story).not.toMatch(/retour|OIM|BRIGADE|3 décembre|bini|débordé|surchargé|saturé/i)
    expect(timeline.find(({ command }) => command === 'formal.request')).toMatchObject({ fields: [] })
    expect(timeline.find(({ command }) => command === 'formal.unmet')).toMatchObject({ fields: [] })
    expect(consents.map(({ scope }) => scope)).toEqual(['A', 'B', 'E', 'F'])
    expect(regions.find((one) => one.id === 'consent')?.detail).toBe('4 accords sur 4')
    expect(referrals.map(({ kind }) => kind)).toEqual(['prefecture'])
    const own = await caseFor('asso.rhone', id)
    expect(JSON.stringify(own.timeline)).toMatch(/OIM.*CANARI-BRIGADE/)
    expect(own.consents.map(({ scope }) => scope)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J'])
  })
})

describe('once its part is over, a recipient loses the case at once', () => {
  it('by declining: it keeps its own answer and nothing of the person', async () => {
    const { id, offer } = await tell.offered(place)
    await tell.move('foyer.azur', offer, 'decline', { reason: 'too_close' })
    await blind('foyer.azur', id)
    const view = await referralFor('foyer.azur', offer)
    expect(view).toMatchObject({ preview: [], case: null, state: 'declined', actions: [] })
    expect(view.events.map(({ command }) => command)).toEqual(['decline'])
    expect((await tell.row(id))['housing']).toBe('refused_by_structure')
  })

  it('by the withdrawal of the offer', async () => {
    const { id, offer } = await tell.offered(place)
    await tell.move('acse', offer, 'withdraw')
    await blind('foyer.azur', id)
    expect(await referralFor('foyer.azur', offer)).toMatchObject({
      preview: [],
      state: 'withdrawn',
      actions: []
    })
  })

  it('by the end of an accepted referral', async () => {
    const id = await tell.sought()
    await caseFor('acse', id)
    await tell.move('acse', await tell.referral(id, 'acse'), 'end')
    await blind('acse', id)
  })

  it('by the person’s departure, which frees the place', async () => {
    const id = await tell.housed(place)
    const offer = await tell.referral(id, 'acse_place')
    await tell.act('foyer.azur', id, 'housing.left', { on: '2026-11-24' })
    for (const login of ['foyer.azur', 'acse']) await blind(login, id)
    expect(await referralFor('foyer.azur', offer)).toMatchObject({ case: null, preview: [], state: 'ended' })
    expect(
      (await world.db.owner.query(`select from stay where case_id = $1 and state <> 'ended'`, [id])).rowCount
    ).toBe(0)
  })

  it('by another structure’s acceptance of its own offer', async () => {
    const { id, offer } = await tell.offered(place)
    await tell.act('acse', id, 'acse.offer', { placeId: elsewhere })
    await tell.move(
      'foyer.ouest',
      await tell
        .referral(id, 'acse_place')
        .then(async (last) => (last === offer ? otherOffer(id, offer) : last)),
      'accept'
    )
    expect(await stateOf(offer)).toBe('withdrawn')
    await blind('foyer.azur', id)
    await caseFor('foyer.ouest', id)
  })

  it('by the withdrawal of C before she is housed; while she sleeps there, who she is closes and the place stays', async () => {
    const sought = await tell.sought()
    await tell.act('asso.rhone', sought, 'consent.withdraw', { scopes: ['C'], ...tell.how })
    await blind('acse', sought)
    const housed = await tell.housed(place)
    await tell.act('asso.rhone', housed, 'consent.withdraw', { scopes: ['C'], ...tell.how })
    for (const login of ['acse', 'foyer.azur']) {
      const { classes } = await caseFor(login, housed)
      expect(classes.find((one) => one.class === 'B')?.access).toBe('closed')
    }
    await tell.act('foyer.azur', housed, 'housing.left', { on: '2026-11-24' })
    await blind('foyer.azur', housed)
  })

  it('an adult’s identity is not opened by doubting her age, nor by a consent the cell writes for itself, nor by a second referent', async () => {
    const id = await tell.consenting(['A', 'F'])
    expect(await refusal(tell.act('cellule.69', id, 'facts.complete', { ageGroup: 'doubt' }))).toBe(
      'InvalidInput'
    )
    const own = { scopes: ['B'], ...tell.how }
    expect(await refusal(tell.act('cellule.69', id, 'consent.record', own))).toBe('RuleRefused')
    const named = { orgId: world.as('membre.69').orgId }
    expect(await refusal(tell.act('cellule.69', id, 'referent.name', named))).toBe('RuleRefused')
    await tell.act('asso.rhone', id, 'facts.complete', { ageGroup: 'doubt' })
    await tell.act('asso.rhone', id, 'concern.report', { parentsInformed: 'contrary', facts: 'CANARI-RECIT' })
    await caseFor('ase.69', id)
    expect(await refusal(tell.act('asso.rhone', id, 'facts.complete', { ageGroup: 'adult' }))).toBe(
      'InvalidInput'
    )
    await tell.act('asso.rhone', id, 'minor.report_prosecutor', {
      ...inputFor('minor.report_prosecutor'),
      foundIn: '69'
    })
    await tell.act('parquet.lyon', id, 'age.decide', { ...inputFor('age.decide'), decision: 'adult' })
    await blind('ase.69', id)
  })

  it.each([['E', ['prefecture.69']]])(
    'by the withdrawal of the consent %s, which closes the case to %s',
    async (scope, losers) => {
      const id = await tell.housed(place)
      await tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
      await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
      await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
      const readers = ['acse', 'foyer.azur', 'prefecture.69', 'asso.rhone', 'cellule.69']
      for (const login of readers) await caseFor(login, id)
      await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: [scope], ...tell.how })
      for (const login of readers) {
        if (losers.includes(login)) await blind(login, id)
        else await caseFor(login, id)
      }
      for (const login of losers)
        expect(await refusal(tell.act(login, id, 'housing.alert', inputFor('housing.alert')))).toMatch(
          /NotFound|NotAllowed/
        )
    }
  )

  it('and the place that nobody of the scheme sees any more can still be freed by the referent', async () => {
    const id = await tell.housed(place)
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['C'], ...tell.how })
    await tell.act('asso.rhone', id, 'housing.left', { on: '2026-11-24' })
    expect(
      (await world.db.owner.query(`select from stay where place_id = $1 and state <> 'ended'`, [place]))
        .rowCount
    ).toBe(0)
  })
})
