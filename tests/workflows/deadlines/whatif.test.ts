import { describe, expect, it } from 'vitest'
import { whatIf, type Supposed } from '../../../workflows/deadlines/whatif.ts'
import { september2026 as config } from '../../../workflows/configuration/versions/2026-09.ts'
import { explain, openDeadline } from '../../../workflows/deadlines/deadlines.ts'

const silence: Supposed = { code: 'D-SILENCE', startsOn: '2026-03-01', territory: '69', config }

describe('what is supposed of a clock', () => {
  it('a standstill is of whole days, none at the least, and the refusal says so', () => {
    for (const suspendedDays of [-1, 0.5, Number.NaN])
      expect(() => whatIf(silence, { suspendedDays })).toThrow('A clock stands still for whole days')
  })

  it('no standstill at all leaves the clock as it is counted, with no word of one', () => {
    const counted = openDeadline('D-SILENCE', '2026-03-01', '69', { now: '2026-02-28T23:00:00Z', config })
    expect(whatIf(silence, { suspendedDays: 0 })).toEqual(counted)
    expect(explain(whatIf(silence, {}), 'fr')).toEqual(['1er mars 2026 + 4 mois = 1er juil. 2026'])
  })

  it('one day of it is already told, and moves the end by that day', () => {
    const clock = whatIf(silence, { suspendedDays: 1 })
    expect(clock.dueOn).toBe('2026-07-02')
    expect(explain(clock, 'fr')).toHaveLength(2)
  })

  it('alerts are all given, whatever today is', () => {
    const reflection = whatIf({ ...silence, code: 'D-REFLEX' }, { startsOn: '2019-01-01', suspendedDays: 2 })
    expect(reflection.dueOn).toBe('2019-02-02')
    expect(reflection.steps.map(({ kind }) => kind)).toEqual(['alert', 'alert', 'due'])
  })
})
