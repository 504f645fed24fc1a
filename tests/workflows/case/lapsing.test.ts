import { describe, expect, it } from 'vitest'
import { deadlineCodes, type DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'
import { isFrozenIn, stillCounts, withoutReason } from '../../../workflows/deadlines/running/validity.ts'
import type { Situation } from '../../../workflows/guards/guards.ts'
import { consentClocks } from '../../../workflows/vocabulary/vocabulary.ts'
import { stopsOf } from '../../../workflows/deadlines/running/stopping.ts'
import { aCase, aMinorCase } from '../../support/cases.ts'

const all = [
  ...deadlineCodes.filter((code) => stopsOf(code).livesWhile),
  ...Object.keys(consentClocks)
] as DeadlineCode[]
const counting = (situation: Situation) => all.filter((code) => stillCounts(code, situation)).toSorted()

/** An adult without any roof question, informed, out of danger and sharing nothing: no clock has a reason left. */
const settled = aCase({
  regions: { housing: 'no_need', minor: 'not_applicable' },
  facts: { ageGroup: 'adult', danger: 'possible', informed: true, consents: [] }
})
const changed = (
  regions: Partial<Situation['regions']>,
  facts: Partial<Situation['facts']> = {}
): Situation => ({ regions: { ...settled.regions, ...regions }, facts: { ...settled.facts, ...facts } })

const ofProtection = [
  'MNIO-GUARDIAN',
  'MNIO-PLACEMENT-REVIEW',
  'MNIO-SECURE-STAY',
  'MNIO-SEARCH',
  'MNIO-MINOR-HOLD',
  'D-OPP-JE',
  'D-OPP-DECISION',
  'D-MERITS',
  'D-MERITS-EXTENDED',
  'D-RECEPTION',
  'D-RECEPTION-RUNAWAY',
  'D-IP',
  'D-MAJORITY-PREPARED',
  'D-MAJORITY'
]

describe('a clock that only makes sense while a fact holds', () => {
  it('counts nowhere for a person for whom everything is settled', () => {
    expect(counting(settled)).toEqual([])
    expect(withoutReason(settled).toSorted()).toEqual(all.toSorted())
  })

  it.each<[string, Situation, string[]]>([
    ['not yet informed', changed({}, { informed: false }), ['MNIO-INFO']],
    [
      'in immediate danger and under no roof',
      changed({ housing: 'unassessed' }, { danger: 'immediate' }),
      ['MNIO-EMG']
    ],
    ['something is shared by consent', changed({}, { consents: ['A'] }), ['MNIO-CONSENT']],
    ['only what is secret is agreed to', changed({}, { consents: ['D'] }), ['MNIO-CONSENT-ASYLUM']],
    ['a place is sought', changed({ housing: 'placement_requested' }), ['MNIO-RESEARCH']],
    ['a place is promised', changed({ housing: 'matched' }), ['MNIO-HOLD', 'MNIO-MATCH']],
    ['the placement of a child', changed({ minor: 'placed_common' }, { ageGroup: 'minor' }), ofProtection],
    [
      'a child whose danger is not reported',
      changed({ minor: 'presumed_minor' }, { ageGroup: 'minor' }),
      ['MNIO-IP', ...ofProtection]
    ],
    [
      'a child in immediate danger, already reported to the département',
      changed(
        { minor: 'information_preoccupante', housing: 'minor_placement' },
        { ageGroup: 'minor', danger: 'immediate' }
      ),
      ['MNIO-SIGNALEMENT', ...ofProtection]
    ]
  ])('%s', (_why, situation, codes) => {
    expect(counting(situation)).toEqual(codes.toSorted())
    expect(withoutReason(situation).filter((code) => codes.includes(code))).toEqual([])
  })

  it('any other clock always counts', () => {
    for (const situation of [settled, aMinorCase()]) {
      expect(stillCounts('D-REFLEX', situation)).toBe(true)
      expect(withoutReason(situation)).not.toContain('D-REFLEX')
    }
  })

  it('a clock that counts is not without reason, and the other way round', () => {
    for (const situation of [settled, aCase(), aMinorCase(), changed({ housing: 'matched' })])
      expect([...counting(situation), ...withoutReason(situation)].toSorted()).toEqual(all.toSorted())
  })
})

describe('a clock that stands still while a fact holds', () => {
  it.each(['D-CIVI-OFFENCE', 'D-CIVI-DECISION'] as const)(
    '%s: for a minor or in doubt, not for an adult',
    (code) => {
      expect(isFrozenIn(code, aMinorCase())).toBe(true)
      expect(isFrozenIn(code, aMinorCase({ facts: { ageGroup: 'doubt' } }))).toBe(true)
      expect(isFrozenIn(code, aCase())).toBe(false)
    }
  )

  it('any other goes on for everyone', () => {
    expect(isFrozenIn('D-REFLEX', aMinorCase())).toBe(false)
    expect(isFrozenIn('D-REFLEX', aCase())).toBe(false)
  })
})
