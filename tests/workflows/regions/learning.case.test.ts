import { describe, expect, it } from 'vitest'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { noVoices } from '../../../workflows/facts/opinions.ts'
import { keptAsLapsed } from '../../../workflows/regions/clock.ts'
import { aCase, aMinorCase, someone } from '../../support/cases.ts'
import { permitClocks } from '../../../workflows/vocabulary/states.ts'
import { taught } from '../../support/regions/learning.ts'

/** Much is under way: whatever an act ends shows. */
const busy: Partial<Facts> = {
  contactLost: true,
  archived: true,
  closing: { reason: 'inserted', personId: 'p-2' },
  closure: 'lost',
  merging: { into: 'AB12-CD34', personId: 'p-2' },
  transfer: { to: '75' },
  proposal: { opinion: 'positive', personId: 'p-2', orgId: 'org-2', orgType: 'cell' },
  forbiddenZones: ['13'],
  informed: false,
  presumed: false,
  rights: ['care', 'allowance'],
  consents: ['A', 'B', 'C']
}
const standing = (facts: Partial<Facts> = {}, regions = {}) =>
  aCase({ regions, facts: { ...busy, ...facts } })

it.each([
  ['meeting.positive', { presumed: true, ...noVoices }],
  ['meeting.insufficient', noVoices],
  ['grounds.positive', { presumed: true, ...noVoices }],
  ['triage.reject', noVoices],
  ['formal.yes', { presumed: true }],
  ['grounds.reviewed', { foundByService: false }],
  ['merge.drop', { merging: null }],
  ['merge.undo', { merging: null }],
  ['merge.settle', { merging: null }],
  ['merge.propose', { merging: { into: 'EF56-GH78', personId: 'p-1' } }],
  ['merge.confirm', { identificationBefore: 'presumed', asylumPlace: 'none' }],
  ['territory.transfer', { transfer: { to: '13' } }],
  ['territory.kept', { transfer: null }],
  ['exit.plan', { contactLost: false }],
  ['return.assess', { returnAssessed: true }],
  ['return.judge', { returnAssessed: true }],
  ['return.depart', { departed: true }],
  ['contact.note', { contactLost: false }],
  ['contact.lost', { contactLost: true }],
  ['case.close_lost', { closure: 'lost' }],
  ['case.close', { closure: 'inserted', closing: null }],
  ['case.reopen', { closure: null, closing: null, contactLost: false, archived: false, departed: false }],
  ['case.archive', { archived: true }],
  ['case.erase', { forbiddenZones: [], merging: null }],
  ['closing.ask', { closing: { reason: 'inserted', personId: 'p-1' } }],
  ['closing.decline', { closing: null }],
  ['allowance.open', { allowance: 'ada', rights: ['care', 'allowance'] }],
  ['afis.open', { allowance: 'afis' }],
  ['allowance.end', { allowance: 'none', rights: ['care'] }],
  ['person.inform', { informed: true }],
  ['consent.lapsed', { consents: ['C'], transfer: null }]
] as const satisfies [CommandType, Partial<Facts>][])('%s', (type, learnt) => {
  const input = { into: 'EF56-GH78', to: '13', because: 'inserted', reason: 'inserted', scopes: ['A', 'B'] }
  expect(taught(type, standing(), input)).toEqual(learnt)
})

it('details are learnt as they are told, and nothing beside them: what is sealed is no fact', () => {
  const told = { sector: 'F', finerForms: ['servitude'], identificationDeclined: false }
  const sealed = { controls: ['debt'], sexualKinds: ['street'], exploiterTie: 'family', birthYear: 2001 }
  expect(taught('facts.detail', standing(), { ...told, ...sealed })).toEqual(told)
  // What was lost is of what is sealed: an answer of another kind leaves it to be asked again.
  expect(taught('facts.detail', standing({ detailsLost: true }), told)).toEqual(told)
  expect(taught('facts.detail', standing({ detailsLost: true }), { ...told, ...sealed })).toEqual({
    ...told,
    detailsLost: false
  })
})

describe('consents', () => {
  it('are added to those in force, in order and once', () => {
    const given = (scopes: string[]) => taught('consent.record', standing(), { scopes })
    for (const scopes of [['C', 'B', 'A', 'E'], ['E']])
      expect(given(scopes)).toEqual({ consents: ['A', 'B', 'C', 'E'] })
  })

  it('given again, ask for news after a return again', () => {
    const declined = standing({ consents: ['A'], newsDeclined: true })
    expect(taught('consent.record', declined, { scopes: ['H'] })).toEqual({
      consents: ['A', 'H'],
      newsDeclined: false
    })
  })

  it('taken back or lapsed take the move to another cell with them, if it rested on them', () => {
    const withdrawn = (scopes: string[], consents = busy.consents) =>
      taught('consent.withdraw', standing({ consents }), { scopes })
    expect(withdrawn(['B', 'C'])).toEqual({ consents: ['A'], transfer: null })
    expect(withdrawn(['C'])).toEqual({ consents: ['A', 'B'] })
    expect(withdrawn(['B', 'C'], ['A', 'C'])).toEqual({ consents: ['A'] })
    expect(taught('consent.refuse', standing(), { scopes: ['D', 'E'] })).toEqual({ consents: busy.consents })
    expect(taught('consent.refuse', standing(), { scopes: ['B', 'E'] })).toEqual({
      consents: ['A', 'C'],
      transfer: null
    })
    expect(taught('consent.withdraw', standing({ consents: ['A', 'H'] }), { scopes: ['H'] })).toEqual({
      consents: ['A'],
      newsDeclined: true
    })
    expect(taught('consent.lapsed', standing({ consents: ['A', 'C'] }), { scopes: ['B', 'C'] })).toEqual({
      consents: ['A']
    })
  })
})

describe('grounds', () => {
  it('keep who spoke first, and why only where the elements do not suffice', () => {
    const proposed = (input: object) => taught('grounds.propose', standing(), { ...input }).proposal
    expect(proposed({ opinion: 'positive', reason: 'no_means' })).toEqual({ opinion: 'positive', ...someone })
    expect(proposed({ opinion: 'insufficient', reason: 'no_means' })).toEqual({
      opinion: 'insufficient',
      reason: 'no_means',
      ...someone
    })
    expect(Object.keys(proposed({ opinion: 'insufficient' }) ?? {})).not.toContain('reason')
  })

  it('keep beside it what other institutions said, and of one institution the last alone', () => {
    const spoken = {
      proposal: busy.proposal!,
      otherVoices: [{ opinion: 'insufficient' as const, ...someone }]
    }
    const { proposal, otherVoices } = taught('grounds.propose', standing(spoken), { opinion: 'positive' })
    expect(proposal).toEqual({ opinion: 'positive', ...someone })
    expect(otherVoices).toEqual([busy.proposal])
  })

  it('recorded by police tell that police know, for ever', () => {
    const recorded = (orgType: string, policeKnow: boolean) =>
      taught('grounds.record', standing({ policeKnow }), {}, { orgType })
    expect(recorded('police', false)).toEqual({
      presumed: true,
      ...noVoices,
      policeKnow: true,
      foundByService: true
    })
    expect(recorded('cell', false)).toEqual({
      presumed: true,
      ...noVoices,
      policeKnow: false,
      foundByService: true
    })
    expect(recorded('cell', true)).toEqual({
      presumed: true,
      ...noVoices,
      policeKnow: true,
      foundByService: true
    })
  })
})

it('a case that moves stands in the other territory, and proposes nothing there', () => {
  const moved = { transfer: null, merging: null, identificationBefore: 'presumed' }
  expect(taught('territory.moved', standing())).toEqual({ ...moved, territory: '75' })
  expect(taught('territory.moved', standing({ transfer: null }))).toEqual({ ...moved, territory: '69' })
})

it('what is learnt of a situation is kept without the days that only clocks need', () => {
  const told = { language: 'bin', lastFactsOn: '2026-01-10', majorityOn: '2026-02-10', ageGroup: 'doubt' }
  expect(taught('facts.complete', standing({ returnAssessed: true }), told)).toEqual({
    language: 'bin',
    ageGroup: 'doubt',
    returnAssessed: false
  })
  const indicators = ['documents_held', 'threats']
  expect(taught('indicators.add', standing({ indicators: ['threats', 'debt'] }), { indicators })).toEqual({
    indicators: ['threats', 'debt', 'documents_held']
  })
})

describe('a clock that has run out', () => {
  const lapsed = (deadline: string, facts: Partial<Facts> = {}, on?: string) =>
    taught('clock.lapse', standing({ lapsed: ['D-SILENCE'], stay: 'regular', ...facts }), { deadline, on })
  const on = '2026-03-02'

  it.each([
    ['D-SILENCE', { lapsed: ['D-SILENCE'] }],
    ['D-SILENCE-OTHER', { lapsed: ['D-SILENCE', 'D-SILENCE-OTHER'], routePrepared: false }],
    ['D-ASILE-SEJOUR', { invitationOver: true }],
    ['D-CST', { stay: 'irregular', rights: [], regularUntil: on, permitOverOn: on }],
    ['D-CARD', { stay: 'irregular', rights: [], regularUntil: on, permitOverOn: on }],
    ['D-APS', { stay: 'irregular', rights: [], regularUntil: on, permitOverOn: on }],
    ['MNIO-INFO', {}]
  ] as const)('%s', (deadline, learnt) => {
    expect(lapsed(deadline, {}, on)).toEqual(learnt)
    expect(keptAsLapsed.includes(deadline)).toBe(Object.keys(learnt).length > 0)
  })

  it('ends no stay whose renewal was asked for in time, nor on a day that nobody says', () => {
    expect(lapsed('D-CST', { renewalAsked: true }, on)).toEqual({ permitOverOn: on })
    expect(lapsed('D-CST')).toEqual({})
    expect(lapsed('D-CST', { regularUntil: '2026-01-10' }, on)).not.toHaveProperty('regularUntil')
  })

  it('of a permit that is held, leaves what it gives until somebody writes down that it has expired', () => {
    for (const deadline of permitClocks)
      expect(
        taught('clock.lapse', aCase({ regions: { residence: 'cst_valid' }, facts: { stay: 'regular' } }), {
          deadline,
          on
        })
      ).toEqual({ regularUntil: on, permitOverOn: on })
  })

  it('of a receipt, ends the stay that rests on it, and none that a permit gives', () => {
    expect(lapsed('D-RECEP', {}, on)).toEqual({})
    expect(lapsed('D-RECEP', { stay: 'irregular', regularSince: '2026-01-10' }, on)).toEqual({
      regularUntil: on
    })
    expect(lapsed('D-RECEP', { permitOverOn: '2026-02-01' }, on)).toEqual({ regularUntil: on })
    expect(lapsed('D-RECEP', { permitOverOn: '2026-02-01', renewalAsked: true }, on)).toEqual({})
    expect(keptAsLapsed).toContain('D-RECEP')
  })

  it('teaches nothing when it only draws near', () => {
    expect(commandRow('clock.alert').apply).toBeNull()
  })
})

describe('what is decided against the stay, held or supported', () => {
  it.each([
    ['transfer.notified', { transferStands: true }],
    ['transfer.ended', { transferStands: false }],
    ['removal.notified', { leaveStands: true }],
    ['removal.ended', { leaveStands: false }],
    ['held.ended', { heldIn: null, heldExtended: false }],
    ['asylum.rejected', { asylumLink: true }],
    ['asylum.protection_lost', { asylumRouteDue: true }],
    ['reception.refused', { asylumLink: true }],
    ['asylum.detention_kept', { asylumLink: true }],
    ['young_adult.contract', { youngAdult: 'running' }],
    ['young_adult.refused', { youngAdult: 'none' }],
    ['young_adult.ended', { youngAdult: 'none' }]
  ] as const satisfies [CommandType, Partial<Facts>][])('%s', (type, learnt) => {
    expect(taught(type, aCase())).toEqual(learnt)
  })

  it('held.record says where, and no more than that', () => {
    for (const where of ['waiting_zone', 'detention'])
      expect(taught('held.record', aMinorCase(), { where })).toEqual({ heldIn: where, heldExtended: false })
  })

  it('held.judged frees whoever the judge frees, and no one else', () => {
    const held = aCase({ facts: { heldIn: 'detention' } })
    expect(taught('held.judged', held, { outcome: 'held_on' })).toEqual({})
    expect(taught('held.judged', held, { outcome: 'held_on', until: '2026-12-20' })).toEqual({
      heldExtended: true
    })
    for (const outcome of ['freed', 'house_arrest'])
      expect(taught('held.judged', held, { outcome })).toEqual({ heldIn: null, heldExtended: false })
  })

  it('young_adult.ask takes no contract away', () => {
    expect(taught('young_adult.ask', aCase())).toEqual({ youngAdult: 'asked' })
    expect(taught('young_adult.ask', aCase({ facts: { youngAdult: 'running' } }))).toEqual({})
  })
})
