import { describe, expect, it } from 'vitest'
import { lateFrom } from '../../../server/deadlines/late.ts'
import { dueView, pastOf } from '../../../server/deadlines/view.ts'
import { dueOf } from '../../../server/reading/list.ts'
import type { DeadlineEntry } from '../../../server/cases/store.ts'

const clock = (code: string, computation: string[] = []) =>
  ({ code, computation, state: 'running', dueAt: new Date('2026-11-20T22:59:59Z') }) as DeadlineEntry
const paris = 'Europe/Paris'
const after = new Date('2026-11-24T11:00:00Z')

describe('from when an act is late', () => {
  it('is never before the end in law: past the safe day alone, nobody is', () => {
    const both = clock('D-APPEAL-TA', ['doubt:unstated', 'lawEnd:2026-12-21'])
    expect(lateFrom(both, paris)).toEqual(new Date('2026-12-21T22:59:59.999Z'))
    expect(pastOf(both, after, '69')).toBe('safe')
    expect(pastOf(both, new Date('2026-12-22T11:00:00Z'), '69')).toBe(null)
  })

  it('is never before the safe day, whatever day the law says', () => {
    const both = clock('D-APPEAL-TA', ['doubt:unstated', 'lawEnd:2026-11-10'])
    expect(lateFrom(both, paris)).toEqual(lateFrom(clock('D-APPEAL-TA'), paris))
  })

  it('is never where no end is known in law', () => {
    expect(lateFrom(clock('D-APPEAL-TA', ['lawEnd:none']), paris)).toBe('infinity')
  })

  it('is never of an indication, which says that it is over', () => {
    expect(lateFrom(clock('MNIO-EVAL'), paris)).toBe(null)
    expect(pastOf(clock('MNIO-EVAL'), after, '69')).toBe('indication')
    expect(pastOf(clock('MNIO-EVAL'), new Date('2026-11-19T11:00:00Z'), '69')).toBe(null)
  })

  it('is its due day otherwise', () => {
    expect(lateFrom(clock('D-APPEAL-TA'), paris)).toEqual(new Date('2026-11-20T22:59:59Z'))
    expect(pastOf(clock('D-APPEAL-TA'), after, '69')).toBe(null)
  })
})

describe('the day of a line, on its eve, on its instant and on its morrow', () => {
  const due = Date.parse('2026-11-20T22:59:59Z')
  const by = (ms: number) => ({ locale: 'fr' as const, now: new Date(due + ms) })
  const line = (late_at: number | null, due_in_month = false) => ({
    ...{ id: 'one', due_at: due, late_at, due_in_month }
  })
  const told = (of: ReturnType<typeof line>, ms: number) => {
    const { late, past } = dueOf(of, paris, by(ms), { days: new Map(), today: () => '2026-11-20' })!
    return late ? 'late' : past
  }
  const instants = [-1, 0, 1]

  it('is late once it is over, and no sooner', () => {
    expect(instants.map((ms) => told(line(due), ms))).toEqual([null, null, 'late'])
    const inList = (code: string, ms: number) => {
      const { late, past } = dueView(
        { ...clock(code), n: 1, unit: 'days', dueOn: '2026-11-20' },
        { territory: '69', ...by(ms) }
      )
      return late ? 'late' : past
    }
    expect(instants.map((ms) => inList('D-APPEAL-TA', ms))).toEqual([null, null, 'late'])
    expect(instants.map((ms) => inList('MNIO-EVAL', ms))).toEqual([null, null, 'indication'])
  })

  it('has its end in law beside it where that is another day, and nothing where it is the same', () => {
    const ends = (late_at: number) =>
      dueOf(line(late_at), paris, by(0), { days: new Map(), today: () => '2026-11-20' })!.ends
    expect([due, due + 86_400_000, Infinity].map(ends)).toEqual([null, { on: '2026-11-21' }, { on: null }])
  })

  it('is said to be over where it is an indication alone', () => {
    expect(instants.map((ms) => told(line(null), ms))).toEqual([null, null, 'indication'])
    expect(instants.map((ms) => pastOf(clock('MNIO-EVAL'), by(ms).now, '69'))).toEqual([
      null,
      null,
      'indication'
    ])
  })

  it('is past as the safe one until the end in law, on whose instant nobody is late', () => {
    const ends = 86_400_000
    expect([1, ends, ends + 1].map((ms) => told(line(due + ends), ms))).toEqual(['safe', 'safe', 'late'])
    const both = clock('D-APPEAL-TA', ['doubt:unstated', 'lawEnd:2026-12-21'])
    const inLaw = lateFrom(both, paris) as Date
    expect([0, 1].map((ms) => pastOf(both, new Date(inLaw.getTime() + ms), '69'))).toEqual(['safe', null])
  })

  it('of which the month alone is told is late once the month is over', () => {
    const late = (today: string) =>
      dueOf(line(due, true), paris, by(12 * 86_400_000), { days: new Map(), today: () => today })!.late
    expect(['2026-11-29', '2026-11-30', '2026-12-01'].map(late)).toEqual([false, false, true])
  })
})
