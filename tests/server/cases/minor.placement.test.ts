import { describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { readCompartment } from '../../../server/reading/compartment.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import {
  inChildhood,
  world,
  tell,
  place,
  rows,
  clocks,
  partsOf,
  sees,
  sealedFor,
  stayOf,
  child,
  report,
  opp,
  seized,
  measure,
  housed
} from '../../support/child.ts'
import { refusal } from '../../support/refusals.ts'
import { noon } from '../../support/world.ts'

inChildhood()

describe('the placement', () => {
  it('is read by child protection and the judge, not by the guardian nor by the prosecutor', async () => {
    const id = await seized()
    await tell.act('juge.69', id, 'guardian.name', {
      on: '2026-11-24',
      missions: ['criminal'],
      reason: 'implicated'
    })
    await tell.move('adhoc.69', await tell.referral(id, 'ad_hoc_guardian'), 'accept')
    for (const login of ['ase.69', 'juge.69'])
      expect([login, await sealedFor(login, id, 'A')]).toEqual([login, 1])
    for (const login of ['adhoc.69', 'parquet.lyon'])
      expect([login, await sealedFor(login, id, 'A')]).toEqual([login, 0])
  })

  it('is opened and said to be known to who keeps children, and not to who reads where adults sleep', async () => {
    const id = await seized()
    const accessOf = async (login: string) =>
      (await sees(login, id)).classes.find((one) => one.class === 'A')!.access
    const placeRead = (login: string) =>
      inContext(world.db.app, world.as(login), async (tx) => {
        const reader = { actor: world.as(login), locale: 'fr' as const, now: noon }
        const read = await readCompartment(tx, world.gate.keys, { caseId: id, dataClass: 'A', reader })
        return read.fields.map(({ value }) => value)
      })
    expect(await placeRead('asso.rhone')).toEqual([])
    expect(await accessOf('asso.rhone')).toBe('closed')
    expect(await placeRead('ase.69')).toEqual(['CANARI-LIEU'])
    expect(await accessOf('ase.69')).toBe('masked')
  })

  it('counts eight days to the judge, then fifteen, and a lapse moves nothing', async () => {
    const id = await child()
    await report(id)
    await opp(id)
    expect(await clocks(id)).toMatchObject({ 'D-OPP-JE': '2026-12-02 running' })
    world.at(new Date('2026-12-03T08:00:00Z'))
    await world.db.owner.query(
      `update deadline set state = 'stopped', next_at = null where code <> 'D-OPP-JE'`
    )
    await fireDue(world.gate)
    expect((await tell.row(id))['minor']).toBe('opp_issued')
    const said = await rows(`select from case_event where case_id = $1 and command = 'opp.lapsed'`, [id])
    expect(said).toHaveLength(1)
    world.at(noon)
    await tell.act('parquet.lyon', id, 'judge.seize', { on: '2026-11-24' })
    expect(await clocks(id)).toMatchObject({ 'D-OPP-DECISION': '2026-12-09 running' })
    expect(await clocks(id)).not.toHaveProperty('D-OPP-JE')
    await measure(id)
    expect(await clocks(id)).not.toHaveProperty('D-OPP-DECISION')
    expect(await clocks(id)).toMatchObject({ 'D-MERITS': '2027-05-24 running' })
  })

  it('a guardian who declines is to be named again', async () => {
    const id = await seized()
    const name = { on: '2026-11-24', missions: ['protection'], reason: 'absent' }
    await tell.act('juge.69', id, 'guardian.name', name)
    await tell.move('adhoc.69', await tell.referral(id, 'ad_hoc_guardian'), 'decline', {
      reason: 'overloaded'
    })
    expect((await tell.row(id)).facts).toMatchObject({ guardianNamed: false })
    expect(await clocks(id)).toHaveProperty('MNIO-GUARDIAN')
    await tell.act('juge.69', id, 'guardian.name', name)
  })
})

it('a second place takes over from the first', async () => {
  const id = await housed()
  await tell.act('ase.69', id, 'minor.placement_offer', {
    placeId: world.places['foyer.ouest enfants']![0]!
  })
  const { id: offer } = (
    await rows<{ id: string }>(
      `select id from referral where case_id = $1 and kind = 'minor_place' and state = 'sent'`,
      [id]
    )
  )[0]!
  await tell.move('foyer.ouest', offer, 'accept')
  // Until the child arrives there, the bed is kept; each shelter knows its own place alone.
  expect((await stayOf(id)).toSorted()).toEqual(['admitted', 'reserved'])
  expect((await sees('foyer.azur', id)).stay).toMatchObject({ structure: 'Foyer Azur', state: 'admitted' })
  expect((await sees('foyer.ouest', id)).stay).toMatchObject({ state: 'reserved' })
  await tell.act('foyer.ouest', id, 'minor.placement_arrival', { on: '2026-11-24' })
  expect(await stayOf(id)).toEqual(['admitted'])
  expect(await refusal(sees('foyer.azur', id))).toBe('NotFound')
})

describe('held for a child', () => {
  const held = async () => {
    const id = await child()
    await report(id)
    await tell.act('ase.69', id, 'minor.placement_offer', { placeId: place })
    await tell.move('foyer.azur', await tell.referral(id, 'minor_place'), 'accept')
    return id
  }

  it('is lost from sight by no merge and no closing', async () => {
    const id = await held()
    const merge = { into: 'AAAA-AAAA', proofs: ['identity'] }
    expect(await refusal(tell.act('cellule.69', id, 'merge.propose', merge))).toBe('RuleRefused')
    // A child without a measure is not closed upon, wherever she sleeps: that is said of the form first.
    expect(await refusal(tell.closed(id, { reason: 'by_person' }))).toBe('InvalidInput')
    expect(await stayOf(id)).toEqual(['reserved'])
  })

  it('is given back by the clock, with the offer it rests on', async () => {
    const id = await held()
    expect(await clocks(id)).toMatchObject({ 'MNIO-MINOR-HOLD': '2026-12-01 running' })
    await world.db.owner.query(
      `update deadline set state = 'stopped', next_at = null where code <> 'MNIO-MINOR-HOLD'`
    )
    world.at(new Date('2026-12-02T08:00:00Z'))
    await fireDue(world.gate)
    expect(await stayOf(id)).toEqual([])
    expect((await partsOf(id)).join()).not.toContain('minor_shelter')
  })

  it('is given back where the person is found to be an adult, wherever she sleeps', async () => {
    const id = await held()
    await tell.act('asso.rhone', id, 'danger.immediate', { called: '115', facts: 'mot' })
    await tell.act('parquet.lyon', id, 'age.decide', {
      on: '2026-11-24',
      decision: 'adult',
      evidence: ['hearing'],
      noBonesAlone: true
    })
    expect(await stayOf(id)).toEqual([])
  })
})
