import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../../workflows/case/commands.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { applied, held, yearly } from '../../../workflows/vocabulary/states.ts'
import { taught } from '../../support/regions/learning.ts'
import { at, busy, everyRight, regularSince } from '../../support/regions/residence.ts'

const on = '2026-03-02'

describe('a refusal', () => {
  const over = {
    stay: 'irregular',
    renewalAsked: false,
    documentsAsked: false,
    routePrepared: false,
    withdrawnPermit: null,
    permitAsked: null,
    permitRefused: 'discretion'
  }
  const types = ['permit.refuse', 'permit.refused'] as const
  const dated = { notifiedOn: on, bornOn: on }

  it.each(types)('%s of what was asked for, while the thirty days go on', (type) => {
    for (const state of applied)
      expect(taught(type, at(state, busy), dated)).toEqual({
        ...over,
        rights: ['care'],
        lapsed: ['D-SILENCE-OTHER', 'D-CST']
      })
  })

  it.each(types)('%s answers what was asked for beside a permit, where nothing else is', (type) => {
    for (const state of applied)
      expect(taught(type, at(state, { ...busy, permitAsked: null }), dated)).toEqual({
        ...over,
        rights: ['care'],
        lapsed: ['D-CST'],
        permitRefused: null,
        asksBeside: [],
        ...{ besideAsked: null, alsoAsked: null },
        otherPermit: 'none'
      })
  })

  it.each(types)(
    '%s of a permit that runs leaves the stay, its rights and what else was asked for',
    (type) => {
      const { stay: _stay, ...answered } = over
      for (const state of held)
        expect(taught(type, at(state, { ...regularSince, removalBar: false }), dated)).toEqual({
          ...answered,
          lapsed: ['D-SILENCE-OTHER', 'D-CST']
        })
    }
  )

  it.each(types)('%s of one that has reached its end takes them, from the later of both days', (type) => {
    const ended = (permitOverOn: string) =>
      taught(type, at('cst_valid', { ...regularSince, removalBar: false, permitOverOn }), dated)
    const taken = { ...over, rights: [], lapsed: ['D-SILENCE-OTHER', 'D-CST'] }
    expect(ended('2026-02-01')).toEqual({ ...taken, regularUntil: on })
    expect(ended('2026-03-20')).toEqual({ ...taken, regularUntil: '2026-03-20' })
  })

  it('that takes a permit back keeps which', () => {
    for (const state of held)
      expect(taught('permit.withdraw', at(state, { ...busy, lapsed: [] }), dated)).toEqual({
        ...over,
        rights: ['care'],
        lapsed: [],
        withdrawnPermit: state,
        permitRefused: null
      })
  })

  it('of another permit makes another way due again', () => {
    for (const type of ['other.refuse', 'other.refused', 'resident.refuse'] as const) {
      expect(taught(type, at('cst_valid', busy))).toEqual({
        ...{ asksBeside: [], alsoAsked: null },
        otherPermit: 'refused',
        routePrepared: false,
        lapsed: ['D-SILENCE', 'D-CST']
      })
      expect(taught(type, at('cst_applied', { ...busy, permitAsked: null }))).toMatchObject({
        documentsAsked: false
      })
    }
  })
})

describe('the check of a Union citizen’s right to stay', () => {
  it.each(['verified', 'doubtful'] as const)('teaches that it is %s, and nothing else', (outcome) => {
    const union = at('eu_or_french', { nationality: 'eu' })
    expect(taught('union.stay_checked', union, { on, outcome })).toEqual({ unionStay: outcome })
  })
})

describe('the court', () => {
  it.each(held)('gives %s back with what it opens', (withdrawnPermit) => {
    expect(taught('ta.restored', at('appeal', { ...busy, withdrawnPermit, regularUntil: on }))).toEqual({
      stay: 'regular',
      regularUntil: null,
      permitOverOn: null,
      routePrepared: false,
      rights: (yearly as readonly string[]).includes(withdrawnPermit) ? everyRight : ['work']
    })
  })

  it('rejects, is seized, and judges another permit', () => {
    expect(taught('ta.rejected', at('appeal', busy))).toEqual({ routePrepared: false })
    expect(taught('reflection.appeal', at('reflection_interrupted', busy))).toEqual({
      withdrawnPermit: null,
      permitRefused: null
    })
    expect(taught('other.appeal', at('cst_valid'))).toEqual({ otherPermit: 'appeal' })
    const judged = (outcome: string) =>
      taught('other.judged', at('cst_valid', { ...busy, otherPermit: 'appeal' }), { outcome })
    expect(judged('annulled')).toEqual({
      asksBeside: [{ permit: 'unsaid', on: null, over: false }],
      besideAsked: 'unsaid',
      alsoAsked: null,
      otherPermit: 'asked'
    })
    expect(judged('rejected')).toEqual({ otherPermit: 'refused', besideAsked: null })
    expect(taught('ta.granted', at('appeal', busy))).toMatchObject({ permitAsked: 'discretion' })
    const sentBack = (permitRefused: string | null) => taught('ta.granted', at('appeal', { permitRefused }))
    expect(sentBack(null)).toMatchObject({ permitAsked: 'unsaid' })
    expect(sentBack('l425_11')).toMatchObject({ permitAsked: 'l425_11' })
  })
})

describe('reflection', () => {
  it('is offered, answered from where the stay stood, and opens its rights', () => {
    for (const wishes of [true, false])
      expect(taught('reflection.offer', at('reflection_ended'), { wishes })).toEqual({
        reflection: { wished: wishes, from: 'reflection_ended' }
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
    ['psp.renew', { exitProgramme: 'running', programmePeriods: 3 }],
    ['psp.end', { exitProgramme: 'ended' }],
    ['residence.route', { routePrepared: true, asylumRouteDue: false }]
  ] as const satisfies [CommandType, Partial<Facts>][])('%s', (type, learnt) => {
    expect(taught(type, at('irregular', { programmePeriods: 2 }))).toEqual(learnt)
  })

  it.each([
    ['refused', { exitProgramme: 'none' }],
    ['ended', {}],
    ['running', {}],
    ['asked', {}]
  ] as const)('that is %s, brought before the court', (exitProgramme, learnt) => {
    expect(taught('psp.appeal', at('irregular', { exitProgramme }))).toEqual(learnt)
  })
})

describe('asylum', () => {
  it('teaches that she seeks it, and nothing of her stay', () => {
    const lodged = { asylumLink: true, asylumRouteDue: false }
    for (const residence of ['irregular', 'cst_valid'])
      expect(taught('asylum.lodged', at(residence))).toEqual(lodged)
    expect(taught('asylum.invited', at('irregular'))).toEqual({ invitationOver: false })
  })

  it.each([
    ['protected', false],
    ['refused', true]
  ] as const)(
    '%s: another route is due or not, and the place is looked at again',
    (decision, asylumRouteDue) => {
      for (const asylumPlace of ['slept', 'sought', 'none'])
        expect(taught('asylum.decision', at('irregular', { asylumPlace }), { decision })).toEqual({
          rehousing: asylumPlace === 'slept',
          asylumLink: true,
          asylumRouteDue
        })
    }
  )
})
