import { refers } from '../../policies/abilities.ts'
import type { Actor, Role } from '../../policies/actor.ts'
import { maySee, seesWhole, sightOf, type Known } from '../../policies/data-classes.ts'
import { flagging } from '../../policies/grants.ts'
import { acquainted, type Acquainted } from '../../policies/names.ts'
import { deadlineClass, placeTold, referralClass, regionClass } from '../../policies/disclosure.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { isMinor } from '../../workflows/case/facts.ts'
import { guards } from '../../workflows/guards/guards.ts'
import { housingPhase } from '../../workflows/regions/housing/states.ts'
import { ownPool, poolsOf } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral/kinds.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { touchesOwnAlone } from '../places/ownership.ts'
import { asItStands } from '../deadlines/sealed.ts'
import { toldClock, toldWord } from '../deadlines/disclosure.ts'
import type { Parts } from './snapshot.ts'
import type { Beside, PlacedIn } from '../commands/preconditions.ts'
import { situationOf, type DeadlineEntry } from '../cases/store.ts'

const placeIn = ({ row, capacity }: Parts) => placeTold(capacity, row.facts)

/** The territory that this reader is told. */
export const territoryTold = (parts: Parts): string => placeIn(parts).territory

/** Whether the reader may know by whom the case came. */
export const originKnown = (parts: Parts): boolean => placeIn(parts).origin

/** PostgreSQL decides by the organisation; whoever speaks for it here in another capacity learns no place. */
const staysKnown = ({ row, capacity, opened, sleeps }: Parts) => {
  const ofItsPool = ({ pool }: Parts['sleeps'][number]) => !ownPool[capacity] || ownPool[capacity] === pool
  if (opened.has('A')) return sleeps
  return maySee('A', capacity, row.facts) ? sleeps.filter(ofItsPool) : []
}

export const stayKnown = (parts: Parts) => staysKnown(parts)[0] ?? null

/** Whether the reader may know that the person is placed somewhere, beyond the stay itself. */
export const placementKnown = ({ row, capacity, opened, events }: Parts): boolean => {
  const keeps = sightOf(capacity).minorsOnly === true && isMinor(row.facts)
  return (keeps || opened.has('A')) && events.some(({ sealed }) => sealed.includes('A'))
}

export const clocksKnown = ({ row, capacity, clocks }: Parts) =>
  clocks.filter(({ code }) => seesWhole(deadlineClass(code), capacity, row.facts))

/** Whoever was asked knows what it was asked, whatever else it may read; its people who sit in the cell were not. */
export const referralsKnown = ({ row, capacity, sent }: Parts, { orgId, role }: Actor) =>
  sent.filter(
    ({ kind, recipientOrgId }) =>
      (recipientOrgId === orgId && refers(role)) ||
      seesWhole(referralClass(kind as ReferralKind), capacity, row.facts)
  )

type Opening = (clock: DeadlineEntry) => DeadlineEntry
type Reading = { capacity: Capacity; facts: Known; now: Date }

/**
 * A clock by the count that this reader is told. The day from which a birth date is read is for whoever may read that date; to
 * the others, its month.
 */
export const clockTold = (open: Opening, { capacity, facts, now }: Reading): Opening => {
  const told = { placed: seesWhole('K', capacity, facts) }
  return maySee('B', capacity, facts)
    ? (clock) => asItStands(toldClock(open(clock), told), now)
    : (clock) => toldClock(clock, told)
}

/** The clocks of the case, and what they did, by the days and the hour of the territory that the reader is told. */
export const hoursTold = <P extends Parts>(parts: P, now: Date, open: Opening): P => {
  const { events, row, capacity } = parts
  return {
    ...parts,
    clocks: parts.clocks.map(clockTold(open, { capacity, facts: row.facts, now })),
    events: events.flatMap((event) => {
      const word = toldWord(event, placeIn(parts))
      // What was done there as a day ended has not been done yet where that day goes on.
      return word.at > event.at && word.at > now ? [] : [word]
    })
  }
}

/** Organisations that the acts and the referrals of the case name. */
export const organisationsNamed = ({ events, sent }: Parts): (string | null)[] => [
  ...events.flatMap(({ orgId, input }) => [
    orgId,
    ...[input['orgId'], input['recipientId']].map((one) => (typeof one === 'string' ? one : null))
  ]),
  ...sent.flatMap((one) => [one.senderOrgId, one.recipientOrgId, one.awaitsOrgId])
]

/** What decides which of them the reader is told by name. */
export const acquaintedIn = (parts: Parts, actor: Actor): Acquainted =>
  acquainted(
    { actor, part: { capacity: parts.capacity, facts: parts.row.facts } },
    { sides: parts.sent, origin: originKnown(parts), house: stayKnown(parts)?.owner ?? null }
  )

/** That one is under way is for who may know of it: the act itself says no more than that it was asked before. */
const kindsIn = ({ sent, capacity, row }: Parts, states: readonly string[]) =>
  sent
    .filter(({ state }) => states.includes(state))
    .map(({ kind }) => kind as ReferralKind)
    .filter((kind) => seesWhole(referralClass(kind), capacity, row.facts))

/**
 * That a place is held, or slept in, which is not the reader's to write about. A house is shown its own stay alone: it is what
 * the case itself says of her housing, which a house is told, and no such stay of its own.
 */
const placesOf = (parts: Parts, actor: Actor, side: PlacedIn): Beside['places'][PlacedIn] => {
  const { row, held, capacity } = parts
  const { asylumPlace, bed } = row.facts
  const pools = poolsOf(side)
  const own = staysKnown(parts).find(({ pool }) => pools.includes(pool))?.shown.state ?? null
  if (
    !touchesOwnAlone(actor, held.includes('referent')) ||
    !seesWhole(regionClass(side), capacity, row.facts)
  )
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
const takingPart = (parts: Parts): Capacity[] => {
  const inCharge = kindsIn(parts, ['accepted'])
  const atOnce = kindsIn(parts, openReferralStates).filter((kind) => kindRow(kind).opensAtOnce)
  return [
    'cell',
    ...(isAccompanied(parts) ? (['referent'] as const) : []),
    ...(flagRole(parts) === 'flagger' && originKnown(parts) ? (['flagger'] as const) : []),
    ...(guards.cellDeliberates.holds(situationOf(parts.row)) ? (['cell_member'] as const) : []),
    ...[...inCharge, ...atOnce].map((kind) => kindRow(kind).capacity)
  ]
}

/** What stands beside the case and may hinder an act. */
export const standsBeside = (parts: Parts, actor: Actor): Beside => ({
  unanswered: kindsIn(parts, openReferralStates),
  inCharge: kindsIn(parts, ['accepted']),
  places: {
    housing: placesOf(parts, actor, 'housing'),
    asylum_housing: placesOf(parts, actor, 'asylum_housing')
  },
  accompanied: isAccompanied(parts),
  takingPart: takingPart(parts)
})
