import { expect, it } from 'vitest'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { actionFor } from '../../support/running/actions.ts'
import { acting } from '../../support/acting.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)
const today = '2026-11-24'
const complaint = { on: today, unit: 'Brigade', receipt: 'R-1', offences: ['225-4-1'] }
const application = { on: today, proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }

const clocks = async (id: string) => {
  const { rows } = await world.db.owner.query<{ code: string; state: string; due: string }>(
    `select code, state, due_on::text as due from deadline where case_id = $1 order by code`,
    [id]
  )
  return Object.fromEntries(rows.map(({ code, state, due }) => [code, { state, due }]))
}

const seenBy = (login: string, id: string) => {
  const actor = world.as(login)
  const who = { orgId: actor.orgId, personId: actor.personId, role: actor.role }
  return inContext(world.db.app, who, (tx) => viewCase(tx, id, { actor, locale: 'fr', now: noon }))
}

const applied = async () => {
  const id = await tell.reflecting()
  await tell.act('asso.rhone', id, 'complaint.file', complaint)
  await tell.act('asso.rhone', id, 'permit.apply', application)
  return id
}

it('asking for a permit leaves the thirty days running, and the clock lifts the bar at their end', async () => {
  const id = await applied()
  expect(await clocks(id)).toMatchObject({ 'D-REFLEX': { state: 'running', due: '2026-12-24' } })
  expect((await tell.row(id)).facts['removalBar']).toBe(true)
  world.at(later(31))
  await fireDue(world.gate)
  world.at(noon)
  expect(await tell.row(id)).toMatchObject({
    residence: 'cst_applied',
    facts: { removalBar: false, rights: [] }
  })
})

it('asks of a child alone whether they work or train', async () => {
  const asked = async (facts: object) => {
    const id = await tell.flagged('asso.rhone', facts)
    const reader = { actor: world.as('asso.rhone'), locale: 'fr' as const, now: noon }
    const { properties } = (await actionFor(world.db, reader, [id, 'permit.apply'])).input
    return Object.keys(properties!)
  }
  expect(await asked({ ageGroup: 'adult' })).not.toContain('worksOrTrains')
  expect(await asked({ ageGroup: 'minor', ageBand: '15-17' })).toContain('worksOrTrains')
})

it('documents asked for stop the four months; the prefecture alone asks', async () => {
  const id = await applied()
  const asks = { on: today, documents: ['photos'], until: '2026-12-10' }
  await expect(tell.act('asso.rhone', id, 'permit.documents_asked', asks)).rejects.toThrow()
  await tell.act('prefecture.69', id, 'permit.documents_asked', asks)
  expect((await clocks(id))['D-SILENCE']!.state).toBe('suspended')
  await tell.act('asso.rhone', id, 'permit.documents_received', { on: today, outcome: 'produced' })
  expect((await clocks(id))['D-SILENCE']!.state).toBe('running')
})

it('four months of silence move nothing; the refusal they make is written down, with its own appeal', async () => {
  const id = await applied()
  const born = { bornOn: today }
  await expect(tell.act('asso.rhone', id, 'permit.refused', born)).rejects.toThrow()
  world.at(later(130))
  await fireDue(world.gate)
  world.at(noon)
  expect((await tell.row(id))['residence']).toBe('cst_applied')
  await tell.act('asso.rhone', id, 'permit.refused', born)
  expect((await tell.row(id))['residence']).toBe('refused_permit')
  expect(await clocks(id)).toMatchObject({ 'D-APPEAL-TA': { state: 'running', due: '2027-01-25' } })
})

it('an explicit refusal opens the appeal that it states; one that was taken against R425-2 is written down as unexpected', async () => {
  const id = await applied()
  const refused = { reason: 'condition_missing', decisionOn: today, notifiedOn: today }
  await tell.act('prefecture.69', id, 'permit.refuse', { ...refused, appealWithin: 'one_month' })
  const running = await clocks(id)
  expect(running).toHaveProperty('D-APPEAL-OQTF')
  expect(running).not.toHaveProperty('D-APPEAL-TA')
  const { timeline } = await seenBy('asso.rhone', id)
  expect(timeline.find(({ command }) => command === 'permit.refuse')?.unusual).toEqual([
    expect.stringMatching(/obligation de quitter le territoire pendant le délai de réflexion/)
  ])
})

it('I-13 the prefecture sees nothing of asylum, and the association does', async () => {
  const id = await tell.reflecting()
  await tell.act('asso.rhone', id, 'asylum.lodged', { attestedOn: today, wishes: true })
  await expect(tell.act('prefecture.69', id, 'asylum.invited', { invitedOn: today })).rejects.toThrow()
  await tell.act('asso.rhone', id, 'asylum.invited', { invitedOn: today })
  expect((await clocks(id))['D-ASILE-SEJOUR']).toMatchObject({ state: 'running', due: '2027-01-24' })
  const told = JSON.stringify(await seenBy('prefecture.69', id))
  const { regions, timeline, deadlines } = JSON.parse(told)
  expect(regions.find((one: { id: string }) => one.id === 'residence')).toMatchObject({
    state: 'reflection_running',
    stateLabel: 'Réflexion en cours'
  })
  expect(JSON.stringify([regions, timeline, deadlines])).not.toMatch(/asile|asylum/i)
  expect(JSON.stringify((await seenBy('asso.rhone', id)).timeline)).toMatch(/Demande d’asile enregistrée/)
})

it('the commission sees nobody before it has accepted, and then authorises six months', async () => {
  const id = await tell.consenting()
  const decided = { heardOn: today, decidedOn: today }
  await tell.act('asso.rhone', id, 'exit.request', { wishes: true })
  await expect(tell.act('psp.69', id, 'psp.decision', decided)).rejects.toThrow()
  await tell.move('psp.69', await tell.referral(id, 'exit_programme'), 'accept')
  await tell.act('psp.69', id, 'psp.decision', decided)
  expect((await clocks(id))['D-PSP']).toMatchObject({ state: 'running', due: '2027-05-24' })
  expect((await tell.row(id)).facts).toMatchObject({ exitProgramme: 'running', programmePeriods: 1 })
})

it('asks for the exit programme with an association whose approval nobody knows, and says so (CASF R121-12-3, read without a date)', async () => {
  const { orgId } = world.as('asso.rhone')
  const toldWith = async (held: string | null) => {
    await world.db.owner.query(`delete from habilitation where org_id = $1 and regime = 'psp'`, [orgId])
    if (held) await world.db.owner.query(`insert into habilitation (org_id, regime, ${held})`, [orgId])
    const id = await tell.consenting()
    const asked = tell.act('asso.rhone', id, 'exit.request', { wishes: true, orgId })
    expect(await asked.then(() => null, String)).toBeNull()
    expect((await tell.row(id)).facts['exitProgramme']).toBe('asked')
    expect(await tell.referral(id, 'exit_programme')).toBeTruthy()
    const { timeline } = (await seenBy('asso.rhone', id)) as {
      timeline: { command: string; unusual?: string[] }[]
    }
    return timeline.find(({ command }) => command === 'exit.request')?.unusual ?? []
  }
  const unknown = [expect.stringMatching(/sans agrément connu/)]
  expect(await toldWith(null)).toEqual(unknown)
  expect(await toldWith(`since) values ($1, 'psp', '2020-01-01'`)).toEqual(unknown)
  expect(await toldWith(`asked_on, complete_on) values ($1, 'psp', '2026-08-01', '2026-08-01'`)).toEqual(
    unknown
  )
  expect(await toldWith(`since) values ($1, 'psp', '2025-01-01'`)).toEqual([])
})

it('whoever holds a permit asks for another in time, and silence counts for that one', async () => {
  const id = await applied()
  await tell.act('prefecture.69', id, 'permit.issue', { issuedOn: today, number: 'T-1' })
  await tell.act('asso.rhone', id, 'discretion.apply_beside', {
    ...{ on: today, grounds: 'humanitarian', domiciliation: true }
  })
  expect(await tell.row(id)).toMatchObject({ residence: 'cst_valid', facts: { otherPermit: 'asked' } })
  expect(await clocks(id)).toMatchObject({
    'D-CST': { state: 'running' },
    'D-SILENCE-OTHER': { state: 'running', due: '2027-03-24' }
  })
  const seen = await seenBy('prefecture.69', id)
  expect(seen.regions.find((one) => one.id === 'residence')?.detail).toBe('Autre titre demandé')
  world.at(later(130))
  await fireDue(world.gate)
  world.at(noon)
  await tell.act('asso.rhone', id, 'other.refused', { bornOn: today })
  expect(await tell.row(id)).toMatchObject({ residence: 'cst_valid', facts: { otherPermit: 'refused' } })
  expect((await clocks(id))['D-APPEAL-OTHER-TA']).toMatchObject({ state: 'running' })
})

it('a complaint made while discretion is before the prefecture opens the permit of L425-1, and each has its silence (R432-2)', async () => {
  const id = await tell.consenting(undefined, { nationality: 'third_country', stay: 'irregular' })
  const lodged = { on: today, domiciliation: true }
  await tell.act('asso.rhone', id, 'discretion.apply', { ...lodged, grounds: 'humanitarian' })
  await tell.act('asso.rhone', id, 'complaint.file', complaint)
  world.at(later(20))
  const on = later(20).toISOString().slice(0, 10)
  await tell.act('asso.rhone', id, 'permit.apply_beside', {
    ...{ ...lodged, on, proof: 'complaint_receipt', tiesBroken: true }
  })
  await tell.act('asso.rhone', id, 'unworthy_housing.apply_beside', {
    ...lodged,
    on: today,
    aboutHousing: true
  })
  expect(await tell.row(id)).toMatchObject({
    residence: 'cst_applied',
    facts: { permitAsked: 'discretion', besideAsked: 'l425_11', alsoAsked: 'l425_1' }
  })
  const counting = async () => {
    const { rows } = await world.db.owner.query<{ due: string }>(
      `select due_on::text as due from deadline where case_id = $1 and code like 'D-SILENCE%' and state in ('running', 'fired') order by due_on`,
      [id]
    )
    return rows.map(({ due }) => due)
  }
  expect(await counting()).toEqual(['2027-03-24', '2027-03-24', '2027-04-14'])
  world.at(later(130))
  await fireDue(world.gate)
  await tell.act('asso.rhone', id, 'other.refused', { bornOn: '2027-03-24' })
  world.at(noon)
  expect(await counting()).toEqual(['2027-03-24', '2027-04-14'])
  expect((await tell.row(id)).facts).toMatchObject({ otherPermit: 'asked', alsoAsked: null })
})

it('discretion refused in words ends the silence on it, and what else is asked for keeps its own (L435-1, L425-11, R432-2)', async () => {
  const id = await applied()
  const counting = async () => {
    const { rows } = await world.db.owner.query<{ day: string }>(
      `select starts_on::text as day from deadline where case_id = $1 and code = 'D-SILENCE-OTHER' and state in ('running', 'fired') order by 1`,
      [id]
    )
    return rows.map(({ day }) => day)
  }
  const asked = { domiciliation: true, grounds: 'humanitarian' }
  await tell.act('asso.rhone', id, 'discretion.apply_beside', { ...asked, on: today })
  world.at(later(20))
  const on = later(20).toISOString().slice(0, 10)
  await tell.act('asso.rhone', id, 'unworthy_housing.apply_beside', {
    ...{ on, domiciliation: true, aboutHousing: true }
  })
  expect(await counting()).toEqual([today, on])
  await tell.act('prefecture.69', id, 'other.refuse', {
    ...{ permit: 'discretion', tenYears: false, reason: 'other', decisionOn: on, notifiedOn: on },
    appealWithin: 'two_months'
  })
  expect(await counting()).toEqual([on])
  // The first application goes on where another permit is issued: its silence is that of what is asked for beside.
  await tell.act('prefecture.69', id, 'unworthy_housing.issue', { issuedOn: on, number: 'T-9' })
  expect(await counting()).toEqual([today])
  expect((await tell.row(id)).facts).toMatchObject({
    asksBeside: [{ permit: 'l425_1', on: today, over: false }]
  })
  world.at(later(150))
  await fireDue(world.gate)
  expect((await tell.row(id)).facts).toMatchObject({ asksBeside: [{ permit: 'l425_1', over: true }] })
  await tell.act('asso.rhone', id, 'other.refused', { bornOn: '2027-03-24' })
  expect(await counting()).toEqual([])
  world.at(noon)
})
