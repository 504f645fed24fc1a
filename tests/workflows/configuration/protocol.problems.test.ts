import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { durationUnits, type Configuration } from '../../../workflows/configuration/configuration.ts'
import { effective } from '../../../workflows/configuration/local/effective.ts'
import {
  pairProblems,
  protocolProblems,
  signingProblems
} from '../../../workflows/configuration/local/problems.ts'
import { courtPairProblems, courtProblems } from '../../../workflows/configuration/local/problems.court.ts'
import {
  neverLonger,
  type LocalProtocol,
  type LocalRules
} from '../../../workflows/configuration/local/protocol.ts'
import { problemsOf } from '../../../workflows/configuration/problems.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { openDeadline } from '../../../workflows/deadlines/deadlines.ts'
import type { DurationUnit } from '../../../workflows/deadlines/row.ts'
import type { OpenCode } from '../../../workflows/deadlines/register.ts'
import { protocol, today, added } from './local-protocol.ts'

const refusedFor = (rules: LocalRules, more: Partial<LocalProtocol> = {}) =>
  protocolProblems(protocol(rules, more), september2026, today).map(({ field, code }) => `${field} ${code}`)

describe('what stands against signing', () => {
  it('names the field, for a name of elsewhere, a text nobody wrote and a party alone', () => {
    expect(refusedFor({}, { name: '75-2026-12' })).toEqual(['name other_place'])
    expect(refusedFor({}, { text: ' ', title: '', parties: [] })).toEqual([
      'title missing',
      'text missing',
      'parties too_few'
    ])
    expect(refusedFor({}, { signedOn: '2026-11-25' })).toEqual(['signedOn in_future'])
  })

  it('a danger or a child is answered sooner than elsewhere, never later', () => {
    expect([...neverLonger].sort()).toEqual([
      'MNIO-ACK',
      'MNIO-ASE-ANSWER',
      'MNIO-FORCED',
      'MNIO-GUARDIAN-ANSWER',
      'MNIO-INFO',
      'MNIO-JUDGE-ANSWER',
      'MNIO-MOVE',
      'MNIO-NEEDS-SAFETY',
      'MNIO-PLACEMENT-REVIEW',
      'MNIO-RECONTACT',
      'MNIO-RG',
      'MNIO-SEARCH',
      'MNIO-SECURE-STAY',
      'MNIO-TRIAGE',
      'MNIO-TRIAGE-DANGER'
    ])
    const slow = (code: OpenCode, n: number, unit: DurationUnit) =>
      refusedFor({ durations: { [code]: { n, unit } } })
    expect(slow('MNIO-TRIAGE-DANGER', 25, 'hours')).toEqual(['rules.durations.MNIO-TRIAGE-DANGER longer'])
    expect(slow('MNIO-TRIAGE-DANGER', 1, 'workingDays')).toEqual([
      'rules.durations.MNIO-TRIAGE-DANGER other_unit'
    ])
    expect(slow('MNIO-SEARCH', 7, 'workingDays')).toEqual(['rules.durations.MNIO-SEARCH other_unit'])
    expect(slow('MNIO-SEARCH', 6, 'days')).toEqual([])
    expect(refusedFor({ durations: { 'MNIO-RG': { n: 0, unit: 'workingDays' } } })).toEqual([
      'rules.durations.MNIO-RG not_positive'
    ])
  })

  it('whatever the unit and the day it starts: what may be signed falls due nowhere later', () => {
    const start = fc
      .integer({ min: 0, max: 500 * 48 })
      .map((half) => new Date(Date.UTC(2026, 10, 1) + half * 1_800_000))
    const length = fc.record({ n: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom(...durationUnits) })
    fc.assert(
      fc.property(fc.constantFrom(...neverLonger), length, start, (code, duration, at) => {
        const rules = { durations: { [code]: duration } }
        if (refusedFor(rules).length > 0) return
        const due = (config: Configuration) =>
          Date.parse(String(openDeadline(code, at, '69', { now: at, config }).dueAt))
        expect(due(effective(september2026, protocol(rules)))).toBeLessThanOrEqual(due(september2026))
      }),
      { numRuns: 3000 }
    )
  })

  it('a cell that could never decide, or conclude', () => {
    expect(refusedFor({ quorum: { members: 40, institutions: 2, mustInclude: [] } })).toContain(
      'rules.quorum.members unreachable'
    )
    expect(refusedFor({ concludes: ['prosecution'] })).toEqual([
      'rules.concludes not_voting',
      'rules.concludes must_include',
      'rules.concludes alone'
    ])
    expect(refusedFor({ concludes: ['police', 'prefecture'] })).toEqual(['rules.concludes must_include'])
    expect(refusedFor({ concludes: ['association'] })).toEqual(['rules.concludes alone'])
  })

  it('a quorum of more institutions than there are, however many seats they have', () => {
    const rules: LocalRules = {
      composition: [
        { type: 'association', seats: 50, votes: true },
        { type: 'health', seats: 50, votes: true },
        { type: 'prefecture', seats: 9, votes: false }
      ],
      quorum: { members: 9, institutions: 6, mustInclude: [] }
    }
    const found = (institutions: object) =>
      protocolProblems(protocol(rules), september2026, today, institutions).map(({ field, code }) => [
        field,
        code
      ])
    expect(found({ association: 4, health: 1, prefecture: 1, police: 9 })).toEqual([
      ['rules.quorum.institutions', 'not_there']
    ])
    expect(found({ association: 4, health: 2 })).toEqual([])
    expect(refusedFor(rules)).toEqual([])
  })

  it('a national version under which a signed protocol could never decide, named by the protocol', () => {
    const small = protocol({
      composition: [
        { type: 'association', seats: 2, votes: true },
        { type: 'police', seats: 2, votes: true }
      ]
    })
    const more: Configuration = { ...september2026, quorum: { ...september2026.quorum, members: 5 } }
    expect(problemsOf(more)).toEqual([])
    expect(pairProblems([small], september2026)).toEqual([])
    expect(pairProblems([small, protocol()], more).map(({ field, code }) => [field, code])).toEqual([
      ['protocols.69-2026-12.rules.quorum.members', 'unreachable']
    ])
  })

  it('a day that is past and one too far ahead', () => {
    const signing = (more: Partial<LocalProtocol>) =>
      signingProblems(protocol({}, more), september2026, today, {}).map(
        ({ field, code }) => `${field} ${code}`
      )
    expect(signing({})).toEqual([])
    expect(signing({ place: '69.lyon', name: '69.lyon-2026-12' })).toEqual([])
    expect(signing({ place: '75.paris', name: '75.paris-2026-12' })).toEqual([])
    expect(signing({ effectiveOn: '2026-11-23' })).toEqual(['effectiveOn in_past'])
    expect([signing({ effectiveOn: '2028-11-24' }), signing({ effectiveOn: '2028-11-25' })]).toEqual([
      [],
      ['effectiveOn too_far']
    ])
  })

  it('a rule of the whole cell in the protocol of one court of several: it would be shown and never asked', () => {
    const { composition, quorum } = september2026
    const rules = { composition, quorum, decidesBy: 'majority', onCall: [] } as LocalRules
    const signing = (place: string) =>
      signingProblems(protocol(rules, { place, name: `${place}-2026-12` }), september2026, today, {})
        .map(({ field, code }) => `${field} ${code}`)
        .filter((one) => one.endsWith('not_of_one_court'))
    expect(signing('69.lyon')).toEqual([
      'rules.composition not_of_one_court',
      'rules.onCall not_of_one_court'
    ])
    expect([signing('69'), signing('75.paris')]).toEqual([[], []])
  })

  it('of one court among several, a quorum that the cell of its département cannot reach, whichever signs the last', () => {
    const court = protocol(
      { quorum: { members: 4, institutions: 2, mustInclude: [] } },
      { place: '69.lyon', name: '69.lyon-2026-12' }
    )
    const cell = (seats: number) =>
      effective(
        september2026,
        protocol({
          quorum: { members: 2, institutions: 2, mustInclude: [] },
          composition: [
            { type: 'association', seats, votes: true },
            { type: 'prefecture', seats: 1, votes: true }
          ]
        })
      )
    const there = { association: 4, prefecture: 1 }
    expect(courtProblems(court, cell(3), there)).toEqual([])
    expect(courtProblems(court, cell(2), there).map(({ field, code }) => [field, code])).toEqual([
      ['rules.quorum.members', 'unreachable']
    ])
    expect(courtPairProblems([court], cell(3), there)).toEqual([])
    expect(courtPairProblems([court], cell(2), there)).toMatchObject([
      { field: 'rules.composition', message: { fr: expect.stringContaining('69.lyon-2026-12') } }
    ])
    // Of the only court of a département, all of it is signed and asked as its own.
    expect(courtProblems({ ...court, place: '75.paris' }, cell(2), there)).toEqual([])
  })

  it('an added reason that leads nowhere, makes nothing more precise, or bears another place', () => {
    expect(refusedFor({ added: [{ ...added, leadsTo: 'emergency' }] })).toEqual([
      'rules.added.0.leadsTo leads_nowhere'
    ])
    expect(refusedFor({ added: [{ ...added, code: 'unheard.69_x' }] })).toEqual([
      'rules.added.0.code unknown_reason'
    ])
    expect(refusedFor({ added: [{ ...added, code: 'overloaded.75_x' }] })).toEqual([
      'rules.added.0.code other_place'
    ])
    expect(refusedFor({ added: [added, added] })).toEqual(['rules.added.1.code twice'])
    const beneath = { ...september2026, reasons: { ...september2026.reasons, added: [added] } }
    expect(
      protocolProblems(protocol({ added: [added] }), beneath, today).map(({ field, code }) => [field, code])
    ).toEqual([['rules.added.0.code', 'twice']])
  })

  it('a convention for minors without who protects them', () => {
    const parties = [
      { kind: 'prefecture', name: 'a' },
      { kind: 'police', name: 'b' }
    ] as const
    expect(refusedFor({ minors: { parties, contacts: [], told: [] } })).toEqual([
      'rules.minors.contacts no_protection'
    ])
  })
})
