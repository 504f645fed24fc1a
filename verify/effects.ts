import type { Effect } from '../workflows/case/command.ts'
import type { RequirementId } from '../workflows/case/requirements.ts'
import type { DeadlineCode } from '../workflows/deadlines/deadlines.ts'
import { isMinor } from '../workflows/case/facts.ts'
import type { Situation } from '../workflows/guards/guards.ts'
import { minorKinds } from '../workflows/referral/kinds/minor.ts'
import { kindRow } from '../workflows/referral/kinds.ts'
import {
  consentScopes,
  referralKindIds,
  type ConsentScope,
  type ReferralKind
} from '../workflows/vocabulary/vocabulary.ts'
import { isLive, offersPlaces, stepped, type Dossier, type Referral, type Stay } from './dossier.ts'

// What an act does to the referrals, the place and the clocks of the composed case, effect by effect.

/** No place is held by a referral that is over. */
const freed = (dossier: Dossier): Dossier => {
  const rests = (stay: Stay | null) => (stay && isLive(dossier.referrals[stay.by]!) ? stay : null)
  return { ...dossier, held: rests(dossier.held), bed: rests(dossier.bed) }
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

const placeOffers = referralKindIds.filter(offersPlaces)

/** She keeps the bed she sleeps in. */
const heldGivenBack = (dossier: Dossier): Dossier =>
  dossier.held === null
    ? dossier
    : withdrawn(dossier, [dossier.referrals[dossier.held.by]!.kind], [dossier.bed?.by])

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

export type Happening = { before: Situation; input: Record<string, unknown>; offer: number | null }

/** While a person sleeps there, what her stay rests on goes on, so that the place can be freed. */
const sharingEnds = (dossier: Dossier, ending: readonly ConsentScope[]): Dossier => {
  const { held, bed, referrals } = dossier
  const kept = [held, bed].map((stay) => stay && kindRow(referrals[stay.by]!.kind).consent)
  const scopes = ending.filter((scope) => !kept.includes(scope))
  return withdrawn(
    dossier,
    referralKindIds.filter((kind) => scopes.some((scope) => scope === kindRow(kind).consent))
  )
}

/** Known to be an adult, she shares only what she agreed to: what protected a minor without consent ends. */
const minorSharingEnds = (dossier: Dossier, { before }: Happening): Dossier => {
  if (!isMinor(before.facts)) return dossier
  const left = heldGivenBack(dossier)
  const ofMinors = (Object.keys(minorKinds) as ReferralKind[]).filter(
    (kind) => kind !== 'minor_place' || left.bed === null
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
export const placeStands: Partial<Record<RequirementId, (dossier: Dossier) => boolean>> = {
  noneHeld: ({ held }) => held === null,
  noneTaken: ({ held, bed }) => held === null && bed === null
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
  ensureReferral: (dossier, { kind }) =>
    dossier.referrals.some((referral) => referral.kind === kind && isLive(referral))
      ? dossier
      : { ...dossier, referrals: [...dossier.referrals, { kind, state: 'sent', place: null }] },
  withdrawReferrals: (dossier, { kinds }) => withdrawn(dossier, kinds),
  reserveStay: (dossier, _effect, { offer }) => {
    const place = offer === null ? null : dossier.referrals[offer]!.place
    if (offer === null || place === null) return null
    return withdrawn({ ...dossier, held: { place, by: offer } }, placeOffers, [offer, dossier.bed?.by])
  },
  admitStay: (dossier) => {
    if (dossier.held === null) return null
    const left = withdrawn(dossier, placeOffers, [dossier.held.by])
    return { ...left, bed: dossier.held, held: null }
  },
  releaseStay: (dossier) => ({ ...dossier, held: null, bed: null }),
  releaseHeld: heldGivenBack,
  refuseHeld: (dossier) =>
    dossier.held === null
      ? null
      : freed({
          ...dossier,
          referrals: dossier.referrals.map((one, index) =>
            index === dossier.held?.by ? stepped(one, 'renounce') : one
          )
        }),
  endOffers: (dossier) => (dossier.bed === null ? null : withdrawn(dossier, placeOffers, [dossier.bed.by])),
  endConsentedSharing: (dossier, _effect, { before }) => {
    const { consents } = dossier.situation.facts
    return sharingEnds(
      dossier,
      before.facts.consents.filter((scope) => !consents.includes(scope))
    )
  },
  endMinorSharing: (dossier, _effect, happening) => minorSharingEnds(dossier, happening),
  endEverySharing: (dossier) => withdrawn(dossier, referralKindIds),
  eraseSealed: (dossier) => ({ ...dossier, clocks: withoutBirth(dossier.clocks) }),
  eraseIdentity: (dossier) => ({ ...dossier, clocks: withoutBirth(dossier.clocks, ofMajority) })
}
