import { describe, expect, it } from 'vitest'
import { addMonths } from '../../../workflows/calendar/calendar.ts'

// démarche.numérique, SVASVRDecisionDateCalculatorService spec: its months were wrong by one day for years.

describe('months at their ends', () => {
  it.each([
    ['2026-06-29', '2026-10-29'],
    ['2026-06-30', '2026-10-30'],
    ['2026-07-30', '2026-11-30'],
    ['2026-07-31', '2026-11-30'],
    ['2026-10-31', '2027-02-28'],
    ['2027-10-29', '2028-02-29'],
    ['2027-10-31', '2028-02-29']
  ])('four months from %s end on %s', (from, end) => expect(addMonths(from, 4)).toBe(end))

  it.each([
    ['2026-06-29', '2026-08-29'],
    ['2026-06-30', '2026-08-30'],
    ['2026-07-31', '2026-09-30'],
    ['2026-12-31', '2027-02-28']
  ])('two months from %s end on %s', (from, end) => expect(addMonths(from, 2)).toBe(end))
})
