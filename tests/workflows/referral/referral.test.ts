import { describe, expect, it } from 'vitest'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import {
  advanceReferral,
  liveReferralStates,
  openReferralStates,
  referralCommandTypes,
  referralCommands,
  referralRow,
  referralStates,
  type ReferralCommand,
  type ReferralState
} from '../../../workflows/referral/machine.ts'
import { referralKindIds, type ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'
import { keptByLaw } from '../../../workflows/referral/kinds/kinds.ts'
import type { Situation } from '../../../workflows/guards/guards.ts'
import { aCase, aMinorCase, storedStates } from '../../support/cases.ts'

const notProtected = ['not_applicable', 'majority_reached']

const states = Object.keys(referralStates) as ReferralState[]
const final = states.filter((state) => !(liveReferralStates as readonly string[]).includes(state))

/** from × act: what each leads to; a dot is a refusal. */
const expected: Record<ReferralCommand, string> = {
  //          sent        questioned  escalated   accepted  declined withdrawn transferred ended
  accept: 'accepted    accepted    accepted    .         .        .         .           .',
  decline: 'declined    declined    declined    .         .        .         .           .',
  ask: 'questioned  .           questioned  .         .        .         .           .',
  answer: '.           sent        .           .         .        .         .           .',
  withdraw: 'withdrawn   withdrawn   withdrawn   withdrawn .        .         .           .',
  transfer: 'transferred transferred transferred transferred .        .         .           .',
  end: '.           .           .           ended     .        .         .           .',
  renounce: '.           .           .           declined  .        .         .           .',
  note: '.           .           .           .         declined .         .           .',
  expire: 'escalated   escalated   .           .         .        .         .           .'
}

const cells = referralCommandTypes.flatMap((type) => {
  const targets = expected[type].split(/ +/)
  return states.map((state, index) => [state, type, targets[index] === '.' ? null : targets[index]] as const)
})

describe('a referral', () => {
  it.each(cells)('when %s, %s leads to %s', (state, type, target) => {
    expect(advanceReferral(state, type)).toBe(target)
  })

  it.each(final)('%s is the end: nothing opens it again', (state) => {
    const leads = referralCommandTypes.map((type) => advanceReferral(state, type))
    expect(leads.filter((next) => next !== null && next !== state)).toEqual([])
  })

  it('asks for no day in any of its forms: its gate would have to hold one against the hour of a place', () => {
    const forms = referralCommandTypes.flatMap((type) =>
      referralKindIds.map((kind) => referralRow(type).input(kind))
    )
    expect(forms.filter((form) => JSON.stringify(form).includes('"format":"date'))).toEqual([])
  })
})

describe('silence', () => {
  it('is the clock’s word, and the clock has no other', () => {
    expect(referralCommandTypes.filter((type) => referralRow(type).side === 'system')).toEqual(['expire'])
  })

  it('never closes: it escalates, once, and every answer stays possible', () => {
    for (const state of states) {
      const next = advanceReferral(state, 'expire')
      if (next) expect(openReferralStates).toContain(next)
    }
    expect(advanceReferral('escalated', 'expire')).toBeNull()
    for (const type of ['accept', 'decline', 'ask', 'withdraw', 'transfer'] as const)
      expect(advanceReferral('escalated', type)).not.toBeNull()
  })

  it.each(referralKindIds)('%s: no clock of its answer moves the case', (kind) => {
    expect([null, 'expire']).toContain(deadlineRegister[kindRow(kind).answerWithin].fires)
  })
})

describe('every open referral can end', () => {
  it.each(openReferralStates)('%s: by its recipient, and by its sender', (state) => {
    const endsBy = (side: string) =>
      referralCommandTypes.filter(
        (type) => referralRow(type).side === side && final.includes(advanceReferral(state, type) ?? 'sent')
      )
    expect(endsBy('recipient')).toEqual(['decline', 'transfer'])
    expect(endsBy('sender')).toEqual(['withdraw'])
  })

  it('an accepted one too', () => {
    expect(advanceReferral('accepted', 'end')).toBe('ended')
    expect(advanceReferral('accepted', 'withdraw')).toBe('withdrawn')
  })
})

describe('what the law has told', () => {
  const told = ['prosecutor', 'child_protection', 'juvenile_judge'] as const
  const kept = (kind: ReferralKind, command: ReferralCommand, situation: Situation) =>
    keptByLaw(kind, command, { state: 'accepted', situation })?.fr ?? null

  it('of a child who is protected is neither ended nor declined: it is passed on, even once accepted', () => {
    for (const minor of storedStates('minor').filter((state) => !notProtected.includes(state)))
      for (const kind of told) {
        const child = aMinorCase({ regions: { minor } })
        for (const command of ['end', 'decline'] as const)
          expect(kept(kind, command, child)).toMatch(/Transmettez-le au service compétent/)
        expect(kept(kind, 'transfer', child)).toBeNull()
        expect(kept(kind, 'withdraw', child)).toMatch(/ne se retire pas/)
      }
  })

  it('of an adult is ended by who received it, and of other kinds a child’s too', () => {
    for (const minor of notProtected)
      expect(kept('prosecutor', 'end', aCase({ regions: { minor } }))).toBeNull()
    expect(kept('health', 'end', aMinorCase())).toBeNull()
    expect(kept('health', 'transfer', aMinorCase())).toMatch(/^Une orientation acceptée/)
    expect(keptByLaw('health', 'transfer', { state: 'sent', situation: null })).toBeNull()
  })
})

describe('who moves what', () => {
  it('the recipient answers, the sender answers a question and withdraws', () => {
    const by = (side: string) => referralCommandTypes.filter((type) => referralCommands[type].side === side)
    expect(by('recipient')).toEqual(['accept', 'decline', 'ask', 'transfer', 'end'])
    expect(by('sender')).toEqual(['answer', 'withdraw'])
    expect(by('awaited')).toEqual(['note'])
  })
})
