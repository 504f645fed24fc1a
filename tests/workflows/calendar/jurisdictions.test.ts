import { describe, expect, it } from 'vitest'
import {
  courtLabels,
  courtsOf,
  jirsLabels,
  jirsOf,
  juvenileCourtOf,
  juvenileSeatIn,
  juvenileSeatOf
} from '../../../workflows/calendar/jurisdictions.ts'
import { territoryCodes } from '../../../workflows/calendar/territories.ts'

const names = (place: string) => courtsOf(place).map((code) => courtLabels[code]!.fr)

describe('the courts of a place', () => {
  it('are its own, under codes without accents, capitals or apostrophes', () => {
    expect(courtsOf('03')).toEqual(['03.cusset', '03.montlucon', '03.moulins'])
    expect(courtsOf('85')).toEqual(['85.la-roche-sur-yon', '85.les-sables-d-olonne'])
    expect(courtsOf('27')).toEqual(['27.evreux'])
  })

  it('are not those of a place whose code begins the same way', () => {
    expect(courtsOf('97')).toEqual([])
    expect(courtsOf('')).toEqual([])
    expect(courtsOf('20')).toEqual([])
  })

  it('are told apart when two towns bear the same name', () => {
    expect(courtsOf('974')).toEqual(['974.saint-denis', '974.saint-pierre'])
    expect(courtsOf('975')).toEqual(['975.saint-pierre'])
    expect(courtLabels['974.saint-pierre']).toEqual({ fr: 'Saint-Pierre', en: 'Saint-Pierre' })
  })
})

describe('the court for children', () => {
  it('sits in the same place as the court it serves', () => {
    for (const place of territoryCodes)
      for (const code of courtsOf(place)) expect(names(place), code).toContain(juvenileCourtOf(code))
  })

  it('is elsewhere for thirteen courts, and where they are for all others', () => {
    const elsewhere = Object.keys(courtLabels).filter(
      (code) => juvenileCourtOf(code) !== courtLabels[code]!.fr
    )
    expect(elsewhere).toHaveLength(13)
    expect(juvenileCourtOf('85.les-sables-d-olonne')).toBe('La Roche-sur-Yon')
    expect(juvenileCourtOf('55.bar-le-duc')).toBe('Verdun')
  })

  it('sits beside one of the courts of its place, alone in it or not', () => {
    expect(juvenileSeatOf('03.cusset')).toBe('03.moulins')
    expect(juvenileSeatIn('03')).toBe('03.moulins')
    expect(juvenileSeatIn('06')).toBeNull()
    expect(juvenileSeatOf('03.nowhere')).toBeNull()
  })

  it('is not known for a court that is not', () => expect(juvenileCourtOf('Cusset')).toBeNull())
})

describe('the interregional court', () => {
  it.each([
    ['75', '75'],
    ['988', '75'],
    ['38', '69'],
    ['2A', '13'],
    ['62', '59'],
    ['29', '35'],
    ['67', '54'],
    ['82', '33'],
    ['978', '972']
  ])('of %s sits in %s', (place, seat) => expect(jirsOf(place)).toBe(seat))

  it('is named after its town', () => {
    expect(jirsLabels['69']).toEqual({ fr: 'JIRS de Lyon', en: 'JIRS de Lyon' })
  })

  it('is none for a place the table does not know, nor for a part of a code', () => {
    for (const place of ['7', '97', '20', '', ' ', '75 77', '999']) expect(jirsOf(place), place).toBeNull()
  })

  it('has its own seat among its places', () => {
    for (const seat of Object.keys(jirsLabels)) expect(jirsOf(seat)).toBe(seat)
  })
})
