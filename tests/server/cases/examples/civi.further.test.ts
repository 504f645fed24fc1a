import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, complaint, read, site } from '../../../support/running/birthdays.ts'

amongBirthdays()

const joining = { who: 'person', on: '2026-01-12', agrees: true }
const asking = { ground: 'listed', receivedOn: '2026-03-10', agrees: true }
const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const court = (id: string, command: string, input: object) => acts('parquet.lyon', id, command, input)

const complained = async () => {
  const id = await site.tell.consenting()
  await asso(id, 'complaint.file', complaint)
  return id
}
const party = async () => {
  const id = await complained()
  await asso(id, 'civil_party.join', joining)
  return id
}
const clocks = async (id: string, code: string) =>
  (await read('asso.rhone', id)).deadlines.filter((one) => one.code === code)
const running = async (id: string, code: string) =>
  (await clocks(id, code)).filter(({ state }) => state === 'running')
const complement = 'D-CIVI-COMPLEMENT'

describe('the year to ask the CIVI for more than it paid (CPP 706-8)', () => {
  it('runs for nobody who has not asked it: their own year to claim does', async () => {
    const id = await party()
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-08-31' })
    expect(await clocks(id, complement)).toEqual([])
    expect(await running(id, 'D-CIVI-DECISION')).toMatchObject([{ dueOn: '2027-08-31' }])
  })

  it('runs from the day when the civil judgment that awards more became final, and what is asked then is taken', async () => {
    const id = await party()
    await asso(id, 'civi.claim', asking)
    await asso(id, 'civi.paid', { amount: 'under_5', on: '2026-06-20' })
    await court(id, 'stage.trial', {})
    await court(id, 'conviction.pronounced', {
      ...{ court: 'criminal', presence: 'present', pronouncedOn: '2026-08-03' }
    })
    await court(id, 'civil_interests.final', { outcome: 'awarded', finalOn: '2026-10-05' })
    expect(await running(id, complement)).toMatchObject([
      { startsOn: '2026-10-05', dueOn: '2027-10-05', legalEnd: { on: null } }
    ])
    await asso(id, 'civi.claim', { ...asking, ground: 'complement', receivedOn: '2026-11-20' })
    expect(await running(id, complement)).toEqual([])
    expect(await running(id, 'D-FGTI-OFFER')).toMatchObject([{ startsOn: '2026-11-20' }])
    await asso(id, 'civi.advance', { on: '2026-11-23', agrees: true })
    await asso(id, 'civi.refused', { notifiedOn: '2026-11-24' })
    expect(await site.tell.row(id)).toMatchObject({ facts: { compensation: 'paid' } })
  })

  it('runs for whoever asked the CIVI after the judgment: it may still award less', async () => {
    const id = await party()
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-02-02' })
    await asso(id, 'civi.claim', asking)
    expect(await running(id, 'D-CIVI-DECISION')).toEqual([])
    expect(await running(id, complement)).toMatchObject([
      { startsOn: '2026-02-02', dueOn: '2027-02-02', legalEnd: { on: null } }
    ])
  })

  it('has as its safe day the first decision, where a later one on the civil claim awards more', async () => {
    const id = await party()
    await asso(id, 'civi.claim', asking)
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-08-31' })
    await court(id, 'civil_interests.final', { outcome: 'awarded', finalOn: '2026-11-12' })
    expect(await running(id, complement)).toMatchObject([{ startsOn: '2026-08-31', dueOn: '2027-08-31' }])
  })

  it('leaves harm that has grown worse to be asked at any time (CPP 706-5, 706-5-1)', async () => {
    const id = await party()
    await asso(id, 'civi.claim', asking)
    await asso(id, 'civi.paid', { amount: '5_20', on: '2026-06-20' })
    await asso(id, 'civi.claim', { ...asking, ground: 'aggravation', receivedOn: '2026-11-20' })
    expect(await running(id, 'D-FGTI-OFFER')).toMatchObject([{ startsOn: '2026-11-20' }])
  })

  it('stands in the register as read whole, with its clock and its act', async () => {
    const told = await site.get('asso.rhone', '/api/law/CPP.706-8')
    expect(told.json()).toMatchObject({ read: 'full', textAsOf: '2024-01-15' })
    for (const one of [complement, 'civi.claim']) expect(told.body).toContain(one)
  })
})

it('the year to claim to the CIVI is not counted again once it is asked (CPP 706-5)', async () => {
  const id = await party()
  await asso(id, 'civi.claim', asking)
  await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-08-31' })
  await court(id, 'acquittal.final', { finalOn: '2026-09-30' })
  expect(await clocks(id, 'D-CIVI-DECISION')).toEqual([])
})

it('the fund is asked within the two months: it answers, and the file refuses nothing (CPP 706-15-2)', async () => {
  const id = await party()
  await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-10-30' })
  await asso(id, 'sarvi.request', { on: '2026-11-20', agrees: true })
  expect(await running(id, 'D-SARVI')).toEqual([])
})

describe('a civil party (CPP 2-22, 421)', () => {
  const asked = { on: '2026-11-20', agrees: true }

  it('written down twice reopens nothing that was done', async () => {
    const id = await party()
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-06-01' })
    await asso(id, 'sarvi.request', asked)
    await asso(id, 'agrasc.request', asked)
    await asso(id, 'civil_party.join', { ...joining, who: 'guardian' })
    expect([await running(id, 'D-SARVI'), await running(id, 'D-AGRASC')]).toEqual([[], []])
  })

  it('learnt of after several convictions counts from the first that followed their joining', async () => {
    const joinedOn = async (on: string) => {
      const id = await complained()
      for (const finalOn of ['2026-06-01', '2026-10-05', '2026-11-10'])
        await court(id, 'conviction.final', { accused: 'same', finalOn })
      await asso(id, 'civil_party.join', { ...joining, on })
      return (await running(id, 'D-SARVI')).map(({ dueOn }) => dueOn)
    }
    expect(await joinedOn('2026-01-12')).toEqual(['2027-06-01'])
    expect(await joinedOn('2026-06-20')).toEqual(['2027-10-05'])
    expect(await joinedOn('2026-11-20')).toEqual([])
  })

  it('is no association that joined beside the person; the person, who joined as well, is', async () => {
    const id = await complained()
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-06-01' })
    await asso(id, 'civil_party.join', { ...joining, who: 'association' })
    expect(await clocks(id, 'D-AGRASC')).toEqual([])
    await asso(id, 'civil_party.join', joining)
    expect(await running(id, 'D-AGRASC')).toMatchObject([{ startsOn: '2026-06-01' }])
  })

  it('complains before a judge against another, once somebody is convicted for good (CPP 85)', async () => {
    const id = await party()
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-06-01' })
    await asso(id, 'civil_party.complaint', { on: '2026-11-20', offences: ['225-4-1'], agrees: true })
    expect(await site.tell.row(id)).toMatchObject({
      judicial: 'convicted_final',
      facts: { procedureOpen: true, finalOn: '2026-06-01' }
    })
  })
})

describe('a claim made after its time (CPP 706-5: « la commission relève le requérant de la forclusion »)', () => {
  it('is said to be relieved by the commission, and is made all the same', async () => {
    const id = await party()
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2025-06-02' })
    const over = await clocks(id, 'D-CIVI-DECISION')
    expect(over).toMatchObject([{ dueOn: '2026-06-02' }])
    expect(over[0]!.computation.join()).toMatch(
      /la commission relève de la forclusion.*CPP 706-15.*CPP 706-5/s
    )
    await asso(id, 'civi.claim', { ground: 'listed', receivedOn: '2026-11-24', agrees: true })
    expect(await running(id, 'D-FGTI-OFFER')).toMatchObject([{ dueOn: '2027-01-24' }])
  })
})

describe('the CIVI and the fund', () => {
  it('CPP 706-3: the listed ground is not refused because the police wrote another offence', async () => {
    const id = await site.tell.consenting()
    await asso(id, 'complaint.file', { ...complaint, offences: ['225-13'] })
    await asso(id, 'civi.claim', { ground: 'listed', receivedOn: '2026-11-24', agrees: true })
    expect(await running(id, 'D-FGTI-OFFER')).toHaveLength(1)
  })

  it('CPP 706-15-1 and 706-5: the CIVI first; its refusal as inadmissible starts the fund’s year', async () => {
    const id = await party()
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-11-02' })
    expect(await running(id, 'D-SARVI')).toMatchObject([{ startsOn: '2026-11-02', dueOn: '2027-11-02' }])
    await asso(id, 'civi.claim', { ground: 'listed', receivedOn: '2026-11-10', agrees: true })
    await asso(id, 'civi.inadmissible', { notifiedOn: '2026-11-20' })
    expect(await running(id, 'D-SARVI')).toMatchObject([{ startsOn: '2026-11-20', dueOn: '2027-11-20' }])
  })
})
