import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, complaint, flagged, read, site } from '../../support/running/birthdays.ts'
import { asked } from './examples/refused.ts'

// Each appeal is against one decision, and the time against another runs on: a court is seized in two months of the notice « de la
// décision attaquée » (CJA R421-1), and of the judgment (R811-2). Where nobody says which, no time stops.

amongBirthdays()
const on = '2026-11-24'
const filed = { on, number: '26-1', wishes: true }
const running = async (id: string, ...codes: string[]) =>
  (await read('asso.rhone', id)).deadlines
    .filter(({ code, state }) => codes.includes(code) && state === 'running')
    .map(({ code, startsOn }) => `${code} ${startsOn}`)
    .toSorted()

describe('an obligation to leave (CESEDA L614-1 to L614-3, R911-8)', () => {
  const notified = (id: string, notifiedOn: string, appealWithin = 'one_month') =>
    acts('asso.rhone', id, 'removal.notified', { decisionOn: notifiedOn, notifiedOn, appealWithin })
  const times = ['D-APPEAL-LEAVE', 'D-APPEAL-LEAVE-7D', 'D-APPEAL-LEAVE-CAA'] as const
  const left = (id: string) => running(id, ...times)
  const twice = async () => {
    const id = await site.tell.flagged()
    await notified(id, '2026-11-09')
    await notified(id, '2026-11-20', 'seven_days')
    expect(await left(id)).toEqual(['D-APPEAL-LEAVE 2026-11-09', 'D-APPEAL-LEAVE-7D 2026-11-20'])
    return id
  }

  it('notified twice, is contested by its own appeal, and the month or the week of the other runs on', async () => {
    const id = await twice()
    await acts('asso.rhone', id, 'removal.appeal', { ...filed, noticeOn: '2026-11-09' })
    expect(await left(id)).toEqual(['D-APPEAL-LEAVE-7D 2026-11-20'])
    const other = await twice()
    await acts('asso.rhone', other, 'removal.appeal', { ...filed, noticeOn: '2026-11-20' })
    expect(await left(other)).toEqual(['D-APPEAL-LEAVE 2026-11-09'])
  })

  it('notified twice, keeps both times where nobody says which is contested, or says a day of neither', async () => {
    const id = await twice()
    for (const said of [{}, { against: 'decision' }, { noticeOn: '2026-11-10' }, { against: 'judgment' }])
      await acts('asso.rhone', id, 'removal.appeal', { ...filed, ...said })
    expect(await left(id)).toHaveLength(2)
  })

  it('contested before a later one was notified, is the one that the appeal is against', async () => {
    const id = await twice()
    await acts('asso.rhone', id, 'removal.appeal', { ...filed, on: '2026-11-16' })
    expect(await left(id)).toEqual(['D-APPEAL-LEAVE-7D 2026-11-20'])
  })

  it('judged, has its own time beside that of another, and each appeal says which (R911-8)', async () => {
    const id = await site.tell.flagged()
    await notified(id, '2026-11-20')
    await acts('asso.rhone', id, 'removal.judged', { decisionOn: '2026-11-10', notifiedOn: '2026-11-20' })
    const both = ['D-APPEAL-LEAVE 2026-11-20', 'D-APPEAL-LEAVE-CAA 2026-11-20']
    await acts('asso.rhone', id, 'removal.appeal', { ...filed, noticeOn: '2026-11-20' })
    expect(await left(id)).toEqual(both)
    await acts('asso.rhone', id, 'removal.appeal', { ...filed, against: 'judgment' })
    expect(await left(id)).toEqual(both.slice(0, 1))
  })
})

describe('the exit programme (CASF L121-9, CJA R421-1)', () => {
  const refusedTwice = async () => {
    const id = await asked('2026-05-01')
    await acts('asso.rhone', id, 'exit.request', { wishes: true })
    for (const notifiedOn of ['2026-10-12', '2026-11-16'])
      await acts('prefecture.69', id, 'psp.refuse', { reason: 'not_engaged', notifiedOn })
    return id
  }

  it('refused twice, leaves the two months of the refusal that is not contested', async () => {
    const id = await refusedTwice()
    await acts('asso.rhone', id, 'psp.appeal', filed)
    expect(await running(id, 'D-APPEAL-PSP')).toHaveLength(2)
    await acts('asso.rhone', id, 'psp.appeal', { ...filed, noticeOn: '2026-10-12' })
    expect(await running(id, 'D-APPEAL-PSP')).toEqual(['D-APPEAL-PSP 2026-11-16'])
    // One is left, and an appeal of that day is against it.
    await acts('asso.rhone', id, 'psp.appeal', filed)
    expect(await running(id, 'D-APPEAL-PSP')).toEqual([])
  })
})

describe('young adult support (CASF L222-5, CJA R421-1, R811-1)', () => {
  const both = ['D-APPEAL-YOUNG-ADULT', 'D-APPEAL-YOUNG-ADULT-AGAIN'] as const
  const judgedAndRefused = async () => {
    const id = await flagged('2008-12-01')
    await acts('asso.rhone', id, 'young_adult.judged', { decisionOn: '2026-11-10', notifiedOn: '2026-11-16' })
    await acts('asso.rhone', id, 'young_adult.refused', { on: '2026-11-20' })
    return id
  }
  const appealed = (id: string, said: object) =>
    acts('asso.rhone', id, 'young_adult.appealed', { on, wishes: true, ...said })

  it('refused anew after a judgment, keeps the time that no appeal is said to be against', async () => {
    const id = await judgedAndRefused()
    await appealed(id, {})
    expect(await running(id, ...both)).toHaveLength(2)
    await appealed(id, { against: 'judgment' })
    expect(await running(id, ...both)).toEqual(['D-APPEAL-YOUNG-ADULT 2026-11-20'])
  })

  it('legal aid of which nobody says against which leaves both safe days, and either end in law open (decree 2020-1717, art. 43, 44)', async () => {
    const id = await judgedAndRefused()
    const ends = async () =>
      (await read('asso.rhone', id)).deadlines
        .filter(({ code }) => both.some((one) => one === code))
        .map(({ code, dueOn, legalEnd }) => [code, dueOn, legalEnd?.on])
        .toSorted()
    await acts('asso.rhone', id, 'young_adult.time', { what: 'aid_asked', on })
    expect(await ends()).toEqual([
      [both[0], '2027-01-21', null],
      [both[1], '2027-01-18', null]
    ])
    await acts('asso.rhone', id, 'young_adult.time', { what: 'aid_decided', on })
    expect(await ends()).toEqual([
      [both[0], '2027-01-21', '2027-02-10'],
      [both[1], '2027-01-18', '2027-01-25']
    ])
  })

  it('legal aid decided of the judgment counts that time anew, and not the other', async () => {
    const id = await judgedAndRefused()
    await acts('asso.rhone', id, 'young_adult.time', { what: 'aid_asked', on: '2026-11-20' })
    await acts('asso.rhone', id, 'young_adult.time', { what: 'aid_decided', about: 'judgment', on })
    const { deadlines } = await read('asso.rhone', id)
    const found = (code: string) => deadlines.find((one) => one.code === code)
    expect(found(both[0])).toMatchObject({ dueOn: '2027-01-21', legalEnd: { on: null } })
    expect(found(both[1])).toMatchObject({ startsOn: on, dueOn: '2027-01-25' })
  })
})

describe('a permit (CESEDA L911-1, CJA R811-2)', () => {
  it('refused after a judgment on another refusal, has a time that the appeal against the judgment leaves', async () => {
    const id = await asked('2026-05-01')
    await acts('asso.rhone', id, 'ta.rejected', {
      ...{ decisionOn: '2026-11-10', notifiedOn: '2026-11-16', about: 'permit' }
    })
    await acts('prefecture.69', id, 'permit.refuse', {
      ...{ reason: 'condition_missing', tenYears: false, decisionOn: '2026-11-18', notifiedOn: '2026-11-20' },
      appealWithin: 'two_months'
    })
    await acts('asso.rhone', id, 'ta.filed', { ...filed, against: 'judgment' })
    expect(await running(id, 'D-APPEAL-TA', 'D-APPEAL-CAA')).toEqual(['D-APPEAL-TA 2026-11-20'])
  })
})

describe('a judgment served, of which nobody says whether it is on the acts or on the civil claim (CPP 464, 498, 380-9)', () => {
  const investigated = async () => {
    const id = await site.tell.consenting()
    await acts('asso.rhone', id, 'complaint.file', complaint)
    await acts('asso.rhone', id, 'civil_party.join', { who: 'person', on: '2025-01-12', agrees: true })
    await acts('parquet.lyon', id, 'stage.instruction')
    return id
  }
  const served = (id: string, court = 'criminal') =>
    acts('parquet.lyon', id, 'judgment.served', { court, about: 'unknown', on: '2026-11-20', absent: true })
  const told = async (id: string) =>
    (await read('asso.rhone', id)).deadlines
      .filter(({ code, state }) => /^D-(APPEAL|CASSATION)/.test(code) && state === 'running')
      .map(({ code, dueOn, legalEnd }) => [code, dueOn, legalEnd && legalEnd.on])
      .toSorted()

  it('starts both times, and neither has a certain end', async () => {
    for (const [court, code] of [
      ['criminal', 'D-APPEAL-JUDGMENT'],
      ['assizes', 'D-APPEAL-ASSIZES']
    ] as const) {
      const id = await investigated()
      await served(id, court)
      expect(await told(id)).toEqual(
        [
          ['D-APPEAL-INTERESTS', '2026-11-30', null],
          [code, '2026-11-30', null]
        ].toSorted()
      )
    }
  })

  it('counts the time of whoever was absent from the service, and leaves the safe day of whoever may have been there', async () => {
    for (const [presence, dueOn] of [
      ['absent', '2026-11-30'],
      ['unknown', '2026-11-26']
    ] as const) {
      const id = await investigated()
      await acts('parquet.lyon', id, 'conviction.pronounced', {
        ...{ court: 'criminal', pronouncedOn: '2026-11-16', presence }
      })
      await served(id)
      expect(await told(id)).toEqual([
        ['D-APPEAL-INTERESTS', '2026-11-30', null],
        ['D-APPEAL-JUDGMENT', dueOn, null]
      ])
    }
  })

  it('of a court of appeal leaves the five clear days alone (CPP 568)', async () => {
    const id = await investigated()
    await served(id, 'appeal')
    expect((await told(id)).map(([code]) => code)).toEqual(['D-CASSATION'])
  })
})
