import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { isMinor, type Facts } from '../../workflows/facts.ts'
import type { Route } from '../../workflows/kinds/kind.ts'
import type { PlaceOffer } from '../../workflows/places/places.ts'
import { kindRow, kinds } from '../../workflows/referral.kinds.ts'
import type { Situation } from '../../workflows/guards.ts'
import { liveReferralStates } from '../../workflows/referral.machine.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary.ts'
import { deadlineRow } from '../cases/deadlines.ts'
import { invite, organisationsOf } from '../cases/participation.ts'
import { configurationOf } from '../configuration/shelf.ts'
import type { Tx } from '../db/context.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { deadlines, participations, referralEvents, referrals } from '../db/schema.ts'
import { RuleRefused } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { addressIn, externalRecipient, openLink } from '../links/open.ts'
import { placeOwner } from '../places/owner.ts'

export type Sending = {
  caseId: string
  kind: ReferralKind
  actor: Actor
  situation: Situation
  input: Record<string, unknown>
  at: Date
  version: string
  keys: Keys
  /** Given when a referral is passed on: its new recipient, and where it comes from. */
  to?: { orgId: string; previousId: string; senderOrgId: string }
}

export const alreadyReferred: Bilingual = {
  fr: 'Une orientation vers ce destinataire est déjà en cours.',
  en: 'A referral to this recipient is already under way.'
}

const placeUnknown: Bilingual = {
  fr: 'Dites d’abord où les faits ont été commis : ce lieu désigne le parquet, non le siège de la cellule.',
  en: 'First say where the acts were committed: that place designates the prosecutor, not the seat of the cell.'
}

const noRecipient = () =>
  new RuleRefused('no recipient', {
    fr: 'Aucune organisation habilitée ne peut recevoir cette orientation.',
    en: 'No accredited organisation can receive this referral.'
  })

/** The prosecution of the place of the acts, or of where a minor was found; once a JIRS has taken over, that one. */
const prosecutionOf = async (tx: Tx, facts: Facts, foundIn?: unknown): Promise<string[]> => {
  // Who found a child reports to the prosecutor of that place, whoever leads the criminal procedure.
  if (typeof foundIn === 'string') return organisationsOf(tx, 'prosecution', foundIn)
  if (facts.jirs !== null) return organisationsOf(tx, 'jirs', facts.jirs)
  const place = facts.factsTerritory ?? (isMinor(facts) ? facts.foundIn : null)
  // Never the seat of the cell for want of better (I-14).
  if (place === null) throw new RuleRefused('the place of the acts is unknown', placeUnknown)
  return organisationsOf(tx, 'prosecution', place)
}

const candidates: Record<Route, (tx: Tx, sending: Sending) => Promise<(string | null)[]>> = {
  national: (tx, { kind }) => organisationsOf(tx, kindRow(kind).recipient, null),
  territory: (tx, { kind, situation }) =>
    organisationsOf(tx, kindRow(kind).recipient, situation.facts.territory),
  factsPlace: (tx, { situation, input }) => prosecutionOf(tx, situation.facts, input['foundIn']),
  placeOwner: async (tx, { kind, input }) => [
    await placeOwner(tx, kind as PlaceOffer, String(input['placeId']))
  ],
  transferTarget: (tx, { situation }) => organisationsOf(tx, 'cell', situation.facts.transfer?.to ?? ''),
  chosen: (tx, { kind, situation }) => organisationsOf(tx, kindRow(kind).recipient, situation.facts.territory)
}

/** The competent recipient, or the one that the sender names among those who may receive this kind. */
const recipientOf = async (tx: Tx, sending: Sending): Promise<string> => {
  if (sending.to) return sending.to.orgId
  if (addressIn(sending)) return externalRecipient(tx)
  const found = await candidates[kindRow(sending.kind).route](tx, sending)
  const named = sending.input['recipientId']
  const recipient = named === undefined ? found[0] : found.find((id) => id === named)
  if (!recipient) throw noRecipient()
  return recipient
}

/** What the recipient may weigh before it answers: the facts that its kind names, frozen at sending. */
const previewOf = ({ kind, situation, input }: Sending) => {
  const facts = Object.fromEntries(kindRow(kind).preview.map((fact) => [fact, situation.facts[fact]]))
  const needs = input['needs'] ?? null
  return { ...facts, ...(needs ? { needs } : {}) }
}

const insertReferral = async (tx: Tx, sending: Sending, recipientOrgId: string) => {
  const id = randomUUID()
  const { caseId, kind, at, actor, input, to } = sending
  try {
    await tx.insert(referrals).values({
      id,
      caseId,
      kind,
      state: 'sent',
      version: 1,
      senderOrgId: to?.senderOrgId ?? actor.orgId,
      recipientOrgId,
      placeId: kindRow(kind).route === 'placeOwner' ? String(input['placeId']) : null,
      preview: previewOf(sending),
      sentAt: at,
      movedAt: at,
      previousId: to?.previousId ?? null
    })
  } catch (cause) {
    if (brokenConstraint(cause) !== 'referral_one_live_for_recipient_and_case') throw cause
    throw new RuleRefused('already referred', alreadyReferred)
  }
  return id
}

/** Whoever flagged the case itself, or was let in at its birth, is not referred what it holds. */
const takesPart = async (tx: Tx, sending: Sending): Promise<boolean> => {
  const { capacity } = kindRow(sending.kind)
  if (addressIn(sending)) return false
  if (Object.values(kinds).filter((kind) => kind.capacity === capacity).length > 1) return false
  const rows = await tx
    .select({ orgId: participations.orgId })
    .from(participations)
    .where(
      and(
        eq(participations.caseId, sending.caseId),
        eq(participations.orgId, await recipientOf(tx, sending)),
        eq(participations.capacity, capacity),
        isNull(participations.until)
      )
    )
  return rows.length > 0
}

/**
 * An act that refers to a partner which has already accepted: it holds the case, so that the act says it again without a
 * second referral. One that still has to answer is waited for.
 */
export const referOnce = async (tx: Tx, sending: Sending): Promise<void> => {
  const { caseId, kind } = sending
  const live = await tx
    .select({ state: referrals.state, recipientOrgId: referrals.recipientOrgId })
    .from(referrals)
    .where(
      and(
        eq(referrals.caseId, caseId),
        eq(referrals.kind, kind),
        inArray(referrals.state, [...liveReferralStates])
      )
    )
  const { route, opensAtOnce } = kindRow(kind)
  if (opensAtOnce && live.length > 0) {
    // Told already, it reads the case: nothing is refused. Another prosecution that is competent is told beside.
    const recipient = route === 'factsPlace' ? await recipientOf(tx, sending) : null
    if (recipient && live.every(({ recipientOrgId }) => recipientOrgId !== recipient))
      await sendReferral(tx, sending)
    return
  }
  const offersPlaces = route === 'placeOwner'
  const waiting = route === 'transferTarget' ? live.filter(({ state }) => state !== 'accepted') : live
  // One who was named is asked, or it is said why not. A move that was accepted is over: another one may be asked.
  const named = addressIn(sending) !== null
  if (!offersPlaces && waiting.some(({ state }) => named || state !== 'accepted'))
    throw new RuleRefused('already referred', alreadyReferred)
  if (offersPlaces || (waiting.length === 0 && !(await takesPart(tx, sending))))
    await sendReferral(tx, sending)
}

/** Sends a referral: the recipient learns the needs and when to answer, and nothing of who or where. */
export const sendReferral = async (tx: Tx, sending: Sending): Promise<string> => {
  const recipientOrgId = await recipientOf(tx, sending)
  const id = await insertReferral(tx, sending, recipientOrgId)
  const { caseId, kind, actor, at, situation, version, input } = sending
  await tx.insert(referralEvents).values({
    referralId: id,
    seq: 1,
    at,
    command: 'send',
    input: input['needs'] ? { needs: input['needs'] } : {},
    personId: actor.personId,
    orgId: actor.orgId,
    role: actor.role
  })
  const config = await configurationOf(tx, version)
  const origin = { caseId, territory: situation.facts.territory, at, config, referralId: id }
  const { answerWithin, opensAtOnce, capacity } = kindRow(kind)
  await tx.insert(deadlines).values(deadlineRow(answerWithin, at, origin))
  if (opensAtOnce) await invite(tx, { caseId, orgId: recipientOrgId, capacity, at, basis: kind })
  const address = sending.to ? null : addressIn(sending)
  if (address) await openLink(tx, sending.keys, { referralId: id, orgId: recipientOrgId, address, at })
  return id
}
