import type { Actor } from '../../policies/actor.ts'
import { isMinor, type Facts } from '../../workflows/facts.ts'
import { guards, type Situation } from '../../workflows/guards.ts'
import type { Route } from '../../workflows/kinds/kind.ts'
import type { PlaceOffer } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral.kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary.ts'
import { organisationsOf } from '../cases/participation.ts'
import type { Tx } from '../db/context.ts'
import { RuleRefused } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { addressIn, externalRecipient } from '../links/open.ts'
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
  if (place === null) throw new RuleRefused('the place of the acts is unknown', guards.factsPlaceKnown.reason)
  return organisationsOf(tx, 'prosecution', place)
}

export const candidates: Record<Route, (tx: Tx, sending: Sending) => Promise<(string | null)[]>> = {
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
export const recipientOf = async (tx: Tx, sending: Sending): Promise<string> => {
  if (sending.to) return sending.to.orgId
  if (addressIn(sending)) return externalRecipient(tx)
  const found = await candidates[kindRow(sending.kind).route](tx, sending)
  const named = sending.input['recipientId']
  const recipient = named === undefined ? found[0] : found.find((id) => id === named)
  if (!recipient) throw noRecipient()
  return recipient
}
