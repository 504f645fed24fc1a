import { refers } from '../../policies/abilities.ts'
import type { Actor, Role } from '../../policies/actor.ts'
import { seesWhole, type Known } from '../../policies/data-classes.ts'
import { flagging, grants, holds } from '../../policies/grants.ts'
import {
  appearsAsShelter,
  doesByReferral,
  maskTellsAsylum,
  mayBeOfAsylum,
  type Mask
} from '../../policies/hands.ts'
import { referralClass } from '../../policies/told.ts'
import type { Capacity } from '../../workflows/capacities.ts'
import { isCommandType, type CommandType } from '../../workflows/commands.ts'
import { isMinor } from '../../workflows/facts.ts'
import { kindRow } from '../../workflows/referral.kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary.ts'
import type { caseEvents, referrals } from '../db/schema.ts'

type Asked = Pick<typeof referrals.$inferSelect, 'kind' | 'recipientOrgId' | 'senderOrgId'>
/** Of whom it is asked: an organisation, in the role in which it acted or, of a name alone, in any. */
type Someone = { orgId: string | null; role: string | null; command?: string }

export type Sight = {
  actor: Pick<Actor, 'orgId' | 'role'>
  capacity: Capacity
  facts: Known
  /** All that was ever referred of the case, and who flagged it. */
  sent: readonly Asked[]
  flaggedBy: string | null
}

const flagsIn = (events: readonly Pick<typeof caseEvents.$inferSelect, 'command' | 'orgId'>[]) =>
  events.find(({ command }) => command === 'case.flag')?.orgId ?? null

type Told = Pick<Sight, 'actor' | 'capacity' | 'facts' | 'sent'> & {
  events: Parameters<typeof flagsIn>[0]
}
export const sightIn = ({ events, ...told }: Told): Sight => ({ ...told, flaggedBy: flagsIn(events) })

/** A move to another cell has a rule of its own; and that a child is protected is told to all. */
const toldToAll = (kind: ReferralKind, facts: Known) =>
  kind === 'cell' || (kindRow(kind).opensAtOnce && isMinor(facts))

const meets = ({ recipientOrgId, senderOrgId }: Asked, { orgId }: Someone, { actor }: Sight) =>
  refers(actor.role) &&
  ((recipientOrgId === orgId && senderOrgId === actor.orgId) ||
    (recipientOrgId === actor.orgId && senderOrgId === orgId))

/** Who flagged is known for what it may do as such: what it may do by a referral alone would tell of that one. */
const actsAsFlagger = ({ orgId, role, command }: Someone, flaggedBy: string | null): boolean =>
  orgId === flaggedBy &&
  (role === null ||
    command === undefined ||
    !isCommandType(command) ||
    command === 'case.flag' ||
    grants[role as Role].some(({ as, may }) => as === flagging[role as Role] && may.includes(command)))

const asKind = ({ kind }: Asked) => kind as ReferralKind

/** The referrals by which it did the act; those by which it takes part at all where none is known, or none allows the act today. */
const waysOf = ({ orgId, role, command }: Someone, sent: readonly Asked[]): ReferralKind[] => {
  const ways = sent
    .filter(({ recipientOrgId }) => recipientOrgId === orgId)
    .map(asKind)
    .filter((kind) => role === null || holds(role as Role, kindRow(kind).capacity))
  const acting = ways.filter((kind) =>
    (grants[role as Role] ?? []).some(
      ({ as, may }) => as === kindRow(kind).capacity && may.includes(command as CommandType)
    )
  )
  return acting.length > 0 ? acting : ways
}

/**
 * Whether somebody takes part only by referrals that this reader may not know of: to name them, or their role, would tell
 * where she was sent. Who flagged the case, who asked the reader and whom the reader asked are known to it. Pure.
 */
export const isMasked = (one: Someone, sight: Sight): boolean => {
  const { actor, capacity, facts, sent, flaggedBy } = sight
  const { orgId } = one
  if (orgId === null || orgId === actor.orgId || actsAsFlagger(one, flaggedBy)) return false
  if (sent.some((referral) => meets(referral, one, sight))) return false
  const ways = waysOf(one, sent)
  return (
    ways.length > 0 &&
    !ways.some((kind) => toldToAll(kind, facts) || seesWhole(referralClass(kind), capacity, facts))
  )
}

/** Who did an act, in the role in which it was done. */
export type Doer = Someone & { command: string }

/**
 * How whoever did an act is told to this reader, as anybody else who may do it would be: else the mask itself would say
 * what it hides. Null where they are told by their name. Pure.
 */
export const maskOf = (one: Doer, sight: Sight): Mask | null => {
  const { actor, capacity, facts, sent, flaggedBy } = sight
  const { orgId, role, command } = one
  if (role === null || !isCommandType(command)) return isMasked(one, sight) ? 'anybody' : null
  if (isMasked(one, sight))
    return appearsAsShelter({ role, command }, capacity, facts) ? 'shelter' : 'anybody'
  if (orgId === null || orgId === actor.orgId || actsAsFlagger(one, flaggedBy)) return null
  // That a house does anything for her would say that she is sheltered, even where it asked the reader for something.
  if (role === 'shelter' && !seesWhole('K', capacity, facts)) return 'anybody'
  if (role === 'shelter' && mayBeOfAsylum(command, capacity, facts)) return 'shelter'
  const askedHere = ({ senderOrgId, recipientOrgId }: Asked) =>
    senderOrgId === orgId && recipientOrgId === actor.orgId
  if (refers(actor.role) && sent.some(askedHere)) return null
  return doesByReferral(role, command) && maskTellsAsylum(command, capacity, facts) ? 'anybody' : null
}
