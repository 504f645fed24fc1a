import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { activeStays, deskOf, placeOffers, type PlaceOffer } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral.kinds.ts'
import { liveReferralStates } from '../../workflows/referral.machine.ts'
import type { Bilingual, ConsentScope, ReferralKind } from '../../workflows/vocabulary.ts'
import { brokenConstraint } from '../db/constraints.ts'
import type { Tx } from '../db/context.ts'
import { referrals, stays } from '../db/schema.ts'
import { PlaceTaken, RuleRefused } from '../errors.ts'
import { withdrawReferrals } from '../referrals/close.ts'
import { placeOwner } from './owner.ts'

/** The offer whose acceptance reserves a place. */
export type Offer = { referralId: string; placeId: string; kind: ReferralKind }

const activeOf = (caseId: string) => and(eq(stays.caseId, caseId), inArray(stays.state, [...activeStays]))

export const endStay = (tx: Tx, caseId: string, at: Date) =>
  tx.update(stays).set({ state: 'ended', endedAt: at }).where(activeOf(caseId))

const outOfService: Bilingual = {
  fr: 'Cette place n’est plus en service.',
  en: 'This place is no longer in service.'
}

/** A person has one stay: the first acceptance reserves, every other offer is withdrawn in the same transaction. */
export const reserveStay = async (
  tx: Tx,
  { caseId, offer, actor, at }: { caseId: string; offer: Offer | null; actor: Actor; at: Date }
) => {
  if (!offer) throw new Error('a stay is reserved by the acceptance of an offer')
  const { referralId, placeId, kind } = offer
  // A person moved for safety leaves the place she was in as she is given another.
  await endStay(tx, caseId, at)
  try {
    await tx
      .insert(stays)
      .values({ id: randomUUID(), caseId, referralId, placeId, state: 'reserved', reservedAt: at })
  } catch (cause) {
    if (brokenConstraint(cause)?.startsWith('stay_one_active')) throw new PlaceTaken(cause)
    throw cause
  }
  // The insertion has waited for whoever takes the place out of service, and now sees whether that was done.
  if ((await placeOwner(tx, kind as PlaceOffer, placeId)) === null)
    throw new RuleRefused('out of service', outOfService)
  await withdrawReferrals(tx, { caseId, kinds: placeOffers, actor, at, except: referralId })
}

export const noPlaceHeld: Bilingual = {
  fr: 'Aucune place n’est tenue pour cette personne.',
  en: 'No place is held for this person.'
}

/** @throws RuleRefused where no place is held: nobody arrives nowhere. */
export const admitStay = async (tx: Tx, caseId: string, on: string) => {
  const admitted = await tx
    .update(stays)
    .set({ state: 'admitted', admittedOn: on })
    .where(and(eq(stays.caseId, caseId), eq(stays.state, 'reserved')))
    .returning({ id: stays.id })
  if (admitted.length === 0) throw new RuleRefused('no place is held', noPlaceHeld)
}

/** Her active stay, with the offer that it rests on. */
const activeStayOf = async (tx: Tx, caseId: string) => {
  const [row] = await tx
    .select({ referralId: stays.referralId, state: stays.state, kind: referrals.kind })
    .from(stays)
    .innerJoin(referrals, eq(referrals.id, stays.referralId))
    .where(activeOf(caseId))
  return row ?? null
}

export const hasActiveStay = async (tx: Tx, caseId: string): Promise<boolean> =>
  (await activeStayOf(tx, caseId)) !== null

/** The consent that the offer of her place rests on; null where she has no stay, or one that needs none. */
export const scopeOfStay = async (tx: Tx, caseId: string): Promise<ConsentScope | null> => {
  const stay = await activeStayOf(tx, caseId)
  return stay ? kindRow(stay.kind as ReferralKind).consent : null
}

type Referral = Pick<typeof referrals.$inferSelect, 'id' | 'caseId' | 'kind'>

export const stayUnderWay: Bilingual = {
  fr: 'Un accueil tient à cette orientation : enregistrez d’abord sa fin.',
  en: 'A stay rests on this referral: record its end first.'
}

/**
 * The place that an accepted offer reserved is freed by an act of the case, never by walking away from the offer. Nor is
 * the desk that found it cut off while the place is held and she has not arrived; once she has, its search may end, as
 * it must where a person in danger is sought another place.
 */
export const holdsStay = async (tx: Tx, { id, caseId, kind }: Referral): Promise<boolean> => {
  const stay = await activeStayOf(tx, caseId)
  if (stay === null) return false
  return stay.referralId === id || (stay.state === 'reserved' && stay.kind === deskOf[kind as ReferralKind])
}

/** A search goes on while another desk still seeks: the last one to walk away moves the case. */
export const othersSeek = async (tx: Tx, { id, caseId, kind }: Referral): Promise<boolean> => {
  const { onWithdraw } = kindRow(kind as ReferralKind)
  const live = await tx
    .select({ id: referrals.id, kind: referrals.kind })
    .from(referrals)
    .where(and(eq(referrals.caseId, caseId), inArray(referrals.state, [...liveReferralStates])))
  return live.some(
    (other) => other.id !== id && kindRow(other.kind as ReferralKind).onWithdraw === onWithdraw
  )
}
