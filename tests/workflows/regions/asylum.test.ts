import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { factClasses, type Facts } from '../../../workflows/facts/facts.ts'
import { guards } from '../../../workflows/guards/guards.ts'
import { toldCase } from '../../../policies/action-availability.ts'
import { sightOf } from '../../../policies/sight.ts'
import type { Situation } from '../../../workflows/guards/guards.ts'
import { classOfField } from '../../../workflows/vocabulary/split.ts'
import { answersOf, closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { inputsOf } from '../../../verify/inputs.ts'
import { by, stride } from '../../../verify/walk/step.ts'
import { aCase, after, refusal, situations, problemsOf } from '../../support/cases.ts'
import { at, complained } from '../../support/regions/residence.ts'

const acts = commandTypes.filter((type) => commandRow(type).region === 'asylum')
const standing = (asylum: string, regions = {}) => aCase({ regions: { asylum, ...regions } })

describe('asylum', () => {
  it('is a date, an hour and a status: no words, and every field of its class', () => {
    expect(acts).toEqual([
      'transfer.notified',
      'transfer.appeal',
      'transfer.judged',
      'transfer.ended',
      'asylum.rejected',
      'asylum.protection_ended',
      'asylum.protection_lost',
      'asylum.appealed',
      'asylum.aid_asked',
      'reception.refused',
      'reception.appealed',
      'asylum.entry_refused',
      'asylum.entry_contested',
      'asylum.entry_judged',
      'asylum.detention_kept',
      'asylum.detention_contested',
      'asylum.detention_judged',
      'asylum.lodged',
      'asylum.invited',
      'asylum.decision'
    ])
    for (const type of acts)
      for (const [field, schema] of Object.entries(commandRow(type).input.properties)) {
        const { maxLength, format } = schema as { maxLength?: number; format?: string }
        expect(format === 'hour' ? undefined : maxLength).toBeUndefined()
        expect(classOfField(commandRow(type).input, field)).toBe('I')
      }
  })

  it('is asked by a national of a third country alone, and once at a time', () => {
    const european = aCase({ facts: { nationality: 'eu' } })
    expect(refusal(european, 'asylum.lodged')).toMatch(/^Ce droit, comme la carte L425-1/)
    expect(refusal(standing('pending'), 'asylum.lodged')).toMatch(/^Ici : demande d’asile en cours/)
    for (const type of ['asylum.invited', 'asylum.decision'] as const)
      expect(refusal(standing('none'), type)).toMatch(/^Ici : aucune demande/)
  })

  it('is lodged, decided, and asked again', () => {
    const pending = after(at('irregular'), 'asylum.lodged')
    expect(pending).toMatchObject({ regions: { asylum: 'pending' }, facts: { asylumLink: true } })
    for (const decision of ['protected', 'refused']) {
      const decided = after(pending, 'asylum.decision', { decision })
      expect(decided.regions.asylum).toBe(decision)
      expect(after(decided, 'asylum.lodged').regions.asylum).toBe('pending')
    }
  })

  it('is known from the flag, or by what completes it', () => {
    const told = (facts: Record<string, unknown>) => after(standing('none'), 'facts.complete', facts).regions
    expect(told({ asylumClaim: true })).toMatchObject({ asylum: 'pending', residence: 'irregular' })
    expect(told({ asylumClaim: false }).asylum).toBe('none')
    expect(after(standing('refused'), 'facts.complete', { asylumClaim: true }).regions.asylum).toBe('refused')
  })

  it('two months to ask for another permit; later only for what is new', () => {
    const invited = after(after(at('irregular', complained), 'asylum.lodged'), 'asylum.invited')
    expect(problemsOf('permit.apply', {}, invited.facts)).toEqual([])
    const over = after(invited, 'clock.lapse', { deadline: 'D-ASILE-SEJOUR' })
    expect(problemsOf('discretion.apply', {}, over.facts)).toMatchObject([{ field: 'newCircumstances' }])
    expect(problemsOf('discretion.apply', { newCircumstances: true }, over.facts)).toEqual([])
    expect(problemsOf('discretion.apply', {}, after(over, 'asylum.invited').facts)).toEqual([])
  })

  it('re-opens the housing question in an asylum place, or with protection', () => {
    const rehouse = guards.rehouseAfterAsylum.holds
    expect(rehouse(aCase({ regions: { asylum: 'refused' }, facts: { asylumPlace: 'slept' } }))).toBe(true)
    expect(rehouse(standing('protected'))).toBe(true)
    expect(rehouse(aCase({ regions: { asylum: 'refused' }, facts: { asylumPlace: 'sought' } }))).toBe(false)
  })

  it('refused, another way is looked for by whoever has no other stay, until one is prepared', () => {
    const due = guards.adultRouteDue.holds
    const refused = (residence: string) =>
      after(after(at(residence, { routePrepared: true }), 'asylum.lodged'), 'asylum.decision', {
        decision: 'refused'
      })
    for (const residence of ['regular_other', 'cr10', 'reflection_running'])
      expect([residence, due(refused(residence))]).toEqual([residence, false])
    for (const residence of ['unknown', 'irregular']) {
      expect(due(refused(residence))).toBe(true)
      const prepared = after(refused(residence), 'residence.route')
      expect(due(prepared)).toBe(false)
      expect(refusal(prepared, 'residence.route')).toBeNull()
    }
    expect(refusal(at('irregular'), 'residence.route')).toBeNull()
  })
})

describe('the claim stands apart', () => {
  const taught = (type: (typeof acts)[number], situation: Situation) =>
    inputsOf(type).map(
      (input) => commandRow(type).apply?.(situation.facts, input as never, by, situation.regions) ?? {}
    )

  it('no act of it teaches a fact of another class, or opens or closes a clock of another class', () => {
    for (const type of acts) {
      const { opens, suspends, resumes, effects } = commandRow(type)
      const facts = taught(type, standing('pending')).flatMap((learnt) => Object.keys(learnt))
      // An appeal only stops its own clock, legal aid leaves its end in doubt, and a judgment or a notice opens the next.
      if (!/appeal|contested|judged|protection_ended|aid_asked|entry_refused/.test(type))
        expect(facts.length).toBeGreaterThan(0)
      for (const fact of facts)
        expect([type, fact, factClasses[fact as keyof Facts]]).toEqual([type, fact, 'I'])
      const clocks = [
        ...opens.map(({ code }) => code),
        ...closesOf(type),
        ...suspends,
        ...resumes,
        ...answersOf(type)
      ]
      for (const code of clocks) expect([code, deadlineRegister[code].dataClass]).toEqual([code, 'I'])
      expect(effects).toEqual([])
    }
    expect(commandRow('asylum.invited').opens.map(({ code }) => code)).toEqual(['D-ASILE-SEJOUR'])
  })

  it('no act of it moves another region, wherever a case stands', () => {
    let moved = 0
    fc.assert(
      fc.property(situations, fc.constantFrom(...acts), (drawn, type) => {
        const facts = { ...drawn.facts, nationality: 'third_country' as const }
        // A settled case: where it rests, its facts move nothing any more.
        const before = stride({ ...drawn, facts }, 'clock.alert', {})
        const { asylum: _before, ...others } = before.regions
        for (const input of inputsOf(type)) {
          const { asylum: _after, ...rest } = stride(before, type, input).regions
          expect(rest).toEqual(others)
          moved += 1
        }
      }),
      { numRuns: 500, seed: 33 }
    )
    expect(moved).toBeGreaterThan(500)
  })
})

it('asylum is told by nothing to whoever may not know', () => {
  const facts = { asylumLink: true, consents: ['A', 'D', 'E'] } as const
  const hidden = { asylumLink: false, consents: ['A', 'E'] } as const
  for (const asylum of ['pending', 'protected', 'refused']) {
    const situation = at('reflection_ended', { ...facts }, { asylum, asylum_housing: 'housed' })
    expect(toldCase(situation, sightOf(['cell'], situation.facts))).toEqual(
      at('reflection_ended', { ...hidden })
    )
  }
})
