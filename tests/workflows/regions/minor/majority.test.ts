import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firedBySystem } from '../../../../policies/grants.ts'
import { openness } from '../../../../workflows/case/advance.ts'
import { commandRow, commandTypes, type CommandType } from '../../../../workflows/case/commands.ts'
import { deadlineRegister } from '../../../../workflows/deadlines/deadlines.ts'
import { isMinor } from '../../../../workflows/facts/facts.ts'
import type { Situation } from '../../../../workflows/guards/guards.ts'
import { factProblems } from '../../../../workflows/case/fact.problems.ts'
import { closureReasons } from '../../../../workflows/vocabulary/words.ts'
import { aMinorCase, after, allScopes, refusal, situations } from '../../../support/cases.ts'
import { carriedBy } from '../../../support/lives.ts'

const live = commandRow('majority.reached').from as readonly string[]

describe('eighteen', () => {
  it('is prepared once, and not for a small child', () => {
    const teen = aMinorCase({ facts: { ageBand: '15-17' } })
    expect(refusal(aMinorCase({ facts: { ageBand: '0-12' } }), 'majority.prepare')).toMatch(
      /^L’entretien d’autonomie a été tenu/
    )
    const prepared = after(teen, 'majority.prepare')
    expect(prepared.facts.majorityPrepared).toBe(true)
    expect(refusal(prepared, 'majority.prepare')).not.toBeNull()
  })

  it.each(live)('from %s: an adult, who is informed and asked anew', (minor) => {
    for (const consent of ['informed', 'heard']) {
      const child = aMinorCase({
        regions: { minor, consent },
        facts: { informed: true, consents: allScopes }
      })
      const adult = after(child, 'majority.reached')
      expect(adult.regions).toMatchObject({ minor: 'majority_reached', consent: 'not_informed' })
      expect(adult.facts).toMatchObject({ ageGroup: 'adult', informed: false, consents: [] })
      expect(refusal(adult, 'consent.record')).not.toBeNull()
      const informed = after(adult, 'person.inform')
      expect(informed.regions.consent).toBe('informed')
      expect(refusal(informed, 'consent.record')).toBeNull()
    }
  })

  it('ends what rested on no consent, and asks again where the person lives', () => {
    const child = aMinorCase({ regions: { minor: 'placed_common', housing: 'minor_placement' } })
    expect(after(child, 'majority.reached').regions.housing).toBe('unassessed')
    expect(after(child, 'age.decide', { decision: 'adult' }).regions.housing).toBe('unassessed')
    expect(after(child, 'age.decide', { decision: 'minor' }).regions.housing).toBe('minor_placement')
    expect(commandRow('majority.reached').effects).toEqual([
      { type: 'releaseStay', when: 'adultUnhoused' },
      { type: 'endMinorSharing', when: 'adult' }
    ])
  })

  it('what an association learns of the age moves no child out of a place that justice ordered', () => {
    const child = aMinorCase({ regions: { minor: 'placed_common', housing: 'minor_placement' } })
    expect(after(child, 'facts.complete', { ageGroup: 'adult' }).regions.housing).toBe('minor_placement')
  })

  it('a birthday that was wrong makes nobody an adult', () => {
    const adult = after(aMinorCase(), 'majority.reached')
    expect(after(adult, 'facts.complete', { ageGroup: 'minor' }).regions.minor).toBe('presumed_minor')
  })

  it('is time’s, in a closed case too, and runs from birth', () => {
    expect(deadlineRegister['D-MAJORITY'].fires).toBe('majority.reached')
    expect(refusal(aMinorCase({ regions: { closure: 'closed_inserted' } }), 'majority.reached')).toBeNull()
    const starts = (type: CommandType) =>
      commandRow(type)
        .opens.filter(({ code }) => code === 'D-MAJORITY')
        .map(({ startsOn }) => startsOn)
    expect(starts('case.flag')).toEqual(['identity.birthDate'])
    expect(starts('identity.record')).toEqual(['birthDate'])
  })
})

describe('I-07 no consent is a guard of a child’s protection', () => {
  const acts = commandTypes.filter(
    (type) => commandRow(type).region === 'minor' || type.startsWith('minor.placement')
  )
  const rule = () =>
    fc.assert(
      fc.property(situations, fc.constantFrom(...acts), (any, type) => {
        const child = (consents: typeof allScopes): Situation => ({
          ...any,
          facts: { ...any.facts, ageGroup: 'doubt', consents }
        })
        expect(openness(child([]), type).open).toBe(openness(child(allScopes), type).open)
      }),
      { seed: 7, numRuns: 3000, endOnFailure: true }
    )
  it.each<CommandType>(['minor.report_prosecutor', 'runaway.report', 'minor.placement_arrival'])(
    '%s would be seen to wait for one',
    (type) => carriedBy(type, { guards: ['someConsent'] }, rule)
  )
  it('none is written on a row', () => {
    expect(acts.filter((type) => commandRow(type).consent !== null)).toEqual([])
  })
})

describe('I-08 Ac.Sé is closed to a child and opens at eighteen', () => {
  const child = aMinorCase({ facts: { ageGroup: 'minor', localDanger: true, presumed: true } })
  it('once the adult was informed and agrees', () => {
    expect(refusal(child, 'acse.request')).toMatch(/^Ac\.Sé n’accueille que des adultes/)
    const adult = after(child, 'majority.reached')
    expect(refusal(adult, 'acse.request')).toMatch(/^Il manque l’accord de la personne/)
    const agreed = after(after(adult, 'person.inform'), 'consent.record', { scopes: ['C'] })
    expect(refusal(agreed, 'acse.request')).toBeNull()
  })
})

describe('I-10 a child’s case is never closed by time nor as lost', () => {
  const rule = () =>
    fc.assert(
      fc.property(situations, fc.constantFrom(...firedBySystem), (any, type) => {
        const child: Situation = { ...any, facts: { ...any.facts, ageGroup: 'minor', closure: null } }
        child.regions = { ...child.regions, closure: 'open' }
        if (!openness(child, type).open) return
        const { regions, facts } = after(child, type)
        expect(regions.closure).toBe('open')
        expect(facts.contactLost).toBe(any.facts.contactLost)
      }),
      { seed: 8, numRuns: 1500 }
    )
  it('whatever the clock or a partner’s answer fires', () => carriedBy('contact.lost', { guards: [] }, rule))

  it('silence does not let anyone close it', () => {
    const silent = aMinorCase({ facts: { contactLost: true } })
    carriedBy('case.close_lost', { guards: [] }, () =>
      expect(refusal(silent, 'case.close_lost')).not.toBeNull()
    )
  })

  it('as lost, never; while the child is searched for, for no other reason than death', () => {
    const refused = (reason: string, missing: boolean) =>
      factProblems(
        'case.close',
        { reason },
        aMinorCase({ regions: { minor: 'measure_ordered' }, facts: { missing } })
      ).length > 0
    expect(Object.keys(closureReasons).filter((reason) => refused(reason, false))).toEqual([
      'returned',
      'lost',
      'not_victim',
      'in_error'
    ])
    expect(Object.keys(closureReasons).filter((reason) => !refused(reason, true))).toEqual(['deceased'])
  })
})

it('I-16 the time to claim compensation stands still while the person is a child', () => {
  for (const code of ['D-CIVI-OFFENCE', 'D-CIVI-DECISION'] as const)
    expect(deadlineRegister[code].frozenWhile).toBe('minorOrDoubt')
  expect(isMinor({ ageGroup: 'doubt' })).toBe(true)
  expect(isMinor(after(aMinorCase(), 'majority.reached').facts)).toBe(false)
})
