import { AbilityBuilder, createMongoAbility, subject, type MongoAbility } from '@casl/ability'
import { sentBy, type CommandType } from '../workflows/case/commands.ts'
import { kinds } from '../workflows/referral/kinds/kinds.ts'
import type { Capacity } from '../workflows/vocabulary/capacities.ts'
import { referralCommandTypes, referralRow, type ReferralCommand } from '../workflows/referral/machine.ts'
import { roleOfType, type Actor } from './actor.ts'
import { capacitiesHeld, firedBySystem, flagging, grants } from './grants.ts'
import { confirmsAs, mayEverOpen, overseesOpenings, type OpeningSubject } from './emergency-access.ts'
import { partnerOf } from './figures/releases.ts'

/** Who of the actor's own organisation reads it, where that works in teams (`readersOf`); null or left out is everybody. */
type Read = { readers?: readonly string[] | null }

/** A case as policy sees it: who takes part now, and in which capacity the actor's own organisation does. */
export type CaseSubject = Read & { participants: string[]; capacity: Capacity | null }

/** A referral as policy sees it: who must answer, who sent it, and who is waited for after silence or a refusal. */
export type ReferralSubject = Read & { recipientOrgId: string; senders: string[]; awaited: string | null }

type Action = 'read' | 'glass.open' | 'glass.settle' | CommandType | ReferralCommand
type Kind = 'Case' | 'Referral' | 'Opening' | 'Figures' | 'Audit' | 'Configuration'
export type Policy = MongoAbility<[Action, Kind | CaseSubject | ReferralSubject | OpeningSubject]>

/** The sides of a referral, and by what of it one knows who is on them. */
const sides = { recipient: 'recipientOrgId', sender: 'senders', awaited: 'awaited' } as const

/** Everybody of the organisation reads it, or this person does. */
const readBy = ({ personId }: Actor) => ({ readers: { $in: [null, personId] } })

/** A seat in the cell is a person's, and no team's. */
const seatOr = (actor: Actor, capacity: Capacity) =>
  actor.role === 'cell_member' && capacity === 'cell_member' ? {} : readBy(actor)

const allowReferrals = (allow: AbilityBuilder<Policy>['can'], actor: Actor) => {
  for (const [side, its] of Object.entries(sides)) {
    const own = { [its]: actor.orgId, ...readBy(actor) } as never
    allow('read', 'Referral', own)
    for (const type of referralCommandTypes) if (referralRow(type).side === side) allow(type, 'Referral', own)
  }
}

/** Emergency access: opened by who takes part, never confirmed by who opened, told to who must know. */
const allowGlass = (allow: AbilityBuilder<Policy>['can'], actor: Actor) => {
  const { orgId, personId, role } = actor
  const read = readBy(actor)
  for (const capacity of mayEverOpen(role))
    allow('glass.open', 'Case', { participants: orgId, capacity, ...seatOr(actor, capacity) } as never)
  const mine = { $in: capacitiesHeld(role) }
  allow('read', 'Opening', { personId } as never)
  allow('read', 'Opening', { orgId, capacity: mine, ...read } as never)
  allow('read', 'Opening', { confirmOrgId: orgId, confirmAs: mine, ...read } as never)
  allow('read', 'Opening', { toldOrgs: orgId, toldAs: mine, ...read } as never)
  allow('glass.settle', 'Opening', {
    ...{ confirmOrgId: orgId, confirmAs: mine, ...read },
    personId: { $ne: personId }
  } as never)
  if (overseesOpenings(role)) allow('read', 'Opening')
}

const sends = (type: CommandType) => sentBy(type).length > 0
const answering = new Set(Object.values(kinds).map(({ recipient }) => roleOfType[recipient]))

/** Roles to whose organisations a case may be referred. */
export const answers = (role: Actor['role']): boolean => answering.has(role)

/** Roles whose organisation may send or answer a referral at all, by the rows of acts and kinds. */
export const refers = (role: Actor['role']): boolean =>
  answers(role) || grants[role].some(({ may }) => may.some(sends))

/**
 * What a person may do. Rules only allow, so that their order never matters.
 * A person without an accredited organisation may do nothing.
 */
const rulesFor = (actor: Actor): Policy => {
  const { can: allow, build } = new AbilityBuilder<Policy>(createMongoAbility)
  if (!actor.accredited) return build()
  if (actor.role === 'system') {
    for (const type of firedBySystem) allow(type, 'Case')
    allow('read', 'Case')
    allow('expire', 'Referral')
    return build()
  }
  // Taking part opens the row, as PostgreSQL has it; what is seen of it follows from the capacity.
  const mine = { participants: actor.orgId }
  allow('read', 'Case', { ...mine, readers: null } as never)
  allow('read', 'Case', { ...mine, ...readBy(actor), capacity: { $ne: 'cell_member' } } as never)
  if (actor.role === 'cell_member') allow('read', 'Case', { ...mine, capacity: 'cell_member' } as never)
  for (const { as, may } of grants[actor.role]) {
    const part = { participants: actor.orgId, capacity: as, ...seatOr(actor, as) } as never
    for (const type of may) allow(type, 'Case', part)
  }
  if (actor.role in flagging) allow('case.flag', 'Case')
  if (refers(actor.role)) allowReferrals(allow, actor)
  allowGlass(allow, actor)
  if (partnerOf(actor) !== null) allow('read', 'Figures')
  if (actor.role === 'dpo') allow('read', 'Audit')
  if (actor.role === 'admin') allow('read', 'Configuration')
  return build()
}

const known = new WeakMap<Actor, Policy>()

/** Asked again and again of one actor in a request, and made once. */
export const abilityFor = (actor: Actor): Policy => {
  const policy = known.get(actor) ?? rulesFor(actor)
  known.set(actor, policy)
  return policy
}

/** Roles that have cases to work on: they act, flag, send or answer. */
export const worksOnCases = (role: Actor['role']): boolean =>
  grants[role].length > 0 || role in flagging || refers(role)

const everybody = { readers: null }

export const asCase = (values: CaseSubject) => subject('Case', { ...everybody, ...values })
export const asOpening = (values: OpeningSubject & Read) =>
  subject('Opening', { ...everybody, ...values, confirmAs: confirmsAs(values) })
export const asReferral = (values: ReferralSubject) => subject('Referral', { ...everybody, ...values })
