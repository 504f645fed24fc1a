import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Effect } from '../../workflows/case/command.ts'
import { commandRow, sentBy, type CommandType } from '../../workflows/case/commands.ts'
import { kindRow } from '../../workflows/referral/kinds.ts'
import { needsHeldPlace } from '../../workflows/regions/minor/placement.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { noPlaceHeld, placeStillHeld, placeStillHers } from '../places/stays.ts'
import { notTheirs } from '../places/ownership.ts'
import { alreadyReferred } from '../referrals/send.ts'

/** The regions of which places are: an act of one looks at none of the other. */
export type PlacedIn = 'housing' | 'asylum_housing'
type Placed = {
  /** A place is held for the person, or they sleep in it. */
  stay: string | null
  /** One of them is another house's, or another desk's, to write about. */
  elsewhere: { held: boolean; slept: boolean }
}

/** What stands beside a case, so far as the reader may know. */
export type Beside = {
  /** Kinds of referrals of this case that still wait for an answer. */
  unanswered: readonly ReferralKind[]
  /** Kinds whose recipient has accepted: it reads the case, and is asked nothing a second time. */
  inCharge: readonly ReferralKind[]
  places: Record<PlacedIn, Placed>
  /** Someone accompanies the person already. */
  accompanied: boolean
  /** In which capacities others take part. */
  takingPart: readonly Capacity[]
}

/** Places are offered to several at once; those whom the law has told know already. */
export const mayRepeat = (kind: ReferralKind) => {
  const { route, opensAtOnce } = kindRow(kind)
  return route === 'placeOwner' || opensAtOnce
}

const has = (type: CommandType, ...effects: readonly Effect['type'][]) =>
  commandRow(type).effects.some(({ type: one }) => effects.includes(one))

type Around = Pick<Beside, 'unanswered'> & Placed

const obstacles: readonly { stands: (type: CommandType, around: Around) => boolean; reason: Bilingual }[] = [
  {
    stands: (type, { unanswered }) =>
      sentBy(type).some((kind) => !mayRepeat(kind) && unanswered.includes(kind)),
    reason: alreadyReferred
  },
  {
    stands: (type, { stay }) => needsHeldPlace.includes(type) && stay !== 'reserved',
    reason: noPlaceHeld
  },
  {
    stands: (type, { stay }) => stay === null && has(type, 'changePlace'),
    reason: noPlaceHeld
  },
  {
    stands: (type, { stay }) => stay === 'reserved' && has(type, 'needNoHeld'),
    reason: placeStillHeld
  },
  {
    stands: (type, { stay }) => stay !== null && has(type, 'needNoPlace'),
    reason: placeStillHers
  },
  {
    stands: (type, { elsewhere }) => has(type, 'admitStay', 'refuseHeld') && elsewhere.held,
    reason: noPlaceHeld
  },
  {
    stands: (type, { elsewhere: { held, slept } }) =>
      (has(type, 'onHeldPlace', 'endOffers') && held) || (has(type, 'releaseStay') && (held || slept)),
    reason: notTheirs
  }
]

/** What an effect of the act would refuse, told before it is tried; the effect looks again, in its own transaction. */
export const obstacleTo = (type: CommandType, beside: Beside): Bilingual | null => {
  const { places, unanswered } = beside
  const side = commandRow(type).region === 'asylum_housing' ? 'asylum_housing' : 'housing'
  return obstacles.find(({ stands }) => stands(type, { unanswered, ...places[side] }))?.reason ?? null
}
