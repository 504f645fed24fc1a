import { describe, expect, it } from 'vitest'
import { dayAfter, endOf, lastEnded, next } from '../../../server/figures/quarters.ts'

describe('a quarter', () => {
  it.each([
    ['2026-Q1', '2026-03-31T21:59:59.999Z', '2026-04-01'],
    ['2026-Q3', '2026-09-30T21:59:59.999Z', '2026-10-01'],
    ['2026-Q4', '2026-12-31T22:59:59.999Z', '2027-01-01']
  ])(
    '%s holds what happened until its last instant in Paris, and not a day more',
    (quarter, until, after) => {
      expect(endOf(quarter).toISOString()).toBe(until)
      expect(dayAfter(quarter)).toBe(after)
    }
  )

  it('is over once its last day is, in Paris', () => {
    expect(lastEnded(new Date('2026-09-30T21:59:59Z'))).toBe('2026-Q2')
    expect(lastEnded(new Date('2026-09-30T22:00:00Z'))).toBe('2026-Q3')
    expect(lastEnded(new Date('2026-12-31T23:00:00Z'))).toBe('2026-Q4')
    expect(next('2026-Q4')).toBe('2027-Q1')
  })
})
