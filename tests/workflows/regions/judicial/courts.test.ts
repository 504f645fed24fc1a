import { describe, expect, it } from 'vitest'
import {
  courtLabels,
  courtsOf,
  jirsLabels,
  jirsOf,
  juvenileCourtOf
} from '../../../../workflows/calendar/jurisdictions.ts'
import { territoryCodes } from '../../../../workflows/calendar/territories.ts'
import { refusal } from '../../../support/cases.ts'
import { at, problems } from './at-court.ts'

describe('courts', () => {
  it('every territory has a court and one interregional court', () => {
    for (const place of territoryCodes) {
      expect(courtsOf(place), place).not.toEqual([])
      expect(jirsLabels, place).toHaveProperty([jirsOf(place) ?? 'none'])
    }
    expect(Object.keys(courtLabels)).toHaveLength(170)
    expect(Object.keys(jirsLabels)).toHaveLength(8)
  })
  it('a child of Cusset goes to Moulins, a child of Lyon stays there', () => {
    expect(juvenileCourtOf('03.cusset')).toBe('Moulins')
    expect(juvenileCourtOf('69.lyon')).toBe('Lyon')
    expect(juvenileCourtOf('69.nowhere')).toBeNull()
  })
  it('a court of another place is refused', () => {
    expect(problems('art40.report', { factsTerritory: '13', court: '69.lyon' })).toEqual([
      'court other_place'
    ])
    expect(problems('art40.report', { factsTerritory: '13', court: '13.marseille' })).toEqual([])
  })
  it('a JIRS is the one of the place of the acts, or Paris', () => {
    const seize = (jirs: string) => problems('jirs.seized', { jirs }, { factsTerritory: '38' })
    expect(seize('13')).toEqual(['jirs other_place'])
    expect(seize('69')).toEqual([])
    expect(seize('75')).toEqual([])
    expect(refusal(at('trial', { jirs: '69' }), 'jirs.seized')).toBe('Une JIRS est déjà saisie.')
  })
})
