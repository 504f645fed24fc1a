import { beforeEach, describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { acting } from '../../support/acting.ts'
import { insertOrganisation, noon, openWorld } from '../../support/world.ts'
import { refusal } from '../../support/refusals.ts'
import { inputFor } from '../../support/inputs.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)
beforeEach(async () => {
  world.at(noon)
  // Each story is alone with its own clocks.
  await world.db.owner.query(`update deadline set state = 'stopped', next_at = null`)
})

const rowsOf = async <T>(query: string, values: unknown[] = []) =>
  (await world.db.owner.query(query, values)).rows as T[]
const clocksOf = (caseId: string) =>
  rowsOf<{ code: string; state: string; starts_on: string; due_on: string; late_seconds: number | null }>(
    `select code, state, starts_on::text, due_on::text, late_seconds from deadline where case_id = $1 order by code`,
    [caseId]
  )
const said = (caseId: string) =>
  rowsOf<{ command: string; input: Record<string, unknown>; late: boolean; role: string }>(
    `select command, input, late, role from case_event where case_id = $1 and role = 'system' order by seq`,
    [caseId]
  )
const fireAt = async (moment: string) => {
  world.at(new Date(moment))
  return fireDue(world.gate)
}
const onlyClock = (code: string) =>
  world.db.owner.query(`update deadline set state = 'stopped', next_at = null where code <> $1`, [code])

const offer = (on: string) => ({ on, language: 'bin', means: 'in_person', confidential: true, wishes: true })

/** Who reflects where no prefecture nor, but for Mayotte, any cell stood: that clock alone runs. */
const reflectingIn = async (territory: string) => {
  const [cell, prefect] = await Promise.all(
    (['cell', 'prefecture'] as const).map(async (type) => {
      const one = { key: `${type === 'cell' ? type : 'pref'}-${territory}`, name: `${type} ${territory}` }
      const orgId = await insertOrganisation(world.db, { ...one, type, territory })
      return { ...world.as(type === 'cell' ? 'cellule.976' : 'prefecture.69'), orgId }
    })
  )
  const id = await tell.flagged('police.69', { territory })
  await tell.act('police.69', id, 'grounds.record', { unit: 'Police judiciaire', on: '2026-11-24' })
  await tell.actAs(cell!, id, 'person.inform', {
    on: '2026-11-24',
    ...tell.how,
    helpWithoutConsent: true
  })
  await world.db.owner.query(
    `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
     values ($1, $2, 'referent', now() - interval '1 day', 'referent.name', now())`,
    [id, world.as('asso.rhone').orgId]
  )
  await tell.act('asso.rhone', id, 'consent.record', { scopes: ['E'], ...tell.how })
  await tell.act('police.69', id, 'reflection.offer', offer('2026-11-24'))
  await tell.actAs(cell!, id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
  await tell.moveAs(prefect!, await tell.referral(id, 'prefecture'), 'accept')
  await tell.actAs(prefect!, id, 'receipt.handed', { handedOn: '2026-11-24', number: `R-${territory}` })
  await onlyClock('D-REFLEX')
  await world.db.owner.query(`update deadline set state = 'stopped', next_at = null where case_id <> $1`, [
    id
  ])
  return id
}

describe('the reflection period', () => {
  it('does not start with the flag, the information, the offer, the complaint or the request to the prefecture', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'reflection.offer', offer('2026-11-01'))
    await tell.act('asso.rhone', id, 'complaint.file', {
      on: '2026-11-02',
      unit: 'Police',
      receipt: 'P-1',
      offences: ['225-4-1']
    })
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
    expect((await clocksOf(id)).map(({ code }) => code)).not.toContain('D-REFLEX')
    expect((await tell.row(id)).facts).toMatchObject({ removalBar: false })
  })

  it('starts on the day the receipt is handed over, and is thirty days long', async () => {
    const id = await tell.reflecting()
    expect((await clocksOf(id)).find(({ code }) => code === 'D-REFLEX')).toMatchObject({
      starts_on: '2026-11-24',
      due_on: '2026-12-24',
      state: 'running'
    })
  })

  it('is announced ten days and five days before it ends, ends by itself, and takes the bar to removal with it', async () => {
    const id = await tell.reflecting()
    await onlyClock('D-REFLEX')
    expect(await fireAt('2026-12-13T22:59:00Z')).toBe(0)
    expect(await fireAt('2026-12-13T23:00:00Z')).toBe(1)
    expect(await fireAt('2026-12-18T12:00:00Z')).toBe(0)
    expect(await fireAt('2026-12-18T23:00:00Z')).toBe(1)
    expect(await fireAt('2026-12-24T22:59:00Z')).toBe(0)
    expect(await fireAt('2026-12-24T23:00:00Z')).toBe(1)
    expect(await said(id)).toMatchObject([
      { command: 'clock.alert', input: { deadline: 'D-REFLEX', daysLeft: 10 }, late: false },
      { command: 'clock.alert', input: { deadline: 'D-REFLEX', daysLeft: 5 }, late: false },
      { command: 'reflection.expire', late: false }
    ])
    expect(await tell.row(id)).toMatchObject({
      residence: 'reflection_ended',
      facts: { removalBar: false, rights: [], presumed: true }
    })
    expect(await fireAt('2027-12-24T23:00:00Z')).toBe(0)
  })

  it('fires once when two workers look at the same time', async () => {
    const id = await tell.reflecting()
    await onlyClock('D-REFLEX')
    world.at(new Date('2026-12-14T08:00:00Z'))
    const fired = await Promise.all([fireDue(world.gate), fireDue(world.gate), fireDue(world.gate)])
    expect(fired.reduce((sum, n) => sum + n, 0)).toBe(1)
    world.at(new Date('2026-12-25T08:00:00Z'))
    await Promise.all([fireDue(world.gate), fireDue(world.gate)])
    expect((await said(id)).map(({ command }) => command)).toEqual(['clock.alert', 'reflection.expire'])
  })

  it('that ended during an outage of three days ends late, and says how late', async () => {
    const id = await tell.reflecting()
    await onlyClock('D-REFLEX')
    expect(await fireAt('2026-12-27T23:00:00Z')).toBe(1)
    expect(await said(id)).toMatchObject([{ command: 'reflection.expire', late: true }])
    expect((await clocksOf(id)).find(({ code }) => code === 'D-REFLEX')).toMatchObject({
      state: 'fired',
      late_seconds: 72 * 3600
    })
  })

  it('whose alert fell into an outage is announced late, with the hours, once', async () => {
    const id = await tell.reflecting()
    await onlyClock('D-REFLEX')
    expect(await fireAt('2026-12-16T23:00:00Z')).toBe(1)
    expect(await said(id)).toMatchObject([
      { command: 'clock.alert', input: { deadline: 'D-REFLEX', daysLeft: 7, lateHours: 72 }, late: true }
    ])
    expect(await fireAt('2026-12-16T23:01:00Z')).toBe(0)
  })

  it('that the prefecture interrupted says nothing more', async () => {
    const id = await tell.reflecting()
    await onlyClock('D-REFLEX')
    expect(
      await refusal(tell.act('asso.rhone', id, 'reflection.interrupt', inputFor('reflection.interrupt')))
    ).toBe('NotAllowed')
    await tell.act('prefecture.69', id, 'reflection.interrupt', {
      reason: 'public_order',
      decisionOn: '2026-11-24',
      notifiedOn: '2026-11-24',
      evidence: 'CANARI-PREUVE'
    })
    // Its notification opens the clock of its own appeal.
    await onlyClock('D-REFLEX')
    expect(await fireAt('2027-01-24T23:00:00Z')).toBe(0)
    expect(await said(id)).toEqual([])
    expect(await tell.row(id)).toMatchObject({
      residence: 'reflection_interrupted',
      facts: { removalBar: false }
    })
  })

  it('in Mayotte opens every right but the allowance, and ends once the day is over there and in Paris', async () => {
    expect((await tell.row(await tell.reflecting())).facts['rights']).toContain('allowance')
    const id = await reflectingIn('976')
    const { facts } = await tell.row(id)
    expect(facts).toMatchObject({ removalBar: true })
    expect(facts['rights']).toEqual(expect.arrayContaining(['work', 'training', 'care', 'police_protection']))
    expect(facts['rights']).not.toContain('allowance')
    // Whoever is not told where she is would see the case move at the midnight of Mayotte.
    await fireAt('2026-12-24T21:00:00Z')
    expect((await tell.row(id))['residence']).toBe('reflection_running')
    expect(await fireAt('2026-12-24T23:00:00Z')).toBe(1)
    expect((await tell.row(id))['residence']).toBe('reflection_ended')
  })

  it('in Guadeloupe lasts until the day is over there, after that of Paris', async () => {
    const id = await reflectingIn('971')
    await fireAt('2026-12-25T03:59:59Z')
    expect((await said(id)).map(({ command }) => command)).toEqual(['clock.alert'])
    expect((await tell.row(id))['residence']).toBe('reflection_running')
    expect(await fireAt('2026-12-25T04:00:00Z')).toBe(1)
    expect((await tell.row(id))['residence']).toBe('reflection_ended')
  })
})

describe('the clock', () => {
  it('does nothing on a stopped deadline', async () => {
    const id = await tell.flagged()
    await tell.act('cellule.69', id, 'triage.start')
    await onlyClock('MNIO-TRIAGE')
    expect((await clocksOf(id)).find(({ code }) => code === 'MNIO-TRIAGE')).toMatchObject({
      state: 'stopped'
    })
    expect(await fireAt('2027-01-30T23:00:00Z')).toBe(0)
  })

  it('is not held up by one deadline that cannot be fired, and hands the fault over', async () => {
    const [first, poisoned, last] = [await tell.flagged(), await tell.flagged(), await tell.flagged()]
    await onlyClock('MNIO-TRIAGE')
    await world.db.owner.query(
      `update deadline set code = 'UNKNOWN', next_at = next_at - interval '1 minute' where case_id = $1 and code = 'MNIO-TRIAGE'`,
      [poisoned]
    )
    const faults: unknown[] = []
    world.at(new Date('2026-11-30T12:00:00Z'))
    expect(await fireDue(world.gate, (fault) => faults.push(fault))).toBe(2)
    expect(faults).toHaveLength(1)
    for (const id of [first, last])
      expect((await said(id)).map(({ command }) => command)).toEqual(['clock.lapse'])
    expect(await said(poisoned)).toEqual([])
    expect((await clocksOf(poisoned)).find(({ code }) => code === 'UNKNOWN')).toMatchObject({
      state: 'running'
    })
  })

  it('outlives the closing of the case where the law counts: a permit goes on running', async () => {
    const id = await tell.reflecting()
    await tell.act('asso.rhone', id, 'complaint.file', {
      on: '2026-11-24',
      unit: 'Police',
      receipt: 'P-1',
      offences: ['225-4-1']
    })
    await tell.act('asso.rhone', id, 'permit.apply', {
      on: '2026-11-24',
      proof: 'complaint_receipt',
      tiesBroken: true,
      domiciliation: true
    })
    await tell.act('prefecture.69', id, 'permit.issue', { issuedOn: '2026-11-24', number: 'T-1' })
    await tell.closed(id)
    expect((await clocksOf(id)).find(({ code }) => code === 'D-CST')).toMatchObject({
      state: 'running',
      due_on: '2027-11-24'
    })
    await onlyClock('D-CST')
    expect(await fireAt('2027-07-27T12:00:00Z')).toBe(1)
    expect(await said(id)).toMatchObject([{ command: 'clock.alert', input: { deadline: 'D-CST' } }])
  })

  it('never makes a person « not a victim »', async () => {
    const ids = [await tell.presumed(), await tell.flagged(), await tell.reflecting()]
    const before = await Promise.all(ids.map(async (id) => (await tell.row(id))['identification']))
    await fireAt('2028-01-01T00:00:00Z')
    expect(await Promise.all(ids.map(async (id) => (await tell.row(id))['identification']))).toEqual(before)
  })
})
