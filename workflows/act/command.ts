import type { Static, TObject } from 'typebox'
import { openly } from '../vocabulary/fields.ts'
import type { DeadlineCode } from '../deadlines/deadlines.ts'
import type { Opening, Recount, Upon } from './opening.ts'
import type { Facts } from '../facts/facts.ts'
import type { Apply, Leaves, Recalls } from './taught.ts'
import type { GuardId } from '../guards/guards.ts'
import type { CheckId } from '../case/checks.ts'
import type { RequirementId } from './requirements.ts'
import type { LegalCode } from '../law/register.ts'
import type { Capacity } from '../vocabulary/capacities.ts'
import type { regionStates } from '../vocabulary/states.ts'
import type {
  Bilingual,
  ConsentScope,
  DataClass,
  ReferralKind,
  RegionId,
  States
} from '../vocabulary/vocabulary.ts'

export type { Apply, Envelope, Leaves, Recalls } from './taught.ts'
export type { Answered, Doubting, Opening, Recount, Request, Upon } from './opening.ts'

/** What an act does beyond its own region, in the same transaction; `when` looks at where the act has led. */
export type Effect = { when?: GuardId } & (
  | {
      type: 'invite'
      capacity: Capacity
      who: 'territoryCell' | 'cellMembers' | 'namedReferent' | 'territoryChildProtection' | 'childPlacePolice'
    }
  | { type: 'openReferral'; kind: ReferralKind }
  /** Said to a recipient who takes part or was asked already; sent where nobody is. Never refused for having been sent. */
  /** `orRefused`: where there is nobody to reach the act is refused, for whoever acts would believe that it was read. */
  /** `ifAgreed`: only while an adult’s consent to that recipient is in force. */
  | { type: 'ensureReferral'; kind: ReferralKind; orRefused?: true; ifAgreed?: true }
  | { type: 'withdrawReferrals'; kinds: readonly ReferralKind[] }
  | {
      type:
        | 'reserveStay'
        | 'admitStay'
        | 'releaseStay'
        /** The place that is held is given back; the bed she sleeps in stays hers. */
        | 'releaseHeld'
        /** The structure takes its agreement back, with a reason: its offer is declined, its place free. */
        | 'refuseHeld'
        /** Another place of the same house, for her who is held one or sleeps in one there. */
        | 'changePlace'
        /** Every offer is over but the one by which she sleeps where she does. */
        | 'endOffers'
        | 'endConsentedSharing'
        | 'endMinorSharing'
        | 'endCellSheet'
        /** The case leaves its cell for the one of `facts.territory`. */
        | 'moveTerritory'
        /** Whoever accompanied the person for a house that is closed or suspended since accompanies them no more. */
        | 'relieveReferent'
        /** Nobody takes part any more but the cell, which keeps the record. */
        | 'endEverySharing'
        /** Sealed values are destroyed; the log and the figures stay. */
        | 'eraseSealed'
        /** Who she is, is destroyed; what was seen and decided stays. */
        | 'eraseIdentity'
        /** The case that stays must exist, be another one and be read by whoever merges. */
        | 'checkMergeTarget'
        /** Nothing may live on in a file that nobody opens, be it of a class that whoever merges may not read. */
        | 'checkNothingLive'
        /** The case goes under the protocol in force in the district that was said, where the person was met. */
        | 'pinToDistrict'
    }
  | { type: 'endParticipation'; capacities: readonly Capacity[] }
)

/**
 * What a record is about, where that is no region as a whole: of two of the same, the newer day holds, and an end is of what began
 * before it.
 */
export type Thread<I = Record<string, unknown>> = {
  of: 'leave' | 'transfer' | 'held' | 'youngAdult' | 'psp' | 'allowance' | 'age'
  /** The field that bears the day of the record. */
  day: keyof I & string
}

/** A word told to everybody: always, or where this answer was given. */
export type Aloud = { word: Bilingual; when?: { field: string; is: string } }

export type CommandRow = {
  /** The transition's number in the table of transitions.ts (T101…). */
  transition: string
  region: RegionId | null
  from: readonly string[] | 'any'
  /** `same` leaves the region where it is. */
  to: string
  /** What the button says. */
  label: Bilingual
  /** How it reads in the story of the case. */
  done: Bilingual
  input: TObject
  guards: readonly GuardId[]
  /** What is said beside the act where it does not hold, to whoever may know it: it refuses nothing. */
  warns: readonly GuardId[]
  /**
   * The act writes down what an authority has really decided, handed over or done. Neither the state of the region nor a guard,
   * nor a consent, then refuses it: what would have refused is said as unusual, beside the act and in the story of the case.
   */
  records: boolean
  /** The record is of a measure by which the person is held, banned or made to leave, or of what follows one. */
  coerces: 'begins' | 'follows' | null
  /** What its day is held against, beside or instead of its region. */
  thread: Thread | null
  /**
   * States that such a record, where it is unexpected, leaves as they are: an application or a permit that it is not about. Of what is no
   * record, those that it leaves as they are though it is expected there.
   */
  keeps: readonly string[]
  /** What it still teaches there, or where it is older than what the file knows. */
  recalls: Recalls<never> | null
  leaves: Leaves<never> | null
  /** What it requires beyond that of whoever does it, of what others have said, and of what is filled in. */
  requires: readonly RequirementId[]
  /** What the facts of the case may refuse in its form: told together, each under its field. */
  checks: readonly CheckId[]
  /** The adult's consent that the act needs; a minor's protection needs none. */
  consent: ConsentScope | null
  basis: readonly LegalCode[]
  opens: readonly Opening[]
  /** Clocks that stand still from this act on, and those that go on, with the time they stood still added. */
  suspends: readonly DeadlineCode[]
  resumes: readonly DeadlineCode[]
  /** Clocks that count again, since more or less time is left than was known. */
  recounts: readonly Recount[]
  /** What it is upon the times to appeal that are counted from all acts at once. */
  upon: readonly Upon[]
  effects: readonly Effect[]
  apply: Apply<never> | null
  /** The class a reader needs to follow the act; null leaves it to the class of its region. */
  sees: DataClass | null
  /** The act only notes what is filled in. A reader who may read none of its fields is shown no line of it. */
  notes: boolean
  /**
   * The line shown to a reader who sees the region as one coarse word. Null where the act does not change that word:
   * such a reader is then shown no line.
   */
  inAWord: Bilingual | null
  /**
   * The one word that everybody is told of the act who may not follow it, because it moves something that everybody
   * sees.
   */
  aloud: Aloud | null
  /** Somebody is waited for, always or while this holds: the act stands in the worklist of those who may do it. */
  duty: boolean | GuardId
  /** For an act that answers a clock without stopping it: the guard that holds while the answer is still missing. */
  answersWhile: GuardId | null
  /** Legal clocks and reopening outlive closure. */
  evenWhenClosed: boolean
  /** The clock or another aggregate fires it; no button offers it. */
  offered: boolean
}

/** What a row need not say; nor need it `done` where the story says what the button does. */
const defaults = {
  from: 'any',
  to: 'same',
  guards: [],
  warns: [],
  records: false,
  coerces: null,
  thread: null,
  keeps: [],
  recalls: null,
  leaves: null,
  requires: [],
  checks: [],
  consent: null,
  opens: [],
  suspends: [],
  resumes: [],
  recounts: [],
  upon: [],
  effects: [],
  sees: null,
  notes: false,
  inAWord: null,
  aloud: null,
  duty: false,
  answersWhile: null,
  evenWhenClosed: false,
  offered: true
} as const

type StateOf<R extends RegionId | null> = R extends RegionId ? keyof (typeof regionStates)[R] & string : never

type Common<S extends string> = Partial<
  Pick<CommandRow, Exclude<keyof typeof defaults, 'from' | 'to' | 'thread' | 'keeps' | 'recalls' | 'leaves'>>
> & {
  from?: readonly S[] | 'any'
  to?: S | 'same'
  keeps?: readonly S[]
}
type Needed = Pick<CommandRow, 'transition' | 'basis'>
type Spec<I extends TObject, S extends string> = Common<S> & {
  label: Bilingual
  done?: Bilingual
  input: I
  apply?: Apply<Static<I>>
  recalls?: Recalls<Static<I>>
  leaves?: Leaves<Static<I>>
  thread?: Thread<Static<I>>
}

/**
 * A writer of rows for one region: an unknown state, guard, deadline or article does not compile. `shared` is what acts of one
 * kind have in common; a row says what differs.
 */
export const rowsOf =
  <R extends RegionId | null, const C extends Common<StateOf<R>> & Partial<Needed> = object>(
    region: R,
    shared?: C
  ) =>
  <I extends TObject>(
    spec: Spec<I, StateOf<R>> & Partial<Needed> & Omit<Needed, keyof C>
  ): Omit<CommandRow, 'input'> & { input: I } => ({
    ...defaults,
    ...(shared as Needed),
    done: spec.label,
    ...spec,
    // A decision that was really taken is written down whatever it says.
    input:
      (spec.records ?? (shared as Partial<CommandRow> | undefined)?.records)
        ? openly(spec.input)
        : spec.input,
    region,
    apply: (spec.apply ?? null) as CommandRow['apply'],
    recalls: (spec.recalls ?? null) as CommandRow['recalls'],
    leaves: (spec.leaves ?? null) as CommandRow['leaves']
  })

/** Transitions that facts alone decide, taken as soon as they hold. */
export type Settling<S extends States> = {
  [K in keyof S]?: readonly { to: keyof S & string; when: GuardId | ((facts: Facts) => boolean) }[]
}

export type Region = {
  initial: string
  states: States
  always: Settling<States>
  commands: Record<string, CommandRow>
}
