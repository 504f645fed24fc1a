import { describe, expect, it } from 'vitest'
import { opennessFor, unusualFor } from '../../policies/action-availability.ts'
import { sightOf } from '../../policies/sight.ts'
import { toldState } from '../../policies/told-state.ts'
import { discloseEvents } from '../../server/disclosure/events.ts'
import { aCase } from '../support/cases.ts'

// Where a child is placed, and that they fled, is in no reason for whom it is not on the page.

const child = (minor: string) => aCase({ regions: { minor }, facts: { ageGroup: 'minor' } })
const secret = /^Ici : [^.]*(plac|éloign|sécuris)/

describe('where a child is placed, and a flight, in the words of the reasons', () => {
  it.each(['placed_secure', 'placed_distanced', 'placed_common'])(
    '%s reads as a measure to the police',
    (at) => {
      const situation = child(at)
      const police = sightOf(['police'], situation.facts)
      expect(toldState('minor', at, situation.facts, police)).toBe('measure_ordered')
      expect(unusualFor('judge.seize', situation, police)?.fr ?? '').not.toMatch(secret)
      const verdict = opennessFor('minor.report_prosecutor', situation, police)
      expect(verdict.open ? '' : verdict.reason.fr).toMatch(/^Ici : mesure/)
    }
  )

  it.each([
    ['opp_issued', 'opp_issued'],
    ['placed_secure', 'measure_ordered'],
    [null, 'presumed_minor']
  ] as const)('a flight from %s reads as %s to whoever may not know of it', (minorBefore, told) => {
    const { facts } = aCase({ regions: { minor: 'runaway' }, facts: { ageGroup: 'minor', minorBefore } })
    expect(toldState('minor', 'runaway', facts, { sees: () => false })).toBe(told)
    expect(toldState('minor', 'runaway', facts, { sees: () => true })).toBe('runaway')
    // Another region that has a state of that name is nothing of a child's.
    expect(toldState('care', 'runaway', facts, { sees: () => false })).toBe('runaway')
  })

  it('a flight while the age was disputed reads as the dispute', () => {
    const fled = {
      ageGroup: 'minor',
      minorBefore: 'signalement',
      fledFrom: 'age_disputed',
      ageDecision: 'disputed'
    } as const
    const { facts } = aCase({ regions: { minor: 'runaway' }, facts: fled })
    expect(toldState('minor', 'runaway', facts, { sees: () => false })).toBe('age_disputed')
  })

  it('what the story kept says the same', () => {
    const situation = child('placed_secure')
    const sight = sightOf(['police'], situation.facts)
    const row = {
      ...{ seq: 2, command: 'judge.seize', input: {}, sealed: [], unusual: ['state.placed_secure'] },
      ...{ orgId: 'o', role: 'police', at: new Date(), metAt: null, metInput: null }
    }
    const [told] = discloseEvents([row as never], { sight, actor: { orgId: 'o', role: 'police' } as never })
    expect(told?.row?.unusual).toEqual(['state.measure_ordered'])
  })
})
