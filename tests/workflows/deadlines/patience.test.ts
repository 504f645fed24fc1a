import { describe, expect, it } from 'vitest'
import { closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { defer, keepingCodes, lawCodes, type LivingLaw } from '../../../workflows/deadlines/patience.ts'
import { september2026 as firstVersion } from '../../../workflows/configuration/versions/2026-09.ts'
import {
  deadlineCodes,
  deadlineRegister,
  explain,
  openDeadline
} from '../../../workflows/deadlines/deadlines.ts'

const closedOn = '2026-11-24'
const now = '2028-11-25T12:00:00Z'
const opened = openDeadline('MNIO-RETENTION', closedOn, '69', {
  now: `${closedOn}T12:00:00Z`,
  config: firstVersion
})
const after = (law: LivingLaw, at = now) => defer(opened, law, '69', { now: at, config: firstVersion })

describe('a clock that archives or erases', () => {
  it('waits for the last clock of the law that still counts', () => {
    const later = after(['2029-03-01', null, '2032-11-24'])
    expect(later.dueOn).toBe('2032-11-24')
    expect(later.steps.at(-1)).toEqual({ kind: 'due', at: later.dueAt })
  })

  it.each<[string, LivingLaw]>([
    ['told first', ['2032-11-24', '2029-03-01']],
    ['told between', ['2029-03-01', '2032-11-24', '2030-01-01']],
    ['told before one that stands still', ['2032-11-24', null]],
    ['told after one that stands still', [null, '2032-11-24']],
    ['told alone', ['2032-11-24']]
  ])('waits for the last whatever the order: %s', (_order, law) => {
    expect(after(law).dueOn).toBe('2032-11-24')
  })

  it('does not fall due in the past when it went unheard for longer than its length', () => {
    const late = after([null], '2033-06-01T12:00:00Z')
    expect(late.dueOn).toBe('2034-11-24')
    expect(late.startsOn).toBe(closedOn)
  })

  it('asks again after its own length while the day is not known', () => {
    expect(after([null]).dueOn).toBe('2030-11-24')
    expect(after([]).dueOn).toBe('2030-11-24')
  })

  it('says why it was put off', () => {
    expect(explain(after(['2032-11-24']), 'fr').at(-1)).toBe(
      'Reportée au 24 nov. 2032 : un délai de la loi court encore, ou la situation ne le permet pas'
    )
  })

  it('waits for no limitation, which warns and closes nothing: no file is kept thirty years for it (GDPR 5, CPP 7 and 8)', () => {
    const limitation = ['D-LIMIT', 'D-LIMIT-MINOR', 'D-LIMIT-CRIME', 'D-LIMIT-CRIME-MINOR']
    expect(lawCodes.filter((code) => !keepingCodes.includes(code))).toEqual(limitation)
    expect(keepingCodes).toEqual(expect.arrayContaining(['D-CIVI-OFFENCE', 'D-APPEAL-JUDGMENT']))
    expect(closesOf('case.erase').filter((code) => limitation.includes(code))).toEqual(limitation)
  })

  it('is one of the mechanism, and waits for every clock of the law', () => {
    expect(deadlineCodes.filter((code) => deadlineRegister[code].patient).toSorted()).toEqual([
      'MNIO-ERASURE',
      'MNIO-INSUFFICIENT',
      'MNIO-RETENTION'
    ])
    expect(lawCodes).toEqual(expect.arrayContaining(['D-CIVI-OFFENCE', 'D-CR', 'D-LIMIT', 'D-MAJORITY']))
  })
})
