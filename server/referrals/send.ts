import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { isMinor, type Facts } from '../../workflows/facts.ts'
import type { Route } from '../../workflows/kinds/kind.ts'
import { kindRow } from '../../workflows/referral.kinds.ts'
import type { Situation } from '../../workflows/guards.ts'
import { liveReferralStates } from '../../workflows/referral.machine.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary.ts'
import { deadlineRow } from '../cases/deadlines.ts'
import { invite, organisationsOf } from '../cases/participation.ts'
import type { Tx } from '../db/context.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { deadlines, referralEvents, referrals } from '../db/schema.ts'
import { RuleRefused } from '../errors.ts'

export type Sending = {
  caseId: string
  kind: ReferralKind
  actor: Actor
  situation: Situation
  input: Record<string, unknown>
  at: Date
  version: string
  /** Given when a referral is passed on: its new recipient, and where it comes from. */
  to?: { orgId: string; previousId: string; senderOrgId: string }
}

export const alreadyReferred: Bilingual = {
  fr: 'Une orientation vers ce destinataire est déjà en cours.',
  en: 'A referral to this recipient is already under way.'
}

const noRecipient = () =>
  new RuleRefused('no recipient', {
    fr: 'Aucune organisation habilitée ne peut recevoir cette orientation.',
    en: 'No accredited organisation can receive this referral.'
  })

const placeOwner = async (tx: Tx, placeId: string) => {
  const { rows } = await tx.execute<{ owner: string | null }>(
    sql`select place_owner(${placeId}::uuid) as owner`
  )
  return rows[0]?.owner ?? null
}

/** The prosecution of the place of the acts, or of where a minor was found; once a JIRS has taken over, that one. */
const prosecutionOf = async (tx: Tx, facts: Facts): Promise<string[]> => {
  if (facts.jirs !== null) return organisationsOf(tx, 'jirs', facts.jirs)
  const place = (isMinor(facts) ? facts.foundIn : null) ?? facts.factsTerritory ?? facts.territory
  return organisationsOf(tx, 'prosecution', place)
}

const candidates: Record<Route, (tx: Tx, sending: Sending) => Promise<(string | null)[]>> = {
  national: (tx, { kind }) => organisationsOf(tx, kindRow(kind).recipient, null),
  territory: (tx, { kind, situation }) =>
    organisationsOf(tx, kindRow(kind).recipient, situation.facts.territory),
  factsPlace: (tx, { situation }) => prosecutionOf(tx, situation.facts),
  placeOwner: async (tx, { input }) => [await placeOwner(tx, String(input['placeId']))],
  transferTarget: (tx, { situation }) => organisationsOf(tx, 'cell', situation.facts.transfer?.to ?? ''),
  chosen: (tx, { kind, situation }) => organisationsOf(tx, kindRow(kind).recipient, situation.facts.territory)
}

/** The competent recipient, or the one that the sender names among those who may receive this kind. */
const recipientOf = async (tx: Tx, sending: Sending): Promise<string> => {
  if (sending.to) return sending.to.orgId
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

/**
 * An act that refers to a partner which has already accepted: it holds the case, so that the act says it again without a
 * second referral. One that still has to answer is waited for.
 */
export const referOnce = async (tx: Tx, sending: Sending): Promise<void> => {
  const { caseId, kind } = sending
  const live = await tx
    .select({ state: referrals.state })
    .from(referrals)
    .where(
      and(
        eq(referrals.caseId, caseId),
        eq(referrals.kind, kind),
        inArray(referrals.state, [...liveReferralStates])
      )
    )
  const offersPlaces = kindRow(kind).route === 'placeOwner'
  if (!offersPlaces && live.some(({ state }) => state !== 'accepted'))
    throw new RuleRefused('already referred', alreadyReferred)
  if (offersPlaces || live.length === 0) await sendReferral(tx, sending)
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
  const origin = { caseId, territory: situation.facts.territory, at, version, referralId: id }
  const { answerWithin, opensAtOnce, capacity } = kindRow(kind)
  await tx.insert(deadlines).values(deadlineRow(answerWithin, at, origin))
  if (opensAtOnce) await invite(tx, { caseId, orgId: recipientOrgId, capacity, at, basis: kind })
  return id
}
