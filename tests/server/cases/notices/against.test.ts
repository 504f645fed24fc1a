import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, complaint, read, site } from '../../../support/running/birthdays.ts'
import { asked } from '../examples/refused.ts'

// An appeal is against one decision, and says which where several stand open: no text ends the time against another by it (CPP 186, 498,
// 568; CESEDA L532-1, L555-1, L352-4; CPC 538, 612).

amongBirthdays()

const on = '2026-11-24'
const wished = { on, wishes: true }
const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const court = (id: string, command: string, input: object) => acts('parquet.lyon', id, command, input)
const running = async (id: string, codes: RegExp) =>
  (await read('asso.rhone', id)).deadlines
    .filter(({ code, state }) => codes.test(code) && state === 'running')
    .map(({ code, startsOn }) => `${code} ${startsOn}`)
    .toSorted()

describe('the civil party’s appeal (CPP 186, 498, 500, 568)', () => {
  const times = /^D-(APPEAL-(CIVIL|JUDGMENT|INCIDENT|INTERESTS)|CASSATION)/
  const party = async () => {
    const id = await site.tell.consenting()
    await asso(id, 'complaint.file', complaint)
    await asso(id, 'civil_party.join', { who: 'person', on: '2025-01-12', agrees: true })
    await court(id, 'stage.instruction', {})
    return id
  }
  const judged = { pronouncedOn: '2026-11-20', presence: 'present' }
  const convicted = (id: string) => court(id, 'conviction.pronounced', { ...judged, court: 'criminal' })
  const noCase = (id: string) => court(id, 'procedure.no_case', { notifiedOn: '2026-11-19', by: 'judge' })
  const both = ['D-APPEAL-CIVIL 2026-11-19', 'D-APPEAL-JUDGMENT 2026-11-20']

  it('of which nobody says against what stops neither the time against the order nor that against the judgment', async () => {
    const id = await party()
    await noCase(id)
    await convicted(id)
    await asso(id, 'civil.appealed', { on })
    expect(await running(id, times)).toEqual(both)
  })

  it('against the judgment leaves the ten days against the order of no case', async () => {
    const id = await party()
    await noCase(id)
    await convicted(id)
    await asso(id, 'civil.appealed', { on, against: 'ruling' })
    expect(await running(id, times)).toEqual(both)
    await asso(id, 'civil.appealed', { on, against: 'judgment' })
    expect(await running(id, times)).toEqual(both.slice(0, 1))
  })

  it('against one judgment stops the days to join another’s appeal as well, where that alone is open', async () => {
    const id = await party()
    // Whether she was there nobody knows: the ten days are past where she was, and stand where she was not.
    const judgment = { pronouncedOn: '2026-11-02', presence: 'unknown', court: 'criminal' }
    await court(id, 'conviction.pronounced', judgment)
    await court(id, 'acquittal.appealed', { on: '2026-11-20', against: 'judgment' })
    expect(await running(id, times)).toEqual(['D-APPEAL-INCIDENT 2026-11-20', 'D-APPEAL-JUDGMENT 2026-11-02'])
    await asso(id, 'civil.appealed', { on })
    expect(await running(id, times)).toEqual([])
  })

  it('on the civil claim leaves the five days against a ruling on the acts, unless it says so (CPP 497, 568)', async () => {
    const id = await party()
    await court(id, 'conviction.pronounced', { ...judged, court: 'appeal' })
    await court(id, 'civil_interests.judged', { ...judged, court: 'criminal' })
    const open = ['D-APPEAL-INTERESTS 2026-11-20', 'D-CASSATION 2026-11-20']
    await asso(id, 'civil_interests.appealed', { on })
    expect(await running(id, times)).toEqual(open)
    await asso(id, 'civil_interests.appealed', { on, against: 'judgment' })
    expect(await running(id, times)).toEqual(open.slice(1))
  })
})

describe('the appeal about the CIVI (CPC 538, 612)', () => {
  const times = /^D-CIVI-(APPEAL|CASSATION)$/
  const twice = async () => {
    const id = await site.tell.consenting()
    await asso(id, 'complaint.file', complaint)
    await asso(id, 'civi.claim', { ground: 'listed', receivedOn: '2026-03-10', agrees: true })
    await asso(id, 'civi.refused', { notifiedOn: '2026-11-12', decidedBy: 'civi' })
    await asso(id, 'civi.refused', { notifiedOn: '2026-11-20', decidedBy: 'appeal' })
    return id
  }

  it('leaves the two months against a ruling where it is against another decision of the commission', async () => {
    const id = await twice()
    const both = ['D-CIVI-APPEAL 2026-11-12', 'D-CIVI-CASSATION 2026-11-20']
    await asso(id, 'civi.appealed', { on, agrees: true })
    expect(await running(id, times)).toEqual(both)
    await asso(id, 'civi.appealed', { on, agrees: true, against: 'decision' })
    expect(await running(id, times)).toEqual(both.slice(1))
  })
})

describe('two decisions of the CIVI (CPC 538)', () => {
  const times = /^D-CIVI-APPEAL$/
  it('have each its own month, and an appeal leaves that of the other', async () => {
    const id = await site.tell.consenting()
    await asso(id, 'complaint.file', complaint)
    await asso(id, 'civi.claim', { ground: 'listed', receivedOn: '2026-03-10', agrees: true })
    await asso(id, 'civi.awarded', { notifiedOn: '2026-11-12', decidedBy: 'civi' })
    await asso(id, 'civi.awarded', { notifiedOn: '2026-11-20', decidedBy: 'civi' })
    const both = ['D-CIVI-APPEAL 2026-11-12', 'D-CIVI-APPEAL 2026-11-20']
    expect(await running(id, times)).toEqual(both)
    await asso(id, 'civi.appealed', { on, agrees: true })
    expect(await running(id, times)).toEqual(both)
    await asso(id, 'civi.appealed', { on, agrees: true, noticeOn: '2026-11-12' })
    expect(await running(id, times)).toEqual(both.slice(1))
  })
})

describe('the appeal to the asylum court (CESEDA L532-1)', () => {
  const times = /^D-APPEAL-CNDA/
  const rejected = async (...notices: object[]) => {
    const id = await site.tell.reflecting()
    await asso(id, 'asylum.lodged', { attestedOn: '2026-06-01', wishes: true })
    for (const notice of notices) await asso(id, 'asylum.rejected', notice)
    return id
  }
  const first = { notifiedOn: '2026-11-10' }
  const stated = { notifiedOn: '2026-11-20', lastDay: '2026-12-07' }

  it('of which nobody says against which decision stops no month, and against one leaves the other', async () => {
    const id = await rejected(first, { notifiedOn: '2026-11-20' })
    await asso(id, 'asylum.appealed', wished)
    expect(await running(id, times)).toHaveLength(2)
    await asso(id, 'asylum.appealed', { ...wished, noticeOn: '2026-11-10' })
    expect(await running(id, times)).toEqual(['D-APPEAL-CNDA 2026-11-20'])
  })

  it('knows a stated last day by the day of its notice', async () => {
    const id = await rejected(first, stated)
    await asso(id, 'asylum.appealed', wished)
    expect(await running(id, times)).toHaveLength(2)
    await asso(id, 'asylum.appealed', { ...wished, noticeOn: '2026-11-20' })
    expect(await running(id, times)).toEqual(['D-APPEAL-CNDA 2026-11-10'])
    const alone = await rejected(stated)
    await asso(alone, 'asylum.appealed', wished)
    expect(await running(alone, times)).toEqual([])
  })

  it('made before the later one was notified is the one against the first', async () => {
    const id = await rejected(first, stated)
    await asso(id, 'asylum.appealed', { ...wished, on: '2026-11-16' })
    expect(await running(id, times)).toEqual(['D-APPEAL-CNDA-STATED 2026-12-07'])
  })
})

describe('the appeal about reception conditions (CESEDA L555-1)', () => {
  it('leaves the seven days against another refusal', async () => {
    const id = await site.tell.reflecting()
    for (const notifiedOn of ['2026-11-19', '2026-11-23'])
      await asso(id, 'reception.refused', { what: 'refused', notifiedOn })
    await asso(id, 'reception.appealed', wished)
    expect(await running(id, /CMA/)).toHaveLength(2)
    await asso(id, 'reception.appealed', { ...wished, noticeOn: '2026-11-19' })
    expect(await running(id, /CMA/)).toEqual(['D-APPEAL-CMA-7D 2026-11-23'])
  })
})

describe('the appeal against entry refused to an asylum seeker (CESEDA L352-4)', () => {
  const times = /^D-(ASYLUM-ENTRY|APPEAL-TRANSFER)-48H/
  const notified = { decisionOn: '2026-11-23', notifiedOn: '2026-11-23', notifiedAt: '18:00' }
  const atBorder = async () => {
    const id = await site.tell.flagged()
    await asso(id, 'asylum.entry_refused', notified)
    await asso(id, 'transfer.notified', { ...notified, appealWithin: 'forty_eight_hours' })
    return id
  }
  const open = ['D-APPEAL-TRANSFER-48H 2026-11-23', 'D-ASYLUM-ENTRY-48H 2026-11-23']

  it('leaves the transfer’s own hours, and stops them where it is said to be against the transfer as well', async () => {
    const id = await atBorder()
    await asso(id, 'asylum.entry_contested', wished)
    expect(await running(id, times)).toEqual(open.slice(0, 1))
    const other = await atBorder()
    await asso(other, 'asylum.entry_contested', { ...wished, transfer: 'too' })
    expect(await running(other, times)).toEqual([])
  })

  it('is of a claim that nobody has lodged yet: the file knows of none (L352-9)', async () => {
    const id = await atBorder()
    expect(await site.tell.row(id)).toMatchObject({ asylum: 'none', facts: { asylumLink: false } })
  })
})

describe('a time that was moved since (decree 2020-1717, art. 43; CJA R421-1)', () => {
  it('is still known by the day of its notice', async () => {
    const id = await asked('2026-05-01')
    await asso(id, 'exit.request', { wishes: true })
    for (const notifiedOn of ['2026-10-12', '2026-11-16'])
      await acts('prefecture.69', id, 'psp.refuse', { reason: 'not_engaged', notifiedOn })
    const aid = { about: 'programme', noticeOn: '2026-11-16' }
    await asso(id, 'appeal.time', { ...aid, what: 'aid_asked', on: '2026-11-20' })
    await asso(id, 'appeal.time', { ...aid, what: 'aid_decided', on, lawyerOn: on })
    expect(await running(id, /^D-APPEAL-PSP/)).toEqual(['D-APPEAL-PSP 2026-10-12', `D-APPEAL-PSP ${on}`])
    await asso(id, 'psp.appeal', { ...wished, number: '26-1', noticeOn: '2026-11-16' })
    expect(await running(id, /^D-APPEAL-PSP/)).toEqual(['D-APPEAL-PSP 2026-10-12'])
  })

  it('moved back by a correction keeps the later day as its end in law', async () => {
    const id = await asked('2026-05-01')
    await acts('prefecture.69', id, 'permit.refuse', {
      ...{ reason: 'condition_missing', tenYears: false, decisionOn: '2026-10-01', notifiedOn: '2026-10-01' },
      appealWithin: 'two_months'
    })
    const rejected = { what: 'gracious_rejected', about: 'permit', askedOn: '2026-10-05' }
    const told = async () =>
      (await read('asso.rhone', id)).deadlines
        .filter(({ code }) => code === 'D-APPEAL-TA')
        .map(({ startsOn, dueOn, legalEnd }) => [startsOn, dueOn, legalEnd?.on])
    await asso(id, 'appeal.time', { ...rejected, on: '2026-11-20' })
    expect(await told()).toEqual([['2026-11-20', '2027-01-21', undefined]])
    await asso(id, 'appeal.time', { ...rejected, on: '2026-11-10' })
    expect(await told()).toEqual([['2026-11-10', '2027-01-11', '2027-01-21']])
  })
})
