import type { Capacity } from '../workflows/vocabulary/capacities.ts'
import { isCommandType } from '../workflows/case/commands.ts'
import { kindRow } from '../workflows/referral/kinds/kinds.ts'
import type { ReferralKind } from '../workflows/vocabulary/vocabulary.ts'
import { refers } from './abilities.ts'
import { houses, type Actor, type OrgType } from './actor.ts'
import { sight } from './data-classes.ts'
import type { Sight } from './sight.ts'

/** A referral by its two sides. */
export type Sides = { kind: string; senderOrgId: string; recipientOrgId: string }

/** Who reads, and what they see of the case; nothing while only asked, without having answered. */
export type Looking = {
  actor: Pick<Actor, 'orgId' | 'role'>
  part: Pick<Sight, 'placed' | 'origin' | 'referral'> | null
}

const routeOf = ({ kind }: Sides) => kindRow(kind as ReferralKind).route
/** A place of its own is asked of a house by its name: of one that a desk offers, and of a CHRS. */
const offersPlace = (one: Sides) =>
  routeOf(one) === 'placeOwner' || one.kind === ('chrs' satisfies ReferralKind)

/**
 * Whether a reader knows whom its own request reached. It does for an offer of a place; otherwise only where it may
 * know where the person lives, since that place decides who is asked, and never where the place of the acts decides.
 */
const knowsWhomItAsked = (one: Sides, placed: boolean) =>
  offersPlace(one) || (placed && routeOf(one) !== 'factsPlace')

/** Whether a reader is told of a referral: it was asked, or asked itself, or sees what the referral serves. */
const isTold = (one: Sides, { actor, part }: Looking, placed: boolean): boolean =>
  (refers(actor.role) && one.recipientOrgId === actor.orgId) ||
  (refers(actor.role) && one.senderOrgId === actor.orgId && knowsWhomItAsked(one, placed)) ||
  (part !== null && part.referral(one.kind))

/** The capacities that are told where she is now, whatever she agreed to and whatever her age. */
const alwaysPlaced = (Object.keys(sight) as Capacity[]).filter((capacity) => {
  const { classes, coarse, consent, minorsOnly } = sight[capacity]
  return classes.includes('K') && !coarse.includes('K') && consent.K === undefined && !minorsOnly
})

/** Whoever is asked and takes no part yet may know where she is if the capacity in which it is asked always does. */
const isPlaced = ({ actor, part }: Looking, sides: readonly Sides[]): boolean =>
  part
    ? part.placed
    : sides.some(
        (one) =>
          one.recipientOrgId === actor.orgId &&
          alwaysPlaced.includes(kindRow(one.kind as ReferralKind).capacity)
      )

/** All that decides which services a reader is told by name: nothing in it is hidden from that reader. */
export type Acquainted = {
  orgId: string
  /** May know where she is. */
  placed: boolean
  /** May know whence she came. */
  origin: boolean
  /** The referrals of which the reader is told. */
  told: readonly Sides[]
  /** Whose place is hers, where the reader may know that. */
  house: string | null
}

export const acquainted = (
  looking: Looking,
  sides: readonly Sides[],
  house: string | null = null
): Acquainted => {
  const placed = isPlaced(looking, sides)
  return {
    orgId: looking.actor.orgId,
    placed,
    origin: looking.part?.origin ?? true,
    told: sides.filter((one) => isTold(one, looking, placed)),
    house
  }
}

/** A service, in the role in which it did an act where it did one. */
export type Service = { orgId: string; type: OrgType; role?: string; command?: string }

const answeredForByName = ['case.flag', 'glass.open']

/**
 * Whether a referral of which the reader is told names this service. A recipient is found by where the person lives,
 * and its sender works there: either name tells that place.
 */
const meets = ({ orgId }: Service, { orgId: me, placed, told }: Acquainted): boolean =>
  told.some(
    ({ senderOrgId, recipientOrgId }) =>
      (recipientOrgId === orgId && (placed || senderOrgId === me)) ||
      (senderOrgId === orgId && recipientOrgId === me && placed)
  )

const offered = ({ orgId }: Service, { orgId: me, told }: Acquainted): boolean =>
  told.some(
    (one) =>
      offersPlace(one) &&
      [one.senderOrgId, one.recipientOrgId].includes(me) &&
      [one.senderOrgId, one.recipientOrgId].includes(orgId)
  )

/** By its name, as the cell that follows the case, or as one service among others. */
export type ToldAs = 'name' | 'cell' | 'another'

/**
 * How a reader is told of a service. By name: its own, and the other side of an offer of a place; an association, which takes
 * part by nothing but accompanying her; to who may know where she is, the cell, who flagged, who opened an emergency access,
 * whoever a referral that it is told of was sent to, and who asked it. A house, whose name says where she sleeps, has one
 * for who offers its place and for who may know of her stay, beside a referral, and none beside an act. Everybody else is another service, whatever it did. Pure.
 */
export const toldAs = (service: Service, reader: Acquainted): ToldAs => {
  const { orgId, type, role, command = '' } = service
  const { placed, origin, house } = reader
  if (orgId === reader.orgId) return 'name'
  if (!isCommandType(command) && (orgId === house || offered(service, reader))) return 'name'
  if (type === 'cell' && !(placed && origin)) return 'cell'
  if (!origin || houses(type)) return 'another'
  if (type === 'association') return 'name'
  if (type === 'cell' || role === 'cell_member') return placed ? 'name' : 'cell'
  if (placed && answeredForByName.includes(command)) return 'name'
  return meets(service, reader) ? 'name' : 'another'
}
