import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firedBySystem } from '../../../policies/grants.ts'
import { openness } from '../../../workflows/case/advance.ts'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { isMinor } from '../../../workflows/facts/facts.ts'
import type { Situation } from '../../../workflows/guards/guards.ts'
import type { RegionState } from '../../../workflows/vocabulary/states.ts'
import { aCase, aMinorCase, after, allScopes, refusal, situations } from '../../support/cases.ts'
import { carriedBy, everyStep } from '../../support/lives.ts'

const ofRegion = (...ids: (string | null)[]) =>
  commandTypes.filter((type) => ids.includes(commandRow(type).region))

describe('I-01 help never waits for justice nor for formal identification', () => {
  const rule = () =>
    fc.assert(
      fc.property(situations, fc.constantFrom(...ofRegion('housing', 'care')), (situation, type) => {
        const seen = (
          identification: RegionState<'identification'>,
          judicial: RegionState<'judicial'>,
          procedureOpen: boolean
        ) =>
          openness(
            {
              regions: { ...situation.regions, identification, judicial },
              facts: { ...situation.facts, procedureOpen, offences: procedureOpen ? ['225-4-1'] : [] }
            },
            type
          ).open
        const without = seen('presumed', 'none', false)
        for (const judicial of ['complaint_filed', 'trial', 'convicted_final', 'dismissed'] as const)
          expect(seen('formally_identified', judicial, true)).toBe(without)
        expect(seen('not_confirmed', 'none', false)).toBe(without)
      }),
      { seed: 1, numRuns: 1500, endOnFailure: true }
    )
  it('no act of housing or care looks at them', rule)
  it('a request that waited for a procedure would be seen', () => {
    carriedBy('acse.request', { guards: ['procedureOpen'] }, rule)
  })
})

describe('I-07 a child’s protection waits for no consent and no means', () => {
  const protecting = ofRegion('identification', 'minor').concat('danger.immediate')
  const rule = () =>
    fc.assert(
      fc.property(
        situations,
        fc.constantFrom(...protecting),
        fc.constantFrom('minor', 'doubt'),
        (any, type, ageGroup) => {
          const child = (consents: typeof allScopes) =>
            ({ ...any, facts: { ...any.facts, ageGroup, consents } }) as Situation
          expect(openness(child([]), type).open).toBe(openness(child(allScopes), type).open)
        }
      ),
      { seed: 7, numRuns: 4000, endOnFailure: true }
    )
  it('identification, protection and emergency open alike with and without consent', () =>
    carriedBy('danger.immediate', { guards: ['someConsent'] }, rule))
  it('no act of identification requires the means', () => {
    const required = ofRegion('identification').flatMap(
      (type) => (commandRow(type).input as { required?: string[] }).required ?? []
    )
    expect(required.filter((name) => /means|moyen/.test(name))).toEqual([])
  })
})

describe('I-08 a minor is never on the way to Ac.Sé', () => {
  const way = ['placement_requested', 'waiting_list', 'refused_by_structure', 'matched', 'pre_admission']
  it('in no life, whatever is learnt of the age and when', () => {
    everyStep(({ after }) => {
      if (isMinor(after.facts)) expect(way).not.toContain(after.regions.housing)
    })
  })
  it.each<CommandType>(['acse.request', 'acse.offer', 'acse.matched'])('%s is for adults', (type) => {
    const child = aMinorCase({
      regions: { housing: type === 'acse.request' ? 'unassessed' : 'waiting_list' }
    })
    carriedBy(type, { guards: [] }, () =>
      expect(refusal(child, type)).toMatch(/^Ac\.Sé n’accueille que des adultes/)
    )
  })
})

describe('I-10 neither time nor a service’s no makes anyone « not a victim »', () => {
  it('once presumed, always presumed', () => {
    everyStep(({ before, after }) => expect(before.facts.presumed && !after.facts.presumed).toBe(false))
    const no = () =>
      expect(
        after(aCase({ regions: { identification: 'formal_pending' } }), 'formal.no').facts.presumed
      ).toBe(true)
    carriedBy('formal.no', { apply: () => ({ presumed: false }) }, no)
  })
  it('what the clock or a partner’s answer fires leads to no negative finding and closes nothing', () => {
    const rule = () => {
      for (const type of firedBySystem) {
        const { region, to } = commandRow(type)
        if (region === 'identification')
          expect(['same', 'transferred_territory', 'presumed'], type).toContain(to)
        if (region === 'closure') expect(to, type).toBe('same')
      }
    }
    carriedBy('territory.moved', { to: 'insufficient_elements' }, rule)
    carriedBy('contact.lost', { to: 'closing' }, rule)
  })
  it('a service’s no closes nothing and can be reviewed', () => {
    const next = after(aCase({ regions: { identification: 'formal_pending' } }), 'formal.no')
    expect(next.regions.closure).toBe('open')
    expect(refusal(next, 'review.request')).toBeNull()
  })
})
