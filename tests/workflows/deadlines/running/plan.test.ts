import { describe, expect, it } from 'vitest'
import { commandRow, isCommandType } from '../../../../workflows/case/commands.ts'
import { planOf, type Plan } from '../../../../workflows/deadlines/running/plan.ts'
import {
  deadlineCodes,
  deadlineRegister,
  type DeadlineRow
} from '../../../../workflows/deadlines/deadlines.ts'
import type { Situation } from '../../../../workflows/guards/guards.ts'
import { type Dossier } from '../../../../verify/dossier.ts'
import { step } from '../../../../verify/walk/moves.ts'
import { aCase, aMinorCase } from '../../../support/cases.ts'

const alone = { lawCounts: false, ofReferral: false }
const rowOf = (code: (typeof deadlineCodes)[number]): DeadlineRow => deadlineRegister[code]
const closed = aCase({ regions: { closure: 'closed_inserted' } })

describe('a clock that falls due does not', () => {
  it('archive or erase while the law counts, nor while the case is not over', () => {
    for (const code of ['MNIO-RETENTION', 'MNIO-ERASURE'] as const) {
      expect(planOf(code, closed, { ...alone, lawCounts: true })).toEqual({ does: 'wait' })
      expect(planOf(code, aCase(), alone)).toEqual({ does: 'wait' })
    }
  })

  it('wait for the law where it is not patient', () => {
    for (const code of deadlineCodes.filter((one) => !rowOf(one).patient))
      expect(planOf(code, aCase(), { ...alone, lawCounts: true }).does).not.toBe('wait')
  })

  it('do an act that is not open: it says that the time is over', () => {
    expect(planOf('MNIO-CONTACT', aMinorCase(), alone)).toEqual({ does: 'lapse', again: null })
    expect(planOf('MNIO-HOLD', aCase(), alone)).toEqual({ does: 'lapse', again: null })
  })

  it('say that an answer is late of a clock that awaits none', () => {
    for (const code of deadlineCodes) expect(planOf(code, aCase(), alone).does).not.toBe('expire')
  })

  it('write what time does with words of its own, but for the consents whose year it counted', () => {
    for (const { fires, firesElse } of deadlineCodes.map(rowOf))
      for (const act of [fires, ...firesElse])
        if (act && isCommandType(act))
          expect([act, Object.keys(commandRow(act).input.properties)]).toEqual([
            act,
            act === 'consent.lapsed' ? ['scopes'] : []
          ])
  })
})

describe('a clock that falls due', () => {
  const running = aCase({ regions: { residence: 'reflection_running' } })

  it('does its act, or the next of its acts where the case has moved on', () => {
    expect(planOf('D-REFLEX', running, alone)).toMatchObject({ does: 'act', command: 'reflection.expire' })
    const elsewhere = aCase({ regions: { residence: 'irregular' }, facts: { removalBar: true } })
    expect(planOf('D-REFLEX', elsewhere, alone)).toMatchObject({ command: 'reflection.bar_lifted' })
  })

  it('archives once the case is over and the law counts nothing more', () => {
    expect(planOf('MNIO-RETENTION', closed, alone)).toMatchObject({ does: 'act', command: 'case.archive' })
  })

  it('says that an answer is late, ends an access that nobody confirmed, and starts again where it repeats', () => {
    expect(planOf('MNIO-PREF-ANSWER', aCase(), { ...alone, ofReferral: true }).does).toBe('expire')
    expect(planOf('MNIO-GLASS', aCase(), alone).does).toBe('settle')
    expect(planOf('MNIO-STAY-REVIEW', aCase(), alone)).toEqual({
      does: 'lapse',
      again: 'MNIO-STAY-REVIEW-LATER'
    })
    const repeating = deadlineCodes.filter((code) => rowOf(code).repeats)
    expect(repeating.length).toBeGreaterThan(1)
    for (const code of repeating)
      expect(planOf(code, aCase(), alone)).toMatchObject({ again: expect.any(String) })
  })
})

describe('the composed case', () => {
  const rung = (situation: Situation, clocks: Dossier['clocks'], code: keyof typeof deadlineRegister) =>
    step({ situation, referrals: [], held: {}, bed: null, clocks }, { type: 'clock', code, on: '2026-12-24' })

  it('stands where the plan waits', () => {
    expect(rung(closed, { 'MNIO-RETENTION': 'running', 'D-SARVI': 'running' }, 'MNIO-RETENTION')).toBeNull()
    expect(rung(closed, {}, 'MNIO-RETENTION')).toBeNull()
  })

  it('does what is left to do, as the worker does', () => {
    const barred = aCase({ regions: { residence: 'irregular' }, facts: { removalBar: true } })
    expect(rung(barred, { 'D-REFLEX': 'running' }, 'D-REFLEX')!.situation.facts.removalBar).toBe(false)
  })

  it('keeps of a lapse what the case keeps of it', () => {
    const silent = rung(aCase(), { 'D-SILENCE': 'running' }, 'D-SILENCE')!
    expect(silent.situation.facts.lapsed).toContain('D-SILENCE')
    expect(silent.clocks).toEqual({})
  })

  it('counts the next round of a clock that repeats', () => {
    const again = rung(aCase(), { 'MNIO-STAY-REVIEW': 'running' }, 'MNIO-STAY-REVIEW')!
    expect(again.clocks).toEqual({ 'MNIO-STAY-REVIEW-LATER': 'running' })
  })
})

it('is one of five things, each of which some clock of the register does', () => {
  const about = (code: (typeof deadlineCodes)[number]): Plan[] =>
    [aCase(), closed, aCase({ regions: { residence: 'reflection_running' } })].flatMap((one) => [
      planOf(code, one, alone),
      planOf(code, one, { ...alone, ofReferral: rowOf(code).fires === 'expire' })
    ])
  const done = new Set(deadlineCodes.flatMap(about).map(({ does }) => does))
  expect([...done].sort()).toEqual(['act', 'expire', 'lapse', 'settle', 'wait'])
})
