import type { CivilDate } from '../workflows/calendar/calendar.ts'
import type { CommandType } from '../workflows/case/commands.ts'
import type { DeadlineCode } from '../workflows/deadlines/deadlines.ts'
import type { Situation } from '../workflows/guards/guards.ts'
import { offersOf, type PlaceKind, type PlaceOffer } from '../workflows/places/places.ts'
import { kindRow } from '../workflows/referral/kinds/kinds.ts'
import {
  advanceReferral,
  openReferralStates,
  type ReferralCommand,
  type ReferralState
} from '../workflows/referral/machine.ts'
import type { ReferralKind } from '../workflows/vocabulary/vocabulary.ts'

// The composed case: its regions, its referrals, its place and its clocks, moved by the same rows as the server
// moves them in the database. A test drives both with the same steps and compares.

export type Referral = { kind: ReferralKind; state: ReferralState; place: number | null }
/** A place and the offer that it rests on. */
export type Stay = { place: number; by: number }
export type Clock = 'running' | 'suspended'

export type Dossier = {
  situation: Situation
  referrals: readonly Referral[]
  /** The places that wait for her, by pool: one of asylum and one beside it at the most. */
  held: Readonly<Partial<Record<PlaceKind, Stay>>>
  /** The one she sleeps in until she arrives there. */
  bed: Stay | null
  clocks: Readonly<Partial<Record<DeadlineCode, Clock>>>
}

export type Step =
  | { type: 'act'; command: CommandType; input: Record<string, unknown> }
  | { type: 'referral'; index: number; command: ReferralCommand; input: Record<string, unknown> }
  /** `on`: the day it was due. */
  | { type: 'clock'; code: DeadlineCode; on: CivilDate }

export const isUnanswered = (state: ReferralState) =>
  (openReferralStates as readonly string[]).includes(state)
export const isLive = ({ state }: Referral) => isUnanswered(state) || state === 'accepted'
export const offersPlaces = (kind: ReferralKind) => kindRow(kind).route === 'placeOwner'

/** Of these pools, her place that is held and the one she sleeps in. */
export const staysOf = ({ held, bed, referrals }: Dossier, pools: readonly PlaceKind[]) => {
  const poolOfBed = bed && offersOf[referrals[bed.by]!.kind as PlaceOffer]
  return {
    held: pools.flatMap((pool) => held[pool] ?? [])[0] ?? null,
    bed: poolOfBed && pools.includes(poolOfBed) ? bed : null
  }
}

export const stepped = (referral: Referral, command: ReferralCommand): Referral => ({
  ...referral,
  state: advanceReferral(referral.state, command) ?? referral.state
})
