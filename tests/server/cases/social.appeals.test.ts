import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, flagged, read, site } from '../../support/running/birthdays.ts'
import { versionOf } from '../../support/running/site.ts'
import { asked, changes } from './examples/refused.ts'

// What a court rejects, and what ends against the person's will: each leaves a time of its own, counted from its notice.

amongBirthdays()
const filed = { on: '2026-11-02', number: '26-1', wishes: true }
const clock = async (id: string, code: string) =>
  (await read('asso.rhone', id)).deadlines.find((one) => one.code === code && one.state === 'running')
const judgedThen = { decisionOn: '2026-11-10', notifiedOn: '2026-11-16' }

describe('the exit programme (CASF L121-9)', () => {
  const running = async () => {
    const id = await asked('2026-05-01')
    await acts('asso.rhone', id, 'exit.request', { wishes: true })
    await acts('prefecture.69', id, 'psp.decision', { heardOn: '2026-05-20', decidedOn: '2026-06-01' })
    return id
  }

  it('ended because its conditions are not met any more, is contested from the notice (CJA R421-1)', async () => {
    for (const [said, dueOn, legalEnd] of [
      [{ notifiedOn: '2026-11-16' }, '2027-01-18', null],
      [{}, '2027-01-11', { on: null }],
      [{ notifiedOn: '2026-11-16', remediesStated: 'no' }, '2027-01-18', { on: null }]
    ] as const) {
      const id = await running()
      await acts('prefecture.69', id, 'psp.end', { on: '2026-11-10', reason: 'no_longer_met', ...said })
      expect(await clock(id, 'D-APPEAL-PSP')).toMatchObject({ dueOn, legalEnd })
      await acts('asso.rhone', id, 'psp.appeal', { ...filed, on: '2026-11-24' })
      expect(await clock(id, 'D-APPEAL-PSP')).toBeUndefined()
    }
  })

  it('accomplished, or left, opens no time to appeal', async () => {
    for (const reason of ['completed', 'by_person']) {
      const id = await running()
      await acts('prefecture.69', id, 'psp.end', { on: '2026-11-10', reason, notifiedOn: '2026-11-16' })
      expect(await clock(id, 'D-APPEAL-PSP')).toBeUndefined()
    }
  })

  it('a claim that the court rejects leaves two months, before whichever court is next (CJA R811-1, R811-2, R821-1)', async () => {
    const id = await running()
    await acts('prefecture.69', id, 'psp.end', { on: '2026-10-10', reason: 'no_longer_met' })
    await acts('asso.rhone', id, 'psp.appeal', filed)
    await acts('prefecture.69', id, 'psp.judged', judgedThen)
    const told = await clock(id, 'D-APPEAL-PSP-AGAIN')
    expect(told).toMatchObject({ dueOn: '2027-01-18', legalEnd: null })
    expect(told?.computation.join(' ')).toMatch(/R811-1, 1°.*avocat aux Conseils/)
    await changes(id, 'aid_asked', '2026-11-20', { about: 'programme_judgment' })
    expect(await clock(id, 'D-APPEAL-PSP-AGAIN')).toMatchObject({ legalEnd: { on: null } })
    await acts('asso.rhone', id, 'psp.appeal', { ...filed, on: '2026-11-24' })
    expect(await clock(id, 'D-APPEAL-PSP-AGAIN')).toBeUndefined()
  })

  it('a rejection leaves the time against a second refusal, notified since (CJA R421-1)', async () => {
    const id = await asked('2026-05-01')
    const refusal = { reason: 'not_engaged', notifiedOn: '2026-10-12' }
    await acts('asso.rhone', id, 'exit.request', { wishes: true })
    await acts('prefecture.69', id, 'psp.refuse', refusal)
    await acts('asso.rhone', id, 'psp.appeal', filed)
    await acts('prefecture.69', id, 'psp.refuse', { ...refusal, notifiedOn: '2026-11-16' })
    await acts('asso.rhone', id, 'psp.judged', judgedThen)
    expect(await clock(id, 'D-APPEAL-PSP')).toMatchObject({ dueOn: '2027-01-18' })
    expect(await clock(id, 'D-APPEAL-PSP-AGAIN')).toMatchObject({ dueOn: '2027-01-18' })
  })

  it('renewed beyond twenty-four months is written down, and said to be unusual by a report alone', async () => {
    const id = await running()
    for (const decidedOn of ['2026-07-01', '2026-08-01', '2026-09-01'])
      await acts('prefecture.69', id, 'psp.renew', { decidedOn })
    const seen = await site.get('prefecture.69', `/api/cases/${id}`)
    const offered = seen.json().actions.find(({ command }: { command: string }) => command === 'psp.renew')
    expect(JSON.stringify(offered)).toMatch(/vingt-quatre mois/)
    const renewed = await site.act(
      'prefecture.69',
      [id, 'psp.renew'],
      { decidedOn: '2026-10-01' },
      {
        ...{ version: versionOf(seen), key: randomUUID() }
      }
    )
    expect(renewed.statusCode, renewed.body).toBe(200)
    expect(await clock(id, 'D-PSP')).toMatchObject({ dueOn: '2027-04-01' })
  })
})

describe('young adult support (CASF L222-5, CJA R421-1)', () => {
  const contract = async () => {
    const id = await flagged('2008-12-01')
    await acts('asso.rhone', id, 'young_adult.contract', { on: '2026-09-01', until: '2027-03-01' })
    return id
  }

  it('whose end is notified before it, is contested from the notice, and the contract runs to that end', async () => {
    for (const why of ['departement', 'own_means']) {
      const id = await contract()
      const decided = { on: '2026-11-02', notifiedOn: '2026-11-02', endsOn: '2026-11-30', why }
      await acts('asso.rhone', id, 'young_adult.ended', decided)
      expect(await clock(id, 'D-APPEAL-YOUNG-ADULT')).toMatchObject({ dueOn: '2027-01-04', legalEnd: null })
      expect(await clock(id, 'D-YOUNG-ADULT')).toMatchObject({ dueOn: '2026-11-30' })
    }
  })

  it('ended on a day of which nobody knows the notice, has no end in law, and says that the letter may be older', async () => {
    const id = await contract()
    await acts('asso.rhone', id, 'young_adult.ended', { on: '2026-11-20', why: 'departement' })
    const told = await clock(id, 'D-APPEAL-YOUNG-ADULT')
    expect(told).toMatchObject({ dueOn: '2027-01-21', legalEnd: { on: null } })
    expect(told?.legalEnd?.why.join()).toMatch(/a commencé plus tôt/)
    expect(await clock(id, 'D-YOUNG-ADULT')).toBeUndefined()
  })

  it('ended by age or by the person opens no time', async () => {
    for (const why of ['age', 'person']) {
      const id = await contract()
      await acts('asso.rhone', id, 'young_adult.ended', { on: '2026-11-20', notifiedOn: '2026-11-20', why })
      expect(await clock(id, 'D-APPEAL-YOUNG-ADULT')).toBeUndefined()
    }
  })

  it('a claim that the court rejects leaves two months from the notice, which legal aid interrupts', async () => {
    const id = await contract()
    await acts('asso.rhone', id, 'young_adult.refused', { on: '2026-10-20' })
    await acts('asso.rhone', id, 'young_adult.appealed', { on: '2026-10-26', wishes: true })
    expect(await clock(id, 'D-APPEAL-YOUNG-ADULT')).toBeUndefined()
    await acts('asso.rhone', id, 'young_adult.judged', judgedThen)
    expect(await clock(id, 'D-APPEAL-YOUNG-ADULT-AGAIN')).toMatchObject({
      ...{ dueOn: '2027-01-18', legalEnd: null }
    })
    await acts('asso.rhone', id, 'young_adult.time', { what: 'aid_asked', on: '2026-11-20' })
    expect(await clock(id, 'D-APPEAL-YOUNG-ADULT-AGAIN')).toMatchObject({ legalEnd: { on: null } })
  })

  it('a rejection leaves the time against a second refusal, notified since (CJA R421-1)', async () => {
    const id = await contract()
    await acts('asso.rhone', id, 'young_adult.refused', { on: '2026-10-20' })
    await acts('asso.rhone', id, 'young_adult.appealed', { on: '2026-10-26', wishes: true })
    await acts('asso.rhone', id, 'young_adult.refused', { on: '2026-11-16' })
    await acts('asso.rhone', id, 'young_adult.judged', judgedThen)
    expect(await clock(id, 'D-APPEAL-YOUNG-ADULT')).toMatchObject({ dueOn: '2027-01-18' })
    expect(await clock(id, 'D-APPEAL-YOUNG-ADULT-AGAIN')).toMatchObject({ dueOn: '2027-01-18' })
  })

  it('an answer to what the case did not know was asked leaves the safe day, and counts anew where that day is said', async () => {
    for (const [what, said, dueOn, end] of [
      ['prior_rejected', {}, '2026-12-03', '2027-01-21'],
      ['prior_rejected', { askedOn: '2026-10-20' }, '2027-01-21', null],
      ['aid_decided', {}, '2026-12-03', '2027-02-08'],
      ['aid_decided', { askedOn: '2026-10-20' }, '2026-12-03', '2027-02-08'],
      ['aid_decided', { askedOn: '2026-10-20', about: 'decision' }, '2027-01-21', '2027-02-08'],
      ['aid_decided', { askedOn: '2026-10-20', about: 'judgment' }, '2026-12-03', null]
    ] as const) {
      const id = await flagged('2008-12-01')
      await acts('asso.rhone', id, 'young_adult.refused', { on: '2026-10-02' })
      await acts('asso.rhone', id, 'young_adult.time', { what, on: '2026-11-20', ...said })
      expect(await clock(id, 'D-APPEAL-YOUNG-ADULT')).toMatchObject({
        ...{ dueOn, legalEnd: end === null ? null : { on: end } }
      })
    }
  })
})
