import { describe, expect, it } from 'vitest'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { flagged, flagInput, type FlagInput } from '../../../workflows/facts/flag.ts'

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

it('what a flag asks of a person takes « not known », or need not be answered', () => {
  const notKnown = ['unknown', 'und', 'doubt', 'possible', 'other']
  const required = Object.entries(flagInput.properties).filter(([name]) =>
    flagInput.required.includes(name as never)
  )
  const asked = required.flatMap(([name, field]) => {
    const { choices } = notesOf(field) ?? {}
    return choices ? [[name, Object.keys(choices)] as const] : []
  })
  expect(asked.map(([name]) => name)).toContain('nationality')
  expect(asked.filter(([, words]) => !words.some((word) => notKnown.includes(word)))).toEqual([])
})
