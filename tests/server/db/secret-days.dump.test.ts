import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { deadlineRow } from '../../../server/deadlines/openings.ts'
import { asKept } from '../../../server/deadlines/sealed.ts'
import { addDays, addMonths } from '../../../workflows/calendar/calendar.ts'
import type { DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { testKeys } from '../../support/running/keys.ts'
import { noon } from '../../support/world.ts'

const origin = { caseId: randomUUID(), territory: '69', met: '974', at: noon, config: september2026 }

/** What a dump shows of a clock that starts on a day: its days in clear, and how long what is sealed is. */
const inClear = (code: DeadlineCode, startsOn: string, sinceMajority = false): string => {
  const kept = asKept(testKeys, deadlineRow(code, startsOn, { ...origin, sinceMajority }), origin)
  return [
    code,
    kept.startsOn,
    kept.dueOn,
    kept.dueAt.toISOString(),
    ...[kept.metStartsOn, kept.metDueOn, kept.metDueAt.toISOString(), kept.metComputation, kept.startedAt],
    JSON.stringify(kept.steps),
    kept.sealed?.length
  ].join(' ')
}

const daysOf = (first: string, last: string): string[] => {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

describe('what a dump shows of the clocks that count from a birth date', () => {
  it.each([
    ['majority', (birth: string) => [inClear('D-MAJORITY', birth), inClear('D-MAJORITY-PREPARED', birth)]],
    [
      'the times to claim from the eighteenth birthday',
      (birth: string) => {
        const majority = addMonths(birth, 216)
        return [
          inClear('D-CIVI-OFFENCE', majority, true),
          inClear('D-LIMIT-MINOR', majority),
          inClear('D-LIMIT-CRIME-MINOR', majority)
        ]
      }
    ]
  ] as const)('leaves every day of the month possible: %s', (_what, seen) => {
    const groups = Map.groupBy(daysOf('2011-12-01', '2013-01-31'), (birth) => seen(birth).join('|'))
    const months = Map.groupBy([...groups.values()], (days) => days[0]!.slice(0, 7))
    for (const [month, these] of months) expect([month, these.length]).toEqual([month, 1])
  })
})
