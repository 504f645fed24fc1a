import { describe, expect, it } from 'vitest'
import { blurred, seenAs, type Blur } from '../../../verify/facts.ts'
import { inputsOf } from '../../../verify/inputs.ts'
import { actsOf } from '../../../verify/walk/explore.ts'
import { walkOf, type Acts } from '../../../verify/walk/reached.ts'
import { steadyGuards } from '../../../verify/walk/stability.ts'
import { starts } from '../../../verify/walk/starts.ts'
import { stride } from '../../../verify/walk/step.ts'
import { isExpected } from '../../../workflows/case/advance.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { held } from '../../../workflows/vocabulary/states.ts'

// Few enough acts for every value to be told apart, and all that a blurred fact is written by or asked in.
const types: CommandType[] = [
  'complaint.file',
  'permit.apply',
  'permit.apply_beside',
  'discretion.apply',
  'discretion.apply_beside',
  'coming_of_age.apply_beside',
  'permit.issue',
  'permit.refuse',
  'permit.withdraw',
  'other.refuse',
  'other.appeal',
  'other.judged',
  'ta.filed',
  'ta.granted',
  'ta.restored'
]
const acts: Acts = { types, steady: steadyGuards(types) }
const nobody = () => {}
const walked = (blur?: Blur) => {
  const { sets, reached, cone } = walkOf(acts, nobody, blur)
  return { situations: sets.countOf(reached), cone }
}
const { cone } = walked({})

/** Every way in which these acts stand open together, one situation after another, by the rules themselves. */
const answersTo = (blur: Blur) => {
  const distinct = new Map(starts().map((one) => [seenAs(one, cone, blur), one]))
  const answers = new Set<string>()
  for (const before of distinct.values()) {
    const open = types.filter((type) => isExpected(before, type))
    answers.add(`${before.regions.residence} ${open.join()}`)
    for (const type of open)
      for (const input of inputsOf(type)) {
        const after = stride(before, type, input)
        const key = seenAs(after, cone, blur)
        if (!distinct.has(key)) distinct.set(key, after)
      }
  }
  return { answers: [...answers].toSorted(), situations: distinct.size }
}

const otherPermitAlike: Blur = {
  ...blurred,
  otherPermit: { takes: ['none', 'asked', 'refused', 'appeal'], as: (one) => one !== 'none' }
}
const withdrawnAlike: Blur = {
  ...blurred,
  withdrawnPermit: { takes: [null, ...held], as: (one) => one !== null }
}

describe('a walk that tells less apart', () => {
  const whole = answersTo({})

  it('opens and shuts the same acts, in far fewer situations', () => {
    const less = answersTo(blurred)
    expect(less.answers).toEqual(whole.answers)
    expect(less.situations).toBeLessThan(whole.situations)
    expect(walked().situations).toBe(less.situations)
    // The walk always takes applications beside one another for one: without this blur it tells less apart than here.
    expect(walked({}).situations).toBeLessThanOrEqual(whole.situations)
  })

  it('would not, if it took a refusal of another permit for an appeal', () => {
    expect(answersTo(otherPermitAlike).answers).not.toEqual(whole.answers)
  })

  it.each([
    ['a refusal of another permit for an appeal', otherPermitAlike],
    ['one withdrawn permit for another', withdrawnAlike]
  ])('falls, where it takes %s', (_what, blur) => {
    expect(() => walked(blur)).toThrow(/tells apart what the walk takes for one/)
    expect(() => walkOf(actsOf(['residence']), nobody, blur)).toThrow(/tells apart/)
  })
})
