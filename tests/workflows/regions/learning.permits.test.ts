import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { taught } from '../../support/regions/learning.ts'
import { at, busy, everyRight, regularSince } from '../../support/regions/residence.ts'

const on = '2026-03-02'
const first = { permit: 'discretion', on: null, over: true } as const

describe('a permit that is issued', () => {
  const given = {
    stay: 'regular',
    lapsed: ['D-CST'],
    documentsAsked: false,
    routePrepared: false,
    renewalAsked: false,
    withdrawnPermit: null,
    permitOverOn: null
  }
  const answersWhatWasAsked = {
    ...{ permitAsked: null, permitAskedOn: null, asksBeside: [] },
    ...{ besideAsked: null, alsoAsked: null, otherPermit: 'none' }
  }
  // The thirty days run in none of these.
  const asking = { ...busy, removalBar: false }
  const standing = { ...regularSince, removalBar: false }
  // No text closes one application by another: discretion, asked for first, is answered by itself alone.
  const leavesDiscretion = {
    ...{ permitAsked: null, permitAskedOn: null, asksBeside: [first] },
    ...{ besideAsked: 'discretion', alsoAsked: null, otherPermit: 'asked' }
  }

  it.each([
    ['permit.issue', 'cst_valid', everyRight],
    ['resident.issue', 'cr10', everyRight],
    ['coming_of_age.issue', 'regular_other', ['work']],
    ['unworthy_housing.issue', 'l425_11', ['work']],
    ['discretion.issue', 'humanitarian_discretion', ['work']],
    ['other_permit.record', 'regular_other', ['work']],
    ['psp.permit', 'aps_psp', ['work']]
  ] as const)('%s', (type, state, rights) => {
    const issued = { ...given, rights }
    const since = { regularSince: on, regularUntil: null }
    expect(taught(type, at('cst_applied', asking), { issuedOn: on })).toEqual({
      ...issued,
      ...since,
      ...(type === 'discretion.issue' ? answersWhatWasAsked : leavesDiscretion)
    })
    // Whoever was regular stays so from her own first day; renewed in its own state, nothing asked beside it is answered.
    expect(taught(type, at(state, standing), { issuedOn: on })).toEqual({
      ...issued,
      permitAskedOn: null
    })
    expect(
      taught(type, at('irregular', { ...standing, regularUntil: '2026-02-01' }), { issuedOn: on })
    ).toEqual({
      ...issued,
      ...since,
      ...answersWhatWasAsked
    })
  })

  it('beside the thirty days leaves their bar and what they give (R425-2, R425-4)', () => {
    const days = { removalBar: true, rights: ['police_protection', 'care'] }
    for (const type of ['discretion.issue', 'other_permit.record', 'psp.permit'] as const) {
      const learnt = taught(type, at('reflection_running', days), { issuedOn: on })
      expect(learnt.rights).toEqual(['police_protection', 'care', 'work'])
      expect(learnt).not.toHaveProperty('removalBar')
    }
  })

  it('opens no asylum allowance where the law has none', () => {
    const rights = everyRight.filter((right) => right !== 'allowance')
    for (const type of ['permit.issue', 'resident.issue', 'receipt.handed'] as const)
      expect(taught(type, at('cst_applied', { territory: '976' })).rights).toEqual(rights)
  })

  it('renewed, answers its own silence and keeps the rights', () => {
    const renewed = {
      lapsed: ['D-SILENCE-OTHER', 'D-CST'],
      routePrepared: false,
      renewalAsked: false,
      permitAskedOn: null,
      permitOverOn: null
    }
    expect(taught('permit.renew', at('cst_valid', regularSince), { issuedOn: on })).toEqual(renewed)
    expect(taught('permit.renew', at('cst_valid', busy), { issuedOn: on })).toEqual({
      ...renewed,
      regularSince: on,
      regularUntil: null
    })
    expect(taught('permit.renew_ask', at('cst_valid', { ...busy, renewalAsked: false }))).toEqual({
      lapsed: ['D-SILENCE-OTHER', 'D-CST'],
      renewalAsked: true,
      permitAskedOn: '2026-11-24'
    })
  })

  it.each(['permit.lapsed', 'other_permit.ended'] as const)('%s ends the stay on its day', (type) => {
    const ended = {
      stay: 'irregular',
      // What the thirty days give goes on with them.
      rights: ['care'],
      renewalAsked: false,
      ...(type === 'other_permit.ended' && { routePrepared: false })
    }
    expect(taught(type, at('cst_valid', regularSince), { on })).toEqual({ ...ended, regularUntil: on })
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
      lapsed: ['D-SILENCE-OTHER', 'D-CST'],
      documentsAsked: false,
      prefectureSent: true,
      permitAsked,
      permitAskedOn: '2026-11-24'
    })
  })

  it.each([
    ['permit.apply_beside', 'l425_1'],
    ['unworthy_housing.apply_beside', 'l425_11'],
    ['discretion.apply_beside', 'discretion'],
    ['coming_of_age.apply_beside', 'coming_of_age'],
    ['resident.apply', 'l425_3']
  ] as const)('%s, beside the permit held', (type, besideAsked) => {
    expect(taught(type, at('cst_valid', { lapsed: ['D-SILENCE', 'D-SILENCE-OTHER'] }))).toEqual({
      lapsed: ['D-SILENCE'],
      asksBeside: [{ permit: besideAsked, on: '2026-11-24', over: false }],
      besideAsked,
      alsoAsked: null,
      otherPermit: 'asked',
      prefectureSent: true,
      routePrepared: true
    })
    expect(
      taught(
        type,
        at('cst_valid', { otherPermit: 'asked', besideAsked: 'discretion', lapsed: ['D-SILENCE-OTHER'] })
      )
    ).toMatchObject({
      lapsed: [],
      asksBeside: [first, { permit: besideAsked, on: '2026-11-24', over: false }],
      alsoAsked: 'discretion'
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

describe('a file that the prefecture has', () => {
  const here = at('cst_applied', { permitAsked: 'l425_1' })

  it.each(['prefecture.request', 'prefecture.ask_again'] as const)('%s sends it', (type) =>
    expect(taught(type, here)).toEqual({ prefectureSent: true })
  )

  it('is sent by an application with an agreement, and by none without', () => {
    const asking = (consents: string[], facts = {}) =>
      taught('permit.apply', at('irregular', { offences: ['225-4-1'], consents, ...facts })).prefectureSent
    expect([asking([]), asking(['E']), asking([], { ageGroup: 'minor' })]).toEqual([undefined, true, true])
  })
})
