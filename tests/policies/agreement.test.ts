import { describe, expect, it } from 'vitest'
import { agreementRefused } from '../../policies/consent-rules.ts'
import { commandRow, commandTypes } from '../../workflows/case/commands.ts'
import { allScopes } from '../support/cases.ts'

const refused = commandTypes.filter((type) => agreementRefused(type, { consents: [] }))

describe('an agreement asked of a minor too', () => {
  it('is that to whoever protects nobody as a child, and says what to do', () => {
    for (const type of [
      'prefecture.request',
      'formal.request',
      'return.iom',
      'lawyer.refer',
      'labour.refer'
    ] as const)
      expect(agreementRefused(type, { consents: [] })?.fr).toMatch(/Informez la personne, puis enregistrez/)
    expect(agreementRefused('lawyer.refer', { consents: ['E', 'F', 'H'] })?.fr).toMatch(
      /signalement nominatif/
    )
    expect(agreementRefused('formal.request', { consents: ['F'] })).toBeNull()
  })

  it('is none for her protection, her care, her identity, nor for who was never asked', () => {
    expect(
      refused.filter((type) => ['minor', 'housing', 'care'].includes(commandRow(type).region ?? ''))
    ).toEqual([])
    for (const type of [
      'identity.record',
      'health.refer',
      'minor.report_prosecutor',
      'guardian.name'
    ] as const)
      expect(refused).not.toContain(type)
    expect(commandTypes.filter((type) => agreementRefused(type, { consents: allScopes }))).toEqual([])
  })
})
