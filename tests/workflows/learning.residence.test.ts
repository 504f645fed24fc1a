import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../workflows/commands.ts'
import type { Facts } from '../../workflows/facts.ts'
import { discreet, discreetly, discreetNext } from '../../workflows/regions/residence.discreet.ts'
import { applied, held, yearly } from '../../workflows/regions/states.ts'
import { taught } from '../support/learning.ts'
import { at } from '../support/residence.ts'

const on = '2026-03-02'
/** Much stands open before the prefecture: whatever an act ends shows. */
const busy: Partial<Facts> = {
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
const regular: Partial<Facts> = { ...busy, stay: 'regular', regularSince: '2026-01-10' }
const all = ['work', 'training', 'allowance', 'social_support', 'police_protection', 'care']

describe('a permit that is issued', () => {
  const given = {
    stay: 'regular',
    removalBar: false,
    lapsed: ['D-CST'],
    documentsAsked: false,
    routePrepared: false,
    renewalAsked: false,
    withdrawnPermit: null
  }
  const answersWhatWasAsked = { permitAsked: null, otherPermit: 'none' }

  it.each([
    ['permit.issue', 'cst_valid', all],
    ['resident.issue', 'cr10', all],
    ['coming_of_age.issue', 'regular_other', ['work']],
    ['unworthy_housing.issue', 'l425_11', ['work']],
    ['discretion.issue', 'humanitarian_discretion', ['work']],
    ['other_permit.record', 'regular_other', ['work']],
    ['psp.permit', 'aps_psp', ['work']]
  ] as const)('%s', (type, state, rights) => {
    const issued = { ...given, rights }
    const first = { regularSince: on, regularUntil: null }
    expect(taught(type, at('cst_applied', busy), { issuedOn: on })).toEqual({
      ...issued,
      ...first,
      ...answersWhatWasAsked
    })
    // Whoever was regular stays so from her own first day; renewed in its own state, nothing asked beside it is answered.
    expect(taught(type, at(state, regular), { issuedOn: on })).toEqual(issued)
    expect(
      taught(type, at('irregular', { ...regular, regularUntil: '2026-02-01' }), { issuedOn: on })
    ).toEqual({
      ...issued,
      ...first,
      ...answersWhatWasAsked
    })
  })

  it('opens no asylum allowance where the law has none', () => {
    const rights = all.filter((right) => right !== 'allowance')
    for (const type of ['permit.issue', 'resident.issue', 'receipt.handed'] as const)
      expect(taught(type, at('cst_applied', { territory: '976' })).rights).toEqual(rights)
  })

  it('renewed, answers its own silence and keeps the rights', () => {
    const renewed = {
      lapsed: ['D-SILENCE-OTHER', 'D-CST'],
      routePrepared: false,
      renewalAsked: false
    }
    expect(taught('permit.renew', at('cst_valid', regular), { issuedOn: on })).toEqual(renewed)
    expect(taught('permit.renew', at('cst_valid', busy), { issuedOn: on })).toEqual({
      ...renewed,
      regularSince: on,
      regularUntil: null
    })
    expect(taught('permit.renew_ask', at('cst_valid', { ...busy, renewalAsked: false }))).toEqual({
      lapsed: ['D-SILENCE-OTHER', 'D-CST'],
      renewalAsked: true
    })
  })

  it.each(['permit.lapsed', 'other_permit.ended'] as const)('%s ends the stay on its day', (type) => {
    const ended = {
      stay: 'irregular',
      rights: [],
      renewalAsked: false,
      ...(type === 'other_permit.ended' && { routePrepared: false })
    }
    expect(taught(type, at('cst_valid', regular), { on })).toEqual({ ...ended, regularUntil: on })
    expect(taught(type, at('cst_valid', busy), { on })).toEqual(ended)
  })
})

describe('an application', () => {
  it.each([
    ['permit.apply', 'l425_1'],
    ['unworthy_housing.apply', 'l425_11'],
    ['discretion.apply', 'discretion'],
    ['coming_of_age.apply', 'coming_of_age']
  ] as const)('%s', (type, permitAsked) => {
    expect(taught(type, at('irregular', busy))).toEqual({
      lapsed: ['D-CST'],
      documentsAsked: false,
      permitAsked
    })
  })

  it.each([
    ['permit.apply_beside', 'l425_1'],
    ['unworthy_housing.apply_beside', 'l425_11'],
    ['discretion.apply_beside', 'discretion'],
    ['coming_of_age.apply_beside', 'coming_of_age'],
    ['resident.apply', 'l425_3']
  ] as const)('%s, beside the permit held', (type, permitAsked) => {
    expect(taught(type, at('cst_valid', { lapsed: ['D-SILENCE', 'D-SILENCE-OTHER'] }))).toEqual({
      lapsed: ['D-SILENCE'],
      permitAsked,
      otherPermit: 'asked',
      routePrepared: true
    })
  })

  it('has a receipt, which adds work once and makes the stay regular', () => {
    const receipt = (work: boolean, facts: Partial<Facts>, issuedOn?: string) =>
      taught('permit.receipt', at('cst_applied', facts), { work, issuedOn })
    const since = { regularSince: on, regularUntil: null }
    expect(receipt(true, { rights: ['care'] }, on)).toEqual({ rights: ['care', 'work'], ...since })
    expect(receipt(true, { rights: ['work'] }, on)).toEqual({ rights: ['work'], ...since })
    expect(receipt(false, { rights: ['care'] }, on)).toEqual({ rights: ['care'], ...since })
    expect(receipt(false, { stay: 'regular' }, on)).toEqual({ rights: [] })
    // Receipts of logs that bear no day.
    expect(Object.keys(receipt(false, {}))).toEqual(['rights'])
  })

  it('waits for documents, and goes on', () => {
    expect(taught('permit.documents_asked', at('cst_applied'))).toEqual({ documentsAsked: true })
    expect(taught('permit.documents_received', at('cst_applied'))).toEqual({ documentsAsked: false })
  })
})

describe('a refusal', () => {
  const over = {
    stay: 'irregular',
    renewalAsked: false,
    documentsAsked: false,
    routePrepared: false,
    withdrawnPermit: null
  }
  const types = ['permit.refuse', 'permit.refused'] as const
  const dated = { notifiedOn: on, bornOn: on }

  it.each(types)('%s of what was asked for, while the thirty days go on', (type) => {
    for (const state of applied)
      expect(taught(type, at(state, busy), dated)).toEqual({
        ...over,
        rights: ['care'],
        lapsed: ['D-CST'],
        permitAsked: null,
        otherPermit: 'none'
      })
  })

  it.each(types)('%s of a permit held leaves what else was asked for', (type) => {
    for (const state of held)
      expect(taught(type, at(state, { ...regular, removalBar: false }), dated)).toEqual({
        ...over,
        rights: [],
        lapsed: ['D-SILENCE-OTHER', 'D-CST'],
        regularUntil: on
      })
  })

  it('that takes a permit back keeps which', () => {
    for (const state of held)
      expect(taught('permit.withdraw', at(state, { ...busy, lapsed: [] }), dated)).toEqual({
        ...over,
        rights: ['care'],
        lapsed: [],
        withdrawnPermit: state
      })
  })

  it('of another permit makes another way due again', () => {
    for (const type of ['other.refuse', 'other.refused'] as const)
      expect(taught(type, at('cst_valid', busy))).toEqual({
        otherPermit: 'refused',
        routePrepared: false,
        lapsed: ['D-SILENCE', 'D-CST']
      })
    expect(taught('resident.refuse', at('cst_valid', busy))).toEqual({
      lapsed: ['D-CST'],
      permitAsked: null,
      otherPermit: 'refused'
    })
  })
})

describe('the court', () => {
  it.each(held)('gives %s back with what it opens', (withdrawnPermit) => {
    expect(taught('ta.restored', at('appeal', { ...busy, withdrawnPermit, regularUntil: on }))).toEqual({
      stay: 'regular',
      regularUntil: null,
      routePrepared: false,
      rights: (yearly as readonly string[]).includes(withdrawnPermit) ? all : ['work']
    })
  })

  it('rejects, is seized, and judges another permit', () => {
    expect(taught('ta.rejected', at('appeal', busy))).toEqual({ routePrepared: false })
    expect(taught('reflection.appeal', at('reflection_interrupted', busy))).toEqual({ withdrawnPermit: null })
    expect(taught('other.appeal', at('cst_valid'))).toEqual({ otherPermit: 'appeal' })
    const judged = (outcome: string) => taught('other.judged', at('cst_valid', busy), { outcome })
    expect(judged('annulled')).toEqual({ otherPermit: 'asked' })
    expect(judged('rejected')).toEqual({ otherPermit: 'none', permitAsked: null })
  })
})

describe('reflection', () => {
  it('is offered, answered from where the stay stood, and opens its rights', () => {
    for (const wishes of [true, false])
      expect(taught('reflection.offer', at('asylum_pending'), { wishes })).toEqual({
        reflection: { wished: wishes, from: 'asylum_pending' }
      })
    expect(taught('receipt.handed', at('reflection_offered'))).toEqual({ removalBar: true, rights: all })
  })

  it.each(['reflection.interrupt', 'reflection.expire'] as const)('%s ends what it gave', (type) => {
    expect(taught(type, at('reflection_running', busy))).toEqual({
      removalBar: false,
      rights: [],
      routePrepared: false
    })
  })

  it('over, leaves the work that a receipt allows', () => {
    const rights = ['care', 'work']
    expect(taught('reflection.bar_lifted', at('cst_recepisse', { rights }))).toEqual({
      removalBar: false,
      rights: ['work']
    })
    expect(taught('reflection.bar_lifted', at('cst_applied', { rights }))).toEqual({
      removalBar: false,
      rights: []
    })
  })
})

describe('the exit programme', () => {
  it.each([
    ['exit.request', { exitProgramme: 'asked' }],
    ['psp.decision', { exitProgramme: 'running', programmePeriods: 1 }],
    ['psp.refuse', { exitProgramme: 'refused' }],
    ['psp.appeal', { exitProgramme: 'none' }],
    ['psp.renew', { programmePeriods: 3 }],
    ['psp.end', { exitProgramme: 'ended' }],
    ['residence.route', { routePrepared: true }]
  ] as const satisfies [CommandType, Partial<Facts>][])('%s', (type, learnt) => {
    expect(taught(type, at('irregular', { programmePeriods: 2 }))).toEqual(learnt)
  })
})

describe('asylum', () => {
  const told = { residence: 'reflection_ended', stay: 'unknown' } as const

  it('keeps what is told of the stay from the day it is asked for, and no later word', () => {
    const lodged = { asylum: 'pending', asylumLink: true, stay: 'asylum' }
    expect(taught('asylum.lodged', at('irregular'))).toEqual({
      ...lodged,
      toldStay: { residence: 'irregular', stay: 'irregular' }
    })
    expect(taught('asylum.lodged', at('refused', { toldStay: told }))).toEqual({ ...lodged, toldStay: told })
    expect(taught('asylum.lodged_beside', at('cst_valid'))).toEqual({ asylum: 'pending', asylumLink: true })
    const invited = at('asylum_pending', { lapsed: ['D-ASILE-SEJOUR', 'D-CST'] })
    expect(taught('asylum.invited', invited)).toEqual({ lapsed: ['D-CST'] })
  })

  it.each([
    ['protected', 'asylum', { stay: 'regular' }],
    ['protected', 'irregular', { stay: 'regular' }],
    ['refused', 'asylum', { stay: 'irregular', routePrepared: false }],
    ['refused', 'regular', { routePrepared: false }]
  ] as const)('%s, of whoever was %s', (decision, stay, learnt) => {
    for (const housing of ['housed_dna', 'housed_acse'])
      expect(taught('asylum.decision', at('asylum_pending', { stay }, { housing }), { decision })).toEqual({
        asylum: decision,
        rehousing: housing === 'housed_dna',
        asylumLink: true,
        ...learnt
      })
  })

  it('is told by nothing to whoever may not know', () => {
    const facts = {
      stay: 'asylum',
      asylum: 'pending',
      asylumLink: true,
      consents: ['A', 'D', 'E'],
      toldStay: told
    } as const
    const seen = (residence: string, different: object = {}) =>
      discreetly(at(residence, { ...facts, ...different }, { housing: 'housed_dna' }))
    expect(seen('asylum_pending')).toEqual(
      at(
        'reflection_ended',
        { ...facts, stay: 'unknown', asylum: 'none', asylumLink: false, consents: ['A', 'E'] },
        { housing: 'housed_chrs_other' }
      )
    )
    const stands = (residence: string, different: object = {}) => {
      const { regions, facts } = seen(residence, different)
      return [regions.residence, facts.stay]
    }
    expect(stands('refused')).toEqual(['reflection_ended', 'unknown'])
    expect(stands('asylum_pending', { toldStay: null })).toEqual(['unknown', 'unknown'])
    expect(stands('protected')).toEqual(['regular_other', 'regular'])
    expect(stands('cst_applied')).toEqual(['cst_applied', 'unknown'])
    expect(stands('cst_applied', { stay: 'irregular' })).toEqual(['cst_applied', 'irregular'])
    expect(discreet('housing', at('irregular', {}, { housing: 'housed_acse' }))).toBe('housed_acse')
    expect([discreetNext('asylum'), discreetNext('relatives')]).toEqual(['chrs', 'relatives'])
  })
})
