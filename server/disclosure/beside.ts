import type { Actor, Role } from '../../policies/actor.ts'
import { regionClass } from '../../policies/disclosure.ts'
import { flagging } from '../../policies/grants.ts'
import type { Placed, Whose } from '../../policies/requirements/requirement.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { guards } from '../../workflows/guards/guards.ts'
import { housingPhase } from '../../workflows/vocabulary/states.housing.ts'
import { poolsOf, type HousingSide } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { situationOf } from '../cases/store.ts'
import { isTheirs, touchesOwnAlone } from './ownership.ts'
import type { Parts } from './snapshot.ts'
import type { Sight } from '../../policies/sight.ts'

type Standing = { parts: Parts; sight: Sight; actor: Actor; stays: Parts['sleeps'] }

/** That one is under way is for who may know of it: the act itself says no more than that it was asked before. */
const kindsIn = ({ parts, sight }: Standing, states: readonly string[]) =>
  parts.sent
    .filter(({ state, kind }) => states.includes(state) && sight.referral(kind))
    .map(({ kind }) => kind as ReferralKind)

/**
 * Whose the held place and the place slept in are, as far as this reader is told. Of stays, PostgreSQL shows a house its own
 * alone. That there is a stay in another house follows for it from what the case says of the housing, which it is told as
 * well: where the case says « promised » or « housed » and the house finds no stay of its own, the place is another's.
 */
const placesOf = ({ parts: { row }, sight, actor, stays }: Standing, side: HousingSide): Placed => {
  const accompanies = sight.held.includes('referent')
  const told = touchesOwnAlone(actor, accompanies) && sight.whole(regionClass(side))
  const stands = (state: string, elsewhere: boolean): Whose => {
    const stay = stays.find(({ pool, shown }) => poolsOf(side).includes(pool) && shown.state === state)
    if (stay)
      return isTheirs({ house: stay.owner, pool: stay.pool }, actor, accompanies) ? 'theirs' : 'anothers'
    return told && elsewhere ? 'anothers' : null
  }
  const { asylumPlace, bed } = row.facts
  return {
    held: stands('reserved', housingPhase(row[side]) === 'promised'),
    slept: stands('admitted', side === 'asylum_housing' ? asylumPlace === 'slept' : bed !== null)
  }
}

const flagRole = ({ flag }: Parts) => (flag ? flagging[flag.role as Role] : undefined)

/** Who else takes part: by a referral, where the reader may know of it, or as the one who flagged, follows or weighs. */
const takingPart = (standing: Standing): Capacity[] => {
  const { parts, sight } = standing
  const atOnce = kindsIn(standing, openReferralStates).filter((kind) => kindRow(kind).opensAtOnce)
  return [
    'cell',
    ...(parts.accompanied ? (['referent'] as const) : []),
    ...(flagRole(parts) === 'flagger' && sight.origin ? (['flagger'] as const) : []),
    ...(guards.cellDeliberates.holds(situationOf(parts.row)) ? (['cell_member'] as const) : []),
    ...[...kindsIn(standing, ['accepted']), ...atOnce].map((kind) => kindRow(kind).capacity)
  ]
}

/** What stands beside the case and may hinder an act, so far as the reader may know. */
export const standsBeside = (standing: Standing) => ({
  unanswered: kindsIn(standing, openReferralStates),
  /** Kinds whose recipient has accepted: it reads the case, and is asked nothing a second time. */
  inCharge: kindsIn(standing, ['accepted']),
  places: {
    housing: placesOf(standing, 'housing'),
    asylum_housing: placesOf(standing, 'asylum_housing')
  },
  /** Whose first voice counts no more. */
  fallen: standing.parts.fallen,
  /** Someone accompanies the person now. */
  accompanied: standing.parts.accompanied,
  /** Someone did, whose organisation is closed or suspended since. */
  bereft: standing.parts.bereft,
  /** In which capacities others take part. */
  takingPart: takingPart(standing)
})

export type Beside = ReturnType<typeof standsBeside>
