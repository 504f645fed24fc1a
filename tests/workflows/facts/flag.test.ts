import { describe, expect, it } from 'vitest'
import { flagged, type FlagInput } from '../../../workflows/facts/flag.ts'

const least: FlagInput = {
  metOn: '2026-11-24',
  territory: '69',
  danger: 'none',
  channel: 'association',
  indicators: [],
  ageGroup: 'adult',
  sex: 'female',
  nationality: 'third_country',
  forms: ['sexual'],
  children: 0,
  language: 'bin'
} as unknown as FlagInput

describe('what a flag teaches', () => {
  it('is nothing of what it did not say', () => {
    expect(flagged(least)).toMatchObject({
      ageBand: null,
      stay: 'unknown',
      localDanger: false,
      forbiddenZones: [],
      asylumLink: false,
      consents: [],
      policeKnow: false
    })
  })

  it('is what it said, and the first agreement is to be named', () => {
    const said = {
      ...least,
      ageBand: '25-34',
      stay: 'irregular',
      localDanger: true,
      forbiddenZones: ['idf'],
      asylumLink: true,
      nominativeConsent: true
    } as unknown as FlagInput
    expect(flagged(said)).toMatchObject({
      ageBand: '25-34',
      stay: 'irregular',
      localDanger: true,
      forbiddenZones: ['idf'],
      asylumLink: true,
      consents: ['A']
    })
  })

  it('by the police alone makes the police know of a child', () => {
    expect(flagged(least, 'police').policeKnow).toBe(true)
    for (const other of ['association', 'labour_inspection', ''])
      expect(flagged(least, other).policeKnow).toBe(false)
  })
})
