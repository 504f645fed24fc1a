import { describe, expect, it } from 'vitest'
import { nearMajority } from '../../../workflows/case/age.problems.ts'
import { factProblems } from '../../../workflows/case/fact.problems.ts'
import { aCase, aMinorCase, after, refusal, storedStates } from '../../support/cases.ts'

const codes = (problems: readonly { field: string; code: string }[]) =>
  problems.map(({ field, code }) => `${field} ${code}`)
const today = '2026-11-24'

describe('who is protected as a minor', () => {
  const engaged = storedStates('minor').filter(
    (state) => !['not_applicable', 'presumed_minor', 'majority_reached'].includes(state)
  )

  it.each(engaged)('in %s is not said to be an adult by who completes the situation', (minor) => {
    for (const ageGroup of ['minor', 'doubt'] as const) {
      const child = aMinorCase({ regions: { minor }, facts: { ageGroup, minorBefore: 'signalement' } })
      expect(codes(factProblems('facts.complete', { ageGroup: 'adult' }, child))).toEqual([
        'ageGroup age_decided_by_justice'
      ])
      expect(factProblems('facts.complete', { ageGroup: 'doubt' }, child)).toEqual([])
    }
  })

  it('is still theirs to correct while nobody was told', () => {
    expect(factProblems('facts.complete', { ageGroup: 'adult' }, aMinorCase())).toEqual([])
    expect(factProblems('facts.complete', { ageGroup: 'adult' }, aCase())).toEqual([])
  })

  it('is near majority in the last six months before it, to the day: ours, and of no text', () => {
    expect(nearMajority('2009-05-26', '2026-11-25')).toBe(false)
    expect(nearMajority('2009-05-25', '2026-11-25')).toBe(true)
    expect(nearMajority('2009-05-24', '2026-11-25')).toBe(true)
  })

  it('is told in both languages why no birth date makes an adult of them', () => {
    const [told] = factProblems('identity.record', { birthDate: '2000-01-01' }, aMinorCase(), today)
    expect(told!.message.fr).toMatch(/^À cette date de naissance, la personne serait majeure/)
    expect(told!.message.en).toMatch(/^Born on that day they would be an adult/)
  })

  it('is not made an adult by a birth date either, nor an adult a child', () => {
    const born = (birthDate: string, of = aMinorCase()) =>
      codes(factProblems('identity.record', { birthDate }, of, today))
    expect(born('2008-11-24')).toEqual(['birthDate born_too_early'])
    expect(born('2008-11-25')).toEqual([])
    expect(born('2000-01-01', aMinorCase({ facts: { ageGroup: 'doubt' } }))).toEqual([
      'birthDate born_too_early'
    ])
    expect(born('2008-11-24', aCase())).toEqual([])
    expect(born('2008-11-25', aCase())).toEqual(['birthDate born_too_late'])
    expect(factProblems('identity.record', { name: 'A' }, aMinorCase(), today)).toEqual([])
  })
})

describe('what rested on the other age', () => {
  const weighed = { returnAssessed: true, ageBand: '25-34' }

  it('goes with it: a return that an adult weighed allows no child’s, and the other way round', () => {
    for (const ageGroup of ['minor', 'doubt']) {
      const { facts } = after(aCase({ facts: weighed }), 'facts.complete', { ageGroup })
      expect(facts.returnAssessed).toBe(false)
    }
    const corrected = after(aMinorCase({ facts: { ageBand: '15-17' } }), 'facts.complete', {
      ageGroup: 'adult'
    })
    expect(corrected.facts.ageBand).toBeNull()
    const child = aMinorCase({
      regions: { minor: 'je_seized' },
      facts: { returnAssessed: true, ageBand: '15-17' }
    })
    expect(after(child, 'age.decide', { decision: 'adult' }).facts).toMatchObject({
      returnAssessed: false,
      ageBand: null
    })
    expect(after(child, 'majority.reached').facts.returnAssessed).toBe(false)
  })

  it('stays where the age stays, and a band that is given with the age is kept', () => {
    expect(after(aCase({ facts: weighed }), 'facts.complete', { ageGroup: 'adult' }).facts).toMatchObject(
      weighed
    )
    const young = after(aCase({ facts: weighed }), 'facts.complete', { ageGroup: 'minor', ageBand: '15-17' })
    expect(young.facts.ageBand).toBe('15-17')
  })
})

describe('a child’s return', () => {
  const allowed = { returnAssessed: true, consents: ['H'] as ['H'] }

  it('is recorded neither while she is searched for, nor untold, nor before a measure', () => {
    const leaves = (minor: string, facts = {}) =>
      refusal(aMinorCase({ regions: { minor }, facts: { ...allowed, ...facts } }), 'return.depart')
    expect(leaves('runaway', { missing: true, minorBefore: 'measure_ordered' })).toMatch(/en fugue/)
    expect(leaves('presumed_minor')).toMatch(/^Personne n’est encore informé/)
    expect(leaves('je_seized')).toMatch(/aucune mesure/)
    expect(leaves('measure_ordered')).toBeNull()
  })

  it('closes a case only where the judge has allowed it', () => {
    const child = (facts = {}) => aMinorCase({ regions: { minor: 'measure_ordered' }, facts })
    expect(codes(factProblems('closing.ask', { because: 'returned' }, child()))).toEqual([
      'because return_unweighed'
    ])
    expect(codes(factProblems('case.close', { reason: 'returned' }, child()))).toEqual([
      'reason return_unweighed'
    ])
    expect(factProblems('case.close', { reason: 'returned' }, child({ returnAssessed: true }))).toEqual([])
  })
})

describe('a child of whom nobody was told', () => {
  it.each(['presumed_minor', 'age_disputed'])('in %s: the case closes for a death alone', (minor) => {
    const child = aMinorCase({ regions: { minor }, facts: { presumed: false } })
    for (const reason of ['not_victim', 'inserted', 'by_person'])
      expect(codes(factProblems('case.close', { reason }, child))).toEqual(['reason concern_awaited'])
    expect(factProblems('case.close', { reason: 'deceased' }, child)).toEqual([])
    const flagged = {
      ...child,
      regions: { ...child.regions, identification: 'flagged' as const, consent: 'not_informed' as const }
    }
    expect(codes(factProblems('case.close', { reason: 'in_error' }, flagged))).toEqual([
      'reason concern_awaited'
    ])
  })
})
