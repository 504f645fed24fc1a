import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  acts,
  amongBirthdays,
  comesBy,
  flagged,
  ordered,
  read,
  site
} from '../../../support/running/birthdays.ts'
import { versionOf } from '../../../support/running/site.ts'

amongBirthdays()
const on = '2026-11-24'

const clock = async (login: string, id: string, code: string) =>
  (await read(login, id)).deadlines.find((one) => one.code === code)
const status = async (login: string, id: string, command: string, input: object) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  return (await site.act(login, [id, command], input, { version, key: randomUUID() })).statusCode
}

// CASF L222-5 5°: in care until twenty-one, of whoever was in care before majority.
describe('support to twenty-one', () => {
  it('ends with a contract that no member of a cell is told of, since its day tells an age', async () => {
    const id = await flagged('2009-03-17')
    await acts('asso.rhone', id, 'young_adult.ask', { on, wishes: true })
    await acts('asso.rhone', id, 'young_adult.contract', { on, until: '2030-03-16' })
    expect(await clock('asso.rhone', id, 'D-YOUNG-ADULT')).toMatchObject({ dueOn: '2030-03-16' })
    await acts('cellule.69', id, 'triage.start')
    const told = JSON.stringify(await read('membre.69', id))
    expect(/2030-03-16|jeune majeur/.test(told)).toBe(false)
  })

  it('refused, may be asked for again: no door closes before twenty-one', async () => {
    const id = await flagged('2009-03-17')
    await acts('asso.rhone', id, 'young_adult.refused', { on })
    expect(await status('asso.rhone', id, 'young_adult.ask', { on, wishes: true })).toBe(200)
  })

  it('refused, is contested in two months before the administrative court: a prior appeal may be required, and is said', async () => {
    const id = await flagged('2008-12-01')
    await acts('asso.rhone', id, 'young_adult.refused', { on: '2026-11-20' })
    const told = await clock('asso.rhone', id, 'D-APPEAL-YOUNG-ADULT')
    expect(told).toMatchObject({ dueOn: '2027-01-21', legalEnd: null })
    expect(told?.computation.join(' ')).toMatch(/recours préalable.*CASF L134-2, non lu ici/)
    await acts('cellule.69', id, 'triage.start')
    expect(JSON.stringify(await read('membre.69', id))).not.toContain('jeune majeur')
    await acts('asso.rhone', id, 'young_adult.appealed', { on, wishes: true })
    expect(await clock('asso.rhone', id, 'D-APPEAL-YOUNG-ADULT')).toBeUndefined()
  })

  it('refused, has no end in law once a prior appeal or legal aid is asked for, and runs anew from the answer (CRPA L411-2, decree 2020-1717, art. 43)', async () => {
    const refused = async () => {
      const id = await flagged('2008-12-01')
      await acts('asso.rhone', id, 'young_adult.refused', { on: '2026-11-02' })
      return id
    }
    for (const [what, answer] of [
      ['prior', 'prior_rejected'],
      ['aid_asked', 'aid_decided']
    ] as const) {
      const id = await refused()
      await acts('asso.rhone', id, 'young_adult.time', { what, about: 'decision', on: '2026-11-10' })
      expect(await clock('asso.rhone', id, 'D-APPEAL-YOUNG-ADULT')).toMatchObject({
        ...{ dueOn: '2027-01-04', legalEnd: { on: null } }
      })
      await acts('asso.rhone', id, 'young_adult.time', { what: answer, about: 'decision', on: '2026-11-20' })
      expect(await clock('asso.rhone', id, 'D-APPEAL-YOUNG-ADULT')).toMatchObject({ dueOn: '2027-01-21' })
    }
  })

  it('ended by the département is contested as a refusal is, and is not where the person ended it', async () => {
    for (const [why, dueOn] of [
      ['departement', '2027-01-21'],
      ['person', undefined]
    ] as const) {
      const id = await flagged('2008-12-01')
      await acts('asso.rhone', id, 'young_adult.contract', { on: '2026-11-02', until: '2027-03-01' })
      await acts('asso.rhone', id, 'young_adult.ended', { on: '2026-11-20', why })
      expect((await clock('asso.rhone', id, 'D-APPEAL-YOUNG-ADULT'))?.dueOn).toBe(dueOn)
    }
  })

  it('a contract given later leaves the time against an earlier refusal (CJA R421-1)', async () => {
    const id = await flagged('2008-12-01')
    await acts('asso.rhone', id, 'young_adult.refused', { on: '2026-11-02' })
    await acts('asso.rhone', id, 'young_adult.contract', { on: '2026-11-20', until: '2027-03-01' })
    expect(await clock('asso.rhone', id, 'D-APPEAL-YOUNG-ADULT')).toMatchObject({ state: 'running' })
  })

  it('refused by a notice that says no way of appeal, has no end in law', async () => {
    const id = await flagged('2008-12-01')
    await acts('asso.rhone', id, 'young_adult.refused', { on: '2026-11-20', remediesStated: 'no' })
    expect(await clock('asso.rhone', id, 'D-APPEAL-YOUNG-ADULT')).toMatchObject({ legalEnd: { on: null } })
  })

  it('has its last day counted from the eighteenth birthday', async () => {
    const id = await flagged('2008-12-01')
    await ordered(id)
    await comesBy('2026-11-30T23:00:30Z')
    expect(await clock('asso.rhone', id, 'D-SUPPORT-21')).toMatchObject({ dueOn: '2029-12-01' })
  })
})

// CESEDA R431-5, 2°: « au plus tard la veille de son dix-neuvième anniversaire »; 3°: two months for whoever is not in its list.
describe('the permit of whoever came of age in care (L423-22, L435-3)', () => {
  const grown = async (different: object = {}) => {
    const id = await flagged('2008-12-01', different)
    await ordered(id)
    await comesBy('2026-11-30T23:00:30Z')
    return id
  }

  it('has its last day on the eve of the nineteenth birthday, and a safe date after two months', async () => {
    const id = await grown()
    expect(await clock('asso.rhone', id, 'D-YOUNG-PERMIT')).toMatchObject({ dueOn: '2027-11-30' })
    const later = await clock('asso.rhone', id, 'D-YOUNG-PERMIT-16')
    expect(later).toMatchObject({ dueOn: '2027-02-01', legalEnd: { on: '2027-11-30' } })
    expect(JSON.stringify(later)).toContain('La loi dit l’année')
  })

  it('goes on beside any other permit, and ends with its own application (L423-22, R431-5 2°)', async () => {
    const id = await grown()
    await site.tell.act('asso.rhone', id, 'other_permit.record', { ground: 'family', issuedOn: on })
    expect(await clock('asso.rhone', id, 'D-YOUNG-PERMIT')).toMatchObject({ dueOn: '2027-11-30' })
    expect(await clock('asso.rhone', id, 'D-YOUNG-PERMIT-16')).toBeDefined()
    const asked = { on: '2026-12-01', domiciliation: true, inCare: 'before_16' }
    await site.tell.act('asso.rhone', id, 'coming_of_age.apply_beside', asked)
    expect(await clock('asso.rhone', id, 'D-YOUNG-PERMIT')).toBeUndefined()
  })

  it('is asked for by no French national, whose file counts nothing of it', async () => {
    const id = await grown({ nationality: 'french' })
    expect(await clock('asso.rhone', id, 'D-SUPPORT-21')).toBeDefined()
    expect(await clock('asso.rhone', id, 'D-YOUNG-PERMIT')).toBeUndefined()
  })
})

const claim = { on, workEndedOn: '2026-03-02', owed: ['wages', 'concealed'], wishes: true }

// C. trav. L3245-1, L1471-1, L8223-1 and L8252-2.
describe('back wages', () => {
  it('are claimed by no prefecture', async () => {
    const id = await site.tell.reflecting()
    expect(await status('prefecture.69', id, 'wages.claim', claim)).toBe(403)
  })

  it('may be claimed three years for wages and two for the rest: both days are shown', async () => {
    const id = await site.tell.flagged()
    const owed = ['wages', 'no_permit']
    await acts('asso.rhone', id, 'wages.claim', {
      ...{ ...claim, owed },
      endNotifiedOn: '2026-03-02',
      recordedOn: on
    })
    const due = async (code: string) => (await clock('asso.rhone', id, code))?.dueOn
    expect(await due('D-WAGES')).toBe('2029-03-02')
    expect(await due('D-LABOUR-CONTRACT')).toBe('2028-03-02')
    expect(await due('D-LABOUR-END')).toBe('2027-03-02')
    expect(await due('D-WAGES-EMPLOYER')).toBe('2026-12-24')
  })

  it('have thirty days of the employer for whoever had no right to work alone, and the OFII after that (L8252-4)', async () => {
    const paid = async (owed: string[]) => {
      const id = await site.tell.flagged()
      await acts('asso.rhone', id, 'wages.claim', { ...claim, owed, recordedOn: on })
      return clock('asso.rhone', id, 'D-WAGES-EMPLOYER')
    }
    expect(await paid(['wages', 'concealed', 'end', 'other'])).toBeUndefined()
    expect(JSON.stringify(await paid(['no_permit']))).toMatch(/OFII recouvre.*al\. 3/)
  })

  const claimed = async () => {
    const id = await site.tell.flagged()
    await acts('asso.rhone', id, 'wages.claim', { ...claim, endNotifiedOn: '2026-03-02' })
    return id
  }
  const counting = async (id: string) => {
    const codes = ['D-WAGES', 'D-LABOUR-CONTRACT', 'D-LABOUR-END'] as const
    const clocks = await Promise.all(codes.map((code) => clock('asso.rhone', id, code)))
    return codes.filter((_code, at) => clocks[at]?.state === 'running')
  }

  it('stop counting once the labour court has what is claimed, and no more than that (L3245-1, L1471-1)', async () => {
    const seized = async (about: object) => {
      const id = await claimed()
      await acts('asso.rhone', id, 'labour_court.seize', { on, by: 'union', wishes: true, ...about })
      return counting(id)
    }
    expect(await seized({})).toEqual(['D-WAGES', 'D-LABOUR-CONTRACT', 'D-LABOUR-END'])
    expect(await seized({ about: ['wages'] })).toEqual(['D-LABOUR-CONTRACT', 'D-LABOUR-END'])
    expect(await seized({ about: ['wages', 'contract', 'end'] })).toEqual([])
  })

  it('paid in part, count on for the rest (L3245-1); paid, they stop', async () => {
    const settled = async (outcome: string) => {
      const id = await claimed()
      await acts('asso.rhone', id, 'wages.settled', { on, outcome })
      return counting(id)
    }
    expect(await settled('partly')).toHaveLength(3)
    expect(await settled('paid')).toEqual([])
  })

  it('ask nowhere where the person is', async () => {
    const { commandRow } = await import('../../../../workflows/case/commands.ts')
    for (const type of ['wages.claim', 'labour_court.seize', 'wages.settled'] as const)
      expect(Object.keys(commandRow(type).input.properties)).not.toContain('territory')
  })
})

// Directive 2011/36/EU, article 11 as amended in 2024: not read; date of transposition passed, no French text found.
describe('the focal point of another State', () => {
  const asked = { country: 'Belgique', travels: ['needs'], notReturn: true, address: 'focal@exemple.be' }

  it('is asked only where the person agrees that it be shared across borders', async () => {
    const id = await site.tell.consenting(['B'])
    expect(await status('asso.rhone', id, 'abroad.refer', asked)).toBe(409)
  })

  it('is told neither where the person lives, nor their account, nor asylum', async () => {
    const id = await site.tell.consenting(['B', 'H'])
    expect(await status('asso.rhone', id, 'abroad.refer', asked)).toBe(200)
    expect(await site.tell.referral(id, 'focal_point')).toBeTruthy()
    const { accessTo } = await import('../../../../policies/data-classes.ts')
    const known = { consents: ['H' as const], ageGroup: 'adult' as const }
    for (const kept of ['A', 'C', 'D', 'E', 'F', 'I', 'K'] as const)
      expect(accessTo(kept, 'focal_point', known).access).toBe('closed')
    expect(accessTo('B', 'focal_point', known).access).toBe('masked')
    expect(accessTo('B', 'focal_point', { ...known, consents: [] }).access).toBe('closed')
  })
})

// CESEDA L435-4: « L'étranger ayant exercé une activité professionnelle salariée figurant sur la liste des métiers… ».
describe('a permit for a shortage occupation (L435-4)', () => {
  it('is asked for and granted under its own article, which the story names; until when it may be asked is said to be unread', async () => {
    const id = await site.tell.consenting(['A', 'B', 'C', 'E', 'F'])
    await acts('asso.rhone', id, 'prefecture.request')
    await site.tell.move('prefecture.69', await site.tell.referral(id, 'prefecture'), 'accept')
    await acts('asso.rhone', id, 'discretion.apply', { on, grounds: 'shortage', domiciliation: true })
    await acts('prefecture.69', id, 'discretion.issue', { issuedOn: on, number: 'T-1' })
    const { timeline } = await read('asso.rhone', id)
    const basisOf = (command: string) => timeline.find((one) => one.command === command)?.basis ?? []
    expect(basisOf('discretion.issue').map(({ article }) => article)).toContain('CESEDA, art. L. 435-4')
    const asked = basisOf('discretion.apply')
    expect(asked.map(({ article }) => article)).toContain('CESEDA, art. L. 435-4')
    expect(asked.find(({ code }) => code === 'L2024-42.27')).toMatchObject({ read: 'unread' })
  })
})
