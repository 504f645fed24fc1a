import { describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { inContext } from '../../../server/db/context.ts'
import { viewPlace } from '../../../server/places/acts.ts'
import { acting } from '../../support/acting.ts'
import { refusal } from '../../support/refusals.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const rows = async <T>(query: string, values: unknown[] = []) =>
  (await world.db.owner.query(query, values)).rows as T[]
const stateOf = async (caseId: string, kind: string) =>
  (
    await rows<{ state: string }>(
      'select state from referral where case_id = $1 and kind = $2 order by sent_at desc, id limit 1',
      [caseId, kind]
    )
  )[0]?.state
const activeStays = (caseId: string) =>
  rows<{ state: string; place_id: string }>(
    `select state, place_id from stay where case_id = $1 and state in ('reserved', 'admitted')`,
    [caseId]
  )
const running = async (caseId: string) =>
  (
    await rows<{ code: string }>(
      `select code from deadline where case_id = $1 and state = 'running' and referral_id is null`,
      [caseId]
    )
  ).map(({ code }) => code)
const housing = async (caseId: string) => (await tell.row(caseId))['housing']
const asylumHousing = async (caseId: string) => (await tell.row(caseId))['asylum_housing']
const free = (caseId: string) =>
  rows(`update stay set state = 'ended', ended_at = now() where case_id = $1 and state <> 'ended'`, [caseId])
const azur = () => world.places['foyer.azur']![0]!
const centre = (index = 0) => world.places['centre.dna']![index]!
const dnaInput = { title: 'attestation', agrees: true }

const asylum = async () => {
  const id = await tell.consenting(['B', 'C', 'D'], { asylumLink: true, asylumClaim: true })
  await tell.act('asso.rhone', id, 'dna.request', dnaInput)
  await tell.move('ofii', await tell.referral(id, 'dna'), 'accept')
  return id
}

describe('a place of the asylum scheme', () => {
  it('is asked of OFII for whom it is for, with her agreement', async () => {
    // No text names a sex: the request of a man reaches OFII, which weighs it (CESEDA L522-3, L552-8).
    const man = await tell.consenting(['D'], { asylumLink: true, sex: 'male' })
    await tell.act('asso.rhone', man, 'dna.request', dnaInput)
    const french = await tell.consenting(['D'], { asylumLink: true, nationality: 'french' })
    expect(await refusal(tell.act('asso.rhone', french, 'dna.request', dnaInput))).toBe('IllegalTransition')
    const silent = await tell.consenting(['C'], { asylumLink: true })
    expect(await refusal(tell.act('asso.rhone', silent, 'dna.request', dnaInput))).toBe('IllegalTransition')
    const id = await tell.consenting(['D'], { asylumLink: true })
    expect(await refusal(tell.act('prefecture.69', id, 'dna.request', dnaInput))).toMatch(
      /NotAllowed|NotFound/
    )
  })

  it('goes from the request to the review of her status', async () => {
    const id = await asylum()
    expect(await refusal(tell.act('ofii', id, 'dna.offer', { placeId: azur() }))).toBe('RuleRefused')
    await tell.act('ofii', id, 'dna.offer', { placeId: centre(), rank: 99 })
    const [offer] = await rows<{ input: Record<string, unknown> }>(
      `select input from case_event where case_id = $1 and command = 'dna.offer'`,
      [id]
    )
    expect(offer!.input).toMatchObject({ rule: 'liste-2026-09', rank: expect.any(Number) })
    expect(offer!.input['rank']).not.toBe(99)
    await tell.move('centre.dna', await tell.referral(id, 'dna_place'), 'accept')
    expect(await running(id)).toContain('MNIO-DNA-HOLD')
    expect(await refusal(tell.act('asso.rhone', id, 'acse.visio', { at: '2026-11-24T10:00:00Z' }))).toBe(
      'IllegalTransition'
    )
    await tell.act('centre.dna', id, 'dna.admission', { on: '2026-11-24', centre: 'cada' })
    expect(await asylumHousing(id)).toBe('housed')
    expect(await running(id)).toContain('MNIO-DNA-STAY-REVIEW')
    expect(await running(id)).not.toContain('MNIO-DNA-HOLD')
    await tell.act('centre.dna', id, 'dna.rehouse')
    expect(await asylumHousing(id)).toBe('placement_requested')
    expect(await housing(id)).toBe('unassessed')
    expect(await activeStays(id)).toMatchObject([{ state: 'admitted' }])
    await free(id)
  })

  const heldByBoth = async () => {
    const id = await asylum()
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    await tell.act('acse', id, 'acse.offer', { placeId: azur() })
    await tell.act('ofii', id, 'dna.offer', { placeId: centre() })
    await tell.move('centre.dna', await tell.referral(id, 'dna_place'), 'accept')
    await tell.move('foyer.azur', await tell.referral(id, 'acse_place'), 'accept')
    expect([await housing(id), await asylumHousing(id)]).toEqual(['matched', 'matched'])
    expect(await activeStays(id)).toHaveLength(2)
    return id
  }
  const arrives = { on: '2026-11-24', centre: 'cada' }

  it('tells no house of Ac.Sé its day, though it was held before: each place says its own', async () => {
    const id = await asylum()
    await tell.act('ofii', id, 'dna.offer', { placeId: centre() })
    await tell.move('centre.dna', await tell.referral(id, 'dna_place'), 'accept')
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    await tell.act('acse', id, 'acse.offer', { placeId: azur() })
    const day = new Date(noon.getTime() + 86_400_000)
    world.at(day)
    await tell.move('foyer.azur', await tell.referral(id, 'acse_place'), 'accept')
    const until = async (login: string, placeId: string) => {
      const reader = { actor: world.as(login), locale: 'fr' as const, now: day }
      const shown = await inContext(world.db.app, reader.actor, (tx) => viewPlace(tx, placeId, reader))
      return shown.holder?.until
    }
    const due = async (code: string) =>
      (
        await rows<{ due_at: Date }>(
          `select due_at from deadline where case_id = $1 and code = $2 and state = 'running'`,
          [id, code]
        )
      )[0]!.due_at.toISOString()
    const [ofHouse, ofCentre] = [await due('MNIO-HOLD'), await due('MNIO-DNA-HOLD')]
    expect(ofHouse).not.toBe(ofCentre)
    expect(await until('foyer.azur', azur())).toBe(ofHouse)
    expect(await until('centre.dna', centre())).toBe(ofCentre)
    world.at(noon)
    await free(id)
  })

  it('and one of Ac.Sé may both be held: the centre waits until the other is given back', async () => {
    const id = await heldByBoth()
    expect(await refusal(tell.act('centre.dna', id, 'dna.admission', arrives))).toBe('IllegalTransition')
    await tell.act('asso.rhone', id, 'acse.declined_by_person')
    expect(await activeStays(id)).toHaveLength(1)
    await tell.act('centre.dna', id, 'dna.admission', arrives)
    expect([await housing(id), await asylumHousing(id)]).toEqual(['declined_by_person', 'housed'])
    await free(id)
  })

  it.each(['held', 'slept in'])('%s is given back without a word as Ac.Sé receives her', async (how) => {
    const id = await asylum()
    await tell.act('ofii', id, 'dna.offer', { placeId: centre() })
    await tell.move('centre.dna', await tell.referral(id, 'dna_place'), 'accept')
    if (how === 'slept in') await tell.act('centre.dna', id, 'dna.admission', arrives)
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    await tell.act('acse', id, 'acse.offer', { placeId: azur() })
    await tell.move('foyer.azur', await tell.referral(id, 'acse_place'), 'accept')
    await tell.act('foyer.azur', id, 'acse.visio', { at: '2026-11-24T10:00:00Z' })
    await tell.act('foyer.azur', id, 'acse.admission', { on: '2026-11-24' })
    expect([await housing(id), await asylumHousing(id)]).toEqual(['housed_acse', 'ended'])
    expect(await activeStays(id)).toMatchObject([{ state: 'admitted', place_id: azur() }])
    expect((await running(id)).filter((code) => code.includes('DNA'))).toEqual([])
    expect(await stateOf(id, 'dna')).toBe('ended')
    await free(id)
  })
})

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
