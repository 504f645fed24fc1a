import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../workflows/case/commands.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { learntOfAge } from '../../../workflows/regions/minor/age.ts'
import { after, aMinorCase } from '../../support/cases.ts'
import { taught } from '../../support/regions/learning.ts'

const child = (minor: string, facts: Partial<Facts> = {}) => aMinorCase({ regions: { minor }, facts })

describe('what justice and the services decide', () => {
  it.each([
    ['majority.prepare', { majorityPrepared: true }],
    ['merits.extend', { meritsExtended: true }],
    ['guardian.name', { guardianNamed: true }],
    ['guardian.refused', { guardianNamed: false }],
    ['measure.rejected', { sentHome: true }],
    ['place.distanced', { sentHome: false }],
    ['place.secure', { sentHome: false }],
    ['place.common', { sentHome: false }],
    ['minor.reception_ended', { received: false }]
  ] as const satisfies [CommandType, Partial<Facts>][])('%s', (type, learnt) => {
    expect(taught(type, child('measure_ordered', { missing: true }))).toEqual(learnt)
  })

  it.each([
    ['opp.issue', 'opp_issued', {}],
    ['judge.seize', 'je_seized', {}],
    ['judge.petition', 'je_seized', {}],
    ['concern.report', 'information_preoccupante', { concernAssessed: false }],
    ['minor.report_prosecutor', 'signalement', { foundIn: '13' }],
    ['measure.order', 'measure_ordered', { meritsExtended: false, sentHome: false }]
  ] as const satisfies [CommandType, string, Partial<Facts>][])(
    '%s leads a child who is searched for to %s once found, and no other',
    (type, minorBefore, learnt) => {
      const input = { foundIn: '13', childHeard: undefined, measure: 'placement' }
      const facts = { concernAssessed: true, meritsExtended: true, sentHome: true }
      expect(taught(type, child('runaway', { ...facts, missing: true }), input)).toEqual({
        ...learnt,
        minorBefore
      })
      expect(taught(type, child('presumed_minor', facts), input)).toEqual(learnt)
    }
  )

  it('the child received, with the place where she was found', () => {
    expect(taught('minor.received', child('presumed_minor'), { foundIn: '13' })).toEqual({
      foundIn: '13',
      received: true
    })
  })

  it.each(['measure.order', 'measure.merits'] as const)('%s sends home, or takes in care', (type) => {
    const home = (measure: string) =>
      taught(type, child('je_seized'), { measure, childHeard: 'refused' }).sentHome
    expect(home('home')).toBe(true)
    expect(home('placement')).toBe(false)
  })
})

describe('an assessment and a finding', () => {
  it('say no more than that', () => {
    expect(taught('concern.assess', child('information_preoccupante'))).toEqual({ concernAssessed: true })
    const found = child('runaway', { missing: true, foundIn: '69' })
    expect(taught('runaway.found', found)).toEqual({ missing: false, foundIn: '69' })
    expect(taught('runaway.found', found, { foundIn: '13' }).foundIn).toBe('13')
  })
})

describe('a flight', () => {
  it('keeps where protection stood, and under a dispute what stood before it', () => {
    const fled = (minor: string) =>
      taught('runaway.report', child(minor, { minorBefore: 'signalement', missing: false }))
    expect(fled('je_seized')).toEqual({ missing: true, fledFrom: 'je_seized', minorBefore: 'je_seized' })
    expect(fled('age_disputed')).toEqual({
      missing: true,
      fledFrom: 'age_disputed',
      minorBefore: 'signalement'
    })
  })

  it.each([
    [{ fledFrom: 'age_disputed', ageDecision: 'disputed', minorBefore: 'signalement' }, 'age_disputed'],
    [{ fledFrom: 'age_disputed', ageDecision: 'disputed', minorBefore: 'presumed_minor' }, 'age_disputed'],
    // Somebody has decided meanwhile, of the age or of protection: the question is no longer where it was.
    [{ fledFrom: 'age_disputed', ageDecision: 'minor', minorBefore: 'signalement' }, 'signalement'],
    [{ fledFrom: 'age_disputed', ageDecision: 'disputed', minorBefore: 'opp_issued' }, 'opp_issued'],
    [{ fledFrom: 'signalement', ageDecision: 'disputed', minorBefore: 'signalement' }, 'signalement'],
    [{ fledFrom: null, ageDecision: null, minorBefore: null }, 'presumed_minor']
  ] as const)('ended, %o leads back to %s', (facts, state) => {
    const found = after(child('runaway', { missing: true, ...facts }), 'runaway.found')
    expect(found.regions.minor).toBe(state)
  })

  it('goes on whatever is decided, unless an adult was searched for', () => {
    const searched = child('runaway', { missing: true, minorBefore: 'presumed_minor' })
    const ordered = after(searched, 'opp.issue')
    expect(ordered).toMatchObject({ regions: { minor: 'runaway' }, facts: { minorBefore: 'opp_issued' } })
    const adult = after(searched, 'age.decide', { decision: 'adult' })
    expect(adult).toMatchObject({ regions: { minor: 'not_applicable' }, facts: { missing: false } })
  })
})

describe('an age', () => {
  it('reached binds to nothing that a child agreed to', () => {
    const facts = {
      informed: true,
      consents: ['A', 'B'],
      returnAssessed: true,
      missing: true,
      ageBand: '15-17'
    } as const
    expect(
      taught('majority.reached', child('placed_common', { ...facts, consents: [...facts.consents] }))
    ).toEqual({
      ageGroup: 'adult',
      ageBand: '18-24',
      informed: false,
      consents: [],
      returnAssessed: false,
      missing: false
    })
  })

  it('disputed or decided', () => {
    expect(taught('age.dispute', child('signalement'))).toEqual({
      ageGroup: 'doubt',
      ageDecision: 'disputed',
      minorBefore: 'signalement'
    })
    const decided = (decision: string) => taught('age.decide', child('age_disputed'), { decision })
    expect(decided('minor')).toEqual({ ageGroup: 'minor', ageDecision: 'minor' })
    expect(decided('adult')).toEqual({
      ageGroup: 'adult',
      ageDecision: 'adult',
      ageBand: null,
      returnAssessed: false,
      missing: false
    })
  })

  it('decided minor, protection goes on from where it stood before the dispute', () => {
    for (const minorBefore of ['presumed_minor', 'information_preoccupante', 'signalement'] as const) {
      const disputed = child('age_disputed', { ageDecision: 'disputed', minorBefore })
      expect(after(disputed, 'age.decide', { decision: 'minor' }).regions.minor).toBe(minorBefore)
      expect(after(disputed, 'age.decide', { decision: 'adult' }).regions.minor).toBe('not_applicable')
    }
  })

  it('told otherwise takes with it what rested on the other', () => {
    const { facts } = child('presumed_minor', { ageBand: '15-17', missing: true, returnAssessed: true })
    expect(learntOfAge(facts, {})).toEqual({})
    expect(learntOfAge(facts, { ageBand: '15-17' })).toEqual({})
    expect(learntOfAge(facts, { ageGroup: 'doubt' })).toEqual({})
    expect(learntOfAge(facts, { ageGroup: 'adult' })).toEqual({
      returnAssessed: false,
      ageBand: null,
      missing: false
    })
    expect(learntOfAge(facts, { ageGroup: 'adult', ageBand: '18-24' })).toMatchObject({ ageBand: '18-24' })
    expect(learntOfAge({ ...facts, ageGroup: 'adult' }, { ageGroup: 'minor' })).toEqual({
      returnAssessed: false
    })
  })
})

it('a new report teaches where the child was found, or that there is something to assess, and moves nothing', () => {
  const placed = child('placed_common', { concernAssessed: true })
  expect(taught('minor.report_again', placed, { foundIn: '13' })).toEqual({ foundIn: '13' })
  expect(taught('concern.again', placed)).toEqual({ concernAssessed: false })
})
