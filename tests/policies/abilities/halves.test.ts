import { describe, expect, it } from 'vitest'
import { abilityFor, asCase, asReferral } from '../../../policies/abilities.ts'
import { roles, type Actor, type Role } from '../../../policies/actor.ts'
import { grants } from '../../../policies/grants.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { referralCommandTypes, referralRow } from '../../../workflows/referral/machine.ts'
import { asRole } from '../../support/cases.ts'

// Of each act that somebody may do: the same act by everybody who differs from them in one thing alone.

const everyRole = (Object.keys(roles) as Role[]).filter((role) => role !== 'system')
const org = 'org-own'
const rows = everyRole.flatMap((role) =>
  grants[role].flatMap(({ as, may }) => may.map((type) => ({ role, as, type })))
)
const made = new Map<string, Actor>()
/** The same actor for the same words: what it may do is computed once. */
const ofRole = (role: Role, different: Partial<Actor> = {}) => {
  const key = JSON.stringify([role, different])
  const actor = made.get(key) ?? asRole(role, { orgId: org, ...different })
  made.set(key, actor)
  return actor
}
const grantedTo = (role: Role, as: Capacity, type: CommandType) =>
  grants[role].some((grant) => grant.as === as && (grant.may as readonly string[]).includes(type))

type Row = (typeof rows)[number]
type Stands = Parameters<typeof asCase>[0]
const may = (actor: Actor, { as, type }: Row, different: Partial<Stands> = {}) =>
  abilityFor(actor).can(type, asCase({ participants: [org], capacity: as, ...different }))
/** Those whom an act must refuse and does not. */
const passing = (asked: (row: Row) => boolean, among = rows) =>
  among.filter(asked).map(({ role, as, type }) => `${role} as ${as}: ${type}`)

describe('what somebody may do in a case is refused', () => {
  it('to whoever did it until their part ended', () => {
    expect(passing((row) => may(ofRole(row.role), row, { participants: ['org-other'] }))).toEqual([])
    expect(passing((row) => may(ofRole(row.role), row, { participants: [], capacity: null }))).toEqual([])
  })

  it('to the same role in an organisation that takes no part', () => {
    expect(passing((row) => may(ofRole(row.role, { orgId: 'org-other' }), row, { capacity: null }))).toEqual(
      []
    )
    expect(passing((row) => may(ofRole(row.role, { orgId: 'org-other' }), row))).toEqual([])
  })

  it('to another role of the same organisation, but where that role may do it as well', () => {
    const others = rows.flatMap((row) =>
      everyRole.filter((role) => !grantedTo(role, row.as, row.type)).map((role) => ({ ...row, role }))
    )
    expect(others.length).toBeGreaterThan(rows.length)
    expect(passing((row) => may(ofRole(row.role), row), others)).toEqual([])
  })

  it('to the same role where its organisation takes part in a capacity that does not carry it', () => {
    const capacities = [...new Set(rows.map(({ as }) => as))]
    const others = rows.flatMap((row) =>
      capacities.filter((as) => !grantedTo(row.role, as, row.type)).map((as) => ({ ...row, as }))
    )
    expect(others.length).toBeGreaterThan(rows.length)
    expect(passing((row) => may(ofRole(row.role), row), others)).toEqual([])
  })

  it('to a colleague of another team, but for a seat in the cell, which is a person’s', () => {
    const readers = ['somebody-else']
    const seats = passing((row) => may(ofRole(row.role), row, { readers }))
    expect(seats.filter((one) => !one.startsWith('cell_member as cell_member: '))).toEqual([])
    expect(seats.length).toBeGreaterThan(0)
  })

  it('to an organisation that is suspended', () => {
    expect(passing((row) => may(ofRole(row.role, { accredited: false }), row))).toEqual([])
  })

  it('and done by whom it is granted to, alone or with others', () => {
    expect(rows.length).toBeGreaterThan(400)
    expect(rows.filter((row) => !may(ofRole(row.role), row))).toEqual([])
    const beside = (row: Row) => {
      const actor = ofRole(row.role)
      return may(actor, row, { readers: [actor.personId], participants: ['org-other', org] })
    }
    expect(rows.filter((row) => !beside(row))).toEqual([])
  })
})

const sides = {
  recipient: { recipientOrgId: org, senders: ['org-other'], awaited: null },
  sender: { recipientOrgId: 'org-other', senders: [org], awaited: null },
  awaited: { recipientOrgId: 'org-other', senders: ['org-third'], awaited: org }
}
type Side = keyof typeof sides
const sidesOf = Object.keys(sides) as Side[]
const told = (actor: Actor, side: Side, different: object = {}) =>
  referralCommandTypes.filter((type) =>
    abilityFor(actor).can(type, asReferral({ ...sides[side], ...different }))
  )

describe('what somebody may do with a referral is refused', () => {
  const answering = ofRole('prefecture')

  it.each(sidesOf)('to the %s by the acts of the other sides', (side) => {
    const own = referralCommandTypes.filter((type) => referralRow(type).side === side)
    expect(told(answering, side)).toEqual(own)
  })

  it('to the same role of another organisation, on whatever side', () => {
    for (const side of sidesOf) expect(told(ofRole('prefecture', { orgId: 'org-fourth' }), side)).toEqual([])
  })

  it('to who sent it before another took their place, and to who was waited for', () => {
    expect(told(answering, 'sender', { senders: ['org-other'] })).toEqual([])
    expect(told(answering, 'awaited', { awaited: null })).toEqual([])
    expect(told(answering, 'recipient', { recipientOrgId: 'org-other' })).toEqual([])
  })

  it('to a colleague of another team, and to a suspended organisation', () => {
    for (const side of sidesOf) {
      expect(told(answering, side, { readers: ['somebody-else'] })).toEqual([])
      expect(told(ofRole('prefecture', { accredited: false }), side)).toEqual([])
    }
  })

  it('to roles that neither send nor answer', () => {
    for (const role of ['miprof', 'admin', 'dpo', 'oversight', 'womens_rights'] as const)
      for (const side of sidesOf) expect([role, told(ofRole(role), side)]).toEqual([role, []])
  })
})
