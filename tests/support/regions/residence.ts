import { expect } from 'vitest'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { aCase, withRow } from '../cases.ts'

export const complained = { offences: ['225-4-1'], procedureOpen: true }
/** A case that stands here in its residence. */
export const at = (residence: string, facts = {}, regions = {}) =>
  aCase({ regions: { residence, ...regions }, facts })

/** Without this guard, what was seen is seen no more: the test looks at the guard and at nothing else. */
export const sightless = (run: () => void, type: CommandType, without: string) =>
  withRow(type, { guards: commandRow(type).guards.filter((guard) => guard !== without) }, () =>
    expect(run).toThrow()
  )

/** Much stands open before the prefecture: whatever an act ends shows. */
export const busy: Partial<Facts> = {
  removalBar: true,
  rights: ['care'],
  lapsed: ['D-SILENCE', 'D-SILENCE-OTHER', 'D-CST'],
  documentsAsked: true,
  routePrepared: true,
  renewalAsked: true,
  withdrawnPermit: 'aps_psp',
  permitAsked: 'discretion',
  otherPermit: 'asked'
}
/** The same, of whoever is regular since a day. */
export const regularSince: Partial<Facts> = { ...busy, stay: 'regular', regularSince: '2026-01-10' }
/** What the receipt and the permits of L425-1 open, where the asylum allowance exists. */
export const everyRight = ['work', 'training', 'allowance', 'social_support', 'police_protection', 'care']
