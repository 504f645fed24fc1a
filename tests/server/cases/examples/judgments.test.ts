import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, read, site } from '../../../support/running/birthdays.ts'
import { appeals, asked, changes, refused } from './refused.ts'

// What a court rejects, and what ends against the person's will: each leaves a time of its own, counted from its notice.

amongBirthdays()
const on = '2026-11-24'
const filed = { on: '2026-11-02', number: '26-1', wishes: true }
const clock = async (id: string, code: string) =>
  (await read('asso.rhone', id)).deadlines.find((one) => one.code === code && one.state === 'running')

describe('a judgment on the permit asked for beside the one held (CJA R811-2)', () => {
  const brought = async () => {
    const id = await asked('2026-05-01')
    await acts('prefecture.69', id, 'permit.issue', { issuedOn: '2026-06-01', number: 'A1' })
    await acts('asso.rhone', id, 'coming_of_age.apply_beside', {
      ...{ on: '2026-06-10', domiciliation: true, inCare: 'before_16' }
    })
    await acts('prefecture.69', id, 'other.refuse', {
      ...{ reason: 'condition_missing', decisionOn: '2026-10-10', notifiedOn: '2026-10-12' },
      appealWithin: 'two_months'
    })
    expect(await clock(id, 'D-APPEAL-OTHER-TA')).toMatchObject({ dueOn: '2026-12-14' })
    await acts('asso.rhone', id, 'other.appeal', filed)
    expect(await clock(id, 'D-APPEAL-OTHER-TA')).toBeUndefined()
    return id
  }

  it('rejected, opens two months from its notice, which the appeal stops', async () => {
    const id = await brought()
    await acts('prefecture.69', id, 'other.judged', {
      ...{ outcome: 'rejected', decisionOn: '2026-11-10', notifiedOn: '2026-11-16', about: 'permit' }
    })
    expect(await clock(id, 'D-APPEAL-OTHER-CAA')).toMatchObject({ dueOn: '2027-01-18', legalEnd: null })
    await acts('asso.rhone', id, 'other.appeal', { ...filed, on })
    expect(await clock(id, 'D-APPEAL-OTHER-CAA')).toBeUndefined()
  })

  it('of which nobody knows the notice, nor what it is about, counts the shorter time and has no end in law', async () => {
    const id = await brought()
    await acts('asso.rhone', id, 'other.judged', { outcome: 'rejected', decisionOn: '2026-11-10' })
    expect(await clock(id, 'D-APPEAL-OTHER-CAA-OQTF')).toMatchObject({
      ...{ dueOn: '2026-12-11', legalEnd: { on: null } }
    })
  })

  it('annulled, opens none', async () => {
    const id = await brought()
    await acts('asso.rhone', id, 'other.judged', { outcome: 'annulled', decisionOn: '2026-11-10' })
    expect((await appeals(id)).filter(({ state }) => state === 'running')).toEqual([])
  })
})

const judgedThen = { decisionOn: '2026-11-10', notifiedOn: '2026-11-16' }

describe('a judgment on an obligation to leave alone (CESEDA R911-8, R922-27)', () => {
  const left = async () => {
    const id = await site.tell.flagged()
    const notified = { decisionOn: '2026-10-20', notifiedOn: '2026-10-20', appealWithin: 'one_month' }
    await acts('asso.rhone', id, 'removal.notified', notified)
    return id
  }

  it('rejected, opens one month from its notice, and leaves the stay as it was', async () => {
    const id = await left()
    const stay = async () =>
      (await read('asso.rhone', id)).regions.find((one) => one.id === 'residence')?.state
    expect(await stay()).toBe('irregular')
    await acts('asso.rhone', id, 'removal.appeal', filed)
    await acts('asso.rhone', id, 'removal.judged', judgedThen)
    expect(await clock(id, 'D-APPEAL-LEAVE')).toBeUndefined()
    expect(await clock(id, 'D-APPEAL-LEAVE-CAA')).toMatchObject({ dueOn: '2026-12-17', legalEnd: null })
    expect(await stay()).toBe('irregular')
    // Written down as the judgment on a permit of which the file knows nothing, it rewrites no stay either.
    await acts('asso.rhone', id, 'ta.rejected', { decisionOn: '2026-11-10', about: 'removal' })
    expect(await stay()).toBe('irregular')
  })

  it('filed and not judged, opens none; ended, leaves none', async () => {
    const id = await left()
    await acts('asso.rhone', id, 'removal.appeal', filed)
    expect(await clock(id, 'D-APPEAL-LEAVE-CAA')).toBeUndefined()
    await acts('asso.rhone', id, 'removal.judged', { decisionOn: '2026-11-10' })
    expect(await clock(id, 'D-APPEAL-LEAVE-CAA')).toMatchObject({
      dueOn: '2026-12-11',
      legalEnd: { on: null }
    })
    await acts('asso.rhone', id, 'removal.ended', { on, outcome: 'withdrawn' })
    expect(await clock(id, 'D-APPEAL-LEAVE-CAA')).toBeUndefined()
  })

  it('leaves the forty-eight hours of another obligation, notified since (CESEDA L614-2)', async () => {
    const id = await left()
    await acts('asso.rhone', id, 'removal.appeal', filed)
    const second = { decisionOn: on, notifiedOn: on, notifiedAt: '09:00', appealWithin: 'forty_eight_hours' }
    await acts('asso.rhone', id, 'removal.notified', second)
    await acts('asso.rhone', id, 'removal.judged', judgedThen)
    expect(await clock(id, 'D-APPEAL-LEAVE-48H')).toMatchObject({ dueOn: '2026-11-26' })
    expect(await clock(id, 'D-APPEAL-LEAVE-CAA')).toMatchObject({ dueOn: '2026-12-17' })
  })

  it('carried out, takes no time to appeal away, and the appeal is still written down (CESEDA L614-1)', async () => {
    const id = await site.tell.flagged()
    const notified = { decisionOn: on, notifiedOn: on, appealWithin: 'one_month' }
    await acts('asso.rhone', id, 'removal.notified', notified)
    await acts('asso.rhone', id, 'removal.ended', { on, outcome: 'carried_out' })
    expect(await clock(id, 'D-APPEAL-LEAVE')).toBeDefined()
    await acts('asso.rhone', id, 'removal.appeal', { ...filed, on })
    expect(await clock(id, 'D-APPEAL-LEAVE')).toBeUndefined()
    await acts('asso.rhone', id, 'removal.judged', judgedThen)
    await acts('asso.rhone', id, 'removal.ended', { on, outcome: 'carried_out' })
    expect(await clock(id, 'D-APPEAL-LEAVE-CAA')).toMatchObject({ dueOn: '2026-12-17' })
  })

  it('by the court of appeal, opens two months to the Conseil d’État, which distance lengthens (CJA R821-1, R821-2)', async () => {
    const id = await left()
    await acts('asso.rhone', id, 'removal.judged', { ...judgedThen, court: 'appeal', livesFar: 'abroad' })
    expect(await clock(id, 'D-APPEAL-LEAVE-CAA')).toBeUndefined()
    const told = await clock(id, 'D-APPEAL-LEAVE-CE')
    expect(told).toMatchObject({ dueOn: '2027-01-18', legalEnd: { on: '2027-03-17' } })
    expect(told?.computation.join(' ')).toMatch(/avocat aux Conseils seul.*R821-2/)
    await acts('asso.rhone', id, 'removal.appeal', { ...filed, on })
    expect(await clock(id, 'D-APPEAL-LEAVE-CE')).toBeUndefined()
  })
})

describe('legal aid asked for against a judgment, for which a lawyer must act (decree 2020-1717, art. 44; CJA R811-7)', () => {
  it('leaves the time without an end, which runs whole again from the decision', async () => {
    const id = await refused('2026-05-15')
    await acts('asso.rhone', id, 'ta.filed', { ...filed, on: '2026-06-01' })
    const judgment = { decisionOn: '2026-10-01', notifiedOn: '2026-10-05', about: 'permit' }
    await acts('prefecture.69', id, 'ta.rejected', judgment)
    expect(await clock(id, 'D-APPEAL-CAA')).toMatchObject({ dueOn: '2026-12-07', legalEnd: null })
    // Of the first claim it gives nothing to the second.
    await changes(id, 'aid_asked', '2026-10-20')
    expect(await clock(id, 'D-APPEAL-CAA')).toMatchObject({ legalEnd: null })
    await changes(id, 'aid_asked', '2026-10-20', { about: 'judgment' })
    expect(await clock(id, 'D-APPEAL-CAA')).toMatchObject({ dueOn: '2026-12-07', legalEnd: { on: null } })
    await changes(id, 'aid_decided', '2026-11-20', { about: 'judgment' })
    // The fifteen days more are before the tribunal alone (art. 43).
    expect(await clock(id, 'D-APPEAL-CAA')).toMatchObject({ dueOn: '2027-01-21', legalEnd: null })
  })
})

describe('the court of appeal that rules itself (CJA R821-1)', () => {
  it('opens two months to the Conseil d’État, and no appeal to the court that ruled', async () => {
    const id = await refused('2026-05-15')
    await acts('asso.rhone', id, 'ta.filed', { ...filed, on: '2026-06-01' })
    const ruling = { ...judgedThen, about: 'removal', court: 'appeal' }
    await acts('prefecture.69', id, 'ta.rejected', ruling)
    expect(await clock(id, 'D-APPEAL-CAA-OQTF')).toBeUndefined()
    expect(await clock(id, 'D-APPEAL-CE')).toMatchObject({ dueOn: '2027-01-18', legalEnd: null })
    await changes(id, 'aid_asked', '2026-11-20', { about: 'judgment' })
    expect(await clock(id, 'D-APPEAL-CE')).toMatchObject({ legalEnd: { on: null } })
  })
})

describe('distance lengthens the appeal against a judgment, whatever its length (CJA R811-5)', () => {
  it('by one month overseas, and by two abroad; the safe day stays', async () => {
    for (const [about, livesFar, dueOn, end] of [
      ['permit', 'overseas', '2027-01-18', '2027-02-17'],
      ['removal', 'abroad', '2026-12-17', '2027-02-17']
    ] as const) {
      const id = await refused('2026-05-15')
      await acts('asso.rhone', id, 'ta.filed', { ...filed, on: '2026-06-01' })
      const judgment = { decisionOn: '2026-11-10', notifiedOn: '2026-11-16', about, livesFar }
      await acts('prefecture.69', id, 'ta.rejected', judgment)
      expect((await appeals(id)).find(({ state }) => state === 'running')).toMatchObject({
        ...{ dueOn, legalEnd: { on: end } }
      })
    }
  })
})
