import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../../workflows/case/commands.ts'
import type { DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'
import { legalEnd } from '../../../../workflows/deadlines/deadlines.ts'
import { keptClocks } from './kept-clocks.ts'

// What a reader of the law found upon the times to appeal: each is one life of one person, and what is told of it.

type Decision = { code: DeadlineCode; notifiedOn: string }
type Act = [CommandType, Record<string, unknown>]

const said = (what: string, on: string, more: object = {}): Act => [
  'appeal.time',
  { what, about: 'permit', on, ...more }
]
const ofRemoval = (what: string, on: string, more: object = {}): Act =>
  said(what, on, { about: 'removal', ...more })

const after = (decisions: readonly Decision[], acts: readonly Act[]) => {
  const kept = keptClocks(decisions)
  for (const [command, input] of acts) kept.act(command, input)
  return kept
}

describe('an obligation to leave that a refusal bears as well (CESEDA R921-1)', () => {
  const notifiedOn = '2026-11-09'
  const joined = (code: DeadlineCode): Decision => ({ code, notifiedOn })

  it.each([
    ['D-APPEAL-OQTF', 'detention_centre', 'D-APPEAL-48H'],
    ['D-APPEAL-OTHER-OQTF', 'detention_centre', 'D-APPEAL-OTHER-48H'],
    ['D-APPEAL-7D', 'detention_centre', 'D-APPEAL-48H'],
    ['D-APPEAL-OQTF', 'prison', 'D-APPEAL-7D'],
    ['D-APPEAL-OTHER-OQTF', 'house_arrest', 'D-APPEAL-OTHER-7D']
  ] as const)('%s is cut by %s that is said of the obligation', (code, what, becomes) => {
    const on = '2026-11-12'
    const clock = after([joined(code)], [ofRemoval(what, on)]).against(notifiedOn)
    expect(clock).toMatchObject({ code: becomes, startsOn: on })
  })

  it('waits for aid that is said of the obligation (decree 2020-1717, art. 43)', () => {
    const kept = after([joined('D-APPEAL-OQTF')], [ofRemoval('aid_asked', '2026-11-16')])
    const clock = kept.against(notifiedOn)!
    expect(clock).toMatchObject({ dueOn: '2026-12-10' })
    expect(legalEnd(clock)).toEqual({ on: null, hour: null })
  })
})
