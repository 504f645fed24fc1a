import { describe, expect, it } from 'vitest'
import { fireDue } from '../../../../server/firing/fire.ts'
import { acts, amongBirthdays, site } from '../../../support/running/birthdays.ts'
import { asked, refuses, refused, appeals, appeal, changes } from './refused.ts'

amongBirthdays()

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
