import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { caseCode, readCode, readHalf, referenceOf, showCode } from '../../../server/cases/code.ts'

const code = caseCode(Buffer.from([1, 2, 3, 4, 5, 6, 7]))
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

describe('a code is not that of a case', () => {
  it('with any one sign read wrongly', () => {
    for (const index of [...code].keys())
      for (const sign of signs)
        if (sign !== code[index])
          expect(readCode(code.slice(0, index) + sign + code.slice(index + 1)), `${index} ${sign}`).toBeNull()
  })

  it('with two neighbouring signs swapped', () => {
    for (let index = 0; index < code.length - 1; index++) {
      const [one, other] = [code[index]!, code[index + 1]!]
      if (one !== other)
        expect(readCode(code.slice(0, index) + other + one + code.slice(index + 2)), String(index)).toBeNull()
    }
  })

  it.each(['', 'TEH', code.slice(1), `${code}2`, `${code.slice(0, 7)}O`, `${code} '`])('as %j', (typed) => {
    expect(readCode(typed)).toBeNull()
  })

  it('by a half that is shorter, longer or of other signs', () => {
    for (const typed of ['', 'ABC', 'ABCDE', 'AB0D', 'ABID', '%__A'])
      expect(readHalf(typed), typed).toBeNull()
  })
})

describe('a code', () => {
  it.each([code, showCode(code), ` teh ${code.toLowerCase()} `, code.split('').join('-')])(
    'is read as people type it: %j',
    (typed) => {
      expect(readCode(typed)).toBe(code)
    }
  )

  it('is found by its first half', () => {
    expect(readHalf(` ${code.slice(0, 4).toLowerCase()} `)).toBe(code.slice(0, 4))
  })

  it('drawn by chance always reads back', () => {
    for (let n = 0; n < 500; n++) {
      const drawn = caseCode(randomBytes(8))
      expect(readCode(showCode(drawn))).toBe(drawn)
    }
  })
})

describe('the reference of a referral', () => {
  const of = (end: string) => referenceOf(`3f2b8c1e-0000-4000-8000-${end}`)

  it('is the same each time, and another for another referral of the same case', () => {
    expect(of('0a1b2c3d4e5f')).toBe(of('0a1b2c3d4e5f'))
    expect(of('0a1b2c3d4e5f')).not.toBe(of('0a1b2c3d4e60'))
    expect(of('0a1b2c3d4e5f')).toMatch(/^OR [2-9A-HJ-NP-Z]{3} [2-9A-HJ-NP-Z]{3}$/)
  })

  it('is never taken for the code of a case', () => {
    expect(readCode(of('0a1b2c3d4e5f'))).toBeNull()
  })
})
