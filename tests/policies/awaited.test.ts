import { describe, expect, it } from 'vitest'
import type { OrgType } from '../../policies/actor.ts'
import { awaitedOf } from '../../policies/awaited.ts'
import { awaited, clock, now, party, waitsFor } from '../support/awaited.ts'
import { aCase, aMinorCase } from '../support/cases.ts'

describe('the first thing first', () => {
  const regular = { regularSince: '2026-01-05', stay: 'regular' } as const
  const child = (facts = {}, regions = {}) =>
    aMinorCase({ facts: { informed: true, guardianNamed: true, ...facts }, regions })
  const dismissed = aCase({
    regions: { judicial: 'dismissed', residence: 'cst_valid', consent: 'informed' },
    facts: { civilParty: true, informed: true, offences: ['225-4-1'], ...regular }
  })

  it('has the date of the clock that it answers, and of no other', () => {
    const clocks = [clock('MNIO-GUARDIAN', 20), clock('MNIO-INFO', 30), clock('MNIO-CONTACT', 1)]
    const told = aCase({ regions: { consent: 'not_informed', residence: 'cst_valid' }, facts: regular })
    expect(awaited(told, 'referent', clocks)).toEqual([{ act: 'person.inform', clock: clocks[1] }])
    expect(awaited(aCase(), 'referent', [clock('MNIO-NEEDS', 5)])).toEqual([
      { act: 'needs.assess', clock: clock('MNIO-NEEDS', 5) },
      { act: 'reflection.offer', clock: null }
    ])
  })

  it('a dismissal: the appeal, then another route, before what has been late for weeks', () => {
    const clocks = [
      clock('MNIO-NEEDS', -19 * 24),
      clock('MNIO-ROUTE', 15 * 24),
      clock('D-APPEAL-CIVIL', 10 * 24)
    ]
    expect(awaited(dismissed, 'referent', clocks).map(({ act }) => act)).toEqual([
      'civil.appealed',
      'residence.route',
      'needs.assess'
    ])
  })

  it('what is late since an hour comes before what is due in two weeks', () => {
    const clocks = [clock('MNIO-ROUTE', 15 * 24), clock('MNIO-NEEDS', -1)]
    expect(waitsFor(dismissed, 'referent', 'org-1', clocks)).toBe('needs.assess')
  })

  it('another route prepared leaves the desk, and comes back before the day on which it is looked at again', () => {
    const prepared = { ...dismissed, facts: { ...dismissed.facts, routePrepared: true } }
    const follow = (hours: number, spoken: boolean) => ({ ...clock('MNIO-ROUTE-FOLLOW', hours), spoken })
    expect(waitsFor(prepared, 'referent', 'org-1', [follow(60 * 24, false)])).not.toBe('residence.route')
    for (const standing of [follow(10 * 24, true), { ...follow(-1, true), state: 'fired' as const }])
      expect(waitsFor(prepared, 'referent', 'org-1', [standing])).toBe('residence.route')
    expect(awaited(prepared, 'prefecture', [follow(-1, true)])).not.toContainEqual(
      expect.objectContaining({ act: 'residence.route' })
    )
  })

  it('a permit that nobody asked to follow stands late until somebody writes that it is over', () => {
    const over = {
      ...dismissed,
      facts: { ...dismissed.facts, routePrepared: true, regularUntil: '2026-11-20' }
    }
    const clocks = [clock('D-CST', -5 * 24), clock('MNIO-ROUTE-FOLLOW', 9 * 24)]
    for (const capacity of ['referent', 'prefecture'] as const)
      expect(awaited(over, capacity, clocks)).toContainEqual({ act: 'permit.lapsed', clock: clocks[0] })
    expect(awaited(dismissed, 'referent', clocks).map(({ act }) => act)).not.toContain('permit.lapsed')
  })

  it('an alert: another place is sought before what has been late for weeks, by whoever accompanies, until it is', () => {
    const danger = { danger: 'immediate', localDanger: true } as const
    const alerted = aCase({ regions: { housing: 'security_alert' }, facts: danger })
    const clocks = [clock('MNIO-NEEDS', -81 * 24), clock('MNIO-MOVE', 23)]
    expect(awaited(alerted, 'referent', clocks)[0]).toEqual({ act: 'acse.request', clock: clocks[1] })
    expect(awaited(alerted, 'shelter', clocks)[0]).toEqual({ act: 'housing.moved', clock: clocks[1] })
    // That of the alert stands as long as she has not moved.
    const longSince = [clock('MNIO-NEEDS', -1), clock('MNIO-MOVE', -30 * 24)]
    expect(waitsFor(alerted, 'referent', 'org-1', longSince)).toBe('acse.request')
    const asked = aCase({ regions: { housing: 'placement_requested' }, facts: danger })
    for (const [told, capacity] of [
      [asked, 'referent'],
      [alerted, 'cell'],
      [alerted, 'police']
    ] as const)
      expect(awaited(told, capacity, clocks).map(({ act }) => act)).not.toContain('acse.request')
  })

  it('on the same day the law comes before our own count', () => {
    const clocks = [clock('MNIO-NEEDS', 48), clock('D-APPEAL-CIVIL', 48)]
    expect(waitsFor(dismissed, 'referent', 'org-1', clocks)).toBe('civil.appealed')
  })

  it('nobody is late with an appeal whose time is over', () => {
    expect(awaited(dismissed, 'referent', [clock('D-APPEAL-CIVIL', -1)])).toEqual([
      { act: 'residence.route', clock: null }
    ])
  })

  it('a child in danger: the prosecutor is told, then shelter is found, whatever else has a clock', () => {
    const found = child(
      { danger: 'immediate', policeKnow: true, informed: false },
      { consent: 'not_informed' }
    )
    const clocks = [
      clock('MNIO-INFO', 0.1),
      clock('MNIO-SIGNALEMENT', 1),
      clock('MNIO-IP', 22),
      clock('MNIO-EMG', 3)
    ]
    const first = (capacity: 'police' | 'referent') =>
      awaited(found, capacity, clocks)
        .map(({ act }) => act)
        .slice(0, 2)
    expect(first('referent')).toEqual(['minor.report_prosecutor', 'danger.immediate'])
    // Police are not told where she sleeps: the shelter is theirs to give, and nobody waits for them to.
    expect(first('police')[0]).toBe('minor.report_prosecutor')
    expect(first('police')).not.toContain('danger.immediate')
  })

  it('the prosecutor of that child orders the placement', () => {
    const told = child({ danger: 'immediate', guardianNamed: false }, { minor: 'signalement' })
    const clocks = [clock('MNIO-GUARDIAN', 20), clock('MNIO-EMG', 3)]
    expect(awaited(told, 'prosecutor', clocks).map(({ act }) => act)).toEqual(['opp.issue', 'guardian.name'])
    expect(waitsFor(child({}, { minor: 'signalement' }), 'prosecutor')).toBeNull()
  })

  it('majority is prepared when its clock calls, not before, and a flight comes first', () => {
    const placed = child({ ageBand: '15-17' }, { minor: 'placed_common', consent: 'heard' })
    expect(waitsFor(placed, 'child_protection')).toBeNull()
    const years = clock('D-MAJORITY-PREPARED', 400 * 24)
    expect(waitsFor(placed, 'child_protection', 'org-1', [years])).toBeNull()
    const near = clock('D-MAJORITY-PREPARED', 20 * 24, true)
    expect(waitsFor(placed, 'child_protection', 'org-1', [near])).toBe('majority.prepare')
    const fled = child(
      { ageBand: '15-17', missing: true, minorBefore: 'placed_common' },
      { minor: 'runaway', consent: 'heard' }
    )
    expect(
      awaited(fled, 'child_protection', [near, clock('MNIO-SEARCH', 6 * 24)]).map(({ act }) => act)
    ).toEqual(['search.review', 'majority.prepare'])
  })

  it('an association that is not designated is not waited for to propose the reflection period', () => {
    const one = { ...party('referent'), orgType: 'association' as const }
    const standing = { situation: aCase(), clocks: [], at: now }
    expect(awaitedOf(standing, one).map(({ act }) => act)).toEqual(['reflection.offer'])
    expect(awaitedOf(standing, { ...one, regimes: ['flag'] })).toEqual([])
  })

  it('nobody is waited for to do what their role does not, though another role in the same capacity would be', () => {
    const matched = { situation: aCase({ regions: { housing: 'matched' } }), clocks: [], at: now }
    const seeing = (orgType: OrgType) =>
      awaitedOf(matched, { ...party('referent'), orgType }).map(({ act }) => act)
    expect(seeing('shelter')).not.toContain('acse.visio')
    expect(seeing('association')).toContain('acse.visio')
  })
})
