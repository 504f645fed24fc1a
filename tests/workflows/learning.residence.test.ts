import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../workflows/commands.ts'
import type { Facts } from '../../workflows/facts.ts'
import { applied, held, yearly } from '../../workflows/regions/states.ts'
import { taught } from '../support/learning.ts'
import { at, busy, everyRight, regularSince } from '../support/residence.ts'

const on = '2026-03-02'

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
      expect(taught(type, at(state, { ...regularSince, removalBar: false }), dated)).toEqual({
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
      rights: (yearly as readonly string[]).includes(withdrawnPermit) ? everyRight : ['work']
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
    expect(taught('receipt.handed', at('reflection_offered'))).toEqual({
      removalBar: true,
      rights: everyRight
    })
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
    for (const asylumPlace of ['slept', 'sought', 'none'])
      expect(taught('asylum.decision', at('asylum_pending', { stay, asylumPlace }), { decision })).toEqual({
        asylum: decision,
        rehousing: asylumPlace === 'slept',
        asylumLink: true,
        ...learnt
      })
  })
})
