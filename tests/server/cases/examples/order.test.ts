import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { complaint } from '../../../support/regions/judicial.ts'
import { openSite, versionOf } from '../../../support/running/site.ts'

// What was decided is held against all that was done since, whatever the order in which it is written down.

const site = await forFile(openSite())
const { tell } = site

type Told = {
  deadlines: { code: string; startsOn: string; state: string }[]
  timeline: { command: string; label: string; unusual?: string[] }[]
  actions: { command: string }[]
}
const reads = async (login: string, id: string): Promise<Told> =>
  (await site.get(login, `/api/cases/${id}?events=50`)).json()
const acts = async (login: string, id: string, command: string, input: object = {}) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  const answer = await site.act(login, [id, command], input, { version, key: randomUUID() })
  expect(answer.statusCode, `${command} ${answer.body}`).toBe(200)
}
const running = async (id: string, code: string) =>
  (await reads('asso.rhone', id)).deadlines.filter((one) => one.code === code && one.state === 'running')
const stands = async (id: string) => tell.row(id)
const isTold = async (id: string, command: string) =>
  (await reads('asso.rhone', id)).timeline.find((one) => one.command === command)?.unusual ?? []

const complained = async () => {
  const id = await tell.consenting()
  await acts('asso.rhone', id, 'complaint.file', {
    ...complaint,
    on: '2026-08-03',
    lastFactsOn: '2026-07-01'
  })
  return id
}
const investigated = async () => {
  const id = await complained()
  await acts('asso.rhone', id, 'civil_party.join', { who: 'person', on: '2026-08-03', agrees: true })
  await acts('parquet.lyon', id, 'stage.instruction')
  return id
}
const before = async (id: string) => {
  await acts('asso.rhone', id, 'prefecture.request')
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  return id
}
const permit = (issuedOn: string) => ({ issuedOn, number: `T-${issuedOn}` })
const refusal = {
  ...{ reason: 'condition_missing', tenYears: false, appealWithin: 'two_months' },
  ...{ decisionOn: '2026-09-15', notifiedOn: '2026-09-15' }
}
const acquitted = { court: 'criminal', pronouncedOn: '2026-11-02', presence: 'present' }

describe('a timely appeal comes before the day on which the decision would be final', () => {
  it('CPP 498: an acquittal held to be final is not, and the permit may be renewed', async () => {
    const id = await before(await investigated())
    await acts('prefecture.69', id, 'permit.issue', permit('2026-01-02'))
    await acts('parquet.lyon', id, 'procedure.acquitted', acquitted)
    await acts('parquet.lyon', id, 'acquittal.final', { finalOn: '2026-11-12' })
    await acts('parquet.lyon', id, 'acquittal.appealed', { on: '2026-11-10', against: 'judgment' })
    expect(await stands(id)).toMatchObject({ judicial: 'on_appeal', facts: { procedureOpen: true } })
    const { actions } = await reads('prefecture.69', id)
    expect(actions.map(({ command }) => command)).toContain('permit.renew')
  })

  it('CPP 186: the same of the civil party and a finding of no case', async () => {
    const id = await investigated()
    await acts('parquet.lyon', id, 'procedure.no_case', { notifiedOn: '2026-11-02' })
    await acts('parquet.lyon', id, 'no_case.final', { finalOn: '2026-11-13' })
    await acts('asso.rhone', id, 'civil.appealed', { on: '2026-11-11' })
    expect(await stands(id)).toMatchObject({ judicial: 'on_appeal', facts: { procedureOpen: true } })
  })

  it('CPP 500: after a conviction held to be final, the days to join the appeal run, and the conviction stays', async () => {
    const id = await investigated()
    await acts('parquet.lyon', id, 'conviction.final', { finalOn: '2026-11-23' })
    await acts('parquet.lyon', id, 'acquittal.appealed', { on: '2026-11-21', against: 'judgment' })
    expect(await running(id, 'D-APPEAL-INCIDENT')).toMatchObject([
      { startsOn: '2026-11-21', legalEnd: { on: '2026-12-07' } }
    ])
    expect(await stands(id)).toMatchObject({
      judicial: 'convicted_final',
      facts: { procedureOpen: true, finalOn: '2026-11-23' }
    })
  })
})

describe('an older end takes nothing of what was brought since', () => {
  it('CPP 85: a classement leaves the complaint with civil-party status that followed it', async () => {
    const id = await complained()
    const brought = { on: '2026-11-10', offences: ['225-4-1'], agrees: true }
    await acts('asso.rhone', id, 'civil_party.complaint', brought)
    await acts('parquet.lyon', id, 'procedure.closed', { notifiedOn: '2026-10-01' })
    expect(await stands(id)).toMatchObject({ judicial: 'instruction', facts: { procedureOpen: true } })
    expect(await isTold(id, 'procedure.closed')).toEqual([expect.stringMatching(/^antérieur/)])
  })

  it('CPP 40-1: it ends no judicial investigation of which nobody wrote the day', async () => {
    const id = await investigated()
    await acts('parquet.lyon', id, 'procedure.closed', { notifiedOn: '2026-10-01' })
    expect(await stands(id)).toMatchObject({ judicial: 'instruction', facts: { procedureOpen: true } })
  })

  it('CESEDA R432-2: a refusal leaves the application that was lodged since, and its silence', async () => {
    const id = await before(await investigated())
    const asked = { on: '2026-11-20', proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }
    await acts('asso.rhone', id, 'permit.apply', asked)
    await acts('prefecture.69', id, 'permit.refuse', refusal)
    expect(await stands(id)).toMatchObject({ residence: 'cst_applied', facts: { permitAsked: 'l425_1' } })
    expect(await running(id, 'D-SILENCE')).toMatchObject([{ startsOn: '2026-11-20' }])
    expect(await running(id, 'D-APPEAL-TA')).toEqual([])
  })

  it('CESEDA R431-5: nor the renewal that was asked for since', async () => {
    const id = await before(await investigated())
    await acts('prefecture.69', id, 'permit.issue', permit('2026-01-02'))
    await acts('asso.rhone', id, 'permit.renew_ask', { on: '2026-11-10' })
    await acts('prefecture.69', id, 'permit.refuse', refusal)
    expect(await stands(id)).toMatchObject({
      residence: 'cst_valid',
      facts: { renewalAsked: true, stay: 'regular' }
    })
    expect(await running(id, 'D-SILENCE')).toMatchObject([{ startsOn: '2026-11-10' }])
  })
})

describe('an end is of what began before it', () => {
  const told = {
    ...{ decisionOn: '2026-11-20', notifiedOn: '2026-11-24' },
    ...{ appealWithin: 'forty_eight_hours', remediesStated: 'yes' }
  }

  it('CESEDA L614-1: the annulment of an earlier obligation to leave stops no hours of the newer', async () => {
    const id = await before(await tell.consenting())
    await acts('prefecture.69', id, 'removal.notified', told)
    expect(await running(id, 'D-APPEAL-LEAVE-48H')).toHaveLength(1)
    await acts('prefecture.69', id, 'removal.ended', { on: '2026-11-23', outcome: 'annulled' })
    expect(await stands(id)).toMatchObject({ facts: { leaveStands: true } })
    expect(await running(id, 'D-APPEAL-LEAVE-48H')).toHaveLength(1)
    expect(await isTold(id, 'removal.ended')).toEqual([expect.stringMatching(/^antérieur/)])
    await acts('prefecture.69', id, 'removal.ended', { on: '2026-11-24', outcome: 'annulled' })
    expect(await stands(id)).toMatchObject({ facts: { leaveStands: false } })
    expect(await running(id, 'D-APPEAL-LEAVE-48H')).toEqual([])
  })

  it('CJA R421-1: an obligation to leave that is annulled once contested leaves the month of one notified since', async () => {
    const id = await before(await tell.consenting())
    const month = { ...told, appealWithin: 'one_month' }
    await acts('prefecture.69', id, 'removal.notified', { ...month, notifiedOn: '2026-11-20' })
    await acts('asso.rhone', id, 'removal.appeal', { on: '2026-11-23', number: '26-1', wishes: true })
    expect(await running(id, 'D-APPEAL-LEAVE')).toEqual([])
    await acts('prefecture.69', id, 'removal.notified', { ...month, notifiedOn: '2026-11-23' })
    await acts('prefecture.69', id, 'removal.ended', { on: '2026-11-24', outcome: 'annulled' })
    expect(await running(id, 'D-APPEAL-LEAVE')).toHaveLength(1)
  })

  it('CESEDA L614-1: the end of an obligation to leave, of that of the refusal perhaps, leaves the month of one notified since', async () => {
    const id = await before(await complained())
    const asked = { on: '2026-10-20', proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }
    await acts('asso.rhone', id, 'permit.apply', asked)
    const refused = {
      ...refusal,
      decisionOn: '2026-11-09',
      notifiedOn: '2026-11-09',
      appealWithin: 'one_month'
    }
    await acts('prefecture.69', id, 'permit.refuse', refused)
    expect(await running(id, 'D-APPEAL-OQTF')).toHaveLength(1)
    await acts('prefecture.69', id, 'removal.notified', {
      ...{ ...told, appealWithin: 'one_month' },
      notifiedOn: '2026-11-20'
    })
    await acts('prefecture.69', id, 'removal.ended', { on: '2026-11-24', outcome: 'annulled' })
    expect(await running(id, 'D-APPEAL-LEAVE')).toHaveLength(1)
  })

  it('while it may still be appealed against, an obligation to leave of before an end is no less one', async () => {
    const id = await before(await tell.consenting())
    await acts('prefecture.69', id, 'removal.ended', { on: '2026-11-24', outcome: 'annulled' })
    const month = { ...told, notifiedOn: '2026-11-20', appealWithin: 'one_month' }
    await acts('prefecture.69', id, 'removal.notified', month)
    expect(await stands(id)).toMatchObject({ facts: { leaveStands: true } })
    expect(await running(id, 'D-APPEAL-LEAVE')).toHaveLength(1)
  })
})

describe('a record that moved nothing replaces nothing', () => {
  const application = { on: '2026-11-20', proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }

  it('a judgment about another refusal leaves the permit of the day before what it is', async () => {
    const id = await before(await complained())
    await acts('asso.rhone', id, 'permit.apply', application)
    await acts('asso.rhone', id, 'ta.rejected', { decisionOn: '2026-11-24' })
    await acts('prefecture.69', id, 'permit.issue', permit('2026-11-23'))
    expect(await stands(id)).toMatchObject({ residence: 'cst_valid', facts: { stay: 'regular' } })
    expect(await running(id, 'D-CST')).toHaveLength(1)
    expect(await isTold(id, 'permit.issue')).toEqual([])
  })

  it('an appeal of the civil party that the judge did not wait for leaves the acquittal before it what it is', async () => {
    const id = await investigated()
    await acts('asso.rhone', id, 'civil.appealed', { on: '2026-11-23' })
    await acts('parquet.lyon', id, 'procedure.acquitted', { ...acquitted, pronouncedOn: '2026-11-20' })
    expect(await stands(id)).toMatchObject({ judicial: 'decided' })
  })
})

describe('a record that moved nothing tells nothing to whoever hears of its region in one word', () => {
  const words = async (id: string) =>
    (await reads('prefecture.69', id)).timeline
      .filter(({ command }) => command === 'told.in_a_word')
      .map(({ label }) => label)

  it('of an older classement the prefecture hears nothing; of the reopening it does', async () => {
    const id = await before(await complained())
    await acts('parquet.lyon', id, 'procedure.closed', { notifiedOn: '2026-10-01' })
    await acts('parquet.lyon', id, 'procedure.reopened', { on: '2026-11-10' })
    const told = await words(id)
    expect(told.slice(0, 2)).toEqual(['Procédure ouverte', 'Procédure close'])
    const etag = (await site.get('prefecture.69', `/api/cases/${id}`)).headers.etag
    await acts('parquet.lyon', id, 'procedure.closed', { notifiedOn: '2026-10-15' })
    expect(await stands(id)).toMatchObject({ judicial: 'investigation' })
    expect(await words(id)).toEqual(told)
    expect((await site.get('prefecture.69', `/api/cases/${id}`)).headers.etag).toBe(etag)
  })

  it('R425-2: what never ran is not interrupted, and may still be proposed', async () => {
    const id = await before(await tell.consenting())
    const residence = (await stands(id))['residence']
    await acts('prefecture.69', id, 'reflection.interrupt', {
      ...{ reason: 'public_order', decisionOn: '2015-03-02', notifiedOn: '2015-03-02' },
      ...{ evidence: 'note' }
    })
    expect(await stands(id)).toMatchObject({ residence })
  })
})
