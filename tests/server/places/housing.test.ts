import { describe, expect, it } from 'vitest'
import { inContext, setCaseScope } from '../../../server/db/context.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { admitStay } from '../../../server/places/stays.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { refusal } from '../../support/refusals.ts'
import { noon } from '../../support/world.ts'
import { openHousing } from './sheltered.ts'

const { world, tell, rows, stateOf, activeStays, running, housing, asylumHousing, free, azur, asylum } =
  await openHousing()

describe('a search by two desks', () => {
  it('is two searches: the one may be withdrawn while the other goes on', async () => {
    const id = await asylum()
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await tell.move('asso.rhone', await tell.referral(id, 'acse'), 'withdraw')
    expect([await housing(id), await asylumHousing(id)]).toEqual(['unassessed', 'placement_requested'])
    await tell.move('asso.rhone', await tell.referral(id, 'dna'), 'withdraw')
    expect(await asylumHousing(id)).toBe('unassessed')
  })
})

describe('the desk that found a place', () => {
  it('is not cut off while it is held, by the referent or by itself', async () => {
    const id = await tell.matched(azur())
    const request = await tell.referral(id, 'acse')
    expect(await refusal(tell.move('asso.rhone', request, 'withdraw'))).toBe('RuleRefused')
    expect(await refusal(tell.move('acse', request, 'end'))).toBe('RuleRefused')
    await tell.act('asso.rhone', id, 'acse.declined_by_person')
    expect(await stateOf(id, 'acse')).toBe('ended')
  })

  it('may end its search once she is housed, and seek again for a person in danger', async () => {
    const id = await tell.housed(azur())
    await tell.act('foyer.azur', id, 'housing.alert', { incident: 'located' })
    await tell.move('acse', await tell.referral(id, 'acse'), 'end')
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    expect(await running(id)).toContain('MNIO-MOVE')
    const other = world.places['foyer.ouest']![0]!
    await tell.act('acse', id, 'acse.offer', { placeId: other })
    await tell.move('foyer.ouest', await tell.referral(id, 'acse_place'), 'accept')
    expect(await activeStays(id)).toHaveLength(2)
    await tell.act('foyer.ouest', id, 'housing.moved', { on: '2026-11-24' })
    expect(await housing(id)).toBe('moved')
    expect(await running(id)).not.toContain('MNIO-MOVE')
    expect(await activeStays(id)).toMatchObject([{ state: 'admitted', place_id: other }])
    await tell.act('foyer.ouest', id, 'housing.left', { on: '2026-11-24' })
    expect(await running(id)).toEqual(expect.arrayContaining(['MNIO-RECONTACT', 'MNIO-RECONTACT-LATER']))
    await tell.act('asso.rhone', id, 'housing.recontacted', { on: '2026-11-24', news: 'safe' })
    expect(await running(id)).not.toContain('MNIO-RECONTACT-LATER')
  })
})

describe('who is moved for her safety keeps the bed she sleeps in', () => {
  const searching = async () => {
    const id = await tell.housed(azur())
    await tell.act('foyer.azur', id, 'housing.alert', { incident: 'located' })
    await tell.move('acse', await tell.referral(id, 'acse'), 'end')
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    return id
  }
  const held = async () => {
    const id = await searching()
    await tell.act('acse', id, 'acse.offer', { placeId: world.places['foyer.ouest']![0]! })
    await tell.move('foyer.ouest', await tell.referral(id, 'acse_place'), 'accept')
    return id
  }
  const bed = [{ state: 'admitted', place_id: expect.any(String) as unknown }]

  it('when the new place is no longer held', async () => {
    const id = await held()
    await rows(`update deadline set state = 'stopped', next_at = null where case_id <> $1`, [id])
    world.at(new Date(noon.getTime() + 16 * 86_400_000))
    await fireDue(world.gate)
    world.at(noon)
    expect(await housing(id)).toBe('refused_by_structure')
    expect(await activeStays(id)).toEqual(bed)
    await free(id)
  })

  it('when the desk gives up the search, which goes on from there', async () => {
    const id = await searching()
    const [desk] = await rows<{ id: string }>(
      `select id from referral where case_id = $1 and kind = 'acse' and state = 'accepted'`,
      [id]
    )
    await tell.move('acse', desk!.id, 'end')
    expect(await housing(id)).toBe('placement_requested')
    expect(await activeStays(id)).toEqual(bed)
    await tell.act('foyer.azur', id, 'housing.left', { on: '2026-11-24' })
    expect(await activeStays(id)).toEqual([])
  })

  it('and nobody walks away from the offer on which it rests: the shelter records that she has left', async () => {
    const id = await tell.housed(azur())
    const offer = await tell.referral(id, 'acse_place')
    for (const login of ['foyer.azur', 'acse'])
      expect(await refusal(tell.move(login, offer, login === 'acse' ? 'withdraw' : 'end'))).toBe(
        'RuleRefused'
      )
    expect(await stateOf(id, 'acse_place')).toBe('accepted')
    expect(await activeStays(id)).toEqual(bed)
    await tell.act('foyer.azur', id, 'housing.left', { on: '2026-11-24' })
    expect(await stateOf(id, 'acse_place')).toBe('ended')
  })
})

describe('an arrival', () => {
  it('is not of a day before that of the offer, but for its eve, which is that day overseas', async () => {
    const id = await tell.matched(azur())
    const actor = world.as('foyer.azur')
    const { facts } = (await tell.row(id)) as unknown as { facts: Facts }
    // By itself, whatever the form of the act says of days before.
    const arrives = (on: string) =>
      inContext(world.db.app, actor, async (tx) => {
        await setCaseScope(tx, id)
        await admitStay(tx, { ...{ caseId: id, pools: ['acse'], facts, actor, at: noon }, on })
      })
    await expect(arrives('2026-11-22')).rejects.toMatchObject({
      fields: [{ field: 'on', code: 'before_offer' }]
    })
    await arrives('2026-11-23')
    expect(await activeStays(id)).toMatchObject([{ state: 'admitted' }])
    await free(id)
  })
})

describe('a place that is held', () => {
  it('is given back by the clock, whole: no stay, no offer, and the search goes on', async () => {
    const id = await tell.matched(azur())
    await rows(`update deadline set state = 'stopped', next_at = null where case_id <> $1`, [id])
    const days = (count: number) => new Date(noon.getTime() + count * 86_400_000)
    world.at(days(14))
    await fireDue(world.gate)
    expect(await housing(id)).toBe('matched')
    await tell.act('foyer.azur', id, 'acse.hold_extended', { reason: 'travel' })
    world.at(days(16))
    await fireDue(world.gate)
    expect(await housing(id)).toBe('matched')
    expect(await refusal(tell.act('foyer.azur', id, 'acse.hold_extended', { reason: 'travel' }))).toBe(
      'IllegalTransition'
    )
    world.at(days(31))
    await fireDue(world.gate)
    expect(await housing(id)).toBe('refused_by_structure')
    expect(await activeStays(id)).toEqual([])
    expect(await stateOf(id, 'acse_place')).toBe('ended')
    world.at(noon)
  })

  it('is never held by a referral that is over', async () => {
    expect(
      await rows(`select from stay s join referral r on r.id = s.referral_id
        where s.state in ('reserved', 'admitted') and r.state <> 'accepted'`)
    ).toEqual([])
  })
})

describe('a person in immediate danger', () => {
  it('is waited for by the clock from the flag on, until someone shelters her', async () => {
    const id = await tell.flagged('asso.rhone', { danger: 'immediate' })
    expect(await running(id)).toContain('MNIO-EMG')
    await tell.act('asso.rhone', id, 'danger.immediate', { called: '115', facts: 'mot', until: '2026-11-27' })
    expect(await running(id)).not.toContain('MNIO-EMG')
  })

  it('whom a desk cannot make wait is sheltered here, and keeps her search', async () => {
    const { id, offer } = await tell.offered(azur())
    await tell.move('foyer.azur', offer, 'decline', { reason: 'too_urgent' })
    expect(await running(id)).toContain('MNIO-EMG')
    const [line] = await rows<{ waits_for: string }>(
      `select waits_for from participation where case_id = $1 and capacity = 'referent'`,
      [id]
    )
    expect(line!.waits_for).toBe('danger.immediate')
    await tell.act('asso.rhone', id, 'danger.immediate', { called: '115', facts: 'mot' })
    await tell.act('acse', id, 'acse.offer', { placeId: azur() })
    expect(await housing(id)).toBe('placement_requested')
  })
})
