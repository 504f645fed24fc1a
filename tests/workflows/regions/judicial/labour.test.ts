import { describe, expect, it } from 'vitest'
import { deadlineRegister } from '../../../../workflows/deadlines/deadlines.ts'
import { openedBy } from '../../../../workflows/deadlines/running/opening.ts'
import type { Situation } from '../../../../workflows/guards/guards.ts'
import { aCase, aMinorCase, stays } from '../../../support/cases.ts'

const claimed = { on: '2026-11-24', owed: ['other'], wishes: true }
const ended = { workEndedOn: '2026-03-02', endNotifiedOn: '2026-03-02' }
const times = (situation: Situation, said: object = {}) =>
  openedBy('wages.claim', { ...claimed, ...ended, ...said }, stays(situation)).map(
    ({ code, startsOn, inLaw }) => [code, startsOn, ...(inLaw?.doubts ?? []).map(({ id }) => id)]
  )

// C. civ. 2235: « Elle ne court pas ou est suspendue contre les mineurs non émancipés […], sauf pour les actions en paiement […] des
// salaires ».
describe('limitation of what a child may claim for work (Civil Code 2235)', () => {
  it('of an adult who was one then is what it was', () => {
    expect(times(aCase())).toEqual([
      ['D-WAGES', '2026-03-02'],
      ['D-LABOUR-CONTRACT', '2026-03-02'],
      ['D-LABOUR-END', '2026-03-02']
    ])
  })

  const spared = [
    ['D-WAGES', '2026-03-02'],
    ['D-LABOUR-CONTRACT', '2026-03-02', 'childAtWork'],
    ['D-LABOUR-END', '2026-03-02', 'childAtWork']
  ]
  it('has the same safe day and no end that is known in law before eighteen, but for wages', () => {
    expect(times(aMinorCase())).toEqual(spared)
    expect(times(aCase({ facts: { ageGroup: 'doubt' } }))).toEqual(spared)
  })

  it('is so of whoever was a child then, once somebody says it', () => {
    expect(times(aCase(), { childThen: true })).toEqual(spared)
  })
})

it('neither two years nor twelve months close bodily harm, harassment or pay (CTRAV L1471-1, al. 3)', () => {
  for (const code of ['D-LABOUR-CONTRACT', 'D-LABOUR-END'] as const)
    expect(deadlineRegister[code].relief.fr).toMatch(/dommage corporel.*L1132-1.*salaire.*L1471-1, al\. 3/)
})
