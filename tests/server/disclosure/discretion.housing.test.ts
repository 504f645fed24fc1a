import { beforeEach, describe, expect, it } from 'vitest'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { NotFound } from '../../../server/errors.ts'
import { readAddress } from '../../../server/places/address.ts'
import { waitingList } from '../../../server/places/waiting.ts'
import { viewReferral } from '../../../server/referrals/view.ts'
import { acting } from '../../support/acting.ts'
import { inputFor } from '../../support/inputs.ts'
import { refusal, why } from '../../support/refusals.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const story = acting(world)
beforeEach(() =>
  world.db.owner.query(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
)

const reader = (login: string) => ({ actor: world.as(login), locale: 'fr' as const, now: noon })
const read = (login: string, id: string) =>
  inContext(world.db.app, world.as(login), (tx) => viewCase(tx, id, reader(login)))
const storyOf = async (login: string, id: string) => (await read(login, id)).timeline

const place = (house: string) => world.places[house]![0]!
const asksOfii = (id: string, needs = 'CANARI-ASILE') =>
  story.act('asso.rhone', id, 'dna.request', { title: 'attestation', agrees: true, needs })
const asksAcse = async (id: string, needs?: string) => {
  await story.act('asso.rhone', id, 'acse.request', { adhesion: true, ...(needs && { needs }) })
  await story.move('acse', await story.referral(id, 'acse'), 'accept')
}
const seeker = () => story.consenting(['B', 'C', 'D', 'E', 'F'], { asylumLink: true })
const offersOfii = async (id: string) => {
  await story.act('ofii', id, 'dna.offer', { placeId: place('centre.dna') })
  return story.referral(id, 'dna_place')
}
const found = async (id: string) => {
  await story.move('ofii', await story.referral(id, 'dna'), 'accept')
  await story.move('centre.dna', await offersOfii(id), 'accept')
}

describe('what OFII and its centres do is no line of the cell', () => {
  it.each(['not_adapted', 'no_place', 'too_urgent'])('refused by OFII: %s', async (reason) => {
    const id = await seeker()
    const before = await storyOf('cellule.69', id)
    await asksOfii(id)
    await story.move('ofii', await story.referral(id, 'dna'), 'decline', { reason })
    expect(await storyOf('cellule.69', id)).toEqual(before)
    expect(JSON.stringify(await storyOf('asso.rhone', id))).toContain('OFII')
  })

  it('refused by a centre, withdrawn, parked by hand', async () => {
    const id = await seeker()
    const before = await storyOf('cellule.69', id)
    await asksOfii(id)
    await story.move('ofii', await story.referral(id, 'dna'), 'accept')
    await story.move('centre.dna', await offersOfii(id), 'decline', { reason: 'group_balance' })
    await story.act('ofii', id, 'dna.no_place', { reason: 'no_place' })
    await story.move('ofii', await story.referral(id, 'dna'), 'end')
    await asksOfii(id)
    await story.move('asso.rhone', await story.referral(id, 'dna'), 'withdraw')
    expect(await storyOf('cellule.69', id)).toEqual(before)
  })

  it('nor is it told that the place is looked at again as the asylum status changes', async () => {
    const id = await seeker()
    await asksOfii(id)
    await found(id)
    const before = await storyOf('cellule.69', id)
    await story.act('centre.dna', id, 'dna.admission', { on: '2026-11-24', centre: 'cada' })
    await story.act('ofii', id, 'dna.review', { on: '2026-11-24', centre: 'cada' })
    await story.act('ofii', id, 'dna.rehouse')
    expect(await storyOf('cellule.69', id)).toEqual(before)
    const told = (await storyOf('asso.rhone', id)).map(({ command }) => command)
    expect(told).toEqual(expect.arrayContaining(['dna.review', 'dna.rehouse']))
  })
})

describe('who is told nothing of housing', () => {
  it('is offered the same acts wherever she sleeps, and learns only by attempting one', async () => {
    const waits = await story.consenting(undefined)
    const sheltered = await story.housed(place('foyer.azur'))
    const offered = []
    for (const id of [waits, sheltered]) {
      await story.act('asso.rhone', id, 'formal.request', inputFor('formal.request'))
      await story.move('police.69', await story.referral(id, 'police'), 'accept')
      const { actions, regions } = await read('police.69', id)
      expect(regions.find((one) => one.id === 'housing')!.state).toBe('hidden')
      offered.push(actions.map(({ command, enabled, reason }) => [command, enabled, reason]))
    }
    expect(offered[1]).toEqual(offered[0])
    expect(offered[0]).toContainEqual(['acse.request', true, undefined])
    expect(await why(story.act('police.69', sheltered, 'acse.request', { adhesion: true }))).toBe(
      'Les conditions de cet acte ne sont pas réunies à ce jour.'
    )
    expect((await story.row(waits))['housing']).toBe('unassessed')
    // Nor is the roof she is in danger under taken from her by who does not know of it.
    await story.act('foyer.azur', sheltered, 'housing.alert', inputFor('housing.alert'))
    expect((await story.row(sheltered))['housing']).toBe('security_alert')
    expect(await refusal(story.act('police.69', sheltered, 'acse.request', { adhesion: true }))).toBe(
      'IllegalTransition'
    )
  })
})

describe('a desk knows its own pool alone', () => {
  it('Ac.Sé is told no place that OFII found, nor its name, nor its address', async () => {
    const id = await seeker()
    await asksAcse(id)
    await asksOfii(id)
    await found(id)
    const seen = await read('acse', id)
    expect(seen.stay).toBeNull()
    expect(JSON.stringify(seen)).not.toContain(world.as('centre.dna').orgName)
    const [stay] = (
      await world.db.owner.query<{ id: string }>(`select id from stay where case_id = $1`, [id])
    ).rows
    await expect(
      inContext(world.db.app, world.as('acse'), (tx) =>
        readAddress(tx, world.db, world.db.keys, { stayId: stay!.id, reader: reader('acse') })
      )
    ).rejects.toThrow(NotFound)
    const rows = await inContext(world.db.app, world.as('acse'), (tx) =>
      tx.execute(`select id from stay where case_id = '${id}'`)
    )
    expect(rows.rows).toEqual([])
  })

  it('and reads the place that it found itself', async () => {
    const id = await story.matched(place('foyer.azur'))
    expect((await read('acse', id)).stay).toMatchObject({ state: 'reserved' })
  })

  it('what was written to OFII is shown to no shelter of Ac.Sé, nor to its desk', async () => {
    const id = await seeker()
    await asksAcse(id, 'au calme')
    await asksOfii(id)
    await story.act('acse', id, 'acse.offer', { placeId: place('foyer.ouest') })
    const offer = await story.referral(id, 'acse_place')
    const { preview } = await inContext(world.db.app, world.as('foyer.ouest'), (tx) =>
      viewReferral(tx, offer, reader('foyer.ouest'))
    )
    expect(JSON.stringify(preview)).toMatch(/Langue/)
    expect(JSON.stringify(preview)).not.toMatch(/au calme|CANARI/)
  })

  it('and its waiting list counts no refusal of the other pool, nor says why', async () => {
    const id = await seeker()
    await asksAcse(id)
    await asksOfii(id)
    await story.move('ofii', await story.referral(id, 'dna'), 'accept')
    const list = () =>
      inContext(world.db.app, world.as('acse'), (tx) => waitingList(tx, reader('acse'), {})).then(
        ({ items }) => items.find(({ caseId }) => caseId === id)
      )
    const before = await list()
    await story.move('centre.dna', await offersOfii(id), 'decline', { reason: 'group_balance' })
    const { reason, why, score } = (await list())!
    expect({ reason, why, score }).toEqual({ reason: null, why: before!.why, score: before!.score })
  })
})

describe('a shelter that has no name has no people either', () => {
  it('for the cell, which is not told to whom it sent her for care', async () => {
    const id = await story.housed(place('foyer.azur'))
    await story.act('asso.rhone', id, 'consent.record', { scopes: ['G'], ...story.how })
    await story.act('foyer.azur', id, 'health.refer', { destination: 'general' })
    await story.move('soin.69', await story.referral(id, 'health'), 'decline', { reason: 'overloaded' })
    const told = await read('cellule.69', id)
    expect(told.referrals.map(({ kind }) => kind)).not.toContain('health')
    for (const name of [world.as('foyer.azur').name, world.as('foyer.azur').orgName])
      expect(JSON.stringify(told)).not.toContain(name)
    const line = (await read('asso.rhone', id)).referrals.find(({ kind }) => kind === 'health')!
    expect(line.sender).toBe(world.as('foyer.azur').orgName)
  })
})

describe('OFII, asked for her return alone', () => {
  it('is told who she is, nothing of asylum or shelter, and records that she left', async () => {
    const id = await story.consenting(['A', 'B', 'E', 'H'])
    await story.act('asso.rhone', id, 'asylum.lodged', { attestedOn: '2026-11-20', wishes: true })
    const weighed = { on: '2026-11-24', risks: ['reprisals'], wishes: true }
    await story.act('asso.rhone', id, 'return.assess', weighed)
    await story.act('asso.rhone', id, 'return.request', { towards: 'origin' })
    await story.move('ofii', await story.referral(id, 'voluntary_return'), 'accept')
    const { regions, timeline, consents, badges, classes } = await read('ofii', id)
    const others = regions.filter(({ id }) => id !== 'asylum')
    expect(JSON.stringify([others, timeline, badges])).not.toMatch(/asile|asylum/i)
    const housing = regions.find((one) => one.id === 'housing')
    expect(housing).toMatchObject({ state: 'hidden', stateLabel: 'Non communiqué' })
    expect(consents.map(({ scope }) => scope)).toEqual(['A', 'B', 'E', 'F', 'H'])
    expect(classes.filter(({ access }) => access !== 'closed').map((one) => one.class)).toContain('B')
    await story.act('asso.rhone', id, 'consent.record', { scopes: ['D'], ...story.how })
    expect(JSON.stringify(await storyOf('ofii', id))).not.toMatch(/asile|asylum/i)
    await story.act('ofii', id, 'return.depart', { on: '2026-11-24', freely: true })
  })
})
