import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { loweredIn } from '../../../workflows/case/risk-downgrade.ts'
import { readyFacts } from '../../support/cases.ts'

/** A woman in danger right now, and where she is. */
const known: Facts = { ...readyFacts, danger: 'immediate', localDanger: true, sex: 'female' }
const lowered = (input: Record<string, unknown>, facts: Partial<Facts> = {}) =>
  loweredIn(input, { ...known, ...facts })

describe('an input says less than is known', () => {
  it.each(['possible', 'none'])('where a danger that is immediate is said to be %s', (danger) => {
    expect(lowered({ danger })).toEqual(['danger'])
  })

  it('where a danger that is possible is said not to be', () => {
    expect(lowered({ danger: 'none' }, { danger: 'possible' })).toEqual(['danger'])
  })

  it('where the danger of the place is taken back', () => {
    expect(lowered({ localDanger: false })).toEqual(['localDanger'])
  })

  it.each(['male', 'other', 'unknown'])('where the sex that is known is said to be %s', (sex) => {
    expect(lowered({ sex })).toEqual(['sex'])
  })

  it('of each thing that it lowers, by its field', () => {
    expect(lowered({ danger: 'none', localDanger: false, sex: 'male' })).toEqual([
      'danger',
      'localDanger',
      'sex'
    ])
    expect(lowered({ danger: 'none', localDanger: true, sex: 'male' })).toEqual(['danger', 'sex'])
  })
})

describe('an input says no less', () => {
  it('by keeping silent: what nobody mentions stays as it is known', () => {
    expect(lowered({})).toEqual([])
    expect(lowered({ danger: null })).toEqual([])
  })

  it('by saying again what is known', () => {
    expect(lowered({ danger: 'immediate', localDanger: true, sex: 'female' })).toEqual([])
  })

  it.each(['possible', 'immediate'])('by raising a danger to %s', (danger) => {
    expect(lowered({ danger }, { danger: 'none' })).toEqual([])
  })

  it('by denying a danger of the place that nobody told', () => {
    expect(lowered({ localDanger: false }, { localDanger: false })).toEqual([])
  })

  it.each(['female', 'male'])('by being the first to say the sex, %s', (sex) => {
    expect(lowered({ sex }, { sex: 'unknown' })).toEqual([])
  })
})
