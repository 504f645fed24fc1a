import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inContext } from '../../server/db/context.ts'
import { viewCase } from '../../server/cases/view.ts'
import { fireDue } from '../../server/deadlines/fire.ts'
import { acting } from '../support/acting.ts'
import { refusal } from '../support/refusals.ts'
import { insertOrganisation, noon, openWorld, type TestWorld } from '../support/world.ts'

let world: TestWorld
let tell: ReturnType<typeof acting>
let elsewhere: string
let place: string

beforeAll(async () => {
  world = await openWorld()
  tell = acting(world)
  place = world.places['foyer.azur enfants']![0]!
  elsewhere = await insertOrganisation(world.db, {
    key: 'parquet-13',
    name: 'Parquet de Marseille',
    type: 'prosecution',
    territory: '13'
  })
})
afterAll(() => world.close())
beforeEach(async () => {
  world.at(noon)
  await world.db.owner.query(`update deadline set state = 'stopped', next_at = null`)
  await world.db.owner.query(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
})

const rows = async <T>(query: string, values: unknown[]) =>
  (await world.db.owner.query(query, values)).rows as T[]
const clocks = async (id: string) =>
  Object.fromEntries(
    (
      await rows<{ code: string; due_on: string; state: string }>(
        `select code, due_on::text, state from deadline where case_id = $1 and state <> 'stopped' order by code`,
        [id]
      )
    ).map(({ code, due_on, state }) => [code, `${due_on} ${state}`])
  )
const partsOf = async (id: string) =>
  (
    await rows<{ part: string }>(
      `select o.key || ' ' || p.capacity as part from participation p join organisation o on o.id = p.org_id
       where p.case_id = $1 and p.until is null order by 1`,
      [id]
    )
  ).map(({ part }) => part)
const sees = (login: string, id: string) =>
  inContext(world.db.app, world.as(login), (tx) =>
    viewCase(tx, id, { actor: world.as(login), locale: 'fr', now: noon })
  )
const sealedFor = (login: string, id: string, dataClass: string) =>
  inContext(world.db.app, world.as(login), async (tx) => {
    await sees(login, id)
    const { rows: found } = await tx.execute(
      `select from compartment where case_id = '${id}' and data_class = '${dataClass}'` as never
    )
    return found.length
  })
const stayOf = async (id: string) =>
  (await rows<{ state: string }>(`select state from stay where case_id = $1 and state <> 'ended'`, [id])).map(
    ({ state }) => state
  )

const child = (different = {}) =>
  tell.flagged('asso.rhone', {
    ageGroup: 'minor',
    ageBand: '15-17',
    nominativeConsent: false,
    identity: { name: 'CANARI-NOM', birthDate: '2008-12-01' },
    ...different
  })
const report = (id: string, foundIn = '69', login = 'asso.rhone') =>
  tell.act(login, id, 'minor.report_prosecutor', {
    foundIn,
    ground: 'grave',
    parentsInformed: 'contrary',
    facts: 'CANARI-RECIT'
  })
const opp = async (id: string) =>
  tell.act('parquet.lyon', id, 'opp.issue', { on: '2026-11-24', distanced: true, place: 'CANARI-LIEU' })
const seized = async () => {
  const id = await child()
  await report(id)
  await opp(id)
  await tell.act('parquet.lyon', id, 'judge.seize', { on: '2026-11-24' })
  return id
}
const measure = (id: string) =>
  tell.act('juge.69', id, 'measure.order', {
    on: '2026-11-24',
    decision: 'provisional',
    measure: 'placement',
    childHeard: 'heard'
  })

describe('who may', () => {
  it('nobody of child protection or justice reads a case before it is told', async () => {
    const id = await child()
    for (const login of ['ase.69', 'parquet.lyon', 'juge.69', 'adhoc.69'])
      expect([login, await refusal(sees(login, id))]).toEqual([login, 'NotFound'])
  })

  it('only the prosecutor orders, only the judge measures, only child protection places', async () => {
    const id = await seized()
    const order = { on: '2026-11-24', distanced: true }
    const where = { on: '2026-11-24', zone: 'south_west', adhesion: 'agrees' }
    for (const login of ['asso.rhone', 'ase.69', 'juge.69'])
      expect(await refusal(tell.act(login, id, 'opp.issue', order))).toBe('NotAllowed')
    for (const login of ['asso.rhone', 'ase.69', 'parquet.lyon'])
      expect(
        await refusal(
          tell.act(login, id, 'measure.order', {
            on: '2026-11-24',
            decision: 'merits',
            measure: 'home',
            childHeard: 'heard'
          })
        )
      ).toBe('NotAllowed')
    for (const login of ['asso.rhone', 'parquet.lyon', 'juge.69'])
      expect(await refusal(tell.act(login, id, 'place.secure', where))).toBe('NotAllowed')
    await measure(id)
    await tell.act('ase.69', id, 'place.secure', where)
    expect((await tell.row(id))['minor']).toBe('placed_secure')
    expect(await clocks(id)).toMatchObject({
      'MNIO-SECURE-STAY': '2027-05-24 running',
      'MNIO-PLACEMENT-REVIEW': '2027-02-24 running'
    })
  })
})

describe('telling', () => {
  it('the prosecutor of where the child was found is told, not the one of the cell', async () => {
    const id = await child()
    await report(id, '13')
    expect(await partsOf(id)).toEqual(
      expect.arrayContaining(['ase-69 child_protection', 'parquet-13 prosecutor'])
    )
    expect(await refusal(sees('parquet.lyon', id))).toBe('NotFound')
    const [sent] = await rows<{ org: string }>(
      `select recipient_org_id as org from referral where case_id = $1 and kind = 'prosecutor'`,
      [id]
    )
    expect(sent!.org).toBe(elsewhere)
  })

  it('where several courts share a département, the one that is named is told, and no other by chance', async () => {
    const of = async (court: string) => {
      const key = `parquet-${court}`
      const org = await insertOrganisation(world.db, { key, name: key, type: 'prosecution', territory: '06' })
      await world.db.owner.query('update organisation set court = $2 where id = $1', [org, court])
      return org
    }
    await of('06.grasse')
    const nice = await of('06.nice')
    const id = await child()
    const told = { ground: 'grave', parentsInformed: 'contrary', facts: 'mot', foundIn: '06' }
    expect(await refusal(tell.act('asso.rhone', id, 'minor.report_prosecutor', told))).toBe('RuleRefused')
    const elsewhereCourt = { ...told, court: '69.lyon' }
    expect(await refusal(tell.act('asso.rhone', id, 'minor.report_prosecutor', elsewhereCourt))).toBe(
      'InvalidInput'
    )
    await tell.act('asso.rhone', id, 'minor.report_prosecutor', { ...told, court: '06.nice' })
    const sent = await rows<{ org: string }>(
      `select recipient_org_id as org from referral where case_id = $1 and kind = 'prosecutor'`,
      [id]
    )
    expect(sent).toEqual([{ org: nice }])
  })

  it('a report of concern nobody has answered yet does not stop the one to the prosecutor', async () => {
    const id = await child()
    await tell.act('asso.rhone', id, 'concern.report', { parentsInformed: 'contrary', facts: 'un mot' })
    expect(await clocks(id)).not.toHaveProperty('D-IP')
    await report(id)
    expect((await tell.row(id))['minor']).toBe('signalement')
    const sent = await rows(`select from referral where case_id = $1 and kind = 'child_protection'`, [id])
    expect(sent).toHaveLength(1)
  })

  it('the three months of the département run from its reception, and end with its assessment', async () => {
    const id = await child()
    await tell.act('asso.rhone', id, 'concern.report', { parentsInformed: 'contrary', facts: 'un mot' })
    await tell.move('ase.69', await tell.referral(id, 'child_protection'), 'accept')
    expect(await clocks(id)).toMatchObject({ 'D-IP': '2027-02-24 running' })
    await tell.act('ase.69', id, 'concern.received', { on: '2026-11-20' })
    expect(await clocks(id)).toMatchObject({ 'D-IP': '2027-02-20 running' })
    const assessment = { on: '2026-11-24', outcome: 'judicial' }
    expect(await refusal(tell.act('asso.rhone', id, 'concern.assess', assessment))).toBe('NotAllowed')
    await tell.act('ase.69', id, 'concern.assess', assessment)
    expect(await clocks(id)).not.toHaveProperty('D-IP')
  })

  it('police who flag a child have the prosecutor to tell, whatever the danger', async () => {
    const id = await tell.flagged('police.69', { ageGroup: 'minor', ageBand: '15-17', danger: 'possible' })
    expect(await clocks(id)).toMatchObject({ 'MNIO-MINOR-VICTIM': '2026-11-25 running' })
    await report(id, '69', 'police.69')
    expect(await clocks(id)).not.toHaveProperty('MNIO-MINOR-VICTIM')
    expect(await clocks(await child())).not.toHaveProperty('MNIO-MINOR-VICTIM')
  })

  it('in immediate danger the two hours run until it is done, and the guardian is then awaited', async () => {
    const id = await child({ danger: 'immediate' })
    expect(await clocks(id)).toMatchObject({ 'MNIO-SIGNALEMENT': '2026-11-24 running' })
    await report(id)
    expect(await clocks(id)).not.toHaveProperty('MNIO-SIGNALEMENT')
    expect(await clocks(id)).not.toHaveProperty('MNIO-IP')
    expect(await clocks(id)).toMatchObject({ 'MNIO-GUARDIAN': '2026-11-26 running' })
  })
})

describe('who was told and acts', () => {
  const answers = (id: string) =>
    rows<{ told: string }>(
      `select r.kind || ' ' || r.state || ' ' || coalesce(d.state, '-') as told from referral r
       left join deadline d on d.referral_id = r.id where r.case_id = $1 and r.kind <> 'ad_hoc_guardian' order by 1`,
      [id]
    ).then((found) => found.map(({ told }) => told))

  it('answers for itself alone: the act of another leaves its own referral waiting', async () => {
    const id = await child()
    await report(id)
    await tell
      .act('police.69', id, 'runaway.report', {
        lastSeenOn: '2026-11-24',
        how: 'unknown',
        policeTold: true
      })
      .catch(() => null)
    expect(await answers(id)).toEqual(['child_protection sent running', 'prosecutor sent running'])
  })

  it('has answered by it: its clock stops, and its silence is told to nobody', async () => {
    const id = await child()
    await report(id)
    await tell.act('parquet.lyon', id, 'opp.issue', { on: '2026-11-24', distanced: true })
    expect(await answers(id)).toEqual(['child_protection sent running', 'prosecutor accepted stopped'])
    world.at(new Date(noon.getTime() + 3 * 24 * 3_600_000))
    await fireDue(world.gate)
    expect(await answers(id)).toEqual(['child_protection escalated fired', 'prosecutor accepted stopped'])
    await tell.act('ase.69', id, 'runaway.report', {
      lastSeenOn: '2026-11-24',
      how: 'unknown',
      policeTold: true
    })
    expect(await answers(id)).toEqual(['child_protection accepted stopped', 'prosecutor accepted stopped'])
  })
})

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

describe('a place, a flight, a birthday', () => {
  const housed = async () => {
    const id = await seized()
    await measure(id)
    await tell.act('ase.69', id, 'place.distanced', {
      on: '2026-11-24',
      zone: 'south_east',
      adhesion: 'hesitates'
    })
    await tell.act('ase.69', id, 'minor.placement_offer', { placeId: place })
    await tell.move('foyer.azur', await tell.referral(id, 'minor_place'), 'accept')
    expect(await stayOf(id)).toEqual(['reserved'])
    await tell.act('foyer.azur', id, 'minor.placement_arrival', { on: '2026-11-24' })
    return id
  }

  it('the place is kept for a child who has run away, and freed by the departure', async () => {
    const id = await housed()
    expect((await tell.row(id))['housing']).toBe('minor_placement')
    await tell.act('foyer.azur', id, 'runaway.report', {
      lastSeenOn: '2026-11-24',
      how: 'called',
      policeTold: true
    })
    expect(await partsOf(id)).toContain('police-69 police')
    expect(await clocks(id)).toMatchObject({ 'MNIO-SEARCH': '2026-12-01 running' })
    expect(await stayOf(id)).toEqual(['admitted'])
    expect(await refusal(tell.closed(id))).not.toBeNull()
    await tell.act('police.69', id, 'runaway.found', { on: '2026-11-24', how: 'police', foundIn: '13' })
    expect((await tell.row(id))['minor']).toBe('placed_distanced')
    expect(await clocks(id)).not.toHaveProperty('MNIO-SEARCH')
    await tell.act('ase.69', id, 'minor.placement_ended', { on: '2026-11-24', reason: 'elsewhere' })
    expect(await stayOf(id)).toEqual([])
    expect(await refusal(sees('foyer.azur', id))).toBe('NotFound')
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

  it('at eighteen the clock ends what rested on no consent, and the adult is asked anew', async () => {
    const id = await housed()
    expect(await clocks(id)).toMatchObject({ 'D-MAJORITY': '2026-12-01 running' })
    await world.db.owner.query(
      `update deadline set state = 'stopped', next_at = null where code <> 'D-MAJORITY' and code <> 'D-MERITS'`
    )
    world.at(new Date('2026-12-02T08:00:00Z'))
    await fireDue(world.gate)
    const row = await tell.row(id)
    expect(row).toMatchObject({ minor: 'majority_reached', housing: 'unassessed', consent: 'not_informed' })
    expect(row.facts).toMatchObject({ ageGroup: 'adult', informed: false, consents: [] })
    expect(await stayOf(id)).toEqual([])
    const left = (await partsOf(id)).map((part) => part.split(' ')[1])
    for (const gone of ['child_protection', 'juvenile_judge', 'minor_shelter'])
      expect(left).not.toContain(gone)
    expect(left).toContain('referent')
    expect(await clocks(id)).not.toHaveProperty('D-MERITS')
    expect(await clocks(id)).toHaveProperty('MNIO-INFO')
  })

  it('the birthday is a matter of identity: who may not read it does not see the clock', async () => {
    const id = await child()
    const seen = async (login: string) => (await sees(login, id)).deadlines.map(({ code }) => code)
    expect(await seen('asso.rhone')).toContain('D-MAJORITY')
    await tell.act('cellule.69', id, 'triage.start')
    expect(await seen('membre.69')).not.toContain('D-MAJORITY')
  })
})

it('the age is decided by a judge or a prosecutor, and an adult loses no case that she agreed to', async () => {
  const id = await seized()
  const decision = { on: '2026-11-24', decision: 'adult', evidence: ['hearing'], noBonesAlone: true }
  for (const login of ['asso.rhone', 'ase.69'])
    expect(await refusal(tell.act(login, id, 'age.decide', decision))).toBe('NotAllowed')
  await tell.act('juge.69', id, 'age.decide', decision)
  expect((await tell.row(id))['minor']).toBe('not_applicable')
  expect(await refusal(sees('ase.69', id))).toBe('NotFound')
  expect(await refusal(sees('juge.69', id))).toBe('NotFound')
  expect(await partsOf(id)).toContain('asso-rhone referent')
})
