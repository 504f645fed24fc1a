import { describe, expect, it } from 'vitest'
import { effective } from '../../../workflows/configuration/local/effective.ts'
import { pinTold, rulesTold } from '../../../workflows/configuration/local/told.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'

const added = {
  of: 'referrals.health',
  code: 'overloaded.69_interpreter',
  label: { fr: 'sans interprète', en: 'no interpreter' },
  leadsTo: 'escalate'
} as const

describe('whoever may not know where the person was met', () => {
  const national = {
    ...september2026,
    reasons: { ...september2026.reasons, added: [{ ...added, code: 'overloaded.strike' }] }
  }
  const here = effective(national, {
    name: '69-2026-12',
    rules: { added: [added], concludes: ['police', 'ase'] }
  })

  it('is told the national part of the pair, and none of the reasons that its protocol added', () => {
    expect(pinTold('2026-09+69.lyon-2027-01', { origin: false })).toBe('2026-09')
    expect(pinTold('2026-09+69.lyon-2027-01', { origin: true })).toBe('2026-09+69.lyon-2027-01')
    const told = rulesTold(here, { origin: false })
    expect([told.version, told.reasons.added]).toEqual(['2026-09', national.reasons.added])
    expect({ ...told, version: '', reasons: {} }).toEqual({ ...here, version: '', reasons: {} })
    expect(rulesTold(here, { origin: false })).toBe(told)
  })

  it('is told of nothing less under the national version alone, and others read it whole', () => {
    expect(rulesTold(national, { origin: false })).toBe(national)
    expect(rulesTold(here, { origin: true })).toBe(here)
  })
})
