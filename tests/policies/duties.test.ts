import { describe, expect, it } from 'vitest'
import { awaitedOf, dutiesOf, staysLate } from '../../policies/awaited.ts'
import { dutyLabel, urgencies, urgencyOf } from '../../policies/duties.ts'
import { deadlineClass, regionClass } from '../../policies/disclosure.ts'
import { seesWhole, sight } from '../../policies/data-classes.ts'
import { grants } from '../../policies/grants.ts'
import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { deadlineCodes } from '../../workflows/deadlines/deadlines.ts'
import { emergencyClock } from '../../workflows/case/emergency-access.ts'
import { answersOf } from '../../workflows/deadlines/running/stopping.ts'
import { everyCapacity, waitsFor } from '../support/awaited.ts'
import { aCase, aMinorCase, allScopes } from '../support/cases.ts'

const proposal = { opinion: 'positive' as const, personId: 'p-1', orgId: 'org-1', orgType: 'association' }
const at = (identification: string, facts = {}) => aCase({ regions: { identification }, facts })

describe('nobody is waited for', () => {
  it('in a closed case', () => {
    const closed = aCase({
      regions: { closure: 'closed_lost', identification: 'flagged', consent: 'not_informed' }
    })
    for (const capacity of everyCapacity) expect(waitsFor(closed, capacity, 'org-1')).toBeNull()
  })
  it('who gave the first voice: others conclude', () => {
    expect(waitsFor(at('under_triage', { proposal }), 'cell', 'org-1')).toBeNull()
  })
  it('whose house is the one by now that gave it', () => {
    const found = (formerly?: string[]) =>
      awaitedOf(
        { situation: at('under_triage', { proposal }), clocks: [], at: new Date('2026-11-24T11:00:00Z') },
        { ...{ capacity: 'cell_member', orgId: 'org-2', orgType: 'association', regimes: [] }, formerly }
      ).map(({ act }) => act)
    expect(found(['org-1'])).not.toContain('grounds.positive')
    expect(found()).toContain('grounds.positive')
  })
  it('in a capacity whose turn has not come', () => {
    expect(dutiesOf.cell_member).not.toContain('triage.start')
    expect(waitsFor(at('flagged'), 'cell_member', 'org-1')).toBeNull()
  })
})

describe('the cell is waited for', () => {
  it('when flagged: to start triage', () => {
    expect(waitsFor(at('flagged'), 'cell', 'org-1')).toBe('triage.start')
  })
  it('when under triage: to give a first voice, then a second', () => {
    expect(waitsFor(at('under_triage'), 'cell_member', 'org-1')).toBe('grounds.propose')
    expect(waitsFor(at('under_triage', { proposal }), 'cell_member', 'org-2')).toBe('grounds.positive')
    expect(
      waitsFor(
        at('under_triage', { presumed: false, proposal: { ...proposal, opinion: 'insufficient' } }),
        'cell',
        'org-2'
      )
    ).toBe('triage.reject')
  })
})

describe('others are waited for', () => {
  it('the referent to inform the person, and to offer reflection', () => {
    const told = aCase({ regions: { consent: 'not_informed', residence: 'cst_valid' } })
    expect(waitsFor(told, 'referent', 'org-1')).toBe('person.inform')
    expect(waitsFor(aCase(), 'referent', 'org-1')).toBe('reflection.offer')
  })
  it('the referent of a child to send the report of concern', () => {
    const child = aMinorCase({
      regions: { residence: 'eu_or_french', consent: 'informed', housing: 'minor_placement' },
      facts: { nationality: 'eu', informed: true }
    })
    expect(waitsFor(child, 'referent', 'org-1')).toBe('concern.report')
  })
  it('the desk to offer a place, the structure to receive, the prefecture to hand over the receipt, police to answer', () => {
    expect(waitsFor(aCase({ regions: { housing: 'placement_requested' } }), 'acse', 'org-1')).toBe(
      'acse.offer'
    )
    expect(waitsFor(aCase({ regions: { housing: 'matched' } }), 'shelter', 'org-1')).toBe('acse.visio')
    expect(waitsFor(aCase({ regions: { housing: 'pre_admission' } }), 'shelter', 'org-1')).toBe(
      'acse.admission'
    )
    expect(waitsFor(aCase({ regions: { residence: 'reflection_offered' } }), 'prefecture', 'org-1')).toBe(
      'receipt.handed'
    )
    expect(
      waitsFor(
        aCase({ regions: { identification: 'formal_pending', residence: 'cst_valid' } }),
        'police',
        'org-1'
      )
    ).toBe('formal.yes')
  })
})

describe('the table of duties', () => {
  it('names only acts that the capacity is granted, and that are duties or answer a clock', () => {
    for (const [capacity, duties] of Object.entries(dutiesOf)) {
      const granted = Object.values(grants)
        .flat()
        .filter(({ as }) => as === capacity)
        .flatMap(({ may }) => [...may])
      for (const duty of duties) {
        expect(granted).toContain(duty)
        const { duty: always } = commandRow(duty)
        expect(Boolean(always) || answersOf(duty).length > 0).toBe(true)
      }
    }
  })
  it('leaves no duty without somebody', () => {
    const waited = new Set(Object.values(dutiesOf).flat())
    const asked = (type: CommandType) => commandRow(type).duty !== false || answersOf(type).length > 0
    expect(commandTypes.filter((type) => asked(type) && !waited.has(type))).toEqual([])
  })
  it('has words for each', () => {
    for (const duty of [
      ...Object.values(dutiesOf).flat(),
      'referral.silent',
      'referral.question',
      'referral.declined'
    ])
      expect(dutyLabel(duty)).toMatchObject({ fr: expect.any(String), en: expect.any(String) })
  })
})

describe('what a reader needs to see', () => {
  it('where a region stands', () => {
    expect(regionClass('housing')).toBe('K')
    expect(regionClass('residence')).toBe('E')
    expect(regionClass('judicial')).toBe('F')
    expect(regionClass('care')).toBe('H')
    expect(regionClass('minor')).toBe('F')
    for (const region of ['identification', 'consent', 'closure', null] as const)
      expect(regionClass(region)).toBeNull()
  })
  it('a clock goes with the region whose act opened it, and a referral’s with its partner', () => {
    expect(deadlineClass('D-REFLEX')).toBe('E')
    expect(deadlineClass('MNIO-RESEARCH')).toBe('K')
    expect(deadlineClass('EVVI')).toBe('F')
    expect(deadlineClass('MNIO-TRIAGE')).toBeNull()
    expect(deadlineClass('MNIO-PREF-ANSWER')).toBe('E')
    expect(deadlineClass('MNIO-EVAL')).toBe('K')
    expect(deadlineClass('MNIO-PLACE-ANSWER')).toBe('K')
  })
  it('the clock of an emergency access is told by that access, to no capacity', () => {
    const child = { consents: allScopes, ageGroup: 'minor' } as const
    const told = (code: string) => everyCapacity.filter((one) => seesWhole(deadlineClass(code), one, child))
    expect([told(emergencyClock), told('MNIO-TRIAGE')]).toEqual([[], everyCapacity])
  })
  it('each other clock is seen by somebody whose acts it waits for', () => {
    for (const code of deadlineCodes.filter((one) => one !== emergencyClock)) {
      const needed = [deadlineClass(code) ?? []].flat()
      const readers = everyCapacity.filter((capacity) =>
        needed.every((one) => sight[capacity].classes.includes(one))
      )
      expect(readers).not.toEqual([])
    }
  })
})

describe('after its due day', () => {
  it('a clock whose act somebody must do stays late', () => {
    expect(deadlineCodes.filter(staysLate).toSorted()).toEqual([
      'D-APPEAL-INCIDENT',
      'D-APPEAL-INCIDENT-ASSIZES',
      'D-APS',
      'D-CARD',
      'D-CST',
      'D-IP',
      'D-MAJORITY-PREPARED',
      'D-MERITS',
      'D-MERITS-EXTENDED',
      'D-OPP-DECISION',
      'D-OPP-JE',
      'D-PSP',
      'D-RECEP',
      'D-RECEPTION',
      'D-RECEPTION-RUNAWAY',
      'D-SILENCE',
      'D-SILENCE-OTHER',
      'D-YOUNG-ADULT',
      'EVVI',
      'MNIO-DNA-EMG',
      'MNIO-DNA-MATCH',
      'MNIO-DNA-MOVE',
      'MNIO-DNA-RECONTACT',
      'MNIO-DNA-RECONTACT-LATER',
      'MNIO-DNA-RESEARCH',
      'MNIO-DNA-STAY-REVIEW',
      'MNIO-DNA-STAY-REVIEW-LATER',
      'MNIO-EMG',
      'MNIO-FORCED',
      'MNIO-FORMAL',
      'MNIO-FORMAL-AGAIN',
      'MNIO-GUARDIAN',
      'MNIO-INFO',
      'MNIO-IP',
      'MNIO-MATCH',
      'MNIO-MINOR-VICTIM',
      'MNIO-MOVE',
      'MNIO-NEEDS',
      'MNIO-NEEDS-SAFETY',
      'MNIO-PLACEMENT-REVIEW',
      'MNIO-PLAN-REVIEW',
      'MNIO-RECONTACT',
      'MNIO-RECONTACT-LATER',
      'MNIO-REHOUSE',
      'MNIO-RESEARCH',
      'MNIO-RETURN-NEWS',
      'MNIO-REVIEW',
      'MNIO-RG',
      'MNIO-ROUTE',
      'MNIO-ROUTE-FOLLOW',
      'MNIO-SEARCH',
      'MNIO-SECURE-STAY',
      'MNIO-SIGNALEMENT',
      'MNIO-STAY-REVIEW',
      'MNIO-STAY-REVIEW-LATER',
      'MNIO-TRIAGE',
      'MNIO-TRIAGE-DANGER'
    ])
  })
  it('each late clock is somebody’s', () => {
    const capacities = everyCapacity
    const nobodys = deadlineCodes.filter(
      (code) => staysLate(code) && !capacities.some((one) => dutiesOf[one].flatMap(answersOf).includes(code))
    )
    expect(nobodys).toEqual([])
  })
  it('one that fires by itself does not', () => {
    // The last two are answered by an act, until their day.
    for (const code of ['D-REFLEX', 'MNIO-PLACE-ANSWER', 'MNIO-PREF-ANSWER', 'MNIO-HOLD', 'MNIO-CONSENT'])
      expect([code, staysLate(code)]).toEqual([code, false])
  })
})

describe('what is waited for is ranked', () => {
  const adult = { danger: 'none', ageGroup: 'adult' } as const

  it('never first for tidying, nor before a minor, nor before a clock of the law', () => {
    const tidying = urgencyOf('case.close_lost', adult, 'D-OPP-JE')
    const others = [
      urgencyOf('referral.silent', { danger: 'none', ageGroup: 'minor' }, null),
      urgencyOf('referral.silent', { danger: 'possible', ageGroup: 'doubt' }, null),
      urgencyOf('triage.start', adult, 'MNIO-TRIAGE'),
      urgencyOf('triage.start', adult, null)
    ]
    for (const other of others) expect(other).toBeLessThan(tidying)
    expect(urgencyOf('case.close_lost', { danger: 'none', ageGroup: 'minor' }, null)).toBe(tidying)
    expect(urgencyOf(null, { danger: 'immediate', ageGroup: 'minor' }, 'D-OPP-JE')).toBe(tidying)
  })

  it('by danger, then minors, then the clocks of the law, then those of this project', () => {
    const ranks = [
      urgencyOf('triage.start', { danger: 'immediate', ageGroup: 'adult' }, 'MNIO-TRIAGE'),
      urgencyOf('triage.start', { danger: 'possible', ageGroup: 'doubt' }, 'MNIO-TRIAGE'),
      urgencyOf('triage.start', adult, 'D-REFLEX'),
      urgencyOf('triage.start', adult, 'MNIO-TRIAGE'),
      urgencyOf('case.close_lost', adult, null)
    ]
    expect(ranks).toEqual(Object.values(urgencies))
  })
})
