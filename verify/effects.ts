import type { Effect } from '../workflows/act/command.ts'
import type { RequirementId } from '../workflows/act/requirements.ts'
import type { DeadlineCode } from '../workflows/deadlines/deadlines.ts'
import { isMinor } from '../workflows/facts/facts.ts'
import { consented, type Situation } from '../workflows/guards/guards.ts'
import { offerIn, offersOf, poolsOf, type PlaceKind, type PlaceOffer } from '../workflows/places/places.ts'
import { minorKinds } from '../workflows/referral/kinds/minor.ts'
import { kindRow } from '../workflows/referral/kinds/kinds.ts'
import {
  consentScopes,
  referralKindIds,
  type ConsentScope,
  type ReferralKind
} from '../workflows/vocabulary/vocabulary.ts'
import { isLive, offersPlaces, stepped, staysOf, type Dossier, type Referral, type Stay } from './dossier.ts'

// What an act does to the referrals, the place and the clocks of the composed case, effect by effect.

/** No place is held by a referral that is over. */
const freed = (dossier: Dossier): Dossier => {
  const rests = (stay: Stay) => isLive(dossier.referrals[stay.by]!)
  const held = Object.fromEntries(Object.entries(dossier.held).filter(([, stay]) => rests(stay)))
  return { ...dossier, held, bed: dossier.bed && rests(dossier.bed) ? dossier.bed : null }
}

const withdrawn = (
  dossier: Dossier,
  kinds: readonly ReferralKind[],
  except: readonly (number | undefined)[] = []
): Dossier =>
  freed({
    ...dossier,
    referrals: dossier.referrals.map((referral, index) =>
      !except.includes(index) && kinds.includes(referral.kind) && isLive(referral)
        ? stepped(referral, referral.state === 'accepted' ? 'end' : 'withdraw')
        : referral
    )
  })

type Pools = readonly PlaceKind[]
const offersFor = (pools: Pools): ReferralKind[] => pools.map((pool) => offerIn[pool])
const without = (held: Dossier['held'], pools: Pools) =>
  Object.fromEntries(Object.entries(held).filter(([pool]) => !pools.includes(pool as PlaceKind)))

/** She keeps the bed she sleeps in. */
const heldGivenBack = (dossier: Dossier, pools: Pools): Dossier => {
  const { held, bed } = staysOf(dossier, pools)
  return held ? withdrawn(dossier, [dossier.referrals[held.by]!.kind], [bed?.by]) : dossier
}

const hasPlace = (dossier: Dossier, pools: Pools) => {
  const { held, bed } = staysOf(dossier, pools)
  return held !== null || bed !== null
}

/** A second request to who must still answer is refused; to who has accepted, it is said again without a second referral. */
const referred = (dossier: Dossier, kind: ReferralKind, place: number | null): Dossier | null => {
  const live = dossier.referrals.filter((referral) => referral.kind === kind && isLive(referral))
  const sent: Referral = { kind, state: 'sent', place }
  if (offersPlaces(kind))
    return live.some((referral) => referral.place === place)
      ? null
      : { ...dossier, referrals: [...dossier.referrals, sent] }
  if (live.some(({ state }) => state !== 'accepted')) return null
  return live.length > 0 ? dossier : { ...dossier, referrals: [...dossier.referrals, sent] }
}

/** `pools`: those whose places the act touches. */
export type Happening = {
  before: Situation
  input: Record<string, unknown>
  offer: number | null
  pools: Pools
}

/** While a person sleeps there, what her stay rests on goes on, so that the place can be freed. */
const sharingEnds = (dossier: Dossier, ending: readonly ConsentScope[]): Dossier => {
  const { held, bed, referrals } = dossier
  const kept = [...Object.values(held), bed].map((stay) => stay && kindRow(referrals[stay.by]!.kind).consent)
  const scopes = ending.filter((scope) => !kept.includes(scope))
  return withdrawn(
    dossier,
    referralKindIds.filter((kind) => scopes.some((scope) => scope === kindRow(kind).consent))
  )
}

/** Known to be an adult, she shares only what she agreed to: what protected a minor without consent ends. */
const minorSharingEnds = (dossier: Dossier, { before }: Happening): Dossier => {
  if (!isMinor(before.facts)) return dossier
  const pools = poolsOf('housing')
  const left = heldGivenBack(dossier, pools)
  const ofMinors = (Object.keys(minorKinds) as ReferralKind[]).filter(
    (kind) => kind !== 'minor_place' || staysOf(left, pools).bed === null
  )
  const { consents } = left.situation.facts
  const unsaid = (Object.keys(consentScopes) as ConsentScope[]).filter((scope) => !consents.includes(scope))
  return sharingEnds(withdrawn(left, ofMinors), unsaid)
}

const ofMajority: readonly DeadlineCode[] = ['D-MAJORITY-PREPARED', 'D-MAJORITY']

/** Clocks from which a birth date could be read go with what identified the person. */
const withoutBirth = (
  clocks: Dossier['clocks'],
  telling: readonly DeadlineCode[] = [...ofMajority, 'D-LIMIT-MINOR', 'D-LIMIT-CRIME-MINOR']
): Dossier['clocks'] =>
  Object.fromEntries(Object.entries(clocks).filter(([code]) => !telling.includes(code as DeadlineCode)))

/** What a row requires of the place, which no state of the case says. */
export const placeStands: Partial<
  Record<RequirementId, (dossier: Dossier, pools: readonly PlaceKind[]) => boolean>
> = {
  noneHeld: (dossier, pools) => staysOf(dossier, pools).held === null,
  noneTaken: (dossier, pools) => !hasPlace(dossier, pools)
}

export const effects: {
  [T in Effect['type']]?: (
    dossier: Dossier,
    effect: Extract<Effect, { type: T }>,
    happening: Happening
  ) => Dossier | null
} = {
  openReferral: (dossier, { kind }, { input }) =>
    referred(dossier, kind, offersPlaces(kind) ? ((input['place'] as number | undefined) ?? 0) : null),
  ensureReferral: (dossier, { kind, ifAgreed }) =>
    (ifAgreed && !consented(dossier.situation, kindRow(kind).consent)) ||
    dossier.referrals.some((referral) => referral.kind === kind && isLive(referral))
      ? dossier
      : { ...dossier, referrals: [...dossier.referrals, { kind, state: 'sent', place: null }] },
  withdrawReferrals: (dossier, { kinds }) => withdrawn(dossier, kinds),
  reserveStay: (dossier, _effect, { offer, pools }) => {
    if (offer === null) return null
    const { kind, place } = dossier.referrals[offer]!
    if (place === null) return null
    const held = { ...without(dossier.held, pools), [offersOf[kind as PlaceOffer]]: { place, by: offer } }
    return withdrawn({ ...dossier, held }, offersFor(pools), [offer, staysOf(dossier, pools).bed?.by])
  },
  admitStay: (dossier, _effect, { pools }) => {
    const { held } = staysOf(dossier, pools)
    if (held === null) return null
    // A centre of the asylum scheme waits until the other stay is over; the others take its place away.
    const ofAsylum = pools.includes('dna')
    const others = poolsOf(ofAsylum ? 'housing' : 'asylum_housing')
    if (ofAsylum && hasPlace(dossier, others)) return null
    const leaving = ofAsylum ? pools : [...pools, ...others]
    const left = withdrawn(dossier, offersFor(leaving), [held.by])
    return { ...left, bed: held, held: without(left.held, leaving) }
  },
  releaseStay: (dossier, _effect, { pools }) => {
    const { bed } = staysOf(dossier, pools)
    return { ...dossier, held: without(dossier.held, pools), bed: bed ? null : dossier.bed }
  },
  releaseHeld: (dossier, _effect, { pools }) => heldGivenBack(dossier, pools),
  refuseHeld: (dossier, _effect, { pools }) => {
    const { held } = staysOf(dossier, pools)
    const referrals = dossier.referrals.map((one, index) =>
      index === held?.by ? stepped(one, 'renounce') : one
    )
    return held && freed({ ...dossier, referrals })
  },
  endOffers: (dossier, _effect, { pools }) => {
    const { bed } = staysOf(dossier, pools)
    return bed && withdrawn(dossier, offersFor(pools), [bed.by])
  },
  endConsentedSharing: (dossier, _effect, { before }) => {
    const { consents } = dossier.situation.facts
    return sharingEnds(
      dossier,
      before.facts.consents.filter((scope) => !consents.includes(scope))
    )
  },
  endMinorSharing: (dossier, _effect, happening) => minorSharingEnds(dossier, happening),
  endEverySharing: (dossier) => withdrawn(dossier, referralKindIds),
  pinToDistrict: (dossier) => dossier,
  eraseSealed: (dossier) => ({ ...dossier, clocks: withoutBirth(dossier.clocks) }),
  eraseIdentity: (dossier) => ({ ...dossier, clocks: withoutBirth(dossier.clocks, ofMajority) })
}
