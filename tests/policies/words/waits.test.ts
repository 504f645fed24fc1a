import { describe, expect, it } from 'vitest'
import { seenBy } from '../../../server/disclosure/hearers.ts'
import { keptLine, type Pending } from '../../../server/outbox/worklist.ts'
import type { OrgType } from '../../../policies/actor.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { aCase } from '../../support/cases.ts'

// What a line of the list says is waited for, where it is a referral: to whose turn it is, and to nobody else.

const [own, another] = ['org-own', 'org-another']
const asked: Pending = {
  senderOrgId: own,
  kind: 'prefecture',
  state: 'sent',
  followUp: null,
  awaitsOrgId: null
}
const at = new Date('2026-11-24T11:00:00Z')
const waits = (
  referrals: readonly Pending[],
  { capacity = 'referent' as Capacity, orgType = 'association' as OrgType, regions = {} } = {}
) => {
  const situation = aCase({ regions })
  const party = { capacity, orgId: own, orgType, regimes: ['flag', 'r425_1'] }
  const standing = { situation, clocks: [], referrals, at }
  return keptLine(standing, party, seenBy(situation.facts)(capacity)).waits
}
const question = { ...asked, state: 'questioned' }
const refused = { ...asked, state: 'declined', followUp: 'reoffer', awaitsOrgId: own }
const silent = { ...asked, state: 'escalated', awaitsOrgId: own }
const isReferral = (duty: string | null) => duty?.startsWith('referral.') ?? false

describe('a referral is waited for', () => {
  it('by nobody while it waits for its recipient, nor where the turn is another’s', () => {
    for (const one of [
      asked,
      { ...question, senderOrgId: another },
      { ...refused, awaitsOrgId: another },
      { ...silent, awaitsOrgId: another }
    ])
      expect([one.state, isReferral(waits([one]))]).toEqual([one.state, false])
  })

  it('not by who sits in the cell for an organisation', () => {
    for (const one of [question, refused, silent])
      expect(isReferral(waits([one], { capacity: 'cell_member' }))).toBe(false)
  })

  it('a question first, then a refusal, then a silence', () => {
    expect(waits([silent, refused, question])).toBe('referral.question')
    expect(waits([silent, refused])).toBe('referral.declined')
    expect(waits([silent])).toBe('referral.silent')
  })

  it('not for a refusal once the case is closed', () => {
    expect(isReferral(waits([refused], { regions: { closure: 'closed_by_person' } }))).toBe(false)
  })
})

describe('a place is to be offered', () => {
  const desk = { capacity: 'acse', orgType: 'acse', regions: { housing: 'placement_requested' } } as const
  const offer = { ...asked, kind: 'acse_place' }

  it('not while a house has one to answer, and again once it was refused', () => {
    expect(waits([], desk)).toBe('acse.offer')
    expect(waits([offer], desk)).not.toBe('acse.offer')
    expect(waits([{ ...offer, state: 'declined', followUp: 'reoffer', awaitsOrgId: another }], desk)).toBe(
      'acse.offer'
    )
  })
})
