import { beforeEach, describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { clocksOpened } from '../../support/running/days.ts'
import { openSite } from '../../support/running/site.ts'
import { inputFor } from '../../support/inputs.ts'
import { noon } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())
const tell = site.tell
beforeEach(async () => {
  site.at(noon)
  // Each story is alone with its own clocks.
  await site.db.owner.query(`update deadline set state = 'stopped', next_at = null`)
})

const today = '2026-11-24'
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)
const fireAfter = async (days: number) => {
  site.at(later(days))
  return fireDue(site.gate)
}
type Clock = { state: string; starts: string; due: string; said: number }
const clocksOf = async (id: string, code: string) => {
  const { rows } = await site.db.owner.query<Clock>(
    `select state, starts_on::text as starts, due_on::text as due, next_step as said from deadline
     where case_id = $1 and code = $2 order by state = 'stopped' desc, starts_on`,
    [id, code]
  )
  return rows
}
const onlyClocks = (...codes: string[]) =>
  site.db.owner.query(
    `update deadline set state = 'stopped', next_at = null where not (code = any($1::text[]))`,
    [codes]
  )
const clockSaid = async (id: string, deadline: string) => {
  const { rows } = await site.db.owner.query<{ command: string }>(
    `select command from case_event where case_id = $1 and role = 'system' and input ->> 'deadline' = $2 order by seq`,
    [id, deadline]
  )
  return rows.map(({ command }) => command)
}

const complaint = { on: today, unit: 'Brigade', receipt: 'R-1', offences: ['225-4-1'] }
const applied = async () => {
  const id = await tell.reflecting()
  await tell.act('asso.rhone', id, 'complaint.file', complaint)
  await tell.act('asso.rhone', id, 'permit.apply', {
    on: today,
    proof: 'complaint_receipt',
    tiesBroken: true,
    domiciliation: true
  })
  return id
}

describe('a clock that an act sets still', () => {
  it('says nothing while it stands, and has afterwards the days it had left', async () => {
    const id = await applied()
    await onlyClocks('D-SILENCE')
    expect(await clocksOf(id, 'D-SILENCE')).toMatchObject([{ state: 'running', due: '2027-03-24' }])
    const asks = { on: today, documents: ['photos'], until: '2026-12-10' }
    await tell.act('prefecture.69', id, 'permit.documents_asked', asks)
    expect(await fireAfter(125)).toBe(0)
    await tell.act('asso.rhone', id, 'permit.documents_received', { on: today, outcome: 'produced' })
    expect(await clocksOf(id, 'D-SILENCE')).toMatchObject([
      { state: 'running', starts: today, due: '2027-07-27' }
    ])
    expect(await fireAfter(125 + 100)).toBe(1)
    expect(await clockSaid(id, 'D-SILENCE')).toEqual(['clock.alert'])
  })

  it('is the answer awaited of a recipient, while its question waits', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'reflection.offer', {
      on: today,
      language: 'bin',
      means: 'in_person',
      confidential: true,
      wishes: true
    })
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    const referral = await tell.referral(id, 'prefecture')
    await onlyClocks('MNIO-PREF-ANSWER')
    const stateOf = async () =>
      (await site.db.owner.query(`select state from referral where id = $1`, [referral])).rows[0].state
    const [before] = await clocksOf(id, 'MNIO-PREF-ANSWER')
    await tell.move('prefecture.69', referral, 'ask', { question: 'Quel service ?' })
    expect(await fireAfter(60)).toBe(0)
    expect(await stateOf()).toBe('questioned')
    await tell.move('asso.rhone', referral, 'answer', { answer: 'La PJ.' })
    const clocks = await clocksOf(id, 'MNIO-PREF-ANSWER')
    expect(clocks).toMatchObject([{ state: 'running', starts: before!.starts }])
    expect(clocks[0]!.due > '2027-01-23').toBe(true)
    // The days of a second question are added to those of the first.
    await tell.move('prefecture.69', referral, 'ask', { question: 'Depuis quand ?' })
    site.at(later(65))
    await tell.move('asso.rhone', referral, 'answer', { answer: 'Depuis mai.' })
    const [twice] = await clocksOf(id, 'MNIO-PREF-ANSWER')
    expect(twice!.due > clocks[0]!.due).toBe(true)
    expect(await fireAfter(100)).toBe(1)
    expect(await stateOf()).toBe('escalated')
  })
})

describe('the time to claim compensation', () => {
  const child = async () => {
    const id = await tell.flagged('asso.rhone', {
      ageGroup: 'minor',
      ageBand: '15-17',
      nominativeConsent: false,
      identity: { name: 'CANARI-NOM', birthDate: '2008-12-01' }
    })
    await tell.act('asso.rhone', id, 'complaint.file', {
      ...complaint,
      lastFactsOn: '2026-10-01',
      factsTerritory: '69'
    })
    return id
  }

  it('stands still for a child, and starts on the eighteenth birthday (I-16)', async () => {
    const id = await child()
    await onlyClocks('D-CIVI-OFFENCE', 'D-MAJORITY')
    expect(await clocksOf(id, 'D-CIVI-OFFENCE')).toMatchObject([{ state: 'suspended', starts: '2026-10-01' }])
    await fireAfter(9)
    expect((await tell.row(id))['minor']).toBe('majority_reached')
    expect(await clocksOpened(site.db.owner, id, 'D-CIVI-OFFENCE')).toMatchObject([
      // The first of December 2029 is a Saturday.
      { state: 'running', startsOn: '2026-12-01', dueOn: '2029-12-03' }
    ])
  })

  it('counts from the acts for one who turns out to be an adult', async () => {
    const id = await child()
    await tell.act('parquet.lyon', id, 'age.decide', {
      on: today,
      decision: 'adult',
      evidence: ['hearing'],
      noBonesAlone: true
    })
    expect(await clocksOf(id, 'D-CIVI-OFFENCE')).toMatchObject([
      { state: 'running', starts: '2026-10-01', due: '2029-10-01' }
    ])
  })
})

describe('a clock starts again', () => {
  it('by itself, where it repeats: the search of a child is never over by silence', async () => {
    const id = await tell.flagged('asso.rhone', { ageGroup: 'minor', nominativeConsent: false })
    await tell.act('asso.rhone', id, 'concern.report', { parentsInformed: 'contrary', facts: 'CANARI-RECIT' })
    await tell.act('asso.rhone', id, 'runaway.report', { lastSeenOn: today, how: 'called', policeTold: true })
    await onlyClocks('MNIO-SEARCH')
    const [first] = await clocksOf(id, 'MNIO-SEARCH')
    expect(await fireAfter(8)).toBe(1)
    expect(await fireAfter(8)).toBe(0)
    const [fired, second] = await clocksOf(id, 'MNIO-SEARCH')
    expect(fired).toMatchObject({ state: 'fired', due: first!.due })
    expect(second).toMatchObject({ state: 'running', starts: first!.due })
    expect(await fireAfter(15)).toBe(1)
    expect(await clocksOf(id, 'MNIO-SEARCH')).toHaveLength(3)
  })

  it('not because somebody writes that there is no news, nor by what some may not know of; because all are told that she was seen, it does', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'needs.assess', inputFor('needs.assess'))
    await tell.act('asso.rhone', id, 'plan.sign', inputFor('plan.sign'))
    await onlyClocks('MNIO-CONTACT')
    const before = await clocksOf(id, 'MNIO-CONTACT')
    site.at(later(60))
    await tell.act('asso.rhone', id, 'plan.suspend', { reason: 'no_news' })
    expect(await clocksOf(id, 'MNIO-CONTACT')).toEqual(before)
    await tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
    expect(await clocksOf(id, 'MNIO-CONTACT')).toEqual(before)
    await tell.act('asso.rhone', id, 'exit.plan', inputFor('exit.plan'))
    const after = await clocksOf(id, 'MNIO-CONTACT')
    expect(after).toHaveLength(before.length + 1)
    expect(after.at(-1)).toMatchObject({ state: 'running', starts: '2027-01-23' })
  })

  it('at each contact, so that whoever has news is not lost', async () => {
    const id = await tell.consenting()
    await onlyClocks('MNIO-CONTACT')
    site.at(later(60))
    await tell.act('asso.rhone', id, 'contact.note', { on: '2027-01-23', means: 'phone' })
    const clocks = await clocksOf(id, 'MNIO-CONTACT')
    expect(clocks.map(({ state }) => state)).toEqual([...clocks.slice(1).map(() => 'stopped'), 'running'])
    expect(clocks.at(-1)).toMatchObject({ starts: '2027-01-23' })
    // An older one, written down late or mistyped, moves nothing back.
    await tell.act('asso.rhone', id, 'contact.note', { on: '2026-02-05', means: 'phone' })
    expect(await clocksOf(id, 'MNIO-CONTACT')).toEqual(clocks)
    expect(await fireAfter(100)).toBe(0)
    expect((await tell.row(id)).facts).toMatchObject({ contactLost: false })
    await fireAfter(60 + 91)
    expect((await tell.row(id)).facts).toMatchObject({ contactLost: true })
  })

  it('with the next card: one year ends, one begins, and one alone runs', async () => {
    const id = await applied()
    const card = { issuedOn: today, number: 'T-1' }
    await tell.act('prefecture.69', id, 'permit.issue', card)
    expect(await clocksOf(id, 'D-CST')).toMatchObject([{ state: 'running', due: '2027-11-24' }])
    site.at(later(340))
    await tell.act('prefecture.69', id, 'permit.renew', { ...card, issuedOn: '2027-10-30' })
    expect(await clocksOf(id, 'D-CST')).toMatchObject([
      { state: 'stopped', due: '2027-11-24' },
      { state: 'running', starts: '2027-10-30', due: '2028-10-30' }
    ])
  })
})
