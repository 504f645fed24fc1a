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
import { formUnder } from '../../../workflows/configuration/forms.ts'
import { codedLists, codesOffered, refusalsOffered } from '../../../workflows/configuration/lists.ts'
import { effective } from '../../../workflows/configuration/local/effective.ts'
import { movedPin } from '../../../workflows/configuration/local/moving.ts'
import { originsOf } from '../../../workflows/configuration/local/origins.ts'
import { pinTold, rulesTold } from '../../../workflows/configuration/local/told.ts'
import { pinName, pinOf } from '../../../workflows/configuration/local/pin.ts'
import { protocolProblems } from '../../../workflows/configuration/local/problems.ts'
import {
  localCodes,
  neverLonger,
  protocolSchema,
  toldOfMinors,
  type LocalProtocol,
  type LocalRules
} from '../../../workflows/configuration/local/protocol.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import {
  deadlineCodes,
  deadlineRegister,
  durationOf,
  type DeadlineRow
} from '../../../workflows/deadlines/deadlines.ts'
import { alertsIn } from '../../../workflows/deadlines/register.ts'
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
    for (const code of neverLonger) {
      const { unit } = september2026.durations[code]
      const n = september2026.durations[code].n + 1
      expect(refusedFor({ durations: { [code]: { n, unit } } })).toEqual([`rules.durations.${code} longer`])
    }
    expect(refusedFor({ durations: { 'MNIO-RG': { n: 0, unit: 'days' } } })).toEqual([
      'rules.durations.MNIO-RG not_positive'
    ])
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

describe('whoever may not know where the person was met', () => {
  const national = {
    ...september2026,
    reasons: { ...september2026.reasons, added: [{ ...added, code: 'overloaded.strike' }] }
  }
  const here = effective(national, protocol({ added: [added], concludes: ['police', 'ase'] }))

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
