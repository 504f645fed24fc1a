import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, comesBy, complaint, read, site } from '../../../support/running/birthdays.ts'
import { asked, changes, refuses } from '../examples/refused.ts'

// The day by which a decision is said may be a slip, or that of one that nobody wrote down. It moves no safe day later; and the right day
// of a time that the act does not count is no slip.

amongBirthdays()

const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const clocks = async (id: string, code: RegExp) =>
  (await read('asso.rhone', id)).deadlines.filter((one) => code.test(one.code))
const told = async (id: string, code: RegExp) =>
  (await clocks(id, code)).map(({ startsOn, dueOn, legalEnd }) => [startsOn, dueOn, legalEnd?.on]).toSorted()
const reserved = async (id: string, code: RegExp, reserve: RegExp) =>
  (await clocks(id, code)).map((one) => reserve.test(JSON.stringify(one)))

const slip = '2026-11-06'
const [first, second] = ['2026-10-01', '2026-11-09']
const times = /^D-APPEAL-(TA|OQTF)$/
const leaving = /^D-APPEAL-LEAVE/
const leave = (id: string, notifiedOn: string) =>
  asso(id, 'removal.notified', { decisionOn: notifiedOn, notifiedOn, appealWithin: 'one_month' })
const obliged = async (notifiedOn = second) => {
  const id = await site.tell.flagged()
  await leave(id, notifiedOn)
  return id
}
const on = '2026-11-16'
const arrested = { decisionOn: on, notifiedOn: on, appealWithin: 'seven_days' }

describe('a day on which nothing was notified', () => {
  it('of aid moves no safe day later by aid asked for too late of the one that stands (decree 2020-1717, art. 43)', async () => {
    const id = await asked('2026-05-01')
    const notifiedOn = '2026-10-19'
    await refuses(id, notifiedOn, { appealWithin: 'one_month' })
    await changes(id, 'aid_asked', '2026-11-10', { noticeOn: slip })
    await comesBy('2026-11-24T11:00:00Z')
    await changes(id, 'aid_asked', '2026-11-23', { noticeOn: notifiedOn })
    await changes(id, 'aid_decided', '2026-11-24', { noticeOn: notifiedOn })
    expect((await told(id, times)).map(([from, due]) => [from, due])).toEqual([[notifiedOn, '2026-11-20']])
  })

  it('of aid asked for in time, and answered in time by the right day, runs anew', async () => {
    const id = await asked('2026-05-01')
    await refuses(id, second, { appealWithin: 'one_month' })
    await changes(id, 'aid_asked', '2026-11-20', { noticeOn: slip })
    await changes(id, 'aid_decided', '2026-11-24', { noticeOn: second })
    expect((await told(id, times)).map(([from, due]) => [from, due])).toEqual([['2026-11-24', '2026-12-28']])
  })

  it('of a house arrest that comes late leaves the month its safe day, and seven clear days its end in law (CESEDA R921-1)', async () => {
    const id = await obliged('2026-10-26')
    const late = { ...arrested, decisionOn: '2026-11-24', notifiedOn: '2026-11-24', informed: 'yes' }
    await asso(id, 'house_arrest.notified', { ...late, noticeOn: '2026-10-20' })
    expect(await told(id, leaving)).toEqual([['2026-10-26', '2026-11-27', '2026-12-02']])
    expect(await reserved(id, leaving, /sept jours courent de cette information/)).toEqual([true])
  })

  it('of a detention centre keeps the month to whoever may never have been told of the seven days (CESEDA R921-1, L921-2)', async () => {
    const id = await obliged()
    await asso(id, 'house_arrest.notified', { ...arrested, noticeOn: second })
    expect(await told(id, leaving)).toEqual([[on, '2026-11-23', '2026-12-10']])
    const kept = { what: 'detention_centre', about: 'removal', on: '2026-11-18', at: '09:00' }
    await asso(id, 'appeal.time', { ...kept, noticeOn: slip })
    expect(await told(id, leaving)).toEqual([['2026-11-18', '2026-11-20', '2026-12-10']])
  })
})

describe('the right day of a time that the act does not count', () => {
  it('leaves the months against a refusal as they are: reasons were asked of the one with an obligation (CRPA L232-4)', async () => {
    const id = await asked('2026-05-01')
    await refuses(id, first)
    await refuses(id, second, { appealWithin: 'one_month' })
    await changes(id, 'reasons_asked', '2026-11-12', { noticeOn: second })
    expect(await told(id, times)).toEqual([
      [first, '2026-12-02', undefined],
      [second, '2026-12-10', undefined]
    ])
  })

  it('leaves the time against a refusal of young adult support as it is: it was of the judgment (CRPA L411-2)', async () => {
    const born = { identity: { birthDate: '2008-10-01' }, ageBand: '18-24' as const }
    const id = await site.tell.flagged('asso.rhone', born)
    const notifiedOn = '2026-11-12'
    await asso(id, 'young_adult.judged', { decisionOn: '2026-11-10', notifiedOn })
    await asso(id, 'young_adult.refused', { on: second })
    await asso(id, 'young_adult.time', { what: 'prior', on, noticeOn: notifiedOn })
    await asso(id, 'young_adult.time', { what: 'aid_asked', about: 'decision', on, noticeOn: notifiedOn })
    expect(await told(id, /^D-APPEAL-YOUNG-ADULT$/)).toEqual([[second, '2027-01-11', undefined]])
  })

  it('leaves the appeal against the CIVI as it is: aid was asked for to claim more from it (CPP 706-8)', async () => {
    const id = await site.tell.consenting()
    await asso(id, 'complaint.file', complaint)
    await asso(id, 'civil_party.join', { who: 'person', on: '2026-01-12', agrees: true })
    const final = { accused: 'same', finalOn: '2026-02-02' }
    await acts('parquet.lyon', id, 'conviction.final', final)
    await asso(id, 'civi.claim', { ground: 'listed', receivedOn: '2026-03-10', agrees: true })
    await asso(id, 'civi.awarded', { notifiedOn: '2026-11-12', decidedBy: 'civi' })
    const aid = { on, agrees: true }
    await asso(id, 'civi.aid_asked', { ...aid, noticeOn: final.finalOn })
    expect(await told(id, /^D-CIVI-APPEAL$/)).toEqual([['2026-11-12', '2026-12-14', undefined]])
    // Positive control: said of the commission's decision, it is open.
    await asso(id, 'civi.aid_asked', { ...aid, noticeOn: '2026-11-12' })
    expect(await told(id, /^D-CIVI-APPEAL$/)).toEqual([['2026-11-12', '2026-12-14', null]])
  })

  it('leaves the seven days of another obligation as they are, where a house arrest carries out the first (CESEDA R921-1)', async () => {
    const id = await obliged()
    await leave(id, '2026-11-02')
    await asso(id, 'house_arrest.notified', { ...arrested, noticeOn: second })
    await asso(id, 'house_arrest.notified', { ...arrested, informed: 'yes', noticeOn: '2026-11-02' })
    expect(await told(id, leaving)).toEqual([
      [on, '2026-11-23', '2026-11-24'],
      [on, '2026-11-23', '2026-12-10']
    ])
    expect(await reserved(id, leaving, /quelle obligation de quitter est réduite/)).toEqual([false, false])
  })
})
