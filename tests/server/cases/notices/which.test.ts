import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, complaint, read, site } from '../../../support/running/birthdays.ts'
import { asked, changes, refuses } from '../examples/refused.ts'

// Legal aid, reconsideration and a house arrest are of one decision: what lengthens or cuts the time against it leaves the time against
// another as it is (decree 2020-1717, art. 43; CRPA L411-2; CESEDA R921-1).

amongBirthdays()

const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const told = async (id: string, code: RegExp) =>
  (await read('asso.rhone', id)).deadlines
    .filter((one) => code.test(one.code))
    .map(({ startsOn, dueOn, legalEnd }) => [startsOn, dueOn, legalEnd?.on])
    .toSorted()
const checked = async (id: string) => JSON.stringify((await read('asso.rhone', id)).deadlines)
const several = /rien ne dit de façon sûre quelle décision/

const [first, second] = ['2026-10-01', '2026-11-09']
const times = /^D-APPEAL-(TA|OQTF)$/
/** Refused alone, then with an obligation to leave: until 2 and 10 December. */
const refusedTwice = async () => {
  const id = await asked('2026-05-01')
  await refuses(id, first)
  await refuses(id, second, { appealWithin: 'one_month' })
  return id
}
const asLeft = [
  [first, '2026-12-02', undefined],
  [second, '2026-12-10', undefined]
]

describe('legal aid where two decisions stand open (decree 2020-1717, art. 43)', () => {
  const on = '2026-11-20'

  it('asked for against the first leaves the second as it is', async () => {
    const id = await refusedTwice()
    expect(await told(id, times)).toEqual(asLeft)
    await changes(id, 'aid_asked', on, { noticeOn: first })
    expect(await told(id, times)).toEqual([[first, '2026-12-02', null], asLeft[1]])
    expect(await checked(id)).not.toMatch(several)
  })

  it('of which nobody says against which leaves both to be checked, and moves no safe day once it is decided', async () => {
    const id = await refusedTwice()
    await changes(id, 'aid_asked', on)
    const both = [
      [first, '2026-12-02', null],
      [second, '2026-12-10', null]
    ]
    expect(await told(id, times)).toEqual(both)
    expect(await checked(id)).toMatch(several)
    await changes(id, 'aid_decided', '2026-11-24')
    expect(await told(id, times)).toEqual([
      [first, '2026-12-02', '2027-02-10'],
      [second, '2026-12-10', '2027-01-11']
    ])
  })

  it('asked for of nobody knows which, and decided of the first, runs anew for it alone', async () => {
    const id = await refusedTwice()
    await changes(id, 'aid_asked', on)
    await changes(id, 'aid_decided', '2026-11-24', { noticeOn: first })
    expect(await told(id, times)).toEqual([
      [second, '2026-12-10', null],
      ['2026-11-24', '2027-01-25', '2027-02-10']
    ])
  })

  it('decided answers what was asked for of one of them alone', async () => {
    const id = await refusedTwice()
    await changes(id, 'aid_asked', on, { noticeOn: first })
    await changes(id, 'aid_decided', '2026-11-24')
    expect(await told(id, times)).toEqual([asLeft[1], ['2026-11-24', '2027-01-25', '2027-02-10']])
  })

  it('asked for of nobody knows which is not settled for the one that is left, once the other was appealed against', async () => {
    const id = await refusedTwice()
    await changes(id, 'aid_asked', on)
    const filed = { on: '2026-11-23', wishes: true, number: '26-1', against: 'decision', noticeOn: second }
    await asso(id, 'ta.filed', filed)
    expect(await told(id, times)).toEqual([[first, '2026-12-02', null]])
    await changes(id, 'aid_decided', '2026-11-24')
    expect(await told(id, times)).toEqual([[first, '2026-12-02', '2027-02-10']])
  })

  it('may be for one that it does not lengthen (CESEDA R921-3): the other has no later safe day', async () => {
    const id = await asked('2026-05-01')
    await refuses(id, first)
    await refuses(id, '2026-11-19', { appealWithin: 'seven_days' })
    await changes(id, 'aid_asked', on)
    await changes(id, 'aid_decided', '2026-11-24')
    expect(await told(id, times)).toEqual([[first, '2026-12-02', '2027-02-10']])
  })
})

describe('reconsideration and reasons where two decisions stand open (CRPA L411-2, L232-4)', () => {
  const rejected = '2026-11-24'
  const open = async () => {
    const id = await asked('2026-05-01')
    await refuses(id, first)
    await refuses(id, second)
    return id
  }
  const due = ['2026-12-02', '2027-01-11']

  it.each([
    ['gracious', 'gracious_rejected'],
    ['hierarchical', 'hierarchical_rejected']
  ])('%s, unsaid, moves no safe day; said, that of its decision alone', async (question, answer) => {
    const id = await open()
    await changes(id, question, '2026-11-12')
    await changes(id, answer, rejected)
    expect(await told(id, times)).toEqual([
      [first, due[0], '2027-01-25'],
      [second, due[1], '2027-01-25']
    ])
    const other = await open()
    await changes(other, question, '2026-11-12', { noticeOn: first })
    await changes(other, answer, rejected, { noticeOn: first })
    expect(await told(other, times)).toEqual([
      [second, due[1], undefined],
      [rejected, '2027-01-25', undefined]
    ])
  })

  it('reasons move no safe day of a refusal that was given, be it said of which: the file may lack the one that silence made', async () => {
    const id = await open()
    await changes(id, 'reasons_asked', '2026-11-12')
    await changes(id, 'reasons_given', rejected)
    expect(await told(id, times)).toEqual([
      [first, due[0], '2027-01-25'],
      [second, due[1], '2027-01-25']
    ])
    const other = await open()
    await changes(other, 'reasons_asked', '2026-11-12', { noticeOn: first })
    await changes(other, 'reasons_given', rejected, { noticeOn: first })
    expect(await told(other, times)).toEqual([
      [first, due[0], '2027-01-25'],
      [second, due[1], undefined]
    ])
  })

  it('may be of a decision whose time it does not interrupt: the two months of the other have no later safe day', async () => {
    const id = await refusedTwice()
    await changes(id, 'gracious', '2026-11-12')
    await changes(id, 'gracious_rejected', rejected)
    expect(await told(id, times)).toEqual([[first, '2026-12-02', '2027-01-25'], asLeft[1]])
  })
})

describe('a house arrest where two obligations to leave stand open (CESEDA R921-1)', () => {
  const leaving = /^D-APPEAL-LEAVE/
  const arrest = {
    ...{ decisionOn: '2026-11-16', notifiedOn: '2026-11-16', appealWithin: 'seven_days', informed: 'yes' }
  }
  const twice = async () => {
    const id = await site.tell.flagged()
    for (const notifiedOn of ['2026-11-02', second]) {
      const leave = { decisionOn: notifiedOn, notifiedOn, appealWithin: 'one_month' }
      await asso(id, 'removal.notified', leave)
    }
    return id
  }

  it('cuts the month against the one that it carries out, and holds the safe day of the other', async () => {
    const id = await twice()
    await asso(id, 'house_arrest.notified', { ...arrest, noticeOn: '2026-11-02' })
    expect(await told(id, leaving)).toEqual([
      [second, '2026-11-23', '2026-12-10'],
      ['2026-11-16', '2026-11-23', '2026-11-24']
    ])
  })

  it('of which nobody says which has the seven days for the safe day of each, and its month for the end in law', async () => {
    const each = [
      ['2026-11-16', '2026-11-23', '2026-12-03'],
      ['2026-11-16', '2026-11-23', '2026-12-10']
    ]
    const id = await twice()
    await asso(id, 'house_arrest.notified', arrest)
    expect(await told(id, leaving)).toEqual(each)
    const other = await twice()
    await asso(other, 'appeal.time', { what: 'house_arrest', about: 'removal', on: '2026-11-16' })
    expect(await told(other, leaving)).toEqual(each)
  })

  it('of which nobody says which, one obligation being joined to a refusal, does so of both', async () => {
    const id = await asked('2026-05-01')
    await refuses(id, second, { appealWithin: 'one_month' })
    const leave = { decisionOn: '2026-11-02', notifiedOn: '2026-11-02', appealWithin: 'one_month' }
    await asso(id, 'removal.notified', leave)
    await asso(id, 'house_arrest.notified', arrest)
    expect(await told(id, /^D-APPEAL-(LEAVE-)?7D$/)).toEqual([
      ['2026-11-16', '2026-11-23', '2026-12-03'],
      ['2026-11-16', '2026-11-23', '2026-12-10']
    ])
  })
})

describe('what lengthens the time against one of two refusals of young adult support (CRPA L411-2)', () => {
  it('is of the one that is said; unsaid, each is left to be checked and no safe day moves', async () => {
    const born = { identity: { birthDate: '2008-10-01' }, ageBand: '18-24' as const }
    const twice = async (said: object) => {
      const id = await site.tell.flagged('asso.rhone', born)
      for (const on of ['2026-10-12', '2026-11-02']) await asso(id, 'young_adult.refused', { on })
      await asso(id, 'young_adult.time', { what: 'prior', on: '2026-11-10', ...said })
      await asso(id, 'young_adult.time', { what: 'prior_rejected', on: '2026-11-24', ...said })
      return told(id, /^D-APPEAL-YOUNG-ADULT$/)
    }
    expect(await twice({})).toEqual([
      ['2026-10-12', '2026-12-14', '2027-01-25'],
      ['2026-11-02', '2027-01-04', '2027-01-25']
    ])
    expect(await twice({ noticeOn: '2026-10-12' })).toEqual([
      ['2026-11-02', '2027-01-04', undefined],
      ['2026-11-24', '2027-01-25', undefined]
    ])
  })
})

describe('legal aid about two decisions of the CIVI, or of asylum (CPC 538; CESEDA L532-1)', () => {
  const on = '2026-11-24'

  it('is of the one that is said, before the court of appeal against the CIVI', async () => {
    const twice = async (said: object) => {
      const id = await site.tell.consenting()
      await asso(id, 'complaint.file', complaint)
      await asso(id, 'civi.claim', { ground: 'listed', receivedOn: '2026-03-10', agrees: true })
      for (const notifiedOn of ['2026-11-12', '2026-11-20'])
        await asso(id, 'civi.awarded', { notifiedOn, decidedBy: 'civi' })
      await asso(id, 'civi.aid_asked', { on, agrees: true, ...said })
      return (await told(id, /^D-CIVI-APPEAL$/)).map(([notified, , end]) => [notified, end])
    }
    expect(await twice({ noticeOn: '2026-11-12' })).toEqual([
      ['2026-11-12', null],
      ['2026-11-20', undefined]
    ])
    expect(await twice({})).toEqual([
      ['2026-11-12', null],
      ['2026-11-20', null]
    ])
  })

  it('is of the one that is said, against the asylum court, and unsaid moves no safe day', async () => {
    const twice = async (said: object) => {
      const id = await site.tell.reflecting()
      await asso(id, 'asylum.lodged', { attestedOn: '2026-03-01', wishes: true })
      for (const notifiedOn of ['2026-10-12', '2026-11-02'])
        await asso(id, 'asylum.decision', {
          ...{ decision: 'refused', decisionOn: notifiedOn, notifiedOn, decidedBy: 'cnda' }
        })
      const aid = { on: '2026-11-10', about: 'cnda_decision', wishes: true, ...said }
      await asso(id, 'asylum.aid_asked', aid)
      await asso(id, 'asylum.aid_asked', { ...aid, decidedOn: on })
      return (await told(id, /^D-ASYLUM-CE$/)).map(([from]) => from)
    }
    expect(await twice({})).toEqual(['2026-10-12', '2026-11-02'])
    expect(await twice({ noticeOn: '2026-10-12' })).toEqual(['2026-11-02', on])
  })
})
