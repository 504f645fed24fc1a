import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { referenceOf } from '../../../server/cases/code.ts'
import { inputFor } from '../../support/inputs.ts'
import { refusal, why } from '../../support/refusals.ts'
import { betweenTwoSides, world, tell, place, referralFor, blind, stateOf } from '../../support/two-sides.ts'

betweenTwoSides()

describe('before it accepts, a recipient', () => {
  it('reads the needs, and not the case, not its code, not the person, not the place of the danger', async () => {
    const { id, offer } = await tell.offered(place)
    await blind('foyer.azur', id)
    const view = await referralFor('foyer.azur', offer)
    expect(view).toMatchObject({ case: null, caseId: null, caseCode: null, state: 'sent' })
    const text = JSON.stringify(view)
    // Its own reference tells it from another, and comes from nothing of the case.
    expect(view.reference).toBe(referenceOf(offer))
    for (const hidden of [id, referenceOf(id), 'CANARI', 'Rhône', '"69"']) expect(text).not.toContain(hidden)
    expect(view.preview.length).toBeGreaterThan(2)
  })

  it('reads what it is asked, and neither name, story nor diagnosis, asylum nor constraint', async () => {
    const id = await tell.consenting(['A', 'B', 'C', 'E', 'F', 'G'])
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'psychological' })
    const view = await referralFor('soin.69', await tell.referral(id, 'health'))
    for (const hidden of [id, 'CANARI', 'asile', 'contraint'])
      expect([hidden, JSON.stringify(view).includes(hidden)]).toEqual([hidden, false])
    expect(view.preview[0]).toEqual({
      label: 'Vers quel type de soins',
      value: 'psychotraumatisme (CRP)'
    })
  })

  it('is not told where she is now, where what is asked of it is said again after she has moved', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'discretion.apply', inputFor('discretion.apply'))
    const referral = await tell.referral(id, 'prefecture')
    const told = async () =>
      (await referralFor('prefecture.69', referral)).preview.map(({ label, value }) => `${label} : ${value}`)
    const met = 'Département de la rencontre : Rhône'
    expect(await told()).toContain(met)
    await tell.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'sheltered' })
    await tell.move('cellule.75', await tell.referral(id, 'cell'), 'accept')
    await tell.act('cellule.75', id, 'territory.take_up')
    await tell.act('asso.rhone', id, 'coming_of_age.apply_beside', inputFor('coming_of_age.apply_beside'))
    expect(await told(), 'it is said again').toContain('Autre titre demandé : titre des jeunes majeurs')
    expect(await told()).toContain(met)
    expect((await told()).join()).not.toContain('Paris')
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
      await why(tell.move('foyer.azur', offer, 'transfer', { orgId: world.as('foyer.ouest').orgId }))
    ).toBe('Cette organisation ne peut pas recevoir cette orientation.')
    expect(await stateOf(offer)).toBe('sent')
  })
})
