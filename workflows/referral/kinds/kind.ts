import type { Capacity } from '../../vocabulary/capacities.ts'
import type { DeadlineCode } from '../../deadlines/register.ts'
import type { GuardId } from '../../guards/guards.ts'
import type { PreviewFact } from '../preview.facts.ts'
import type { Outcome, Refusals } from './refusals.ts'
import type { Bilingual, ConsentScope, DataClass } from '../../vocabulary/vocabulary.ts'

/** Kinds of organisations that answer referrals; the words are those of policies/actor.ts. */
export type RecipientType =
  | 'acse'
  | 'shelter'
  | 'ofii'
  | 'dna_centre'
  | 'prefecture'
  | 'prosecution'
  | 'police'
  | 'labour_inspection'
  | 'ase'
  | 'juvenile_court'
  | 'ad_hoc'
  | 'health'
  | 'psp'
  | 'cell'
  | 'external'

/**
 * How the recipient is found: the national one; the one of the case's territory; the prosecution of the place of the
 * acts, or of where a minor was found; the département where the child is, or was last found; the juvenile court that has
 * the court of that place; of those who speak for a child, one of the court that names, or of where the child is; the owner of the offered place; the territory a transfer names; or one that the
 * sender chooses.
 */
export type Route =
  | 'national'
  | 'territory'
  | 'factsPlace'
  | 'childPlace'
  | 'juvenile'
  | 'guardian'
  | 'placeOwner'
  | 'transferTarget'
  | 'chosen'

/** Rows of acts name referrals, so that the acts are named here by their word alone: `kinds.ts` holds that each of them is one. */
export type KindRow<Act extends string = string> = {
  label: Bilingual
  /** Where a person was sent, and who refused, is of the region that the referral serves. */
  dataClass: DataClass
  recipient: RecipientType
  route: Route
  /** In which capacity the recipient takes part once it has accepted. */
  capacity: Capacity
  /** The consent of an adult that the referral rests on; null where law has it sent without. */
  consent: ConsentScope | null
  /** What must hold of the case; the reason is shown where it does not. */
  eligible: readonly GuardId[]
  /** Facts that the recipient may weigh before it answers: coded and coarse, never who, with whom or where. */
  preview: readonly PreviewFact[]
  /** Fields of the form of the act that sends it, which say what is asked: shown with the preview. */
  tells: readonly string[]
  /** By link, the association that sends it is named: a profession held to secrecy answers to a name. */
  namesSender: boolean
  /** The law has it transmitted whole: the recipient takes part from the sending on, its answer only takes charge. */
  opensAtOnce: boolean
  /** Asked anew in the département to which the person moves. */
  follows: boolean
  /** May be answered through a link by a recipient who has no account. */
  byLink: boolean
  answerWithin: DeadlineCode
  /** Whose person with a name is waited for after silence, and after refusals that escalate. */
  escalatesTo: 'cell' | 'sender'
  refusals: Refusals
  /** Acts on the case, in the same transaction; a refusal moves it by where its reason leads. */
  onAccept: Act | null
  onDecline: Partial<Record<Outcome, Act>>
  /** The recipient says that its own part is done. */
  onEnd: Act | null
  /** Either side walks away from what is under way. */
  onWithdraw: Act | null
}

/** What most kinds share; a row says what differs. */
export const usual = {
  route: 'territory',
  consent: null,
  eligible: [],
  tells: [],
  namesSender: false,
  opensAtOnce: false,
  follows: false,
  byLink: false,
  escalatesTo: 'cell',
  onAccept: null,
  onDecline: {},
  onEnd: null,
  onWithdraw: null
} as const
