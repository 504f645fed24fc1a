import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { addDays, civilDate } from '../../workflows/calendar/calendar.ts'
import {
  activeStays,
  deskOf,
  offerIn,
  offersOf,
  poolsBeside,
  poolsOf,
  type PlaceKind,
  type PlaceOffer
} from '../../workflows/places/places.ts'
import { kindRow, seekTheSame } from '../../workflows/referral/kinds.ts'
import { liveReferralStates } from '../../workflows/referral/machine.ts'
import type { Bilingual, ConsentScope, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { brokenConstraint } from '../db/constraints.ts'
import type { Tx } from '../db/context.ts'
import { referrals, stays } from '../db/schema/schema.ts'
import { InvalidInput, PlaceTaken, RuleRefused } from '../errors.ts'
import { renounce, withdrawReferrals } from '../referrals/close.ts'
import { placeOwner } from './owner.ts'
import { isTheirs, onlyTheirs } from './ownership.ts'

/** The offer whose acceptance reserves a place. */
export type Offer = { referralId: string; placeId: string; kind: ReferralKind }

type Whose = { caseId: string; pools: readonly PlaceKind[] }

const activeOf = ({ caseId, pools }: Whose) =>
  and(eq(stays.caseId, caseId), inArray(stays.pool, [...pools]), inArray(stays.state, [...activeStays]))

const offersIn = (pools: readonly PlaceKind[]) => pools.map((pool) => offerIn[pool])

/** Of these pools, her place that is held and the one she sleeps in, each with the offer that it rests on. */
export const staysOf = async (tx: Tx, whose: Whose) => {
  const active = await tx
    .select({
      id: stays.id,
      referralId: stays.referralId,
      placeId: stays.placeId,
      state: stays.state,
      kind: referrals.kind,
      house: referrals.recipientOrgId,
      offeredAt: referrals.sentAt
    })
    .from(stays)
    .innerJoin(referrals, eq(referrals.id, stays.referralId))
    .where(activeOf(whose))
  const inState = (state: (typeof activeStays)[number]) => active.find((stay) => stay.state === state) ?? null
  return { held: inState('reserved'), bed: inState('admitted') }
}

/** Frees the place that is held and the bed alike. @throws RuleRefused where one of them is not the actor's to free. */
export const endStay = async (tx: Tx, doing: Doing) => {
  const { held, bed } = await staysOf(tx, doing)
  await onlyTheirs(tx, [held, bed], doing)
  await tx.update(stays).set({ state: 'ended', endedAt: doing.at }).where(activeOf(doing))
}

/** @throws RuleRefused where the place that is held is not the actor's to write about. */
export const mustTouchHeld = async (tx: Tx, doing: Omit<Doing, 'at'>) => {
  const { held } = await staysOf(tx, doing)
  await onlyTheirs(tx, [held], doing)
}

/** `pools`: those whose places the act touches. */
export type Doing = Whose & { actor: Actor; at: Date }

/** Gives back the place that is held, with the offer it rests on. She keeps the bed she sleeps in. */
export const releaseHeld = async (tx: Tx, doing: Doing): Promise<boolean> => {
  const { held, bed } = await staysOf(tx, doing)
  if (held === null || !(await isTheirs(tx, held, doing))) return false
  const except = bed ? [bed.referralId] : []
  await withdrawReferrals(tx, { ...doing, kinds: [held.kind as ReferralKind], except })
  return true
}

/** @throws RuleRefused where no place is held. */
export const refuseHeld = async (tx: Tx, { reason, ...doing }: Doing & { reason: unknown }) => {
  const { held } = await staysOf(tx, doing)
  if (held === null || !(await isTheirs(tx, held, doing)))
    throw new RuleRefused('no place is held', noPlaceHeld)
  await renounce(tx, { ...doing, referralId: held.referralId, reason })
}

/** Every offer is over, with the place that one of them holds, but for the bed she sleeps in. */
export const endOffers = async (tx: Tx, doing: Doing) => {
  const { held, bed } = await staysOf(tx, doing)
  if (bed === null) throw new RuleRefused('no bed', noPlaceHeld)
  await onlyTheirs(tx, [held], doing)
  await withdrawReferrals(tx, { ...doing, kinds: offersIn(doing.pools), except: [bed.referralId] })
}

export const outOfService: Bilingual = {
  fr: 'Cette place n’est plus en service.',
  en: 'This place is no longer in service.'
}

/** The first acceptance reserves, every other offer of these pools is withdrawn in the same transaction; a bed slept in meanwhile is kept. */
export const reserveStay = async (tx: Tx, { offer, ...doing }: Doing & { offer: Offer | null }) => {
  if (!offer) throw new Error('a stay is reserved by the acceptance of an offer')
  const { referralId, placeId, kind } = offer
  const { caseId, at } = doing
  const { held, bed } = await staysOf(tx, doing)
  if (held) await tx.update(stays).set({ state: 'ended', endedAt: at }).where(eq(stays.id, held.id))
  try {
    await tx.insert(stays).values({
      id: randomUUID(),
      caseId,
      referralId,
      placeId,
      pool: offersOf[kind as PlaceOffer],
      state: 'reserved',
      reservedAt: at
    })
  } catch (cause) {
    if (brokenConstraint(cause)?.startsWith('stay_one_')) throw new PlaceTaken(cause)
    throw cause
  }
  // The insertion has waited for whoever takes the place out of service, and now sees whether that was done.
  if ((await placeOwner(tx, kind as PlaceOffer, placeId)) === null)
    throw new RuleRefused('out of service', outOfService)
  await withdrawReferrals(tx, {
    ...doing,
    kinds: offersIn(doing.pools),
    except: bed ? [referralId, bed.referralId] : [referralId]
  })
}

export const noPlaceHeld: Bilingual = {
  fr: 'Aucune place n’est tenue pour cette personne.',
  en: 'No place is held for this person.'
}

const beforeOffer: Bilingual = {
  fr: 'Cette date est antérieure à la proposition de la place.',
  en: 'This date is before the place was offered.'
}

export const placeStillHeld: Bilingual = {
  fr: 'Une place est déjà tenue pour cette personne : installez-la, ou rendez d’abord cette place.',
  en: 'A place is already held for this person: settle them there, or first give that place back.'
}

export const placeStillHers: Bilingual = {
  fr: 'Une place est tenue pour cette personne, ou elle y dort : enregistrez d’abord le départ, ou rendez la place.',
  en: 'A place is held for this person, or they sleep in it: first record the departure, or give the place back.'
}

/**
 * Marks that the person has arrived: the held place becomes their bed, the bed they leave is free, and every other
 * offer is withdrawn, those of asylum places included. A centre of the asylum scheme withdraws its own scheme's
 * alone: it waits until the other stay is over.
 * @throws RuleRefused where no place is held for them, or where another stay goes on.
 */
export const admitStay = async (tx: Tx, { on, ...doing }: Doing & { on: string }) => {
  const { held } = await staysOf(tx, doing)
  if (held === null || !(await isTheirs(tx, held, doing)))
    throw new RuleRefused('no place is held', noPlaceHeld)
  // An arrival may be dated one day before the day of the offer in Paris: no zone of the country is more than a day
  // behind.
  if (on < addDays(civilDate(held.offeredAt, 'Europe/Paris'), -1))
    throw new InvalidInput([{ field: 'on', code: 'before_offer', message: beforeOffer }])
  const ofAsylum = doing.pools.includes('dna')
  const others = poolsOf(ofAsylum ? 'housing' : 'asylum_housing')
  if (ofAsylum && (await hasActiveStay(tx, { ...doing, pools: others })))
    throw new RuleRefused('another place is hers', placeStillHers)
  const leaving = ofAsylum ? doing.pools : [...doing.pools, ...others]
  await withdrawReferrals(tx, { ...doing, kinds: offersIn(leaving), except: [held.referralId] })
  await tx.update(stays).set({ state: 'admitted', admittedOn: on }).where(eq(stays.id, held.id))
}

export const hasActiveStay = async (tx: Tx, whose: Whose): Promise<boolean> => {
  const { held, bed } = await staysOf(tx, whose)
  return held !== null || bed !== null
}

export const sleepsInPlace = async (tx: Tx, whose: Whose): Promise<boolean> =>
  (await staysOf(tx, whose)).bed !== null

/** The consents that the offers of her places rest on; none where they need none. */
export const scopesOfStays = async (tx: Tx, caseId: string): Promise<ConsentScope[]> => {
  const [asylum, others] = [
    await staysOf(tx, { caseId, pools: poolsOf('asylum_housing') }),
    await staysOf(tx, { caseId, pools: poolsOf('housing') })
  ]
  return [asylum.held, asylum.bed, others.held, others.bed].flatMap(
    (stay) => (stay && kindRow(stay.kind as ReferralKind).consent) ?? []
  )
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
  const { held, bed } = await staysOf(tx, { caseId, pools: poolsBeside(kind as ReferralKind) })
  if (id === held?.referralId || id === bed?.referralId) return true
  return held !== null && held.kind === deskOf[kind as ReferralKind]
}

/** A search goes on while another request for the same still stands: the last one to walk away moves the case. */
export const othersSeek = async (tx: Tx, { id, caseId, kind }: Referral): Promise<boolean> => {
  const live = await tx
    .select({ id: referrals.id, kind: referrals.kind })
    .from(referrals)
    .where(and(eq(referrals.caseId, caseId), inArray(referrals.state, [...liveReferralStates])))
  return live.some(
    (other) => other.id !== id && seekTheSame(kind as ReferralKind, other.kind as ReferralKind)
  )
}
