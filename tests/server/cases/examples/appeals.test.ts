import { describe, expect, it } from 'vitest'
import { amongBirthdays, comesBy, read, site } from '../../../support/running/birthdays.ts'
import { asked, refuses, refused, appeal, changes } from './refused.ts'

amongBirthdays()
const may = async (id: string, command: string) =>
  (await read('asso.rhone', id)).actions.find((one) => one.command === command)

describe('the time to ask the administrative court (CJA R421-1; CE 409579 and 472836)', () => {
  it('notified on 15 May, ends on 16 July: a clear time limit', async () => {
    expect(await appeal(await refused('2026-05-15'))).toMatchObject({
      code: 'D-APPEAL-TA',
      dueOn: '2026-07-16',
      legalEnd: null
    })
  })

  it('notified on 23 November 2026, ends on Monday 25 January 2027: said step by step, each with its source', async () => {
    const clock = await appeal(await refused('2026-11-23'))
    expect(clock).toMatchObject({ dueOn: '2027-01-25', legalEnd: null })
    expect(clock?.computation).toEqual([
      '23 nov. 2026 + 2 mois = 23 janv. 2027',
      'Délai franc : le dernier jour est le lendemain du 23 janv. 2027',
      'Le 24 janv. 2027 n’est pas un jour ouvré : reporté au 25 janv. 2027',
      expect.stringContaining('Devant le tribunal administratif, aucun avocat n’est exigé')
    ])
    expect(clock?.basis.slice(0, 3).map(({ code }) => code)).toEqual(['CJA.R421-1', 'CE.409579', 'CE.472836'])
  })

  it('of a month against an obligation to leave (CESEDA L911-1) is clear and moved as well', async () => {
    const id = await refused('2026-11-20', { appealWithin: 'one_month' })
    expect(await appeal(id)).toMatchObject({ code: 'D-APPEAL-OQTF', dueOn: '2026-12-21' })
  })
})

describe('ways and times that the notice does not state (CJA R421-5)', () => {
  it('no end in law, and the safe day stays the short one: 48 hours never become a year on a list', async () => {
    const id = await refused('2026-11-23', {
      appealWithin: 'forty_eight_hours',
      notifiedAt: '14:00',
      remediesStated: 'no'
    })
    const clock = await appeal(id)
    expect(clock).toMatchObject({
      code: 'D-APPEAL-48H',
      dueAt: '2026-11-25T13:00:00.000Z',
      legalEnd: { on: null, at: null, passed: false, stillOpen: false }
    })
    expect(clock?.legalEnd?.why.join()).toMatch(/aucun délai n’est opposable.*n° 387763.*R\. 421-5/s)
  })

  it('once the safe day is over the right is not: nothing is late, nothing is foreclosed, the appeal is recorded', async () => {
    const id = await refused('2026-11-23', { remediesStated: 'no' })
    await comesBy('2027-06-01T09:00:00Z')
    expect(await appeal(id)).toMatchObject({
      state: 'running',
      late: false,
      legalEnd: { on: null, stillOpen: true }
    })
    expect(await may(id, 'ta.filed')).toMatchObject({ enabled: true })
  })

  it('not known, is said to be checked; stated, leaves one day', async () => {
    const clock = await appeal(await refused('2026-11-23', { remediesStated: 'unknown' }))
    expect(clock).toMatchObject({ dueOn: '2027-01-25', legalEnd: { on: null } })
    expect(clock?.legalEnd?.why).toEqual([expect.stringMatching(/^À vérifier/)])
    expect(await appeal(await refused('2026-11-23', { remediesStated: 'yes' }))).toMatchObject({
      legalEnd: null
    })
  })
})

describe('48 hours run from the hour of the notice (CESEDA L921-2, R921-3)', () => {
  const within = (notice: object = {}) =>
    refused('2026-11-23', { appealWithin: 'forty_eight_hours', ...notice })

  it('known, it is the one end', async () => {
    expect(await appeal(await within({ notifiedAt: '17:30' }))).toMatchObject({
      dueAt: '2026-11-25T16:30:00.000Z',
      legalEnd: null
    })
  })

  it('unknown, the safe end counts from the start of that day and the end in law from its end', async () => {
    expect(await appeal(await within())).toMatchObject({
      dueAt: '2026-11-24T23:00:00.000Z',
      legalEnd: { on: '2026-11-26', at: '2026-11-25T23:00:00.000Z' }
    })
  })

  it('an hour that no clock shows is refused under its field', async () => {
    const id = await asked('2026-05-01')
    await expect(
      refuses(id, '2026-11-23', { appealWithin: 'forty_eight_hours', notifiedAt: '25:00' })
    ).rejects.toThrow(/notifiedAt/)
  })
})

describe('distance (CJA R421-7) lengthens the two months, and no other time', () => {
  it('a month overseas, two months abroad; the safe day stays the short one', async () => {
    expect(await appeal(await refused('2026-11-23', { livesFar: 'overseas' }))).toMatchObject({
      dueOn: '2027-01-25',
      legalEnd: { on: '2027-02-24' }
    })
    expect(await appeal(await refused('2026-11-23', { livesFar: 'abroad' }))).toMatchObject({
      legalEnd: { on: '2027-03-24' }
    })
    const month = { appealWithin: 'one_month', livesFar: 'abroad' }
    expect(await appeal(await refused('2026-11-20', month))).toMatchObject({ legalEnd: null })
  })
})

describe('legal aid (décret 2020-1717 art. 43)', () => {
  it('asked for in time leaves no end in law until it is decided; then the whole time runs again', async () => {
    const id = await refused('2026-10-10', { appealWithin: 'one_month' })
    expect(await appeal(id)).toMatchObject({ dueOn: '2026-11-12' })
    await changes(id, 'aid_asked', '2026-11-02')
    expect(await appeal(id)).toMatchObject({ dueOn: '2026-11-12', state: 'running', legalEnd: { on: null } })
    await changes(id, 'aid_decided', '2026-11-20')
    expect(await appeal(id)).toMatchObject({ dueOn: '2026-12-21', legalEnd: { on: '2027-01-06' } })
  })

  it('recorded after the end of the time is heard where it was asked for before', async () => {
    const id = await refused('2026-10-10', { appealWithin: 'one_month' })
    await comesBy('2026-11-25T09:00:00Z')
    expect(await appeal(id)).toMatchObject({ state: 'fired' })
    const asks = (on: string) =>
      site.tell.act('asso.rhone', id, 'appeal.time', { what: 'aid_asked', about: 'permit', on })
    await asks('2026-11-13')
    expect(await appeal(id)).toMatchObject({ state: 'fired', legalEnd: null })
    await asks('2026-11-12')
    expect(await appeal(id)).toMatchObject({ state: 'running', legalEnd: { on: null } })
  })

  it('lengthens neither seven days nor 48 hours (CESEDA R921-3)', async () => {
    const id = await refused('2026-11-20', { appealWithin: 'seven_days' })
    await changes(id, 'aid_asked', '2026-11-23')
    expect(await appeal(id)).toMatchObject({ dueOn: '2026-11-27', legalEnd: { on: '2026-11-28' } })
  })
})
