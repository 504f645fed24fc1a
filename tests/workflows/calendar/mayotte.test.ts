import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import { readyFacts, problemsOf } from '../../support/cases.ts'

const departures = ['acse.offer', 'dna.offer', 'territory.transfer'] as const

describe.each(departures)('%s, of whoever leaves Mayotte', (type) => {
  const asks = (facts: object, input = {}) =>
    problemsOf(type, input, { ...readyFacts, ...facts }).map(({ field, code }) => `${field} ${code}`)

  it('says where the visa of its prefect stands: the permit is valid there only', () => {
    for (const nationality of ['third_country', 'unknown'] as const)
      expect(asks({ territory: '976', nationality })).toEqual(['mayotteVisa visa_unsaid'])
    for (const mayotteVisa of ['granted', 'asked', 'not_needed'])
      expect(asks({ territory: '976' }, { mayotteVisa })).toEqual([])
    expect(commandRow(type).basis).toContain('CESEDA.L441-8')
  })

  it('asks nothing of a citizen of the Union, nor anywhere else', () => {
    for (const nationality of ['french', 'eu'] as const)
      expect(asks({ territory: '976', nationality })).toEqual([])
    expect(asks({ territory: '974' })).toEqual([])
  })
})
