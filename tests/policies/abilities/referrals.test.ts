import { describe, expect, it } from 'vitest'
import { abilityFor, asReferral } from '../../../policies/abilities.ts'
import { roles, type Actor, type Role } from '../../../policies/actor.ts'
import {
  referralCommandTypes,
  referralRow,
  type ReferralCommand
} from '../../../workflows/referral/machine.ts'
import { asRole } from '../../support/cases.ts'

const everyRole = Object.keys(roles) as Role[]

describe('a referral', () => {
  const may = (
    actor: Actor,
    type: ReferralCommand | 'read',
    subject: { recipientOrgId: string; senders: string[]; awaited?: string }
  ) => abilityFor(actor).can(type, asReferral({ awaited: null, ...subject }))
  const desk = asRole('acse_desk')

  it('of others is neither read nor moved', () => {
    const others = { recipientOrgId: 'org-x', senders: ['org-y'] }
    for (const role of everyRole.filter((role) => role !== 'system'))
      for (const type of ['read', ...referralCommandTypes] as const)
        expect(may(asRole(role), type, others)).toBe(false)
  })

  it('is not accepted by the one who sent it, nor withdrawn by the one who must answer', () => {
    const sent = { recipientOrgId: 'org-x', senders: [desk.orgId] }
    const received = { recipientOrgId: desk.orgId, senders: ['org-y'] }
    for (const type of referralCommandTypes) {
      expect(may(desk, type, sent)).toBe(referralRow(type).side === 'sender')
      expect(may(desk, type, received)).toBe(referralRow(type).side === 'recipient')
    }
    expect(may(desk, 'read', sent) && may(desk, 'read', received)).toBe(true)
  })

  it('that was refused or met silence is read by who is waited for, who only takes note', () => {
    const left = { recipientOrgId: 'org-x', senders: ['org-y'], awaited: desk.orgId }
    const done = referralCommandTypes.filter((type) => may(desk, type, left))
    expect([may(desk, 'read', left), done]).toEqual([true, ['note']])
  })

  it('is escalated by the clock alone', () => {
    const mine = { recipientOrgId: desk.orgId, senders: [desk.orgId] }
    expect(may(desk, 'expire', mine)).toBe(false)
    expect(may(asRole('system'), 'expire', mine)).toBe(true)
    expect(may(asRole('system'), 'accept', mine)).toBe(false)
  })
})
