import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import type { Configuration } from '../../../workflows/configuration/configuration.ts'
import { formUnder } from '../../../workflows/configuration/forms.ts'
import { codedLists, codesOffered, refusalsOffered } from '../../../workflows/configuration/lists.ts'
import { effective } from '../../../workflows/configuration/local/effective.ts'
import { movedPin } from '../../../workflows/configuration/local/moving.ts'
import { originsOf } from '../../../workflows/configuration/local/origins.ts'
import { pinName, pinOf } from '../../../workflows/configuration/local/pin.ts'
import { protocolProblems } from '../../../workflows/configuration/local/problems.ts'
import { localCodes, toldOfMinors, type LocalRules } from '../../../workflows/configuration/local/protocol.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { deadlineCodes, deadlineRegister, durationOf } from '../../../workflows/deadlines/deadlines.ts'
import { alertsIn } from '../../../workflows/deadlines/register.ts'
import { referralKindIds } from '../../../workflows/vocabulary/vocabulary.ts'
import { protocol, today, added } from './local-protocol.ts'

const durations = fc.dictionary(
  fc.constantFrom(...localCodes),
  fc.record({ n: fc.integer({ min: 1, max: 30 }), unit: fc.constantFrom('hours', 'days', 'workingDays') }),
  { maxKeys: 8 }
)
const rulesDrawn = fc.record(
  {
    durations,
    decidesBy: fc.constantFrom('majority', 'consensus'),
    concludes: fc.constantFrom(['association'], ['police', 'ase']),
    quorum: fc.constant({ members: 4, institutions: 3, mustInclude: [] }),
    added: fc.constantFrom([], [added]),
    minors: fc.constant({ parties: [], contacts: [], told: [...toldOfMinors] })
  },
  { requiredKeys: [] }
) as fc.Arbitrary<LocalRules>

describe('the effective configuration', () => {
  it('never differs from the national one in a form, a list that is kept, a sign or a clock that is not local', () => {
    fc.assert(
      fc.property(rulesDrawn, (rules) => {
        const here = effective(september2026, { name: '69-2026-12', rules })
        expect(here.required).toBe(september2026.required)
        expect(here.indicators).toBe(september2026.indicators)
        expect(here.alerts).toBe(september2026.alerts)
        expect(here.reasons.lists).toBe(september2026.reasons.lists)
        expect(here.reasons.referrals).toBe(september2026.reasons.referrals)
        const added = new Set((rules.added ?? []).map(({ code }) => code))
        for (const kind of referralKindIds) {
          const { ...kept } = refusalsOffered(kind, here)
          for (const code of added) delete kept[code]
          expect(kept).toEqual(refusalsOffered(kind, september2026))
        }
        for (const { id, command } of codedLists) {
          expect(codesOffered(id, here).filter((code) => !added.has(code))).toEqual(
            codesOffered(id, september2026)
          )
          expect(Object.keys(formUnder(command, here).properties)).toEqual(
            Object.keys(commandRow(command).input.properties)
          )
        }
        for (const code of deadlineCodes)
          if (!(localCodes as readonly string[]).includes(deadlineRegister[code].sameAs ?? code)) {
            expect([code, durationOf(code, here)]).toEqual([code, durationOf(code, september2026)])
            expect(alertsIn(code, here)).toEqual(alertsIn(code, september2026))
          }
      }),
      { numRuns: 60 }
    )
  })

  it('reads back each rule that a protocol sets, all else being the national version’s', () => {
    const beneath: Configuration = {
      ...september2026,
      reasons: { ...september2026.reasons, added: [{ ...added, code: 'overloaded.strike' }] }
    }
    const seated = fc.constant([{ type: 'police', seats: 4, votes: true }] as const)
    fc.assert(
      fc.property(rulesDrawn, fc.option(seated, { nil: undefined }), (drawn, composition) => {
        const set = { ...drawn, ...(composition && { composition: [...composition] }) }
        const here = effective(beneath, { name: '69-2026-12', rules: set })
        for (const key of ['composition', 'decidesBy', 'quorum', 'concludes'] as const)
          expect([key, here[key]]).toEqual([key, set[key] ?? beneath[key]])
        expect(here.durations).toEqual({ ...beneath.durations, ...set.durations })
        expect(here.reasons.added).toEqual([...beneath.reasons.added!, ...(set.added ?? [])])
        expect(here.version).toBe('2026-09+69-2026-12')
      }),
      // A mutant is seen by an expectation, which must stand in what is reported.
      { numRuns: 80, includeErrorInReport: true }
    )
  })

  it('is the national version where no protocol stands, and says where each rule comes from where one does', () => {
    expect(effective(september2026, null)).toBe(september2026)
    const rules: LocalRules = {
      decidesBy: 'majority',
      durations: { 'MNIO-RG': { n: 3, unit: 'workingDays' } }
    }
    const local = protocol(rules)
    expect(protocolProblems(local, september2026, today)).toEqual([])
    const said = Object.fromEntries(
      originsOf({ national: september2026, local }).map((one) => [one.rule, one])
    )
    expect(said['durations.MNIO-RG']).toMatchObject({
      from: 'local',
      value: { fr: '3 jours ouvrés' },
      national: { fr: '5 jours ouvrés' }
    })
    expect(said['durations.MNIO-TRIAGE']).toMatchObject({ from: 'national', national: null })
    expect(said['decidesBy']).toMatchObject({ from: 'local' })
    expect(said['quorum']).toMatchObject({ from: 'national' })
  })
})

describe('the pair that a case is pinned to', () => {
  it('reads back as it was written, and a move changes one part of it alone', () => {
    for (const pin of [
      { national: '2026-09', local: null },
      { national: '2026-09', local: '69.lyon-2027-01' }
    ])
      expect(pinOf(pinName(pin))).toEqual(pin)
    const national = { territory: null, from: '2026-09', to: '2026-11' }
    expect(movedPin({ pin: '2026-09+69-2026-12', met: '69' }, national)).toBe('2026-11+69-2026-12')
    expect(movedPin({ pin: '2026-11', met: '69' }, national)).toBe(null)
    const local = { territory: '69', from: null, to: '69-2026-12' }
    expect(movedPin({ pin: '2026-09', met: '69' }, local)).toBe('2026-09+69-2026-12')
    expect(movedPin({ pin: '2026-09', met: '75' }, local)).toBe(null)
    expect(movedPin({ pin: '2026-09+69-2026-12', met: '69' }, local)).toBe(null)
  })
})
