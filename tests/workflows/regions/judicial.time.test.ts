import { describe, expect, it } from 'vitest'
import { factProblems } from '../../../workflows/case/fact.problems.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { aCase, after, anInput, refusal, stays } from '../../support/cases.ts'

const lastFactsOn = '2026-10-01'
const opened = (type: CommandType, input: Record<string, unknown>, facts = {}) =>
  Object.fromEntries(
    openedBy(type, anInput(type, input), stays(aCase({ facts }))).map(({ code, startsOn }) => [
      code,
      startsOn
    ])
  )

describe('the day of the last acts', () => {
  it('may be told with or without a complaint, and counts the same', () => {
    const told = [
      'facts.complete',
      'art40.report',
      'prosecutor.report',
      'complaint.file',
      'complaint.add',
      'testimony.recorded'
    ] as const
    for (const type of told)
      expect(opened(type, { lastFactsOn, on: lastFactsOn }), type).toMatchObject({
        'D-LIMIT': lastFactsOn,
        'D-CIVI-OFFENCE': lastFactsOn
      })
    expect(after(aCase(), 'facts.complete', { lastFactsOn })).toEqual(aCase())
  })

  it('counts nothing from before eighteen for who was then a minor', () => {
    const majorityOn = '2027-03-01'
    const { EVVI: _, ...clocks } = opened('facts.complete', { lastFactsOn, majorityOn })
    expect(clocks).toEqual({ 'D-LIMIT-MINOR': majorityOn, 'D-CIVI-OFFENCE': majorityOn })
    expect(opened('facts.complete', { lastFactsOn, majorityOn: '2019-03-01' })).toMatchObject({
      'D-CIVI-OFFENCE': lastFactsOn
    })
  })

  it('counts a crime longer than an offence, and both where both are named', () => {
    const limits = (offences: string[], input = {}) =>
      Object.keys(opened('facts.complete', { lastFactsOn, ...input }, { offences })).filter((code) =>
        code.startsWith('D-LIMIT')
      )
    expect(limits(['225-4-3'])).toEqual(['D-LIMIT-CRIME'])
    expect(limits(['225-4-1', '225-4-3'])).toEqual(['D-LIMIT', 'D-LIMIT-CRIME'])
    expect(limits(['225-4-2'], { majorityOn: '2025-01-01' })).toEqual([
      'D-LIMIT-MINOR',
      'D-LIMIT-CRIME-MINOR'
    ])
  })
})

describe('an acquittal that the prosecution appeals', () => {
  it('is not the end: a final conviction may follow', () => {
    const acquitted = after(
      after(aCase({ regions: { judicial: 'trial' } }), 'procedure.acquitted'),
      'acquittal.final'
    )
    expect(acquitted.facts.procedureOpen).toBe(false)
    expect(refusal(acquitted, 'conviction.final')).not.toBeNull()
    const appealed = after(acquitted, 'acquittal.appealed')
    expect(appealed.facts.procedureOpen).toBe(true)
    expect(after(appealed, 'conviction.final').regions.judicial).toBe('convicted_final')
  })

  it('runs on where the civil party alone appeals', () => {
    const acquitted = aCase({ regions: { judicial: 'acquitted_final' } })
    expect(refusal(acquitted, 'civil.appealed')).toBe(
      'Il faut que la personne soit constituée partie civile.'
    )
    const party = aCase({ regions: { judicial: 'acquitted_final' }, facts: { civilParty: true } })
    const next = after(party, 'civil.appealed')
    expect([next.regions.judicial, next.facts.procedureOpen]).toEqual(['on_appeal', true])
  })
})

describe('damages that nobody pays', () => {
  const convicted = aCase({
    regions: { judicial: 'convicted_final' },
    facts: { finalOn: '2026-06-01', civilParty: true }
  })

  it('are asked of the fund after two months, by a civil party whom the CIVI does not compensate', () => {
    expect(factProblems('sarvi.request', { on: '2026-07-31' }, convicted)).toMatchObject([
      { field: 'on', code: 'too_early' }
    ])
    expect(factProblems('sarvi.request', { on: '2026-08-01' }, convicted)).toEqual([])
    expect(refusal(convicted, 'sarvi.request')).toBeNull()
    expect(refusal(after(convicted, 'civi.claim'), 'sarvi.request')).not.toBeNull()
  })
})
