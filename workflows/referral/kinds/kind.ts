import type { Bilingual, ConsentScope, DataClass, SealedClass } from '../../vocabulary/terms.ts'
import type { Outcome, Refusals } from './refusals.ts'

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

/** What a capacity sees of a case. */
export type Sight = {
  /** The most that this capacity may ever see. */
  classes: readonly DataClass[]
  /**
   * Shown only as a coarse word: housed or not; procedure open, closed or convicted. With the word of justice comes what the law
   * gives whoever decides on the stay to check: the day of a final conviction (CESEDA L425-3), and whether an offence is pursued
   * that opens the permit (L425-1, L425-11), not which. The facts and guards that tell it say `coarse` in their own row.
   */
  coarse: readonly DataClass[]
  /** Needs the consent to this scope. */
  consent: Partial<Record<DataClass, ConsentScope>>
  /** Protects or cares for a minor, and needs no consent of hers: always, or while she is searched for. */
  minors?: 'always' | 'missing'
  /** Opens nothing of an adult. */
  minorsOnly?: true
}

/** A capacity: its words, and what it sees. */
export type CapacityRow = Bilingual &
  Sight & {
    /** Of several capacities of one organisation, that of the smallest number speaks first. */
    rank: number
    /**
     * What an emergency may open beyond its own sight: who she is, to find or to recognise her; what was done to her, for those
     * who face the danger with her. Nothing to whoever protects children alone, weighs her right to stay or sits in a session.
     */
    emergency: readonly SealedClass[]
  }

/** What differs from most capacities; the words, from those of its people. */
type SightRow = Pick<CapacityRow, 'rank' | 'classes'> & Partial<CapacityRow>

/** The clock of an answer: what it is called, and what differs from the clocks of most answers. */
export type AnswerClock<Act extends string = string, Law extends string = string> = {
  label: Bilingual
  /** Its length in the first version of the configuration, which every later one was copied from. */
  within: { n: number; unit: 'hours' | 'days' | 'workingDays' }
  /** Days before the due day. */
  alerts?: readonly number[]
  startsOn?: Bilingual
  basis?: Law
  /** A length that practice gives as an indication: nobody who takes longer is late. */
  indicative?: true
  /** Of a child, or of danger: no territory answers later than the others. */
  neverLonger?: true
  /** Acts of the case that take its object away. */
  gone?: readonly Act[]
}

/** Acts, guards, facts and articles stand above recipients, and are named here by their word alone. */
type Names = { act: string; guard: string; fact: string; law: string }

/** All there is to say of one recipient; `kinds.ts` holds that every name in it is known. */
export type Recipient<Named extends Names = Names> = {
  label: Bilingual
  /** Where a person was sent, and who refused, is of the region that the referral serves. */
  dataClass: DataClass
  /** Which kind of organisation answers, and the role that its people hold. */
  recipient: string
  role: Bilingual & { id: string }
  route: Route
  /** In which capacity the recipient takes part once it has accepted. */
  capacity: string
  sight: SightRow
  /** The consent of an adult that the referral rests on; null where law has it sent without. */
  consent: ConsentScope | null
  /** What must hold of the case; the reason is shown where it does not. */
  eligible: readonly Named['guard'][]
  /** Facts that the recipient may weigh before it answers: coded and coarse, never who, with whom or where. */
  preview: readonly Named['fact'][]
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
  answerWithin: string
  clock: AnswerClock<Named['act'], Named['law']>
  /** Whose person with a name is waited for after silence, and after refusals that escalate. */
  escalatesTo: 'cell' | 'sender'
  refusals: Refusals
  /** Acts on the case, in the same transaction; a refusal moves it by where its reason leads. */
  onAccept: Named['act'] | null
  onDecline: Partial<Record<Outcome, Named['act']>>
  /** The recipient says that its own part is done. */
  onEnd: Named['act'] | null
  /** Either side walks away from what is under way. */
  onWithdraw: Named['act'] | null
}

/** The people of organisations to which more than one recipient belongs. */
export const people = {
  shelter: { id: 'shelter', fr: 'structure d’accueil', en: 'shelter' },
  ofii: { id: 'ofii', fr: 'OFII', en: 'immigration office (OFII)' },
  /** Answers one referral through a link, without an account. */
  external: { id: 'external', fr: 'destinataire par lien', en: 'recipient by link' }
} as const

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
