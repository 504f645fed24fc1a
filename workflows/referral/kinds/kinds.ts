import type { CommandType } from '../../case/commands.ts'
import type { Capacity } from '../../vocabulary/capacities.ts'
import { choice, closed, longText, optional, type FieldNotes } from '../../vocabulary/fields.ts'
import { guards, type GuardId, type Situation } from '../../guards/guards.ts'
import { recipients, type AnswerCode, type RecipientType } from './recipients.ts'
import type { Recipient } from './kind.ts'
import type { PreviewFact } from '../preview.facts.ts'
import type { ReferralCommand, ReferralState } from '../machine.ts'
import type { LegalCode } from '../../law/register.ts'
import type { Bilingual, ReferralKind } from '../../vocabulary/vocabulary.ts'

export type { Outcome } from './refusals.ts'

/** A recipient of which every name is known: a word that no other table has does not compile. */
export type KindRow = Recipient<{ act: CommandType; guard: GuardId; fact: PreviewFact; law: LegalCode }> & {
  recipient: RecipientType
  capacity: Capacity
  answerWithin: AnswerCode
}

export const kinds = recipients satisfies Record<ReferralKind, KindRow>

// An act that is none does not compile.
export const kindRow = (kind: ReferralKind): KindRow => kinds[kind]

/** Places are offered to several at once; those whom the law has told know already. */
export const mayRepeat = (kind: ReferralKind): boolean => {
  const { route, opensAtOnce } = kindRow(kind)
  return route === 'placeOwner' || opensAtOnce
}

/** What two referrals seek is one thing: the same act ends it. */
export const seekTheSame = (one: ReferralKind, other: ReferralKind): boolean =>
  kindRow(one).onWithdraw === kindRow(other).onWithdraw

const toldByLaw: Bilingual = {
  fr: 'Ce que la loi fait transmettre ne se retire pas : le destinataire répond, ou le transmet à qui est compétent.',
  en: 'What the law has told is not taken back: the recipient answers, or passes it on to whoever is competent.'
}

const stillProtected: Bilingual = {
  fr: 'La personne est protégée comme mineure : ce que la loi vous a transmis ne se quitte pas. Transmettez-le au service compétent, qui le reçoit à l’instant où vous le quittez.',
  en: 'The person is protected as a minor: what the law has told you is not left. Pass it on to the competent service, which receives it as you leave.'
}
const alreadyTaken: Bilingual = {
  fr: 'Une orientation acceptée ne se transmet plus : terminez-la, et l’expéditeur s’adressera ailleurs.',
  en: 'An accepted referral is no longer passed on: end it, and the sender will ask elsewhere.'
}

/** Where a referral stands when a step is asked for, and its case, as far as who asks takes part in it. */
export type Standing = { state: ReferralState; situation: Situation | null }

/** Until it is accepted any referral may be passed on; afterwards only what the law has told. */
export const passesOn = (kind: ReferralKind, state: ReferralState): boolean =>
  state !== 'accepted' || kindRow(kind).opensAtOnce

/**
 * Why this step may not be taken for a kind, or null. Nobody takes back what the law has told; who was told of a child passes
 * it on, even once in charge, and never walks away.
 */
export const keptByLaw = (
  kind: ReferralKind,
  command: ReferralCommand,
  { state, situation }: Standing
): Bilingual | null => {
  if (command === 'transfer' && !passesOn(kind, state)) return alreadyTaken
  if (!kindRow(kind).opensAtOnce) return null
  if (command === 'withdraw') return toldByLaw
  const leaves = command === 'end' || command === 'decline'
  return leaves && situation && guards.underProtection.holds(situation) ? stillProtected : null
}

/** Who reads the case from the sending on takes charge by acting on it: nobody presses it for an answer afterwards. */
export const answersByActing = (kind: ReferralKind, capacity: Capacity): boolean => {
  const row = kindRow(kind)
  return row.opensAtOnce && row.capacity === capacity
}

/** The refusal form of a kind: a coded reason, and words if they help. */
export const refusalInput = (kind: ReferralKind) => {
  const reasons = Object.fromEntries(
    Object.entries(kindRow(kind).refusals).map(([code, { label }]) => [code, label])
  )
  const notes: FieldNotes = { label: { fr: 'Motif', en: 'Reason' } }
  return closed({
    reason: choice(reasons, notes),
    note: optional(
      longText({
        label: { fr: 'Précisions utiles à la suite', en: 'Details useful for what follows' },
        hint: { fr: 'Sans nom ni adresse.', en: 'No name, no address.' }
      })
    )
  })
}
