import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, complaint, on, read, site } from '../../../support/running/birthdays.ts'
import { appeals, asked, changes, refuses } from '../examples/refused.ts'

// What a prefecture decides is contested in its time, whatever the stay is and whatever is given beside it.

amongBirthdays()

const running = async (id: string) => (await appeals(id)).filter(({ state }) => state === 'running')
const obliged = { decisionOn: '2026-11-20', notifiedOn: '2026-11-20', appealWithin: 'one_month' }

describe('an obligation to leave (CESEDA L251-1, L614-1, R921-1)', () => {
  const held = async () => {
    const id = await site.tell.consenting(['A', 'B', 'C', 'E', 'F'])
    await acts('asso.rhone', id, 'complaint.file', complaint)
    await acts('parquet.lyon', id, 'conviction.final', { finalOn: '2026-11-02' })
    await acts('asso.rhone', id, 'prefecture.request')
    await site.tell.move('prefecture.69', await site.tell.referral(id, 'prefecture'), 'accept')
    await acts('prefecture.69', id, 'resident.issue', { issuedOn: '2026-11-10', number: 'R-1' })
    return [id, 'cr10'] as const
  }
  const union = async () =>
    [await site.tell.flagged('asso.rhone', { nationality: 'eu', stay: 'unknown' }), 'eu_or_french'] as const

  it.each([
    ['a citizen of the Union', union],
    ['whoever holds the ten-year card', held]
  ])(
    'of %s: house arrest shortens its month, and legal aid leaves it without an end',
    async (_who, whose) => {
      const [id, residence] = await whose()
      expect(await site.tell.row(id)).toMatchObject({ residence })
      await acts('asso.rhone', id, 'removal.notified', obliged)
      expect(await running(id)).toMatchObject([
        { code: 'D-APPEAL-LEAVE', dueOn: '2026-12-21', legalEnd: null }
      ])
      await changes(id, 'aid_asked', '2026-11-23', { about: 'removal' })
      expect(await running(id)).toMatchObject([{ code: 'D-APPEAL-LEAVE', legalEnd: { on: null } }])
      await changes(id, 'house_arrest', '2026-11-23', { about: 'removal' })
      expect(await running(id)).toMatchObject([{ code: 'D-APPEAL-LEAVE-7D', dueOn: '2026-11-30' }])
      expect(await site.tell.row(id)).toMatchObject({ residence })
    }
  )
})

describe('another permit that ends by a decision (CJA R421-1, CESEDA L614-1)', () => {
  const family = async () => {
    const id = await site.tell.consenting(['A', 'B', 'C', 'E', 'F'])
    await acts('asso.rhone', id, 'other_permit.record', { ground: 'family', issuedOn: '2025-11-02' })
    return id
  }
  const ended = async (because: string, more: object = {}) => {
    const id = await family()
    await acts('asso.rhone', id, 'other_permit.ended', { on: '2026-11-16', because, ...more })
    return id
  }

  it('expired without another, opens no time to appeal', async () => {
    expect(await running(await ended('expired'))).toEqual([])
  })

  it.each(['refused', 'withdrawn'])(
    '%s, is contested in the time that its notice states',
    async (because) => {
      const notifiedOn = '2026-11-20'
      const of = async (appealWithin: string) => running(await ended(because, { notifiedOn, appealWithin }))
      expect(await of('two_months')).toMatchObject([{ code: 'D-APPEAL-TA', dueOn: '2027-01-21' }])
      expect(await of('one_month')).toMatchObject([{ code: 'D-APPEAL-OQTF', dueOn: '2026-12-21' }])
      expect(await of('seven_days')).toMatchObject([{ code: 'D-APPEAL-7D', dueOn: '2026-11-27' }])
      expect(await of('forty_eight_hours')).toMatchObject([{ code: 'D-APPEAL-48H' }])
    }
  )

  it('of which neither notice nor time is known, counts a month, has no end in law, and is appealed', async () => {
    const id = await ended('refused')
    expect(await running(id)).toMatchObject([
      { code: 'D-APPEAL-OQTF', dueOn: '2026-12-17', legalEnd: { on: null } }
    ])
    expect(await running(await ended('refused', { notifiedOn: '2026-11-20' }))).toMatchObject([
      { code: 'D-APPEAL-OQTF', dueOn: '2026-12-21', legalEnd: { on: '2027-01-21' } }
    ])
    await acts('asso.rhone', id, 'ta.filed', { on, number: '26-1', wishes: true })
    expect(await running(id)).toEqual([])
  })

  it('expired while its renewal is asked for, leaves the application and its silence (R432-2)', async () => {
    const id = await family()
    await acts('asso.rhone', id, 'permit.renew_ask', { on: '2026-09-15' })
    await acts('asso.rhone', id, 'other_permit.ended', { on: '2026-11-02', because: 'expired' })
    expect(await site.tell.row(id)).toMatchObject({
      ...{ residence: 'regular_other', facts: { renewalAsked: true, permitOverOn: '2026-11-02' } }
    })
    const silence = (await read('asso.rhone', id)).deadlines.find(({ code }) => code === 'D-SILENCE')
    expect(silence).toMatchObject({ state: 'running', dueOn: '2027-01-15' })
  })
})

describe('a permit that is given on another ground than the one refused', () => {
  const refusedThen = async (command: string) => {
    const id = await asked('2026-05-01')
    await refuses(id, '2026-11-10')
    await acts('prefecture.69', id, command, { issuedOn: '2026-11-20', number: 'T-1' })
    return id
  }

  it('leaves the time against that refusal (CJA R421-1)', async () => {
    expect(await running(await refusedThen('coming_of_age.issue'))).toMatchObject([{ code: 'D-APPEAL-TA' }])
    const family = await asked('2026-05-01')
    await refuses(family, '2026-11-10')
    await acts('asso.rhone', family, 'other_permit.record', { ground: 'family', issuedOn: '2026-11-20' })
    expect(await running(family)).toMatchObject([{ code: 'D-APPEAL-TA' }])
  })

  it('is none where it is the one refused: the refusal is replaced', async () => {
    expect(await running(await refusedThen('discretion.issue'))).toEqual([])
  })
})

describe('the thirty days (R425-2)', () => {
  it('run beside a permit, with their bar and what they give (R425-4)', async () => {
    const id = await site.tell.consenting(['A', 'B', 'C', 'E', 'F'])
    await acts('asso.rhone', id, 'reflection.offer', {
      ...{ on: '2026-11-20', language: 'fr', means: 'in_person', confidential: true, wishes: true }
    })
    await acts('asso.rhone', id, 'prefecture.request')
    await site.tell.move('prefecture.69', await site.tell.referral(id, 'prefecture'), 'accept')
    await acts('prefecture.69', id, 'receipt.handed', { handedOn: on, number: 'R-1' })
    await acts('asso.rhone', id, 'other_permit.record', { ground: 'family', issuedOn: on })
    const { residence, facts } = await site.tell.row(id)
    expect([residence, facts['removalBar']]).toEqual(['regular_other', true])
    expect(facts['rights']).toEqual(expect.arrayContaining(['work', 'police_protection', 'social_support']))
    const days = (await read('asso.rhone', id)).deadlines.find(({ code }) => code === 'D-REFLEX')
    expect(days).toMatchObject({ state: 'running', dueOn: '2026-12-24' })
  })
})
