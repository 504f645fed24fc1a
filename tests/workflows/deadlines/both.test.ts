import { describe, expect, it } from 'vitest'
import { countBoth, countIn, startOf, type Measure } from '../../../workflows/deadlines/both.ts'
import { september2026 as config } from '../../../workflows/configuration/versions/2026-09.ts'
import {
  alertsIn,
  deadlineCodes,
  durationOf,
  explain,
  openDeadline,
  type DeadlineCode
} from '../../../workflows/deadlines/deadlines.ts'

const evening = new Date('2028-12-20T21:30:00Z')
const measure = (code: DeadlineCode, different: Partial<Measure> = {}): Measure => ({
  code,
  from: evening,
  ...durationOf(code, config),
  countedAt: evening,
  sinceMajority: false,
  stood: [],
  ...different
})
const inBoth = (one: Measure, territory: string, met: string) => countBoth(one, { territory, met }, [])

/** In metropolitan France, in Alsace-Moselle, and on both sides of it overseas. */
const places = ['69', '67', '971', '974', '987']
const pairs = places.flatMap((met) => places.map((territory) => ({ met, territory })))

describe('the second count of a clock', () => {
  it('names neither the hour nor the holidays of where she is', () => {
    const there = inBoth(measure('MNIO-RG', { from: '2028-12-20' }), '67', '69')
    expect(explain(there, 'fr').join()).toContain('26 déc. 2028')
    expect(there.metDueOn < there.dueOn).toBe(true)
    expect(explain({ computation: there.metComputation }, 'fr').join()).not.toContain('26 déc. 2028')
    const overseas = inBoth(measure('D-REFLEX'), '974', '69')
    expect(overseas.startsOn).toBe('2028-12-21')
    expect(overseas.computation).toContain('localTime:974')
    expect(overseas.metStartsOn).toBe('2028-12-20')
    expect(overseas.metComputation.join()).not.toContain('localTime')
  })

  it('is for every clock and every two places what it would be had she never moved, also where it stood still', () => {
    const stood = [
      { from: '2028-12-21T22:30:00Z', to: '2028-12-26T23:30:00Z' },
      { from: '2029-01-02T05:00:00Z', to: '2029-01-05T02:00:00Z' }
    ]
    for (const code of deadlineCodes)
      for (const different of [
        {},
        { from: '2028-12-20' },
        { stood },
        { sinceMajority: true, from: '2028-12-20' }
      ])
        for (const { met, territory } of pairs) {
          const one = measure(code, different)
          const { metStartsOn, metDueOn, metDueAt, metComputation, ...here } = inBoth(one, territory, met)
          const { startsOn, dueOn, dueAt, computation } = inBoth(one, met, met)
          expect([metStartsOn, metDueOn, metDueAt, metComputation]).toEqual([
            startsOn,
            dueOn,
            dueAt,
            computation
          ])
          expect(here).toEqual(countIn(one, territory, []))
        }
  })

  it('says that it counts from the eighteenth birthday, and from which day, only where it does', () => {
    const said = (sinceMajority: boolean) =>
      countIn(measure('D-CIVI-OFFENCE', { sinceMajority, from: '2028-12-20' }), '69', []).computation
    expect(said(false).filter((token) => token.startsWith('majority'))).toEqual([])
    expect(said(true).filter((token) => !said(false).includes(token))).toEqual(['majority:2028-12-20'])
  })

  it('is that of the register where it has only just begun', () => {
    for (const code of deadlineCodes) {
      const {
        code: _code,
        configVersion: _version,
        ...opened
      } = openDeadline(code, evening, '971', {
        now: evening,
        config
      })
      expect(countIn(measure(code), '971', alertsIn(code, config))).toEqual(opened)
    }
  })
})

it('a clock is kept with the moment of what opened it, and without one where a document bears its day', () => {
  expect(startOf('2028-12-20')).toBeNull()
  expect(startOf('2028-12-20T21:30:00Z')).toEqual(evening)
  expect(startOf(evening)).toEqual(evening)
})
