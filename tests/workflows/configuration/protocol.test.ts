import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fits } from '../../../workflows/case/input.ts'
import { commandRow } from '../../../workflows/case/commands.ts'
import {
  extendable,
  extendableLists,
  locallyExtendable,
  statuteIn
} from '../../../workflows/configuration/added.ts'
import { durationUnits, type Configuration } from '../../../workflows/configuration/configuration.ts'
import { formUnder } from '../../../workflows/configuration/forms.ts'
import { codedLists, codesOffered, refusalsOffered } from '../../../workflows/configuration/lists.ts'
import { effective } from '../../../workflows/configuration/local/effective.ts'
import { movedPin } from '../../../workflows/configuration/local/moving.ts'
import { originsOf } from '../../../workflows/configuration/local/origins.ts'
import { pinName, pinOf } from '../../../workflows/configuration/local/pin.ts'
import { placesFor } from '../../../workflows/configuration/local/place.ts'
import {
  pairProblems,
  protocolProblems,
  signingProblems
} from '../../../workflows/configuration/local/problems.ts'
import {
  localCodes,
  neverLonger,
  protocolSchema,
  toldOfMinors,
  type LocalProtocol,
  type LocalRules
} from '../../../workflows/configuration/local/protocol.ts'
import { problemsOf } from '../../../workflows/configuration/problems.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import {
  deadlineCodes,
  deadlineRegister,
  durationOf,
  openDeadline,
  type DeadlineRow
} from '../../../workflows/deadlines/deadlines.ts'
import type { DurationUnit } from '../../../workflows/deadlines/row.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import { alertsIn, type OpenCode } from '../../../workflows/deadlines/register.ts'
import { referralKindIds } from '../../../workflows/vocabulary/vocabulary.ts'

const protocol = (rules: LocalRules = {}, more: Partial<LocalProtocol> = {}): LocalProtocol => ({
  name: '69-2026-12',
  place: '69',
  title: 'Protocole du Rhône',
  text: 'Article 1er. La cellule se réunit chaque mois.',
  reference: '',
  parties: [
    { kind: 'prefecture', name: 'Préfecture du Rhône' },
    { kind: 'prosecution', name: 'Parquet de Lyon' }
  ],
  signedOn: null,
  effectiveOn: '2026-12-01',
  rules,
  ...more
})
const today = '2026-11-24'
const refusedFor = (rules: LocalRules, more: Partial<LocalProtocol> = {}) =>
  protocolProblems(protocol(rules, more), september2026, today).map(({ field, code }) => `${field} ${code}`)
const added = {
  of: 'referrals.health',
  code: 'overloaded.69_interpreter',
  label: { fr: 'sans interprète', en: 'no interpreter' },
  leadsTo: 'escalate'
} as const

describe('what no territory may set', () => {
  const sets = (rules: object) => fits(protocolSchema, { ...protocol(), rules })

  it.each([
    ['a class of data', { classes: { police: ['A'] } }],
    ['a recipient', { recipients: [{ kind: 'militia' }] }],
    ['a guard', { guards: { 'permit.request': 'presumed' } }],
    ['a field that an act asks for', { required: { 'case.flag': ['phone'] } }],
    ['the signs of trafficking', { indicators: { lists: [], withdrawn: [] } }],
    ['the cutting of a list', { lists: { 'case.close.reason': ['returned'] } }],
    ['the alerts of a clock', { alerts: { 'MNIO-RG': [1] } }],
    [
      'a recipient of minors that no national table knows',
      { minors: { parties: [], contacts: [], told: ['police'] } }
    ]
  ])('%s is no field of a protocol', (_what, rules) => {
    expect(sets(rules)).toBe(false)
  })

  it('a clock of the law, or one that closes, archives, erases or ends a consent, has one length in the whole country', () => {
    const others = deadlineCodes.filter((code) => !(localCodes as readonly string[]).includes(code))
    for (const code of others)
      expect([code, sets({ durations: { [code]: { n: 1, unit: 'days' } } })]).toEqual([code, false])
    for (const code of localCodes) {
      const row: DeadlineRow = deadlineRegister[code]
      expect([code, row.duration, statuteIn([row.basis]), [null, 'expire'].includes(row.fires)]).toEqual([
        code,
        null,
        false,
        true
      ])
    }
    for (const code of [
      'D-REFLECTION',
      'MNIO-RETENTION',
      'MNIO-ERASURE',
      'MNIO-CONSENT',
      'MNIO-GLASS',
      'EVVI'
    ])
      expect(localCodes).not.toContain(code)
  })

  it('a reason is added to no refusal that a text founds, of whoever decides by law or was told by it', () => {
    for (const of of [
      'lists.permit.refuse.reason',
      'lists.reflection.interrupt.reason',
      'lists.psp.refuse.reason',
      'referrals.prefecture',
      'referrals.prosecutor',
      'referrals.child_protection',
      'referrals.dna'
    ])
      expect([of, sets({ added: [{ ...added, of }] })]).toEqual([of, false])
    expect(sets({ added: [added] })).toBe(true)
    for (const id of extendableLists)
      expect(statuteIn(commandRow(codedLists.find((list) => list.id === id)!.command).basis)).toBe(false)
    expect(locallyExtendable).not.toContain('acse')
    expect(extendable).toContain('referrals.acse')
  })
})

describe('where somebody was met', () => {
  it.each(referralKindIds)(
    'is told to %s by no length and no reason, before it is told of it at all',
    (kind) => {
      const { preview, opensAtOnce, answerWithin } = kindRow(kind)
      if (opensAtOnce || preview.includes('territory')) return
      expect(locallyExtendable).not.toContain(kind)
      expect(localCodes).not.toContain(answerWithin)
      const codes = Object.keys(kindRow(kind).refusals)
      for (const rules of [
        { durations: { [answerWithin]: { n: 1, unit: 'days' } } },
        { added: [{ ...added, of: `referrals.${kind}`, code: `${codes[0]}.69_x` }] }
      ])
        expect(fits(protocolSchema, { ...protocol(), rules })).toBe(false)
    }
  )

  it('so that a house is asked for its place alike everywhere, and a service of the territory as the territory agreed', () => {
    expect(locallyExtendable).toEqual([
      'police',
      'labour_inspection',
      'compensation_lawyer',
      'ad_hoc_guardian',
      'health',
      'cell'
    ])
    expect(localCodes).toContain('MNIO-HEALTH-ANSWER')
    expect(localCodes).not.toContain('MNIO-PLACE-ANSWER')
  })
})

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

  it('a district among several of its département, a day that is past and one too far ahead', () => {
    const signing = (more: Partial<LocalProtocol>) =>
      signingProblems(protocol({}, more), september2026, today, {}).map(
        ({ field, code }) => `${field} ${code}`
      )
    expect(signing({})).toEqual([])
    expect(signing({ place: '69.lyon', name: '69.lyon-2026-12' })).toEqual(['place several_courts'])
    expect(signing({ place: '75.paris', name: '75.paris-2026-12' })).toEqual([])
    expect(signing({ effectiveOn: '2026-11-23' })).toEqual(['effectiveOn in_past'])
    expect([signing({ effectiveOn: '2028-11-24' }), signing({ effectiveOn: '2028-11-25' })]).toEqual([
      [],
      ['effectiveOn too_far']
    ])
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

it('a court comes before its département, and is the place of a case where it is the only one there', () => {
  expect(placesFor('75')).toEqual(['75.paris', '75'])
  expect(placesFor('69')).toEqual(['69'])
})
