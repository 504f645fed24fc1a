import { describe, expect, it } from 'vitest'
import { caseCode, readCode, readHalf, referenceOf, showCode } from '../../../server/cases/code.ts'

const code = caseCode(Uint8Array.from([1, 40, 7, 99, 200, 13, 5]))
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

describe('a code of a case', () => {
  it('with one wrong sign is nobody’s', () => {
    for (const at of [...code].keys())
      for (const sign of alphabet)
        if (sign !== code[at]) expect(readCode(code.slice(0, at) + sign + code.slice(at + 1))).toBeNull()
  })

  it('with two neighbours swapped is nobody’s', () => {
    for (let at = 0; at < code.length - 1; at += 1) {
      const [one, other] = [code[at]!, code[at + 1]!]
      if (one !== other) expect(readCode(code.slice(0, at) + other + one + code.slice(at + 2))).toBeNull()
    }
  })

  it('too short, too long or with a letter that reads as another is nobody’s', () => {
    for (const typed of ['', code.slice(1), `${code}2`, code.replace(/^./, 'O'), code.replace(/^./, '1')])
      expect([typed, readCode(typed)]).toEqual([typed, null])
  })

  it('is read as people type it', () => {
    const shown = showCode(code)
    for (const typed of [code, shown, shown.toLowerCase(), ` teh-${code.slice(0, 4)} ${code.slice(4)} `])
      expect([typed, readCode(typed)]).toEqual([typed, code])
  })

  it('has a first half, which is four signs and nothing else', () => {
    expect(readHalf(code.slice(0, 4))).toBe(code.slice(0, 4))
    for (const typed of [code, code.slice(0, 3), 'OOOO', '']) expect(readHalf(typed)).toBeNull()
  })
})

it('a referral is named from itself: another for each, and the same each time', () => {
  const [one, other] = ['0b5d1d2c-0000-4000-8000-0123456789ab', '0b5d1d2c-0000-4000-8000-0123456789ac']
  expect(referenceOf(one)).toMatch(/^OR \S{3} \S{3}$/)
  expect(referenceOf(one)).toBe(referenceOf(one))
  expect(referenceOf(one)).not.toBe(referenceOf(other))
})
