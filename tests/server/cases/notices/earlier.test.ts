import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, comesBy, read, site } from '../../../support/running/birthdays.ts'
import { asked, changes, refuses } from '../examples/refused.ts'

// What is written down before the decision that it is of, or before what kept its time open on that day: the law counts by days, and not in
// the order of writing.

amongBirthdays()

const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const told = async (id: string, code: RegExp) =>
  (await read('asso.rhone', id)).deadlines
    .filter((one) => code.test(one.code))
    .map(({ startsOn, dueOn, legalEnd }) => [startsOn, dueOn, legalEnd?.on])
    .toSorted()

const notifiedOn = '2026-11-09'
const leaving = /^D-APPEAL-LEAVE/
const leave = (id: string, appealWithin = 'one_month') =>
  asso(id, 'removal.notified', { decisionOn: notifiedOn, notifiedOn, appealWithin })
const on = '2026-11-16'
const arrest = { decisionOn: on, notifiedOn: on, appealWithin: 'seven_days' }
const held = { about: 'removal', on, at: '09:00' }
const [safe, whole] = [
  [on, '2026-11-23', '2026-12-10'],
  [notifiedOn, '2026-12-10', undefined]
]

describe('an obligation that is written down after what cut it (CESEDA R921-1)', () => {
  const after = async (command: string, input: object, appealWithin?: string) => {
    const id = await site.tell.flagged()
    await asso(id, command, input)
    await leave(id, appealWithin)
    return told(id, leaving)
  }

  it.each([
    ['a house arrest of which the person was not told', { ...arrest, informed: 'no' }],
    ['one of which two months were told', { ...arrest, appealWithin: 'two_months' }],
    [
      'one of an earlier day',
      { ...arrest, notifiedOn: '2026-11-06', informedOn: '2026-11-06', informed: 'yes' }
    ]
  ])('keeps its month after %s', async (_what, input) => {
    expect(await after('house_arrest.notified', input)).toEqual([whole])
  })

  it.each([
    ['a house arrest', 'house_arrest.notified', { ...arrest, informed: 'yes' }],
    ['one said of this obligation', 'house_arrest.notified', { ...arrest, noticeOn: notifiedOn }],
    ['one said of another', 'house_arrest.notified', { ...arrest, noticeOn: '2026-11-02' }],
    ['prison', 'appeal.time', { ...held, what: 'prison' }]
  ])('is safe no longer than seven days after %s, and ends with its month', async (_what, command, input) => {
    expect(await after(command, input)).toEqual([safe])
  })

  it('is safe no longer than the 48 hours of a detention centre, nor are seven days', async () => {
    const input = { ...held, what: 'detention_centre' }
    expect(await after('appeal.time', input)).toEqual([[on, '2026-11-18', '2026-12-10']])
    const id = await site.tell.flagged()
    await asso(id, 'appeal.time', { ...input, on: '2026-11-13' })
    await leave(id, 'seven_days')
    expect((await told(id, leaving))[0]!.slice(0, 2)).toEqual(['2026-11-13', '2026-11-15'])
  })

  it('borne by a refusal is cut as well', async () => {
    const id = await asked('2026-05-01')
    await asso(id, 'house_arrest.notified', arrest)
    await refuses(id, notifiedOn, { appealWithin: 'one_month' })
    expect(await told(id, /^D-APPEAL-7D$/)).toEqual([safe])
  })
})

describe('a decision that is written down after what was asked about it', () => {
  it('has its safe day, and no end in law while aid waits (decree 2020-1717, art. 43)', async () => {
    const id = await asked('2026-05-01')
    await changes(id, 'aid_asked', '2026-11-12')
    await refuses(id, notifiedOn, { appealWithin: 'one_month' })
    expect(await told(id, /^D-APPEAL-OQTF$/)).toEqual([[notifiedOn, '2026-12-10', null]])
  })

  it('ends in law as its answer says, where that is written down before it as well (CRPA L411-2)', async () => {
    const id = await asked('2026-05-01')
    await changes(id, 'gracious', '2026-10-15')
    await changes(id, 'gracious_rejected', '2026-11-20')
    await refuses(id, '2026-10-01')
    expect(await told(id, /^D-APPEAL-TA$/)).toEqual([['2026-10-01', '2026-12-02', '2027-01-21']])
  })

  it('takes back the later safe day of another, given by an answer that nobody said the decision of (CJA R421-1)', async () => {
    const first = '2026-10-01'
    const id = await asked('2026-05-01')
    await refuses(id, first)
    await changes(id, 'aid_asked', '2026-11-12')
    await changes(id, 'aid_decided', '2026-11-24')
    expect((await told(id, /^D-APPEAL-TA$/))[0]).toEqual(['2026-11-24', '2027-01-25', '2027-02-10'])
    await refuses(id, notifiedOn, { appealWithin: 'one_month' })
    expect(await told(id, /^D-APPEAL-TA$/)).toEqual([['2026-10-01', '2026-12-02', '2027-02-10']])
    expect(await told(id, /^D-APPEAL-OQTF$/)).toEqual([[notifiedOn, '2026-12-10', '2027-01-11']])
  })

  it('keeps open what was asked after its known end, once an earlier request is written down (art. 43; CRPA L411-2)', async () => {
    const [first, code] = ['2026-09-01', /^D-APPEAL-TA$/]
    const id = await asked('2026-05-01')
    await refuses(id, first)
    await changes(id, 'aid_asked', '2026-11-12', { noticeOn: first })
    expect(await told(id, code)).toEqual([[first, '2026-11-02', undefined]])
    await changes(id, 'gracious', '2026-10-15', { noticeOn: first })
    await changes(id, 'gracious_rejected', '2026-10-20', { noticeOn: first })
    expect(await told(id, code)).toEqual([['2026-10-20', '2026-12-21', null]])
  })

  it('is not touched by what was said of another that is known', async () => {
    const id = await asked('2026-05-01')
    await refuses(id, '2026-10-01')
    await changes(id, 'aid_asked', '2026-11-12', { noticeOn: '2026-10-01' })
    await refuses(id, notifiedOn, { appealWithin: 'one_month' })
    expect(await told(id, /^D-APPEAL-OQTF$/)).toEqual([whole])
  })
})

// Counted again act by act still.
describe('a judgment on an entry that was refused (decree 2020-1717, art. 44)', () => {
  const code = /^D-ASYLUM-ENTRY-CAA$/
  const judged = (id: string, day: string) =>
    asso(id, 'asylum.entry_judged', { outcome: 'rejected', decisionOn: day, notifiedOn: day })
  const aid = (id: string, day: string, more: object = {}) =>
    asso(id, 'asylum.aid_asked', { on: day, about: 'entry_judgment', wishes: true, ...more })

  it('that is written down after aid was asked for has no end in law while that waits', async () => {
    const id = await site.tell.reflecting()
    await aid(id, '2026-11-12')
    await judged(id, notifiedOn)
    expect((await told(id, code)).map(([from, , end]) => [from, end])).toEqual([[notifiedOn, null]])
  })

  it('has what was asked after its known end as well, once an earlier request is written down: an answer moves no safe day', async () => {
    const noticeOn = '2026-10-01'
    const id = await site.tell.reflecting()
    await judged(id, noticeOn)
    await aid(id, '2026-11-12', { noticeOn })
    expect((await told(id, code)).map(([from, , end]) => [from, end])).toEqual([[noticeOn, undefined]])
    await aid(id, '2026-10-15', { noticeOn })
    await aid(id, '2026-10-15', { noticeOn, decidedOn: '2026-10-20' })
    expect((await told(id, code)).map(([from, , end]) => [from, end])).toEqual([[noticeOn, '2026-11-05']])
  })
})

describe('a refusal of young adult support (CASF L222-5)', () => {
  const born = { identity: { birthDate: '2008-10-01' }, ageBand: '18-24' as const }
  const [code, noticeOn] = [/^D-APPEAL-YOUNG-ADULT$/, '2026-09-14']

  it('that has run out is open again by aid that was asked for before its end, and not by a day after it', async () => {
    const id = await site.tell.flagged('asso.rhone', born)
    const aid = (day: string) =>
      asso(id, 'young_adult.time', { what: 'aid_asked', about: 'decision', on: day, noticeOn })
    await asso(id, 'young_adult.refused', { on: noticeOn })
    await comesBy('2026-11-24T11:00:00Z')
    await aid('2026-11-17')
    expect(await told(id, code)).toEqual([[noticeOn, '2026-11-16', undefined]])
    await aid('2026-11-16')
    expect(await told(id, code)).toEqual([[noticeOn, '2026-11-16', null]])
  })
})
