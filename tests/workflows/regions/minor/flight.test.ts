import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../../workflows/case/commands.ts'
import { deadlineRegister } from '../../../../workflows/deadlines/deadlines.ts'
import { closesOf } from '../../../../workflows/deadlines/running/stopping.ts'
import { aMinorCase, after, refusal } from '../../../support/cases.ts'
import { live, at, fled } from '../../../support/regions/minor.ts'

describe('a flight', () => {
  const certain = (commandRow('runaway.report').from as string[]).filter((state) => state !== 'age_disputed')
  it.each(certain)('from %s comes back to it', (state) => {
    const missing = after(at(state), 'runaway.report')
    expect(missing.regions.minor).toBe('runaway')
    expect(missing.facts).toMatchObject({ missing: true, minorBefore: state })
    const searching = after(missing, 'search.review', { result: 'none' })
    expect(searching).toEqual(missing)
    const found = after(searching, 'runaway.found', { foundIn: '13' })
    expect(found.regions.minor).toBe(state)
    expect(found.facts).toMatchObject({ missing: false, foundIn: '13' })
  })

  it('while the age is disputed comes back to the dispute, unless it was decided meanwhile', () => {
    const disputed = after(at('signalement'), 'age.dispute')
    const missing = after(disputed, 'runaway.report')
    expect(missing.facts).toMatchObject({ fledFrom: 'age_disputed', minorBefore: 'signalement' })
    expect(after(missing, 'runaway.found').regions.minor).toBe('age_disputed')
    const decided = after(missing, 'age.decide', { decision: 'minor' })
    expect(after(decided, 'runaway.found').regions.minor).toBe('signalement')
    const ordered = after(missing, 'opp.issue')
    expect(after(ordered, 'runaway.found').regions.minor).toBe('opp_issued')
  })

  it('before anybody was told: the report of concern is still made, and kept for the return', () => {
    const missing = after(at('presumed_minor'), 'runaway.report')
    const reported = after(missing, 'concern.report')
    expect(reported.regions.minor).toBe('runaway')
    expect(refusal(reported, 'concern.report')).toMatch(/transmettez-en une nouvelle/)
    expect(after(reported, 'runaway.found').regions.minor).toBe('information_preoccupante')
    expect(refusal(fled('signalement'), 'concern.report')).toMatch(/transmettez-en une nouvelle/)
  })

  it('stops no clock of justice: what is decided meanwhile is where the child comes back to', () => {
    const seized = after(fled('opp_issued'), 'judge.seize')
    expect(seized.regions.minor).toBe('runaway')
    const ordered = after(seized, 'measure.order')
    expect(ordered.regions.minor).toBe('runaway')
    expect(after(ordered, 'runaway.found').regions.minor).toBe('measure_ordered')
    expect(after(fled('signalement'), 'opp.issue').facts.minorBefore).toBe('opp_issued')
  })

  it('opens nothing that its own place in the procedure does not', () => {
    expect(refusal(fled('signalement'), 'judge.seize')).toMatch(/^Aucun placement provisoire/)
    expect(refusal(fled('opp_issued'), 'measure.order')).toBe('Le juge des enfants n’est pas saisi.')
    expect(refusal(fled('je_seized'), 'opp.issue')).toMatch(/^Un placement est ordonné/)
    for (const type of ['place.common', 'place.secure', 'runaway.report'] as const)
      expect(refusal(fled('placed_common'), type)).toMatch(/^Ici : en fugue/)
  })

  it('is told to the police, whose search is reviewed each week for as long as it lasts', () => {
    expect(commandRow('runaway.report').effects).toEqual([
      { type: 'invite', capacity: 'police', who: 'childPlacePolice' }
    ])
    expect(deadlineRegister['MNIO-SEARCH'].repeats).toBe(true)
    expect(closesOf('runaway.found')).toEqual(['MNIO-SEARCH'])
  })

  it('does not free the child’s place', () => {
    const there = aMinorCase({ regions: { minor: 'placed_common', housing: 'minor_placement' } })
    expect(after(there, 'runaway.report').regions.housing).toBe('minor_placement')
  })
})

describe('a disputed age', () => {
  it('leaves the child protected, and is decided by nobody’s silence', () => {
    const disputed = after(at('information_preoccupante'), 'age.dispute')
    expect(disputed.regions.minor).toBe('age_disputed')
    expect(disputed.facts.ageGroup).toBe('doubt')
    for (const type of ['minor.report_prosecutor', 'opp.issue', 'judge.petition'] as const)
      expect(refusal(disputed, type)).toBeNull()
  })

  it.each(['minor', 'doubt'])('decided as %s: a minor, back where protection stood', (decision) => {
    const disputed = after(at('signalement'), 'age.dispute')
    const decided = after(disputed, 'age.decide', { decision })
    expect(decided.regions.minor).toBe('signalement')
    expect(decided.facts.ageGroup).toBe('minor')
  })

  it.each(live)('decided as adult from %s: protection as a child ends', (state) => {
    const decided = after(at(state, { missing: state === 'runaway' }), 'age.decide', { decision: 'adult' })
    expect(decided.regions.minor).toBe('not_applicable')
    expect(decided.facts).toMatchObject({ ageGroup: 'adult', missing: false })
  })

  it('an adult by decision who turns out to be a child is protected again', () => {
    const adult = after(at('signalement'), 'age.decide', { decision: 'adult' })
    const again = after(adult, 'facts.complete', { ageGroup: 'doubt' })
    expect(again.regions.minor).toBe('presumed_minor')
    expect(after(again, 'minor.report_prosecutor').regions.minor).toBe('signalement')
  })

  it('no bone test alone founds it: the form asks, and a « no » is written down as unusual', () => {
    expect(commandRow('age.decide').input.properties['noBonesAlone']).toMatchObject({ type: 'boolean' })
    expect(commandRow('age.decide').input.required).toContain('noBonesAlone')
  })
})
