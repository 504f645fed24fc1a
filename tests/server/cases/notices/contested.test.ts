import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, comesBy, complaint, read, site } from '../../../support/running/birthdays.ts'
import { asked, changes, refuses } from '../examples/refused.ts'

// What lengthens or cuts a time may be of a decision that was contested, whose clock is stopped: legal aid is asked for beside an appeal as
// well as before it (decree 2020-1717, art. 43). It may be of one that is over, where nobody wrote down that it was asked for in time.

amongBirthdays()

const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const clocks = async (id: string, code: RegExp) =>
  (await read('asso.rhone', id)).deadlines.filter((one) => code.test(one.code))
const told = async (id: string, code: RegExp) =>
  (await clocks(id, code)).map(({ startsOn, dueOn, legalEnd }) => [startsOn, dueOn, legalEnd?.on]).toSorted()
const several = /rien ne dit de façon sûre quelle décision/
const reserves = async (id: string, code: RegExp, reserve = several) =>
  (await clocks(id, code)).map((one) => reserve.test(JSON.stringify(one)))

const [first, second] = ['2026-10-01', '2026-11-09']
const times = /^D-APPEAL-(TA|OQTF)$/
/** Refused alone, then with an obligation to leave: until 2 and 10 December. */
const refusedTwice = async () => {
  const id = await asked('2026-05-01')
  await refuses(id, first)
  await refuses(id, second, { appealWithin: 'one_month' })
  return id
}
const files = (id: string, noticeOn: string, on = '2026-11-16') =>
  asso(id, 'ta.filed', { on, wishes: true, number: '26-1', against: 'decision', noticeOn })

describe('legal aid that may be for an appeal that is pending (decree 2020-1717, art. 43)', () => {
  const contested = async () => {
    const id = await refusedTwice()
    await files(id, first)
    expect(await told(id, times)).toEqual([[second, '2026-12-10', undefined]])
    return id
  }

  it('moves no safe day of the other, where nobody says which', async () => {
    const id = await contested()
    await changes(id, 'aid_asked', '2026-11-20')
    expect(await told(id, times)).toEqual([[second, '2026-12-10', null]])
    await changes(id, 'aid_decided', '2026-11-24')
    expect(await told(id, times)).toEqual([[second, '2026-12-10', '2027-01-11']])
    expect(await reserves(id, times)).toEqual([true])
  })

  it('said of a day on which nothing was notified, leaves the end in law open', async () => {
    const id = await asked('2026-05-01')
    await refuses(id, second, { appealWithin: 'one_month' })
    await changes(id, 'aid_asked', '2026-11-20', { noticeOn: '2026-11-06' })
    expect(await told(id, times)).toEqual([[second, '2026-12-10', null]])
    expect(await reserves(id, times)).toEqual([true])
    await changes(id, 'aid_decided', '2026-11-24', { noticeOn: '2026-11-06' })
    expect(await told(id, times)).toEqual([[second, '2026-12-10', '2027-01-11']])
  })

  it('leaves so the other where its answer alone was written down', async () => {
    const id = await contested()
    await changes(id, 'aid_decided', '2026-11-24')
    expect(await told(id, times)).toEqual([[second, '2026-12-10', '2027-01-11']])
    expect(await reserves(id, times)).toEqual([true])
  })

  it('said of the pending appeal leaves the other as it is, and said of the other runs anew for it', async () => {
    const pending = await contested()
    for (const what of ['aid_asked', 'aid_decided'])
      await changes(pending, what, '2026-11-24', { noticeOn: first })
    expect(await told(pending, times)).toEqual([[second, '2026-12-10', undefined]])
    const other = await contested()
    await changes(other, 'aid_asked', '2026-11-20', { noticeOn: second })
    await changes(other, 'aid_decided', '2026-11-24')
    expect(await told(other, times)).toEqual([['2026-11-24', '2026-12-28', '2027-01-11']])
    expect(await reserves(other, times)).toEqual([false])
  })

  it('asked for after the time against the contested one was over may still be for it', async () => {
    const id = await asked('2026-05-01')
    await refuses(id, '2026-09-14')
    await refuses(id, second, { appealWithin: 'one_month' })
    await files(id, '2026-09-14', '2026-11-12')
    await changes(id, 'aid_asked', '2026-11-20')
    await changes(id, 'aid_decided', '2026-11-24')
    expect(await told(id, times)).toEqual([[second, '2026-12-10', '2027-01-11']])
  })

  it('asked for of one for certain stays so for it, whatever is asked and answered of nobody knows which', async () => {
    const id = await refusedTwice()
    await changes(id, 'aid_asked', '2026-11-18', { noticeOn: first })
    await changes(id, 'aid_asked', '2026-11-20')
    await changes(id, 'aid_decided', '2026-11-24')
    expect(await told(id, times)).toEqual([
      [first, '2026-12-02', null],
      [second, '2026-12-10', null]
    ])
  })
})

describe('the answer to what nobody wrote down was asked (CRPA L411-2; decree 2020-1717, art. 43)', () => {
  it.each([
    ['gracious_rejected', '2027-01-25'],
    ['aid_decided', '2027-02-10']
  ])('%s may be of the one that is over, and leaves both to be checked', async (what, end) => {
    const id = await asked('2026-05-01')
    for (const notifiedOn of ['2026-09-15', '2026-10-26']) await refuses(id, notifiedOn)
    await comesBy('2026-11-24T11:00:00Z')
    await changes(id, what, '2026-11-24')
    expect(await told(id, times)).toEqual([
      ['2026-09-15', '2026-11-16', end],
      ['2026-10-26', '2026-12-28', end]
    ])
    expect(await reserves(id, times)).toEqual([true, true])
  })
})

describe('another party’s appeal where the person appealed against one of two judgments (CPP 500)', () => {
  it('leaves the other to be checked', async () => {
    const id = await site.tell.consenting()
    await asso(id, 'complaint.file', { ...complaint, on: '2025-08-04' })
    await asso(id, 'civil_party.join', { who: 'person', on: '2025-08-04', agrees: true })
    const court = (command: string, input: object) => acts('parquet.lyon', id, command, input)
    await court('stage.instruction', {})
    const judged = (pronouncedOn: string) =>
      court('conviction.pronounced', { court: 'criminal', presence: 'present', pronouncedOn })
    await judged('2026-11-16')
    await asso(id, 'civil.appealed', { on: '2026-11-18', against: 'judgment' })
    await judged('2026-11-20')
    await court('acquittal.appealed', { on: '2026-11-23', against: 'judgment' })
    const ten = /^D-APPEAL-JUDGMENT$/
    expect(await told(id, ten)).toEqual([['2026-11-20', '2026-11-30', '2026-12-07']])
    expect(await reserves(id, ten, /si l’appel de l’autre partie vise ce jugement-là/)).toEqual([true])
  })
})

describe('a refusal of young adult support, or a judgment on an entry refused, beside one that was contested', () => {
  it('keeps its safe day where nobody says which a prior appeal is of (CRPA L411-2)', async () => {
    const born = { identity: { birthDate: '2008-10-01' }, ageBand: '18-24' as const }
    const id = await site.tell.flagged('asso.rhone', born)
    for (const on of ['2026-10-12', '2026-11-02']) await asso(id, 'young_adult.refused', { on })
    await asso(id, 'young_adult.appealed', { on: '2026-11-05', wishes: true, noticeOn: '2026-10-12' })
    await asso(id, 'young_adult.time', { what: 'prior', on: '2026-11-10' })
    await asso(id, 'young_adult.time', { what: 'prior_rejected', on: '2026-11-24' })
    expect(await told(id, /^D-APPEAL-YOUNG-ADULT$/)).toEqual([['2026-11-02', '2027-01-04', '2027-01-25']])
  })

  it('keeps it where nobody says which legal aid is of (decree 2020-1717, art. 44)', async () => {
    const id = await site.tell.reflecting()
    for (const notifiedOn of ['2026-11-12', '2026-11-16'])
      await asso(id, 'asylum.entry_judged', { outcome: 'rejected', decisionOn: notifiedOn, notifiedOn })
    const contested = { on: '2026-11-17', wishes: true, against: 'judgment', noticeOn: '2026-11-12' }
    await asso(id, 'asylum.entry_contested', contested)
    const before = await told(id, /^D-ASYLUM-ENTRY-CAA$/)
    expect(before.map(([from]) => from)).toEqual(['2026-11-16'])
    const aid = { on: '2026-11-18', about: 'entry_judgment', wishes: true }
    await asso(id, 'asylum.aid_asked', aid)
    await asso(id, 'asylum.aid_asked', { ...aid, decidedOn: '2026-11-24' })
    expect((await told(id, /^D-ASYLUM-ENTRY-CAA$/)).map(([from, due]) => [from, due])).toEqual(
      before.map(([from, due]) => [from, due])
    )
  })
})

describe('what cuts the month against an obligation to leave (CESEDA R921-1)', () => {
  const leaving = /^D-APPEAL-LEAVE/
  const [decisionOn, notifiedOn, on] = ['2026-11-06', '2026-11-09', '2026-11-16']
  const arrested = { decisionOn: on, notifiedOn: on, appealWithin: 'seven_days', informed: 'yes' }
  const leave = async (id: string, said: object = {}) =>
    asso(id, 'removal.notified', { decisionOn, notifiedOn, appealWithin: 'one_month', ...said })
  const week = [[on, '2026-11-23', '2026-12-10']]

  it.each([
    ['house_arrest.notified', arrested],
    ['appeal.time', { what: 'house_arrest', about: 'removal', on }]
  ])('%s, said of a day on which none was notified, cuts it all the same', async (command, said) => {
    const id = await site.tell.flagged()
    await leave(id)
    expect(await told(id, leaving)).toEqual([[notifiedOn, '2026-12-10', undefined]])
    await asso(id, command, { ...said, noticeOn: decisionOn })
    expect(await told(id, leaving)).toEqual(week)
    expect(await reserves(id, leaving, /quelle obligation de quitter est réduite/)).toEqual([true])
  })

  it('said of another obligation, whatever its time, leaves it whole in law', async () => {
    for (const appealWithin of ['seven_days', 'one_month']) {
      const id = await site.tell.flagged()
      await leave(id, { notifiedOn: '2026-11-12', appealWithin })
      await leave(id)
      if (appealWithin === 'one_month')
        await asso(id, 'removal.appeal', { on, wishes: true, number: '26-1', noticeOn: '2026-11-12' })
      await asso(id, 'house_arrest.notified', { ...arrested, noticeOn: '2026-11-12' })
      expect(await told(id, /^D-APPEAL-LEAVE$/)).toEqual([[notifiedOn, '2026-11-23', '2026-12-10']])
    }
  })
})
