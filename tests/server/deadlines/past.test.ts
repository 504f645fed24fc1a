import { describe, expect, it } from 'vitest'
import { lateFrom } from '../../../server/deadlines/late.ts'
import { pastOf } from '../../../server/deadlines/view.ts'
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
