import { describe, expect, it } from 'vitest'
import { protectionLost } from '../../../workflows/case/merging.ts'
import { aCase, aMinorCase } from '../../support/cases.ts'

const lost = (merged: ReturnType<typeof aCase>, stays: ReturnType<typeof aCase>) =>
  protectionLost(merged, stays)?.fr ?? null
const child = (minor: string, facts = {}) => aMinorCase({ regions: { minor }, facts })

describe('a child’s file', () => {
  it('is not merged into an adult’s, nor into one where less was done for her', () => {
    expect(lost(child('presumed_minor'), aCase())).toMatch(/personne majeure/)
    expect(lost(child('signalement'), child('information_preoccupante'))).toMatch(/plus avancée/)
    expect(lost(child('placed_secure'), child('measure_ordered'))).toMatch(/plus avancée/)
    const fled = { missing: true, minorBefore: 'je_seized' }
    expect(lost(child('runaway', fled), child('signalement', { missing: true }))).toMatch(/plus avancée/)
    expect(lost(child('age_disputed', { minorBefore: 'signalement' }), child('presumed_minor'))).toMatch(
      /plus avancée/
    )
  })

  it('is not merged where nobody searches for her, while she is searched for', () => {
    const fled = child('runaway', { missing: true, minorBefore: 'signalement' })
    expect(lost(fled, child('measure_ordered'))).toMatch(/recherché/)
    expect(lost(fled, child('runaway', { missing: true, minorBefore: 'opp_issued' }))).toBeNull()
  })

  it('is merged where at least as much was done, and an adult’s anywhere', () => {
    expect(lost(child('presumed_minor'), child('presumed_minor'))).toBeNull()
    expect(lost(child('signalement'), child('placed_common'))).toBeNull()
    expect(lost(aCase(), child('presumed_minor'))).toBeNull()
    expect(lost(aCase(), aCase())).toBeNull()
  })
})
