import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, complaint, read, site } from '../../support/running/birthdays.ts'

// The silence of four months is on the application that was made, and no text closes one by another (CESEDA R432-2).

amongBirthdays()
const on = '2026-11-24'
const silences = async (id: string) =>
  (await read('asso.rhone', id)).deadlines
    .filter(({ code, state }) => code.startsWith('D-SILENCE') && state === 'running')
    .map(({ code, startsOn, dueOn }) => `${code} ${startsOn} ${dueOn}`)
const row = (id: string) => site.tell.row(id)

describe('the renewal of the permit held', () => {
  const asked = async () => {
    const id = await site.tell.consenting(['A', 'B', 'C', 'E', 'F'])
    await acts('asso.rhone', id, 'complaint.file', complaint)
    await acts('asso.rhone', id, 'permit.apply', {
      ...{ on: '2026-06-01', domiciliation: true, proof: 'complaint_receipt', tiesBroken: true }
    })
    await site.tell.move('prefecture.69', await site.tell.referral(id, 'prefecture'), 'accept')
    await acts('prefecture.69', id, 'permit.issue', { issuedOn: '2026-06-10', number: 'A1' })
    await acts('asso.rhone', id, 'unworthy_housing.apply_beside', {
      ...{ on: '2026-10-01', domiciliation: true, aboutHousing: true }
    })
    await acts('asso.rhone', id, 'permit.renew_ask', { on: '2026-11-02' })
    expect(await silences(id)).toEqual([
      'D-SILENCE-OTHER 2026-10-01 2027-02-01',
      'D-SILENCE 2026-11-02 2027-03-02'
    ])
    return id
  }

  it('is not answered by another permit that is issued: its silence goes on from its own day (R431-5, R432-2)', async () => {
    const id = await asked()
    await acts('prefecture.69', id, 'unworthy_housing.issue', { issuedOn: on, number: 'B1' })
    expect(await silences(id)).toEqual(['D-SILENCE-OTHER 2026-11-02 2027-03-02'])
    expect((await row(id)).facts).toMatchObject({
      renewalAsked: false,
      asksBeside: [{ permit: 'l425_1', on: '2026-11-02', over: false }]
    })
    await acts('prefecture.69', id, 'other.refuse', {
      ...{ permit: 'l425_1', reason: 'other', decisionOn: on, notifiedOn: on, appealWithin: 'two_months' }
    })
    expect(await silences(id)).toEqual([])
  })

  it('is answered by the same permit renewed, which leaves what is asked for beside it (L425-1)', async () => {
    const id = await asked()
    await acts('prefecture.69', id, 'permit.renew', { issuedOn: on, number: 'A2' })
    expect(await silences(id)).toEqual(['D-SILENCE-OTHER 2026-10-01 2027-02-01'])
    expect((await row(id)).facts).toMatchObject({
      renewalAsked: false,
      asksBeside: [{ permit: 'l425_11' }]
    })
  })
})

describe('a refusal that the court annuls while reflection runs', () => {
  const granted = { decisionOn: '2026-11-20', within: '2026-11-23' }

  it('sends the application back to the prefecture beside reflection, with a silence of its own', async () => {
    const id = await site.tell.reflecting()
    await acts('asso.rhone', id, 'ta.granted', granted)
    expect(await row(id)).toMatchObject({
      residence: 'reflection_running',
      facts: { otherPermit: 'asked', asksBeside: [{ permit: 'unsaid', on: '2026-11-23', over: false }] }
    })
    expect(await silences(id)).toEqual(['D-SILENCE-OTHER 2026-11-23 2027-03-23'])
    // Written down by a second hand, it is the same one.
    await acts('prefecture.69', id, 'ta.granted', granted)
    expect((await row(id)).facts['asksBeside']).toHaveLength(1)
    expect(await silences(id)).toHaveLength(1)
  })
})
