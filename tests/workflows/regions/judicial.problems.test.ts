import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../workflows/case/commands.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { jirsOf, nationalJirs } from '../../../workflows/calendar/jurisdictions.ts'
import { readyFacts, problemsOf } from '../../support/cases.ts'

const codes = (command: CommandType, input: Record<string, unknown>, facts: Partial<Facts> = {}) =>
  problemsOf(command, input, { ...readyFacts, ...facts }).map(({ field, code }) => `${field} ${code}`)

describe('the fund', () => {
  it('answers by itself what is asked of it within the two months: no day is refused (CPP 706-15-2)', () => {
    for (const on of ['2026-06-02', '2026-07-31', '2026-08-01'])
      expect(codes('sarvi.request', { on }, { finalOn: '2026-06-01' })).toEqual([])
  })
})

describe('the specialised court', () => {
  const far = jirsOf('13')

  it('is that of the place of the facts or that of Paris; of a place unknown, any', () => {
    expect(codes('jirs.seized', { jirs: far }, { factsTerritory: '69' })).toEqual(['jirs other_place'])
    expect(codes('jirs.seized', { jirs: jirsOf('69') }, { factsTerritory: '69' })).toEqual([])
    expect(codes('jirs.seized', { jirs: nationalJirs }, { factsTerritory: '69' })).toEqual([])
    expect(codes('jirs.seized', { jirs: far }, { factsTerritory: null })).toEqual([])
  })
})

describe('a court', () => {
  it('is of the place of the facts, or of where the child was found', () => {
    expect(codes('complaint.file', { court: '75.paris', factsTerritory: '69' })).toEqual([
      'court other_place'
    ])
    expect(codes('complaint.file', { court: '69.lyon', factsTerritory: '69' })).toEqual([])
    expect(codes('minor.report_prosecutor', { court: '75.paris', foundIn: '69' })).toEqual([
      'court other_place'
    ])
    expect(codes('complaint.file', { court: '69.lyon', factsTerritory: '69', foundIn: '75' })).toEqual([])
  })

  it('that nobody named, nor placed, is of any place', () => {
    expect(codes('complaint.file', { court: '75.paris' })).toEqual([])
    expect(codes('complaint.file', { factsTerritory: '69' })).toEqual([])
    expect(codes('complaint.file', { court: '69.somewhere', factsTerritory: '69' })).toEqual([])
    expect(codes('complaint.file', { court: ['75.paris'], factsTerritory: '69' })).toEqual([])
  })
})
