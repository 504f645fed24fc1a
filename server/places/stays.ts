import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import type { Readings, Whose } from '../../policies/requirements/requirement.ts'
import { addDays, civilDate } from '../../workflows/calendar/calendar.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import {
  activeStays,
  deskOf,
  offerIn,
  offersOf,
  placeKinds,
  poolsBeside,
  poolsOf,
  type HousingSide,
  type PlaceKind,
  type PlaceOffer
} from '../../workflows/places/places.ts'
import { kindRow, seekTheSame } from '../../workflows/referral/kinds/kinds.ts'
import { liveReferralStates } from '../../workflows/referral/machine.ts'
import type { Bilingual, ConsentScope, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { stays, type referrals } from '../db/schema/schema.ts'
import { InvalidInput, PlaceTaken, RuleRefused } from '../errors.ts'
import { renounce, withdrawReferrals } from '../referrals/close.ts'
import { placeOwner } from './owner.ts'
import { accompaniesIn, isTheirs } from '../disclosure/ownership.ts'

/** The offer whose acceptance reserves a place. */
export type Offer = { referralId: string; placeId: string; kind: ReferralKind }

type Hers = { caseId: string; pools: readonly PlaceKind[] }

const offersIn = (pools: readonly PlaceKind[]) => pools.map((pool) => offerIn[pool])

type Stay = {
  id: string
  referralId: string
  placeId: string
  state: (typeof activeStays)[number]
  pool: PlaceKind
  kind: PlaceOffer
  house: string
  offeredAt: Date
}

const active = `select s.id, s.referral_id as "referralId", s.place_id as "placeId", s.state, s.pool, r.kind,
    r.recipient_org_id as house, r.sent_at as "offeredAt"
  from stay s join referral r on r.id = s.referral_id
  where s.case_id = $1 and s.pool = any($2::text[]) and s.state = any($3::text[])`

const activeIn = (tx: Tx, { caseId, pools }: Hers) => runQuery<Stay>(tx, active, [caseId, pools, activeStays])

const ofPools = (stays: readonly Stay[]) => {
  const inState = (state: Stay['state']) => stays.find((stay) => stay.state === state) ?? null
  return { held: inState('reserved'), bed: inState('admitted') }
}

/** Of these pools, her place that is held and the one she sleeps in, each with the offer that it rests on. */
export const staysOf = async (tx: Tx, whose: Hers) => ofPools(await activeIn(tx, whose))

const allPools = Object.keys(placeKinds) as PlaceKind[]

/** What an act on places is held against, as it is: asked in a case that was entered. */
export const placesBeside = async (tx: Tx, caseId: string, actor: Actor): Promise<Readings['places']> => {
  const accompanies = await accompaniesIn(tx, caseId, actor)
  const whose = (stay: Stay | null): Whose =>
    stay && (isTheirs(stay, actor, accompanies) ? 'theirs' : 'anothers')
  const stays = await activeIn(tx, { caseId, pools: allPools })
  const side = (region: HousingSide) => {
    const { held, bed } = ofPools(stays.filter(({ pool }) => poolsOf(region).includes(pool)))
    return { held: whose(held), slept: whose(bed) }
  }
  return { housing: side('housing'), asylum_housing: side('asylum_housing') }
}

/** Frees the place that is held and the bed alike. */
export const endStay = (tx: Tx, { caseId, pools, at }: Doing) =>
  runQuery(
    tx,
    `update stay set state = 'ended', ended_at = $4
     where case_id = $1 and pool = any($2::text[]) and state = any($3::text[])`,
    [caseId, pools, activeStays, at]
  )

/** `pools`: those whose places the act touches. */
export type Doing = Hers & { facts: Facts; actor: Actor; at: Date }

/**
 * Gives back the place that is held, with the offer it rests on, but for one that is another's. She keeps the bed she sleeps
 * in. Returns the stay that is over.
 */
export const giveBack = async (
  tx: Tx,
  { held, bed }: ReturnType<typeof ofPools>,
  doing: Doing
): Promise<Stay | null> => {
  const { caseId, actor } = doing
  if (held === null || !isTheirs(held, actor, await accompaniesIn(tx, caseId, actor))) return null
  const except = bed ? [bed.referralId] : []
  await withdrawReferrals(tx, { ...doing, kinds: [held.kind], except })
  return held
}

export const releaseHeld = async (tx: Tx, doing: Doing) => giveBack(tx, await staysOf(tx, doing), doing)

/** The structure takes its agreement back. */
export const refuseHeld = async (tx: Tx, { reason, ...doing }: Doing & { reason: unknown }) => {
  const { held } = await staysOf(tx, doing)
  await renounce(tx, { ...doing, referralId: held!.referralId, reason })
}

/** Every offer is over, with the place that one of them holds, but for the bed she sleeps in. */
export const endOffers = async (tx: Tx, doing: Doing) => {
  const { bed } = await staysOf(tx, doing)
  await withdrawReferrals(tx, { ...doing, kinds: offersIn(doing.pools), except: [bed!.referralId] })
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

const beforeOffer: Bilingual = {
  fr: 'Cette date est antérieure à la proposition de la place.',
  en: 'This date is before the place was offered.'
}

/**
 * Marks that the person has arrived: the held place becomes their bed, the bed they leave is free, and every other
 * offer is withdrawn, those of asylum places included. A centre of the asylum scheme withdraws its own scheme's
 * alone: it waits until the other stay is over. @throws InvalidInput for a day before the offer.
 */
export const admitStay = async (tx: Tx, { on, ...doing }: Doing & { on: string }) => {
  const { held } = await staysOf(tx, doing)
  if (held === null) throw new Error('no place is held')
  // An arrival may be dated one day before the day of the offer in Paris: no zone of the country is more than a day
  // behind.
  if (on < addDays(civilDate(held.offeredAt, 'Europe/Paris'), -1))
    throw new InvalidInput([{ field: 'on', code: 'before_offer', message: beforeOffer }])
  const leaving = doing.pools.includes('dna') ? doing.pools : [...doing.pools, ...poolsOf('asylum_housing')]
  await withdrawReferrals(tx, { ...doing, kinds: offersIn(leaving), except: [held.referralId] })
  await tx.update(stays).set({ state: 'admitted', admittedOn: on }).where(eq(stays.id, held.id))
}

/** All her places: those of some pools, and the consents that the offers of those that go on rest on, none where they need none. */
export const housedIn = async (tx: Tx, caseId: string) => {
  const active = await activeIn(tx, { caseId, pools: allPools })
  return {
    of: (pools: readonly PlaceKind[]) => ofPools(active.filter(({ pool }) => pools.includes(pool))),
    scopes: (over: Stay | null = null): ConsentScope[] =>
      active.filter((one) => one !== over).flatMap(({ kind }) => kindRow(kind).consent ?? [])
  }
}

type Referral = Pick<typeof referrals.$inferSelect, 'id' | 'caseId' | 'kind' | 'answer'>

export const stayUnderWay: Bilingual = {
  fr: 'Un accueil tient à cette orientation : enregistrez d’abord sa fin.',
  en: 'A stay rests on this referral: record its end first.'
}

/**
 * The place that an accepted offer reserved is freed by an act of the case, never by walking away from the offer. Nor is
 * the desk that found it cut off while the place is held and she has not arrived; once she has, its search may end, as
 * it must where a person in danger is sought another place. No place of another's rests on a request without a yes: it is taken
 * back by whoever sent it, who may not know of that place.
 */
export const isHeldBy = (
  { id, kind, answer }: Pick<Referral, 'id' | 'kind' | 'answer'>,
  { held, bed }: ReturnType<typeof ofPools>
): boolean => {
  if (id === held?.referralId || id === bed?.referralId) return true
  return answer === 'accepted' && held !== null && held.kind === deskOf[kind as ReferralKind]
}

export const holdsStay = async (tx: Tx, row: Referral): Promise<boolean> =>
  isHeldBy(row, await staysOf(tx, { caseId: row.caseId, pools: poolsBeside(row.kind as ReferralKind) }))

/** A search goes on while another request for the same still stands: the last one to walk away moves the case. */
export const othersSeek = async (tx: Tx, { id, caseId, kind }: Referral): Promise<boolean> => {
  const others = await runQuery<{ kind: ReferralKind }>(
    tx,
    'select kind from referral where case_id = $1 and id <> $2 and state = any($3::text[])',
    [caseId, id, liveReferralStates]
  )
  return others.some((other) => seekTheSame(kind as ReferralKind, other.kind))
}
