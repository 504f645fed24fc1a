import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, comesBy, complaint, read, site } from '../../../support/running/birthdays.ts'

amongBirthdays()

/** A complaint of trafficking; the person is civil party. */
const party = async (different: object = {}) => {
  const id = await site.tell.consenting()
  await acts('asso.rhone', id, 'complaint.file', { ...complaint, ...different })
  await acts('asso.rhone', id, 'civil_party.join', { who: 'person', on: '2026-11-24', agrees: true })
  return id
}
const clocks = async (id: string, code: string) =>
  (await read('asso.rhone', id)).deadlines.filter((one) => one.code === code)
const court = (id: string, command: string, input: object) => acts('parquet.lyon', id, command, input)
const there = { court: 'criminal', presence: 'present' }
const decision = 'D-CIVI-DECISION'

describe('the year after a decision (CPP 706-5)', () => {
  it('runs from the pronouncement of a conviction, with no end in law until it is final', async () => {
    const id = await party()
    await court(id, 'conviction.pronounced', { ...there, pronouncedOn: '2026-02-02' })
    expect(await clocks(id, decision)).toMatchObject([{ dueOn: '2027-02-02', legalEnd: { on: null } }])
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-02-13' })
    expect(await clocks(id, decision)).toMatchObject([
      { dueOn: '2027-02-02', legalEnd: { on: '2027-02-15' } }
    ])
  })

  it('an appeal takes nothing from it: the conviction after it leaves a running year', async () => {
    const id = await party()
    await court(id, 'procedure.acquitted', { ...there, pronouncedOn: '2025-12-01' })
    await court(id, 'acquittal.appealed', { on: '2025-12-05', against: 'judgment' })
    expect(await clocks(id, decision)).toMatchObject([{ dueOn: '2026-12-01', legalEnd: { on: null } }])
    await court(id, 'conviction.pronounced', { ...there, pronouncedOn: '2026-02-02' })
    expect(await clocks(id, decision)).toMatchObject([{ dueOn: '2026-12-01', legalEnd: { on: null } }])
  })

  it.each([
    ['acquittal.final', { finalOn: '2026-11-10' }],
    ['conviction.final', { accused: 'same', finalOn: '2026-11-10' }],
    ['procedure.no_case', { notifiedOn: '2026-11-10' }]
  ])('%s of another accused leaves the safe day where it was', async (command, input) => {
    const id = await party()
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-02-02' })
    await court(id, command, input)
    expect(await clocks(id, decision)).toMatchObject([
      { startsOn: '2026-02-02', dueOn: '2027-02-02', legalEnd: { on: '2027-11-10' } }
    ])
  })

  it('an earlier decision that is learnt of later is the safe day, in whatever order they are written', async () => {
    const id = await party()
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-11-10' })
    await court(id, 'acquittal.final', { finalOn: '2026-02-02' })
    expect(await clocks(id, decision)).toMatchObject([
      { dueOn: '2027-02-02', legalEnd: { on: '2027-11-10' } }
    ])
  })

  it('counts from the day of the decision where it is said, and not from when it became final', async () => {
    const id = await party()
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-11-12', judgedOn: '2026-11-02' })
    expect(await clocks(id, decision)).toMatchObject([
      { dueOn: '2027-11-02', legalEnd: { on: '2027-11-12' } }
    ])
  })
})

describe('the three years after the acts (CPP 706-5)', () => {
  it('have no end in law while there is a prosecution, and end no earlier than a year after the decision', async () => {
    const id = await party({ lastFactsOn: '2023-12-01' })
    const offence = () => clocks(id, 'D-CIVI-OFFENCE')
    expect(await offence()).toMatchObject([{ dueOn: '2026-12-01', legalEnd: null }])
    await court(id, 'stage.trial', {})
    expect(await offence()).toMatchObject([{ dueOn: '2026-12-01', legalEnd: { on: null } }])
    await comesBy('2027-01-05T09:00:00Z')
    expect(await offence()).toMatchObject([{ state: 'running', late: false, legalEnd: { stillOpen: true } }])
    await site.tell.act('parquet.lyon', id, 'conviction.final', { accused: 'same', finalOn: '2027-01-04' })
    expect(await offence()).toMatchObject([{ dueOn: '2026-12-01', legalEnd: { on: '2028-01-04' } }])
  })

  it('over already as the prosecution is learnt of, are so no more', async () => {
    const id = await party({ lastFactsOn: '2023-01-10' })
    await comesBy('2026-11-24T11:10:00Z')
    expect(await clocks(id, 'D-CIVI-OFFENCE')).toMatchObject([{ state: 'fired' }])
    await court(id, 'stage.trial', { on: '2026-11-10' })
    expect(await clocks(id, 'D-CIVI-OFFENCE')).toMatchObject([
      { dueOn: '2026-01-12', state: 'running', legalEnd: { on: null } }
    ])
  })

  it('named once the prosecution runs, are in doubt at once', async () => {
    const id = await party()
    await court(id, 'stage.instruction', {})
    await acts('asso.rhone', id, 'complaint.add', { ...complaint, lastFactsOn: '2023-01-10' })
    expect(await clocks(id, 'D-CIVI-OFFENCE')).toMatchObject([{ state: 'running', legalEnd: { on: null } }])
  })

  it('counted from eighteen, have no end in law either, and tell no birthday', async () => {
    const id = await party({ lastFactsOn: '2020-05-02', majorityOn: '2023-12-17' })
    await court(id, 'stage.trial', {})
    const [clock] = await clocks(id, 'D-CIVI-OFFENCE')
    expect(clock).toMatchObject({ state: 'running', legalEnd: { on: null } })
    await comesBy('2027-02-20T09:00:00Z')
    expect(await clocks(id, 'D-CIVI-OFFENCE')).toMatchObject([{ state: 'running' }])
  })
})

describe('the fund’s year (CPP 706-15-2)', () => {
  it('runs from the final decision, whatever the CIVI is asked, and in law longer where it finds it inadmissible', async () => {
    const id = await party()
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-02-02' })
    expect(await clocks(id, 'D-SARVI')).toMatchObject([{ dueOn: '2027-02-02', legalEnd: { on: null } }])
    await acts('asso.rhone', id, 'civi.claim', { ground: 'listed', receivedOn: '2026-03-10', agrees: true })
    await acts('asso.rhone', id, 'civi.refused', { notifiedOn: '2026-11-20' })
    expect(await clocks(id, 'D-SARVI')).toMatchObject([{ dueOn: '2027-02-02', state: 'running' }])
  })
})

describe('the six months to be paid from confiscated assets (CPP 706-164)', () => {
  const asking = { on: '2026-11-23', agrees: true }
  const agrasc = (id: string) => clocks(id, 'D-AGRASC')

  it('do not run for whoever is no civil party, and do whatever is known of the assets', async () => {
    const stranger = await site.tell.consenting()
    await acts('asso.rhone', stranger, 'complaint.file', complaint)
    await court(stranger, 'conviction.final', { accused: 'same', finalOn: '2026-11-02' })
    expect(await agrasc(stranger)).toEqual([])
    for (const seizedStand of ['returned', 'paid']) {
      const id = await party()
      await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-11-02', seizedStand })
      expect(await agrasc(id)).toMatchObject([{ startsOn: '2026-11-02', state: 'running' }])
    }
  })

  it('runs six months from the day when the conviction became final, and longer where damages came later', async () => {
    const id = await party()
    await court(id, 'conviction.final', {
      accused: 'same',
      finalOn: '2026-08-31',
      seizedStand: 'confiscated'
    })
    expect(await agrasc(id)).toMatchObject([
      { startsOn: '2026-08-31', dueOn: '2027-02-28', state: 'running', legalEnd: { on: null } }
    ])
    await comesBy('2027-03-02T09:00:00Z')
    expect(await agrasc(id)).toMatchObject([{ state: 'running', late: false }])
    await site.tell.act('asso.rhone', id, 'agrasc.request', { ...asking, on: '2027-03-01' })
    expect((await agrasc(id)).map(({ state }) => state)).not.toContain('running')
  })

  it('are warned of whatever is known of the assets, and stop with the letter', async () => {
    const id = await party()
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-11-02' })
    expect(await agrasc(id)).toMatchObject([{ dueOn: '2027-05-02', state: 'running' }])
    await acts('asso.rhone', id, 'agrasc.request', asking)
    expect((await agrasc(id)).map(({ state }) => state)).not.toContain('running')
  })

  it('run all the same once the CIVI has paid: that may be less than what was awarded', async () => {
    const id = await party()
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-11-02' })
    await acts('asso.rhone', id, 'civi.claim', { ground: 'listed', receivedOn: '2026-11-10', agrees: true })
    await acts('asso.rhone', id, 'civi.paid', { amount: 'under_5', on: '2026-11-20' })
    expect(await agrasc(id)).toMatchObject([{ state: 'running' }])
  })

  const late = { who: 'person', agrees: true }

  it('run for a civil party of whom the file learns after the final conviction (CPP 421)', async () => {
    const id = await site.tell.consenting()
    await acts('asso.rhone', id, 'complaint.file', complaint)
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-11-02' })
    expect([await agrasc(id), await clocks(id, 'D-SARVI')]).toEqual([[], []])
    await acts('asso.rhone', id, 'civil_party.join', { ...late, on: '2026-10-30' })
    expect(await agrasc(id)).toMatchObject([{ startsOn: '2026-11-02', dueOn: '2027-05-02' }])
    expect(await clocks(id, 'D-SARVI')).toMatchObject([{ dueOn: '2027-11-02', legalEnd: { on: null } }])
  })

  it('do not run from a conviction for whoever joined after it, against another', async () => {
    const id = await site.tell.consenting()
    await acts('asso.rhone', id, 'complaint.file', complaint)
    await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-11-02' })
    await acts('asso.rhone', id, 'civil_party.join', { ...late, on: '2026-11-12' })
    expect(await agrasc(id)).toEqual([])
  })

  it('run from a decision on the civil claim, though the accused was acquitted (CPP 372, 464)', async () => {
    const id = await party()
    await court(id, 'acquittal.final', { finalOn: '2026-11-02' })
    expect(await agrasc(id)).toEqual([])
    await court(id, 'civil_interests.final', { outcome: 'rejected', finalOn: '2026-11-10' })
    expect(await agrasc(id)).toEqual([])
    await court(id, 'civil_interests.final', { outcome: 'awarded', finalOn: '2026-11-12' })
    expect(await agrasc(id)).toMatchObject([
      { startsOn: '2026-11-12', dueOn: '2027-05-12', legalEnd: { on: null } }
    ])
    expect(await clocks(id, 'D-SARVI')).toMatchObject([{ dueOn: '2027-11-12' }])
    expect(await clocks(id, decision)).toMatchObject([{ legalEnd: { on: '2027-11-12' } }])
  })

  it.each(['awarded', 'rejected'])(
    'keep the safe day of the conviction, and no end in law: %s, more may be awarded yet (CPP 464)',
    async (outcome) => {
      const id = await party()
      await court(id, 'conviction.final', { accused: 'same', finalOn: '2026-08-31' })
      await court(id, 'civil_interests.final', { outcome, finalOn: '2026-11-12' })
      expect(await agrasc(id)).toMatchObject([
        { startsOn: '2026-08-31', dueOn: '2027-02-28', legalEnd: { on: null } }
      ])
    }
  )

  it('say that nobody read whether they hold for a time that ran on their first day', async () => {
    const told = await site.get('asso.rhone', '/api/law/CPP.706-164')
    expect(told.body).toContain('l’application des six mois aux délais en cours ce jour-là')
  })

  it('stand in the register as an excerpt read elsewhere, with their clock and the act that stops it', async () => {
    const told = await site.get('asso.rhone', '/api/law/CPP.706-164')
    expect(told.statusCode).toBe(200)
    expect(told.json()).toMatchObject({ read: 'excerpt', textAsOf: '2024-07-02', inForceFrom: null })
    expect(told.body).toMatch(/agrasc\.gouv\.fr/)
    for (const one of ['D-AGRASC', 'agrasc.request']) expect(told.body).toContain(one)
  })
})
