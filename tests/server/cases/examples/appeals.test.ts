import { describe, expect, it } from 'vitest'
import { fireDue } from '../../../../server/firing/fire.ts'
import { acts, amongBirthdays, comesBy, read, site } from '../../../support/running/birthdays.ts'

amongBirthdays()

type Refusal = { appealWithin?: string } & Record<string, unknown>

/** A permit asked for, and the prefecture taking part. */
const asked = async (on: string) => {
  const { tell } = site
  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
  await tell.act('asso.rhone', id, 'prefecture.request', {})
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  await tell.act('asso.rhone', id, 'discretion.apply', { on, grounds: 'victim', domiciliation: true })
  return id
}
const refuses = (id: string, notifiedOn: string, { appealWithin = 'two_months', ...notice }: Refusal = {}) =>
  acts('prefecture.69', id, 'permit.refuse', {
    ...{ reason: 'condition_missing', tenYears: false, decisionOn: notifiedOn, notifiedOn, appealWithin },
    ...notice
  })
const refused = async (notifiedOn: string, notice: Refusal = {}) => {
  const id = await asked('2026-05-01')
  await refuses(id, notifiedOn, notice)
  return id
}
/** As the association that accompanies the person is told them. */
const appeals = async (id: string) =>
  (await read('asso.rhone', id)).deadlines.filter(({ code }) => code.startsWith('D-APPEAL-'))
const appeal = async (id: string) => (await appeals(id))[0]
const changes = (id: string, what: string, on: string, more: object = {}) =>
  acts('asso.rhone', id, 'appeal.time', { what, about: 'permit', on, ...more })
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

describe('an answer implies that something was asked', () => {
  it('aid decided and its request unknown: the safe day stays, the end in law runs from the decision (art. 43)', async () => {
    const id = await refused('2026-09-02')
    await changes(id, 'aid_decided', '2026-10-20')
    expect(await appeal(id)).toMatchObject({ dueOn: '2026-11-03', legalEnd: { on: '2027-01-05' } })
  })

  it('the day of the request said with it, the whole time runs again from the decision', async () => {
    const id = await refused('2026-09-02')
    await changes(id, 'aid_decided', '2026-11-20', { askedOn: '2026-10-10' })
    expect(await appeal(id)).toMatchObject({ dueOn: '2027-01-21', legalEnd: { on: '2027-02-08' } })
  })

  it('asked for after the end, it gives nothing', async () => {
    const id = await refused('2026-09-02')
    await changes(id, 'aid_decided', '2026-11-20', { askedOn: '2026-11-10' })
    expect(await appeal(id)).toMatchObject({ dueOn: '2026-11-03', legalEnd: null })
  })

  it('decided after the end of a time that nobody knew was interrupted, it opens the end in law again', async () => {
    const id = await refused('2026-09-02')
    await changes(id, 'aid_decided', '2026-11-20')
    expect(await appeal(id)).toMatchObject({
      dueOn: '2026-11-03',
      legalEnd: { on: '2027-02-08', passed: false }
    })
  })

  it('a second decision on aid, once the first was disputed (art. 43, 3°), moves the end in law alone', async () => {
    const id = await refused('2026-10-10')
    await changes(id, 'aid_asked', '2026-10-20')
    await changes(id, 'aid_decided', '2026-11-02')
    expect(await appeal(id)).toMatchObject({ dueOn: '2027-01-04', legalEnd: { on: '2027-01-18' } })
    await changes(id, 'aid_decided', '2026-11-20')
    expect(await appeal(id)).toMatchObject({ dueOn: '2027-01-04', legalEnd: { on: '2027-02-08' } })
  })
})

describe('reconsideration, and an appeal to the superior (CRPA L411-2)', () => {
  it('interrupt the two months: no end in law; rejected, the whole time runs again', async () => {
    const id = await refused('2026-10-10')
    await changes(id, 'gracious', '2026-11-02')
    expect(await appeal(id)).toMatchObject({ dueOn: '2026-12-11', legalEnd: { on: null } })
    await changes(id, 'hierarchical', '2026-11-03')
    await changes(id, 'gracious_rejected', '2026-11-10')
    // It runs again once both are rejected.
    expect(await appeal(id)).toMatchObject({ dueOn: '2027-01-11', legalEnd: { on: null } })
    await changes(id, 'hierarchical_rejected', '2026-11-20')
    expect(await appeal(id)).toMatchObject({ dueOn: '2027-01-21', legalEnd: null })
  })

  it('leave shorter times as they are', async () => {
    const id = await refused('2026-11-10', { appealWithin: 'one_month' })
    await changes(id, 'gracious', '2026-11-20')
    expect(await appeal(id)).toMatchObject({ code: 'D-APPEAL-OQTF', legalEnd: null })
  })
})

describe('house arrest, prison, a detention centre (CESEDA R921-1, R921-2)', () => {
  it('told under house arrest or by the prison, seven days take the place of the month', async () => {
    const id = await refused('2026-11-10', { appealWithin: 'one_month' })
    await changes(id, 'house_arrest', '2026-11-23')
    expect(await appeals(id)).toMatchObject([{ code: 'D-APPEAL-7D', dueOn: '2026-11-30' }])
  })

  it('told in a detention centre, 48 hours do, from that hour', async () => {
    const id = await refused('2026-11-20', { appealWithin: 'seven_days' })
    await changes(id, 'detention_centre', '2026-11-23', { at: '09:00' })
    expect(await appeals(id)).toMatchObject([{ code: 'D-APPEAL-48H', dueAt: '2026-11-25T08:00:00.000Z' }])
  })

  it('say the same of an obligation to leave that comes by itself (CESEDA L614-2)', async () => {
    const id = await asked('2026-05-01')
    await acts('prefecture.69', id, 'removal.notified', {
      ...{ decisionOn: '2026-11-20', notifiedOn: '2026-11-20', appealWithin: 'one_month' }
    })
    expect(await appeals(id)).toMatchObject([{ code: 'D-APPEAL-LEAVE', dueOn: '2026-12-21' }])
    await changes(id, 'detention_centre', '2026-11-23', { about: 'removal', at: '09:00' })
    expect(await appeals(id)).toMatchObject([
      { code: 'D-APPEAL-LEAVE-48H', dueAt: '2026-11-25T08:00:00.000Z' }
    ])
  })

  it('leave the two months against a refusal alone as they are', async () => {
    const id = await refused('2026-11-10')
    await changes(id, 'house_arrest', '2026-11-23')
    expect(await appeals(id)).toMatchObject([{ code: 'D-APPEAL-TA', dueOn: '2027-01-11' }])
  })
})

describe('a refusal that silence made', () => {
  const silent = async (notice: object = {}) => {
    const id = await asked('2026-05-01')
    await fireDue(site.gate)
    await acts('asso.rhone', id, 'permit.refused', { bornOn: '2026-09-01', ...notice })
    return id
  }

  it('not acknowledged, has no end in law (CRPA L112-6)', async () => {
    const clock = await appeal(await silent({ acknowledged: 'no' }))
    expect(clock).toMatchObject({ dueOn: '2026-11-02', state: 'running', late: false })
    expect(clock?.legalEnd).toMatchObject({ on: null, stillOpen: true })
    expect(clock?.legalEnd?.why.join()).toMatch(/L\. 112-6/)
  })

  it('is not late in any list once its safe day is over: the day says so, and the end in law with it', async () => {
    const id = await silent({ acknowledged: 'no' })
    const awaitedUntil = (lateAt: string | null) =>
      site.db.owner.query(
        `update participation set due_at = '2026-11-02T22:59:59Z', late_at = $2, due_in_month = false
           where case_id = $1`,
        [id, lateAt]
      )
    const lines = async (view: string): Promise<{ id: string; due: object }[]> => {
      const { items, counts } = (await site.get('asso.rhone', `/api/cases?view=${view}&limit=100`)).json()
      expect(counts[view].n).toBe(items.length)
      return items.filter((one: { id: string }) => one.id === id)
    }
    await awaitedUntil('infinity')
    expect(await lines('late')).toEqual([])
    expect(await lines('todo')).toMatchObject([{ due: { late: false, past: 'safe', ends: { on: null } } }])
    await awaitedUntil('2026-12-21T22:59:59Z')
    expect(await lines('late')).toEqual([])
    expect(await lines('todo')).toMatchObject([{ due: { past: 'safe', ends: { on: '2026-12-21' } } }])
    await awaitedUntil(null)
    expect(await lines('late')).toEqual([])
    expect(await lines('todo')).toMatchObject([{ due: { late: false, past: 'indication' } }])
    await awaitedUntil('2026-11-02T22:59:59Z')
    expect(await lines('late')).toMatchObject([{ due: { late: true, past: null } }])
  })

  it('its reasons asked for in time, runs two months from the day they are given (CRPA L232-4)', async () => {
    const id = await silent()
    await changes(id, 'reasons_asked', '2026-10-20')
    expect(await appeal(id)).toMatchObject({ dueOn: '2026-11-02', legalEnd: { on: null } })
    await changes(id, 'reasons_given', '2026-11-18')
    expect(await appeal(id)).toMatchObject({ dueOn: '2027-01-19', legalEnd: null })
  })
})

describe('an older paper, recorded late', () => {
  it('leaves the time against the newer decision as it is, and shows its own beside it', async () => {
    const id = await refused('2026-11-20')
    await site.tell.act('asso.rhone', id, 'discretion.apply', {
      ...{ on: '2026-11-21', grounds: 'victim', domiciliation: true }
    })
    await refuses(id, '2026-10-05', { decisionOn: '2026-10-05' })
    expect((await appeals(id)).map(({ dueOn }) => dueOn).toSorted()).toEqual(['2026-12-07', '2027-01-21'])
  })
})

describe('a judgment that rejects the claim (CJA R811-2; CESEDA R911-8, R922-27)', () => {
  const rejected = async (said: object) => {
    const id = await refused('2026-05-15')
    await site.tell.act('asso.rhone', id, 'ta.filed', { on: '2026-06-01', number: '26-1', wishes: true })
    await site.tell.act('prefecture.69', id, 'ta.rejected', { decisionOn: '2026-11-10', ...said })
    return id
  }

  it('is appealed in two months of its notice, in one on an obligation to leave', async () => {
    const permit = await rejected({ notifiedOn: '2026-11-16', about: 'permit' })
    expect(await appeals(permit)).toMatchObject([
      { code: 'D-APPEAL-CAA', dueOn: '2027-01-18', legalEnd: null }
    ])
    const removal = await rejected({ notifiedOn: '2026-11-16', about: 'removal' })
    expect(await appeals(removal)).toMatchObject([{ code: 'D-APPEAL-CAA-OQTF', dueOn: '2026-12-17' }])
  })

  it('of which neither is said, leaves the shorter time from the judgment, and no end in law', async () => {
    expect(await appeals(await rejected({}))).toMatchObject([
      { code: 'D-APPEAL-CAA-OQTF', dueOn: '2026-12-11', legalEnd: { on: null } }
    ])
    expect(await appeals(await rejected({ notifiedOn: '2026-11-16' }))).toMatchObject([
      { dueOn: '2026-12-17', legalEnd: { on: '2027-01-18' } }
    ])
  })
})
