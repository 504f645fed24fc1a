import type { Actor, Role } from '../../policies/actor.ts'
import { regionClass } from '../../policies/disclosure.ts'
import { flagging } from '../../policies/grants.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { guards } from '../../workflows/guards/guards.ts'
import { housingPhase } from '../../workflows/regions/housing/states.ts'
import { poolsOf } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral/kinds.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import type { Beside, PlacedIn } from '../commands/preconditions.ts'
import { situationOf } from '../cases/store.ts'
import { touchesOwnAlone } from '../places/ownership.ts'
import type { Parts } from './snapshot.ts'
import type { Sight } from '../../policies/sight.ts'

type Standing = { parts: Parts; sight: Sight; actor: Actor; stays: Parts['sleeps'] }

/** That one is under way is for who may know of it: the act itself says no more than that it was asked before. */
const kindsIn = ({ parts, sight }: Standing, states: readonly string[]) =>
  parts.sent
    .filter(({ state, kind }) => states.includes(state) && sight.referral(kind))
    .map(({ kind }) => kind as ReferralKind)

/**
 * That a place is held, or slept in, which is not the reader's to write about. A house is shown its own stay alone: it is what
 * the case itself says of her housing, which a house is told, and no such stay of its own.
 */
const placesOf = (
  { parts: { row }, sight, actor, stays }: Standing,
  side: PlacedIn
): Beside['places'][PlacedIn] => {
  const { asylumPlace, bed } = row.facts
  const pools = poolsOf(side)
  const own = stays.find(({ pool }) => pools.includes(pool))?.shown.state ?? null
  if (!touchesOwnAlone(actor, sight.held.includes('referent')) || !sight.whole(regionClass(side)))
    return { stay: own, elsewhere: { held: false, slept: false } }
  const sleeps = side === 'asylum_housing' ? asylumPlace === 'slept' : bed !== null
  const promised = housingPhase(row[side]) === 'promised'
  return {
    stay: own,
    elsewhere: { held: promised && own !== 'reserved', slept: sleeps && own !== 'admitted' }
  }
}

const flagRole = ({ events }: Parts) => {
  const flag = events.find(({ command }) => command === 'case.flag')
  return flag ? flagging[flag.role as Role] : undefined
}

const isAccompanied = (parts: Parts): boolean =>
  flagRole(parts) === 'referent' || parts.events.some(({ command }) => command === 'referent.name')

/** Who else takes part: by a referral, where the reader may know of it, or as the one who flagged, follows or weighs. */
const takingPart = (standing: Standing): Capacity[] => {
  const { parts, sight } = standing
  const atOnce = kindsIn(standing, openReferralStates).filter((kind) => kindRow(kind).opensAtOnce)
  return [
    'cell',
    ...(isAccompanied(parts) ? (['referent'] as const) : []),
    ...(flagRole(parts) === 'flagger' && sight.origin ? (['flagger'] as const) : []),
    ...(guards.cellDeliberates.holds(situationOf(parts.row)) ? (['cell_member'] as const) : []),
    ...[...kindsIn(standing, ['accepted']), ...atOnce].map((kind) => kindRow(kind).capacity)
  ]
}

/** What stands beside the case and may hinder an act. */
export const standsBeside = (standing: Standing): Beside => ({
  unanswered: kindsIn(standing, openReferralStates),
  inCharge: kindsIn(standing, ['accepted']),
  places: {
    housing: placesOf(standing, 'housing'),
    asylum_housing: placesOf(standing, 'asylum_housing')
  },
  accompanied: isAccompanied(standing.parts),
  takingPart: takingPart(standing)
})
