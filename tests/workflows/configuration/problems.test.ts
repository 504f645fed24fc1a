import { describe, expect, it } from 'vitest'
import type { Configuration } from '../../../workflows/configuration/configuration.ts'
import { effectProblems, longest, problemsOf } from '../../../workflows/configuration/problems.ts'
import type { DurationUnit } from '../../../workflows/deadlines/row.ts'
import { september2026 as first } from '../../../workflows/configuration/versions/2026-09.ts'

const version = (different: Partial<Configuration> = {}): Configuration => ({
  ...first,
  version: '2026-12',
  effectiveOn: '2026-12-01',
  ...different
})
const problems = (different: Partial<Configuration>) => problemsOf(version(different))
const codes = (different: Partial<Configuration>) =>
  problems(different).map(({ field, code }) => `${field} ${code}`)
const lasting = (n: number, unit: DurationUnit = 'workingDays') => ({
  durations: { ...first.durations, 'MNIO-RG': { n, unit } }
})

describe('the length of a clock', () => {
  it.each<[DurationUnit, number]>([
    ['hours', 720],
    ['days', 366],
    ['workingDays', 260],
    ['months', 120],
    ['years', 30]
  ])('in %s is at most %i', (unit, most) => {
    expect(longest[unit]).toBe(most)
    expect(codes({ ...lasting(most, unit), alerts: {} })).toEqual([])
    expect(codes({ ...lasting(most + 1, unit), alerts: {} })).toEqual(['durations.MNIO-RG too_long'])
  })

  it('that is wrong is named by the clock’s own words', () => {
    expect(problems(lasting(261)).map(({ message }) => message)).toEqual([
      {
        fr: '« Motifs raisonnables » : au plus 260 dans cette unité',
        en: '“Reasonable grounds”: at most 260 in this unit'
      }
    ])
    expect(problems(lasting(-1)).map(({ message }) => message)).toEqual([
      {
        fr: '« Motifs raisonnables » doit durer plus que zéro',
        en: '“Reasonable grounds” must last more than zero'
      }
    ])
    expect(codes(lasting(Number.NaN))).toEqual(['durations.MNIO-RG not_positive'])
  })

  it('that is missing is said once, and its alerts are not weighed against it', () => {
    const { 'MNIO-RG': _gone, ...others } = first.durations
    expect(problems({ durations: others as never, alerts: { 'MNIO-RG': [400] } })).toEqual([
      {
        field: 'durations.MNIO-RG',
        code: 'missing',
        message: {
          fr: '« Motifs raisonnables » n’a pas de durée',
          en: '“Reasonable grounds” has no length'
        }
      }
    ])
  })
})

describe('an alert', () => {
  const outside = (n: number, unit: DurationUnit, ...days: number[]) =>
    codes({ ...lasting(n, unit), alerts: { 'MNIO-RG': days } }).length > 0

  it.each<[DurationUnit, number, number]>([
    ['hours', 72, 2],
    ['days', 9, 8],
    ['workingDays', 9, 8],
    ['months', 2, 55],
    ['years', 1, 364]
  ])('of a clock in %s falls after its first day', (unit, n, latest) => {
    expect(outside(n, unit, latest)).toBe(false)
    expect(outside(n, unit, latest + 1)).toBe(true)
  })

  it('falls no later than on the morning of the last day, and one before the start is enough to refuse them all', () => {
    expect(outside(9, 'days', 0)).toBe(false)
    expect(outside(9, 'days', -1)).toBe(true)
    expect(outside(9, 'days', 5, 9)).toBe(true)
    expect(outside(9, 'days')).toBe(false)
  })

  it('that falls outside is told with its clock', () => {
    expect(problems({ alerts: { 'MNIO-RG': [5] } })).toEqual([
      {
        field: 'alerts.MNIO-RG',
        code: 'outside',
        message: {
          fr: '« Motifs raisonnables » : une alerte tomberait avant le début, ou ce jour-là',
          en: '“Reasonable grounds”: an alert would fall before the start, or on that day'
        }
      }
    ])
  })
})

describe('what a version asks for', () => {
  it('is an optional field of a known act, and each other one is named', () => {
    expect(problems({ required: { 'case.close': ['note', 'reason'], 'case.forget': ['x'] } })).toEqual([
      {
        field: 'required.case.close.reason',
        code: 'not_requirable',
        message: {
          fr: '« reason » ne peut pas être exigé ici : ce n’est pas un champ facultatif de cet acte',
          en: '“reason” cannot be asked for here: it is not an optional field of this act'
        }
      },
      {
        field: 'required.case.forget',
        code: 'unknown_act',
        message: { fr: 'Acte inconnu : case.forget', en: 'Unknown act: case.forget' }
      }
    ])
  })

  it('names indicators and lists that exist, and offers one at least', () => {
    expect(problems({ indicators: { lists: ['maison'], withdrawn: ['intuition'] } })).toEqual([
      {
        field: 'indicators.lists',
        code: 'unknown_list',
        message: { fr: 'Liste d’indices inconnue : maison', en: 'Unknown list of indicators: maison' }
      },
      {
        field: 'indicators.withdrawn',
        code: 'unknown_indicator',
        message: { fr: 'Indice inconnu : intuition', en: 'Unknown indicator: intuition' }
      },
      {
        field: 'indicators.lists',
        code: 'none',
        message: {
          fr: 'Il faut au moins une liste d’indices : sans indice, personne ne peut être signalé',
          en: 'At least one list of indicators is needed: without any, nobody can be flagged'
        }
      }
    ])
  })

  it('does not take a word that every object has for one of the tables’', () => {
    expect(codes({ indicators: { lists: ['ilo', 'toString'], withdrawn: ['toString'] } })).toEqual([
      'indicators.lists unknown_list',
      'indicators.withdrawn unknown_indicator'
    ])
  })
})

describe('the day a version takes effect', () => {
  const today = '2026-11-24'
  const on = (effectiveOn: string) => effectProblems(version({ effectiveOn }), today)

  it('is today at the earliest and two years ahead at the latest', () => {
    expect(on('2026-11-24')).toEqual([])
    expect(on('2028-11-24')).toEqual([])
    expect(on('2028-11-25')).toEqual([
      {
        field: 'effectiveOn',
        code: 'too_far',
        message: { fr: 'Au plus deux ans à l’avance', en: 'At most two years ahead' }
      }
    ])
    expect(on('2026-11-23')).toEqual([
      {
        field: 'effectiveOn',
        code: 'in_past',
        message: {
          fr: 'Une version ne prend pas effet dans le passé',
          en: 'A version does not take effect in the past'
        }
      }
    ])
  })

  it('is a day of the calendar', () => {
    expect(problems({ effectiveOn: '2026-02-30' })).toEqual([
      {
        field: 'effectiveOn',
        code: 'not_a_date',
        message: { fr: 'Cette date n’existe pas', en: 'This date does not exist' }
      }
    ])
  })
})
