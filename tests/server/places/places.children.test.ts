import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import { inContext } from '../../../server/db/context.ts'
import { listPlaces, matchingPlaces } from '../../../server/places/list.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { waitingList } from '../../../server/places/waiting.ts'
import { acting } from '../../support/acting.ts'
import { refusal } from '../../support/refusals.ts'
import { insertOrganisation, noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

let neighbour: Actor

const world = await forFile(openWorld())
const tell = acting(world)
const place = world.places['foyer.azur enfants']![0]!
beforeAll(async () => {
  const orgId = await insertOrganisation(world.db, {
    key: 'ase-38',
    name: 'Aide sociale à l’enfance de l’Isère',
    type: 'ase',
    territory: '38'
  })
  neighbour = { ...world.as('ase.69'), personId: randomUUID(), orgId, territory: '38' }
})
beforeEach(async () => {
  world.at(noon)
  await world.db.owner.query(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
})

const on = '2026-11-24'
const listed = async (actor: Actor, now = noon) =>
  (await inContext(world.gate.pool, actor, (tx) => waitingList(tx, { actor, locale: 'fr', now }, {}))).items
const waits = async (id: string, actor = world.as('ase.69')) =>
  (await listed(actor)).find(({ caseId }) => caseId === id) ?? null

const reported = async (different = {}) => {
  const id = await tell.flagged('asso.rhone', {
    ageGroup: 'minor',
    ageBand: '15-17',
    nominativeConsent: false,
    identity: { name: 'CANARI-NOM' },
    ...different
  })
  await tell.act('asso.rhone', id, 'minor.report_prosecutor', {
    foundIn: '69',
    ground: 'grave',
    parentsInformed: 'contrary',
    facts: 'CANARI-RECIT'
  })
  return id
}
/** The prosecutor has ordered the child placed, and nobody has a bed yet. */
const entrusted = async (different = {}) => {
  const id = await reported(different)
  await tell.act('parquet.lyon', id, 'opp.issue', { on, distanced: true })
  return id
}
const judged = async (measure: 'placement' | 'home', id: string) => {
  await tell.act('parquet.lyon', id, 'judge.seize', { on })
  await tell.act('juge.69', id, 'measure.order', {
    on,
    decision: 'provisional',
    measure,
    childHeard: 'heard'
  })
}
const offer = (id: string) => tell.act('ase.69', id, 'minor.placement_offer', { placeId: place })
const answer = async (id: string, command: 'accept' | 'decline', input = {}) =>
  tell.move('foyer.azur', await tell.referral(id, 'minor_place'), command, input)

describe('a child who waits for a place is not there', () => {
  it('for the desks of adults, for another département, for a structure', async () => {
    const id = await entrusted()
    expect(await waits(id)).not.toBeNull()
    for (const login of ['acse', 'ofii'])
      expect([login, await waits(id, world.as(login))]).toEqual([login, null])
    for (const login of ['foyer.azur', 'cellule.69', 'miprof'])
      expect([login, await refusal(waits(id, world.as(login)))]).toEqual([login, 'NotFound'])
    expect(await listed(neighbour)).toEqual([])
  })

  it('while nobody has said that she must sleep elsewhere', async () => {
    expect(await waits(await reported())).toBeNull()
  })

  it('once a place is held, taken, or found elsewhere', async () => {
    const id = await entrusted()
    await offer(id)
    expect(await waits(id)).not.toBeNull()
    await answer(id, 'accept')
    expect(await waits(id)).toBeNull()
    await tell.act('foyer.azur', id, 'minor.placement_arrival', { on })
    expect(await waits(id)).toBeNull()

    const elsewhere = await entrusted()
    await judged('placement', elsewhere)
    expect(await waits(elsewhere)).not.toBeNull()
    await tell.act('ase.69', elsewhere, 'place.common', { on, zone: 'south_east', adhesion: 'agrees' })
    expect(await waits(elsewhere)).toBeNull()
  })

  it('where the judge leaves her at home, or she was handed back', async () => {
    const id = await entrusted()
    await judged('home', id)
    expect(await waits(id)).toBeNull()

    for (const [how, still] of [
      ['agreed', true],
      ['returned', false]
    ] as const) {
      const received = await reported()
      const ends = () => tell.act('ase.69', received, 'minor.reception_ended', { on, how })
      await tell.act('ase.69', received, 'minor.received', { on, ground: 'no_consent', foundIn: '69' })
      expect(await waits(received)).not.toBeNull()
      await ends()
      expect([how, (await waits(received)) !== null]).toEqual([how, still])
      // Told again, as a record may be, it changes nothing.
      await ends()
      expect([how, (await waits(received)) !== null]).toEqual([how, still])
    }
  })

  it('once she leaves for another place, or home by the judge’s word: a house cannot say it for the judge', async () => {
    const id = await entrusted()
    await offer(id)
    await answer(id, 'accept')
    await tell.act('foyer.azur', id, 'minor.placement_arrival', { on })
    const leaves = (login: string, reason: string) =>
      tell.act(login, id, 'minor.placement_ended', { on, reason })
    for (const login of ['foyer.azur', 'ase.69'])
      expect([login, await refusal(leaves(login, 'family'))]).toEqual([login, 'InvalidInput'])
    await leaves('foyer.azur', 'other')
    expect(await waits(id)).not.toBeNull()

    await offer(id)
    await answer(id, 'accept')
    await tell.act('foyer.azur', id, 'minor.placement_arrival', { on })
    await judged('home', id)
    expect(await refusal(leaves('foyer.azur', 'family'))).toBe('InvalidInput')
    await leaves('ase.69', 'family')
    expect(await waits(id)).toBeNull()
  })

  it('for a desk that protects her no more, though it goes on reading what it flagged', async () => {
    const id = await entrusted()
    expect(await waits(id)).not.toBeNull()
    const of = [id, world.as('ase.69').orgId]
    await world.db.owner.query(
      'update participation set until = now() where case_id = $1 and org_id = $2',
      of
    )
    await world.db.owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
       values ($1, $2, 'flagger', now() - interval '1 day', 'flag', now())`,
      of
    )
    expect(await waits(id)).toBeNull()
  })

  it('when she is found to be an adult', async () => {
    const id = await entrusted()
    await judged('placement', id)
    await tell.act('juge.69', id, 'age.decide', {
      on,
      decision: 'adult',
      evidence: ['hearing'],
      noBonesAlone: true
    })
    expect(await waits(id)).toBeNull()
  })
})

it('an adult who waits is on no list of child protection', async () => {
  const id = await tell.sought()
  expect(await waits(id, world.as('acse'))).not.toBeNull()
  expect(await waits(id)).toBeNull()
})

describe('the waiting list of a département', () => {
  it('says why one child is before another, and keeps rule and rank with the offer', async () => {
    const calm = await entrusted()
    const urgent = await entrusted({ danger: 'immediate' })
    const list = await listed(world.as('ase.69'))
    const [first, second] = [urgent, calm].map((id) => list.findIndex(({ caseId }) => caseId === id))
    expect(first).toBeLessThan(second!)
    expect(list[first!]).toMatchObject({ rank: first! + 1, rule: 'liste-2026-09', reason: null })
    expect(list[first!]!.why).toContainEqual({ label: 'en danger immédiat', points: 40 })
    await tell.act('ase.69', urgent, 'minor.placement_offer', { placeId: place, rank: 7, rule: 'la mienne' })
    const { rows } = await world.db.owner.query(
      `select input from case_event where case_id = $1 and command = 'minor.placement_offer'`,
      [urgent]
    )
    expect(rows[0].input).toMatchObject({ rank: first! + 1, rule: 'liste-2026-09' })
  })

  // That there was a rank at all says that the child was taken care of, which a shelter may not know.
  it('tells the rank to whoever protects the child, and not to the shelter that is asked', async () => {
    const id = await entrusted()
    await offer(id)
    await answer(id, 'accept')
    const told = async (login: string) => {
      const reader = { actor: world.as(login), locale: 'fr' as const, now: noon }
      const { timeline } = await inContext(world.db.app, reader.actor, (tx) => viewCase(tx, id, reader))
      return JSON.stringify(timeline)
    }
    expect(await told('foyer.azur')).not.toContain('Rang dans la liste')
    expect(await told('ase.69')).toContain('Rang dans la liste')
  })

  it('keeps a child whom a structure declined, and says why', async () => {
    const id = await entrusted()
    await offer(id)
    expect(await refusal(answer(id, 'decline', { reason: 'too_close' }))).toBe('InvalidInput')
    await answer(id, 'decline', { reason: 'overloaded' })
    expect(await waits(id)).toMatchObject({ reason: 'pas de disponibilité à ce jour' })
    expect((await waits(id))!.why).toContainEqual({ label: 'déjà refusée par des structures', points: 5 })
  })

  it('counts the wait from what made a place needed, and anew once one is no longer safe', async () => {
    const id = await entrusted()
    await offer(id)
    const later = new Date('2026-11-30T11:00:00Z')
    const days = async () =>
      (await listed(world.as('ase.69'), later)).find(({ caseId }) => caseId === id)?.days
    expect(await days()).toBe(6)
    await answer(id, 'accept')
    await tell.act('foyer.azur', id, 'minor.placement_arrival', { on })
    await judged('placement', id)
    expect(await days()).toBeUndefined()
    world.at(new Date('2026-11-28T11:00:00Z'))
    await tell.act('foyer.azur', id, 'minor.placement_alert', { incident: 'located' })
    expect(await days()).toBe(2)
  })
})

it('a département sees the places of minors alone, and not when the children of others came', async () => {
  const id = await entrusted()
  await offer(id)
  await answer(id, 'accept')
  const seen = await inContext(world.gate.pool, neighbour, (tx) =>
    listPlaces(tx, { actor: neighbour, locale: 'fr', now: noon }, {})
  )
  expect(seen.items.map(({ label, status, since }) => [label, status, since])).toEqual([
    ['foyer.azur enfants', 'reserved', null],
    ['foyer.ouest enfants', 'free', null]
  ])
})

describe('a place that was offered for another child', () => {
  const choices = (caseId: string) =>
    inContext(world.gate.pool, world.as('ase.69'), (tx) =>
      matchingPlaces(tx, caseId, { actor: world.as('ase.69'), locale: 'fr', now: noon })
    )

  it('is no choice once it is held, and before an answer is shown as offered already, after the others', async () => {
    await world.db.owner.query(`update referral set state = 'withdrawn' where state = 'sent'`)
    const [first, second] = [await entrusted(), await entrusted()]
    expect((await choices(second)).map(({ asked }) => asked)).not.toContain(true)
    await offer(first)
    const shown = await choices(second)
    expect(shown.at(-1)).toMatchObject({ asked: true, place: { id: place } })
    expect((await choices(first)).find((one) => one.place.id === place)?.asked).toBe(false)
    await answer(first, 'accept')
    expect((await choices(second)).map((one) => one.place.id)).not.toContain(place)
  })
})
