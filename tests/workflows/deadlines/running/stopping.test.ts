import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isExpected } from '../../../../workflows/case/advance.ts'
import { commandRow, commandTypes, type CommandType } from '../../../../workflows/case/commands.ts'
import { stillCounts } from '../../../../workflows/deadlines/running/validity.ts'
import {
  deadlineCodes,
  deadlineRegister,
  type DeadlineCode
} from '../../../../workflows/deadlines/deadlines.ts'
import { answersOf, closesOf, stopsOf } from '../../../../workflows/deadlines/running/stopping.ts'
import { guards, type Situation } from '../../../../workflows/guards/guards.ts'
import { kinds } from '../../../../workflows/referral/kinds/kinds.ts'
import { consentClocks } from '../../../../workflows/vocabulary/vocabulary.ts'
import { situations, storedStates } from '../../../support/cases.ts'

const closing: readonly CommandType[] = ['case.close', 'case.close_lost']
const closersOf = (code: DeadlineCode) => commandTypes.filter((type) => closesOf(type).includes(code))

// Drawn once for all acts: each puts its own region where it starts.
const drawn = fc.sample(fc.tuple(situations, fc.nat()), { numRuns: 400, seed: 2026 })
const anywhere = fc.sample(situations, { numRuns: 2000, seed: 2026 })

const cases = (type: CommandType): Situation[] => {
  const { region, from } = commandRow(type)
  const states = region === null ? [] : from === 'any' ? storedStates(region) : from
  return drawn.map(([{ facts, regions }, pick]) => ({
    facts,
    regions: { ...regions, ...(region && { [region]: states[pick % states.length] }) }
  }))
}

describe('what stops a clock', () => {
  it('is nothing but its day for few, which say why', () => {
    const never = deadlineCodes.filter((code) => {
      const { livesWhile, otherwise } = stopsOf(code)
      return closersOf(code).length === 0 && !livesWhile && !otherwise
    })
    expect(never).toEqual(['D-CR', 'D-CR-END', 'D-SUPPORT-21'])
    expect(deadlineCodes.filter((code) => stopsOf(code).onlyItsDay)).toEqual(never)
  })

  it.each(deadlineCodes.filter((code) => closersOf(code).length > 0))(
    '%s is stopped by an act that is open while it counts',
    (code) => {
      const open = (type: CommandType) =>
        cases(type).some((one) => isExpected(one, type) && stillCounts(code, one))
      expect(closersOf(code).some(open)).toBe(true)
    }
  )

  it.each(deadlineCodes.filter((code) => stopsOf(code).livesWhile))(
    '%s has its object in some cases and not in others',
    (code) => {
      const guard = guards[stopsOf(code).livesWhile!]
      const held = new Set(anywhere.map((one) => guard.holds(one)))
      expect(held).toEqual(new Set([true, false]))
    }
  )

  it('is the end of its referral for an answer, of the consents for their year, and of the access for an emergency', () => {
    const answers = Object.values(kinds).flatMap(({ answerWithin }) => answerWithin ?? [])
    expect(deadlineCodes.filter((code) => stopsOf(code).otherwise).toSorted()).toEqual(
      [...new Set([...answers, ...Object.keys(consentClocks), 'MNIO-GLASS'])].toSorted()
    )
  })

  it('is not what only begins: the clock that waits for both goes on', () => {
    expect(answersOf('grounds.propose')).toEqual(['MNIO-RG', 'MNIO-REVIEW'])
    expect(closesOf('grounds.propose')).toEqual([])
    expect(closesOf('clock.alert')).toEqual([])
  })

  it('is the closing for each clock of the mechanism but those that hold somebody to account, and what is asked after it', () => {
    for (const type of closing) {
      const ofMechanism = deadlineCodes.filter((code) => deadlineRegister[code].status === 'design')
      expect(ofMechanism.filter((code) => !closesOf(type).includes(code))).toEqual([
        'MNIO-RETURN-NEWS',
        ...Object.keys(consentClocks),
        'MNIO-RETENTION',
        'MNIO-ERASURE',
        'MNIO-INSUFFICIENT',
        'MNIO-GLASS'
      ])
    }
  })
})
