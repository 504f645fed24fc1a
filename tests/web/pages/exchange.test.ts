import { describe, expect, it } from 'vitest'
import { exchangeScope } from '../../../policies/exchange/htcds.ts'
import { agreedAbroad } from '../../../web/src/lib/exchange/consent.ts'

describe('what the page says of the consent to share abroad', () => {
  it.each(['withdrawn', 'lapsed', 'refused', 'none'] as const)('missing where it is %s', (state) =>
    expect(agreedAbroad([{ scope: exchangeScope, state }])).toBe(false)
  )
  it('missing where others were given', () =>
    expect(agreedAbroad([{ scope: 'B', state: 'given' }])).toBe(false))
  it('there where it was given, by the scope that the gate asks for', () =>
    expect(agreedAbroad([{ scope: exchangeScope, state: 'given' }])).toBe(true))
})
