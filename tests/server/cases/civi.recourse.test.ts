import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, complaint, read, site } from '../../support/running/birthdays.ts'

amongBirthdays()

const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const court = (id: string, command: string, input: object) => acts('parquet.lyon', id, command, input)

const complained = async () => {
  const id = await site.tell.consenting()
  await asso(id, 'complaint.file', complaint)
  return id
}
const convicted = async (finalOn = '2026-06-01') => {
  const id = await complained()
  await asso(id, 'civil_party.join', { who: 'person', on: '2025-01-12', agrees: true })
  await court(id, 'conviction.final', { accused: 'same', finalOn })
  return id
}
const claimed = async () => {
  const id = await complained()
  await asso(id, 'civi.claim', { ground: 'listed', receivedOn: '2026-03-10', agrees: true })
  return id
}
const running = async (id: string, code: string) =>
  (await read('asso.rhone', id)).deadlines.filter((one) => one.code === code && one.state === 'running')
const asked = { on: '2026-11-24', agrees: true }

describe('what follows a decision', () => {
  it('of the court of appeal after the CIVI (CPC 612) is contested on points of law in two months of its notice, with more time from overseas (CPC 643)', async () => {
    const id = await claimed()
    const ruling = { notifiedOn: '2026-11-20', decidedBy: 'appeal' }
    await asso(id, 'civi.refused', ruling)
    const [told] = await running(id, 'D-CIVI-CASSATION')
    expect(told).toMatchObject({ dueOn: '2027-01-20', legalEnd: null })
    expect(told?.computation.join(' ')).toMatch(/avocat aux Conseils.*CPC 973/)
    await asso(id, 'civi.appealed', asked)
    expect(await running(id, 'D-CIVI-CASSATION')).toEqual([])
    const away = await claimed()
    await asso(away, 'civi.inadmissible', { ...ruling, livesAway: 'overseas' })
    expect(await running(away, 'D-CIVI-CASSATION')).toMatchObject([
      { dueOn: '2027-01-20', legalEnd: { on: '2027-02-22' } }
    ])
  })

  it('a claim found inadmissible leaves the three years to claim again (CPP 706-5, C. civ. 2243), where the day of the acts is said', async () => {
    const id = await claimed()
    await asso(id, 'civi.inadmissible', { notifiedOn: '2026-11-20', lastFactsOn: '2025-03-02' })
    expect(await running(id, 'D-CIVI-OFFENCE')).toMatchObject([{ dueOn: '2028-03-02' }])
    const child = await claimed()
    await asso(child, 'civi.inadmissible', { lastFactsOn: '2025-03-02', majorityOn: '2026-05-04' })
    expect(await running(child, 'D-CIVI-OFFENCE')).toMatchObject([{ dueOn: '2029-05-04' }])
  })

  it('counts none where nobody says that day, and a claim that is rejected leaves none', async () => {
    for (const command of ['civi.inadmissible', 'civi.refused']) {
      const id = await claimed()
      await asso(id, command, { notifiedOn: '2026-11-20' })
      expect(await running(id, 'D-CIVI-OFFENCE')).toEqual([])
    }
  })
})

describe('the month to appeal against the CIVI (CPP R50-22 and R50-23, CPC 528, 538 and 642)', () => {
  const appeal = 'D-CIVI-APPEAL'
  const refusedTo = async (more: object = {}) => {
    const id = await claimed()
    expect(await running(id, appeal)).toEqual([])
    await asso(id, 'civi.refused', { notifiedOn: '2026-11-20', ...more })
    return id
  }

  it('runs from the receipt of the letter: of 20 November, a Sunday moves it to Monday 21 December', async () => {
    const id = await refusedTo()
    expect(await running(id, appeal)).toMatchObject([{ dueOn: '2026-12-21', legalEnd: null }])
    await asso(id, 'civi.appealed', asked)
    expect(await running(id, appeal)).toEqual([])
    expect((await site.tell.row(id))['facts']).toMatchObject({ compensation: 'claimed' })
  })

  it('runs for an award that is too small, and for a claim found inadmissible', async () => {
    for (const command of ['civi.awarded', 'civi.inadmissible']) {
      const id = await claimed()
      await asso(id, command, { notifiedOn: '2026-11-24', decidedBy: 'civi' })
      expect([command, await running(id, appeal)]).toMatchObject([command, [{ dueOn: '2026-12-24' }]])
    }
  })

  it.each([
    ['overseas', '2027-01-20'],
    ['abroad', '2027-02-22']
  ])(
    'is longer for whoever lives %s (CPC 643): the safe day stays, and the end in law is said',
    async (livesAway, on) => {
      expect(await running(await refusedTo({ livesAway }), appeal)).toMatchObject([
        { dueOn: '2026-12-21', legalEnd: { on } }
      ])
    }
  )

  it('does not run against what the court of appeal decided', async () =>
    expect(await running(await refusedTo({ decidedBy: 'appeal' }), appeal)).toEqual([]))

  it('does not run before the decision is notified (CPC 528, 670-1), and runs once its day is written', async () => {
    const id = await claimed()
    await asso(id, 'civi.refused', {})
    expect(await running(id, appeal)).toEqual([])
    await asso(id, 'civi.refused', { notifiedOn: '2026-11-24' })
    expect(await running(id, appeal)).toMatchObject([{ dueOn: '2026-12-24' }])
  })

  it('has no end in law where the notice states neither time nor way (CPC 680, 693)', async () => {
    for (const remediesStated of ['no', 'unknown']) {
      const [clock] = await running(await refusedTo({ remediesStated }), appeal)
      expect(clock).toMatchObject({ dueOn: '2026-12-21', legalEnd: { on: null } })
      expect(JSON.stringify(clock)).toContain('CPC 680 et 693')
    }
    expect(await running(await refusedTo({ remediesStated: 'yes' }), appeal)).toMatchObject([
      { legalEnd: null }
    ])
  })

  it('has no end in law once legal aid is asked for in time (decree 2020-1717, art. 43)', async () => {
    const id = await refusedTo()
    await asso(id, 'civi.aid_asked', asked)
    expect(await running(id, appeal)).toMatchObject([{ dueOn: '2026-12-21', legalEnd: { on: null } }])
  })
})

describe('the fund’s year after a claim found inadmissible (CPP 706-5, second paragraph)', () => {
  const year = 'D-SARVI'
  const inadmissible = async (decisions: readonly object[]) => {
    const id = await convicted('2026-03-02')
    await asso(id, 'civi.claim', { ground: 'listed', receivedOn: '2026-03-10', agrees: true })
    for (const decision of decisions) await asso(id, 'civi.inadmissible', decision)
    return id
  }
  const ofCommission = { notifiedOn: '2026-09-15', decidedBy: 'civi' }
  const onAppeal = { notifiedOn: '2026-11-20', decidedBy: 'appeal' }

  it('runs from the notice of the commission’s decision, whether or not who decided is said', async () => {
    for (const decidedBy of ['civi', undefined])
      expect(await running(await inadmissible([{ ...ofCommission, decidedBy }]), year)).toMatchObject([
        { startsOn: '2026-09-15', dueOn: '2027-09-15', legalEnd: null }
      ])
  })

  it('is not moved by the ruling of the court of appeal, whose own year may be argued', async () => {
    const [clock] = await running(await inadmissible([ofCommission, onAppeal]), year)
    expect(clock).toMatchObject({
      startsOn: '2026-09-15',
      dueOn: '2027-09-15',
      legalEnd: { on: '2027-11-20' }
    })
    expect(JSON.stringify(clock)).toContain('Irrecevabilité jugée ou confirmée en appel')
  })
})

describe('the ten days against a judgment on the civil claim alone (CPP 464, 498)', () => {
  const judged = async (how: object) => {
    const id = await convicted()
    await court(id, 'civil_interests.judged', { court: 'criminal', pronouncedOn: '2026-11-20', ...how })
    return id
  }
  const appeal = 'D-APPEAL-INTERESTS'

  it('run from its pronouncement, and an appeal leaves the conviction final and the procedure closed', async () => {
    const id = await judged({ presence: 'present' })
    expect(await running(id, appeal)).toMatchObject([{ dueOn: '2026-11-30', legalEnd: null }])
    await asso(id, 'civil_interests.appealed', { on: '2026-11-24' })
    expect(await running(id, appeal)).toEqual([])
    expect(await site.tell.row(id)).toMatchObject({
      judicial: 'convicted_final',
      facts: { procedureOpen: false }
    })
  })

  it('run from its service for whoever was absent and not told the day; not served, they have no end in law', async () => {
    const served = await judged({ presence: 'absent', signifiedOn: '2026-11-23' })
    expect(await running(served, appeal)).toMatchObject([{ dueOn: '2026-12-03', legalEnd: null }])
    const unserved = await judged({ presence: 'absent' })
    expect(await running(unserved, appeal)).toMatchObject([{ dueOn: '2026-11-30', legalEnd: { on: null } }])
  })

  it.each(['criminal', 'assizes'])(
    'begin with a service that comes later (CPP 498, 380-9), of the %s court, and start no time against the acts',
    async (which) => {
      const id = await judged({ court: which, presence: 'absent' })
      await court(id, 'judgment.served', { court: which, about: 'interests', on: '2026-11-23', absent: true })
      expect(await running(id, appeal)).toMatchObject([
        { startsOn: '2026-11-23', dueOn: '2026-12-03', legalEnd: null }
      ])
      for (const code of ['D-APPEAL-JUDGMENT', 'D-APPEAL-ASSIZES'])
        expect(await running(id, code)).toEqual([])
    }
  )

  it('are not begun by the service of the judgment on the acts, and begin where nobody wrote the judgment down', async () => {
    const id = await judged({ presence: 'absent' })
    await court(id, 'judgment.served', { court: 'criminal', about: 'acts', on: '2026-11-23', absent: true })
    expect(await running(id, appeal)).toMatchObject([{ startsOn: '2026-11-20', legalEnd: { on: null } }])
    const unwritten = await convicted()
    await court(unwritten, 'judgment.served', {
      ...{ court: 'criminal', about: 'interests', on: '2026-11-23', absent: true }
    })
    expect(await running(unwritten, appeal)).toMatchObject([{ dueOn: '2026-12-03' }])
  })

  it('are not ended by an appeal against a ruling, nor by a final decision of an earlier day', async () => {
    const id = await judged({ presence: 'present' })
    await asso(id, 'civil_interests.appealed', { on: '2026-11-24', against: 'ruling' })
    expect(await running(id, appeal)).toHaveLength(1)
    await court(id, 'civil_interests.final', { outcome: 'rejected', finalOn: '2026-10-01' })
    expect(await running(id, appeal)).toHaveLength(1)
    await asso(id, 'civil_interests.appealed', { on: '2026-11-24', against: 'judgment' })
    expect(await running(id, appeal)).toEqual([])
  })

  it('are five clear days against a ruling on appeal (CPP 568), and nothing is left once it is final', async () => {
    const id = await judged({ court: 'appeal', presence: 'present' })
    expect([await running(id, appeal), await running(id, 'D-CASSATION')]).toMatchObject([
      [],
      [{ dueOn: '2026-11-26' }]
    ])
    // An appeal against a judgment is none against the ruling (CPP 568).
    await asso(id, 'civil_interests.appealed', { on: '2026-11-24', against: 'judgment' })
    expect(await running(id, 'D-CASSATION')).toHaveLength(1)
    // Nothing is final inside the five days: it is said, and the time goes on.
    await court(id, 'civil_interests.final', { outcome: 'rejected', finalOn: '2026-11-24' })
    expect(await running(id, 'D-CASSATION')).toHaveLength(1)
  })
})

describe('the month to be relieved by the president of the court (CPP 706-15-2)', () => {
  const relief = 'D-SARVI-RELIEF'
  const refusal = { on: '2026-11-10', notifiedOn: '2026-11-16', ground: 'late' }

  it('follows the refusal: that day is safe, and of a later notice the end in law is said', async () => {
    const id = await convicted('2025-06-01')
    await asso(id, 'sarvi.request', asked)
    await asso(id, 'sarvi.refused', refusal)
    expect(await running(id, relief)).toMatchObject([{ dueOn: '2026-12-10', legalEnd: { on: '2026-12-16' } }])
    await asso(id, 'sarvi.relief_asked', asked)
    expect(await running(id, relief)).toEqual([])
  })

  it('is not of a refusal for another reason', async () => {
    const id = await convicted()
    await asso(id, 'sarvi.refused', { ...refusal, ground: 'other' })
    expect(await running(id, relief)).toEqual([])
  })
})

describe('legal aid asked for before the CIVI interrupts its times (CPP R50-7)', () => {
  const year = 'D-CIVI-DECISION'

  it('the safe day stays, and the year runs whole again in law from the request', async () => {
    const id = await convicted()
    expect(await running(id, year)).toMatchObject([{ dueOn: '2027-06-01', legalEnd: null }])
    await asso(id, 'civi.aid_asked', { ...asked, on: '2026-11-20' })
    const [clock] = await running(id, year)
    expect(clock).toMatchObject({ dueOn: '2027-06-01', legalEnd: { on: '2027-11-22' } })
    expect(clock?.legalEnd?.why.join()).toMatch(/interrompu.*R\. ?50-7/s)
  })

  it('gives nothing of a year that was over', async () => {
    const id = await convicted('2025-06-02')
    await asso(id, 'civi.aid_asked', { ...asked, on: '2026-11-20' })
    const over = (await read('asso.rhone', id)).deadlines.filter(({ code }) => code === year)
    expect(over.map(({ legalEnd }) => legalEnd)).toEqual([null])
  })
})
