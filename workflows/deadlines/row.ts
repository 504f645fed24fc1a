import type { CivilDate } from '../calendar/calendar.ts'
import type { LegalCode, LegalStatus } from '../law/register.ts'
import type { Bilingual, DataClass } from '../vocabulary/vocabulary.ts'
import type { DoubtId } from './doubts.ts'
import type { FilingId } from './filing.ts'

export type DurationUnit = 'hours' | 'days' | 'workingDays' | 'months' | 'years'
export type Duration = { n: number; unit: DurationUnit }

/** What the law said before, for the clocks that started on or before `until`. */
export type FormerLaw = { until: CivilDate; duration: Duration; basis: LegalCode }

/**
 * What stops a clock before its day, or once it is late. Rows of acts name clocks, so that acts are named here by their word
 * alone: `stopping.ts` holds that each of them is an act.
 */
export type Stops<Act extends string = string, Guard extends string = string> = {
  /** The acts that it waits for. */
  done?: readonly Act[]
  /** Waited for as well, though it goes on: they begin what another act ends, or start it anew. */
  begun?: readonly Act[]
  /** Acts that take its object away. */
  gone?: readonly Act[]
  /** Not where their own day is before the one from which it counts: what is of an earlier day ends something else. */
  goneByDay?: true
  /** Those of them that end one decision and do not say which: where the case knows several of its kind, they leave it. */
  ofOne?: readonly Act[]
  /** The answer by which an act that would stop it is about something else, and leaves it. */
  sparedBy?: Readonly<Partial<Record<Act, { field: string; is: string }>>>
  /** The answer without which such an act is about something else, or about nobody knows what. */
  onlyBy?: Readonly<Partial<Record<Act, { field: string; is: string }>>>
  /** Those of them that give a permit: only the one that was refused, or withdrawn, takes that refusal away. */
  replacing?: readonly Act[]
  /** Those of them that do so even where they leave the state of their region as it is. */
  evenKept?: readonly Act[]
  /** Its object is there while this holds: whichever act ends that stops it, and none opens it without. */
  livesWhile?: Guard
  /** What stops it that is no act of the case. */
  otherwise?: Bilingual
  /** Nothing but its day ends it, and why. */
  onlyItsDay?: Bilingual
}

export type DeadlineRow = {
  label: Bilingual
  /**
   * The class a reader needs to be told of it, as its name alone tells, or all that acts which move it are of; `referral`: that of the referral it awaits;
   * `opening`: none, it is told with the emergency access it awaits.
   */
  dataClass: DataClass | null | readonly DataClass[] | 'referral' | 'opening'
  /** Null where no text fixes it: the dated configuration does. */
  duration: Duration | null
  /** The clock whose length and alerts it has in every configuration: it counts the same, and is told to fewer. */
  sameAs: string | null
  startsOn: Bilingual
  stopsWhen: Stops
  /** Closing the case stops it. */
  endsWithCase: boolean
  /** The closed file is archived and erased without waiting for it: it warns whoever keeps the file, and closes nothing. */
  outlivesFile: boolean
  /** Days before the due day, the earliest alert first. */
  alerts: readonly number[]
  basis: LegalCode
  status: LegalStatus
  /** The command that falls due by itself; null when the clock only warns. */
  fires: FiredCommand | null
  /** What falls due instead where the case has moved on by another way: the first of these that is open. */
  firesElse: readonly 'reflection.bar_lifted'[]
  extendToWorkingDay: boolean
  /** The text that moves the end to the next working day; null where this project chose to, and where nothing moves it. */
  extendedBy: LegalCode | null
  /** The text by which certain acts start it anew; null where none does. */
  restartedBy: LegalCode | null
  /** The text or ruling that makes its last day the day after its term; null where its term is its last day. */
  frankBy: LegalCode | null
  /** The text or ruling by which the day that starts it is its first; null where it counts from the day after. */
  firstDayBy: LegalCode | null
  /** What leaves its end in law in doubt whatever is recorded: its own day is then the safe one. */
  doubted: readonly DoubtId[]
  /** What leaves it in doubt while this holds of the case, and no longer. */
  doubtedWhile: readonly { holds: 'prosecuted'; doubt: DoubtId }[]
  /** Of what starts it the earliest day is the safe one; a later one is the end in law's, by this doubt. Null: it goes on as it is. */
  earliest: DoubtId | null
  /** Alerts count from the day before extension, and one is given on it: nobody should live on the extra days. */
  alertsBeforeExtension: boolean
  /** Earlier versions of the text, the oldest first: a clock keeps the one under which it started. */
  was: readonly FormerLaw[]
  /** Stands still while this holds, and starts on the day it holds no more. */
  frozenWhile: 'minorOrDoubt' | null
  /**
   * Each decision or application has its own: it opens beside one that runs already, unless both are of the same day. What is
   * done about one is about the last of them, or the earliest.
   */
  each: false | 'last first' | 'earliest first'
  /** Ends as its day begins: one is of age at the first hour of the birthday. */
  endsAtFirstHour: boolean
  /** Where its day had passed before anybody knew, it falls due on the day it is opened: nobody is late from a birth on. */
  dueOnceKnown: boolean
  /** Counted from the latest of what starts it: what is recorded later of an earlier day moves it back to no earlier one. */
  latest: boolean
  /** An indication: it reminds of a question, and nobody who takes longer is called late. */
  indicative: boolean
  /** Danger, children, and whoever waits for the cell: a territory may answer sooner than the others, never later. */
  neverLonger: boolean
  /** Starts again as it falls due, for as long as nobody stops it. */
  repeats: boolean
  /** Its act waits for every clock of the law, and for whatever else holds it back: it falls due again, it is never lost. */
  patient: boolean
  /** From when its act is waited for. Without an alert to come, a clock calls at once. */
  calls: 'at its start' | 'from its first alert'
  /** A right that the law ends with it, at its end in law: nobody is late with it after that, and no act is refused, for what was filed is written down. */
  forecloses: boolean
  /** What can still be done once it has run out, said with the clock; null where nothing is known. */
  relief: Bilingual | null
  /** How what it waits for is filed, with whom, and whether a lawyer must; null where it waits for no court. */
  filed: FilingId | null
  /**
   * Whoever knew its day would know a birth date: always, or where it was counted from the eighteenth birthday. Such a day is
   * kept sealed, and only its month in clear.
   */
  secretDay: 'always' | 'fromMajority' | null
  /** The clock as which it starts again, where the later rounds are of another length. */
  goesOnAs: 'MNIO-STAY-REVIEW-LATER' | 'MNIO-DNA-STAY-REVIEW-LATER' | null
}

/** Acts that nobody does: time does them. `expire` is of the referral whose answer is late. */
export type FiredCommand =
  | 'reflection.expire'
  | 'expire'
  | 'acse.hold_lapsed'
  | 'dna.hold_lapsed'
  | 'minor.placement_lapsed'
  | 'majority.reached'
  | 'opp.lapsed'
  | 'contact.lost'
  | 'consent.lapsed'
  | 'merge.settle'
  | 'identity.erase'
  | 'case.archive'
  | 'case.erase'
  | 'glass.lapse'

const warns = {
  sameAs: null,
  endsWithCase: false,
  outlivesFile: false,
  alerts: [],
  fires: null,
  firesElse: [],
  extendToWorkingDay: false,
  extendedBy: null,
  restartedBy: null,
  frankBy: null,
  firstDayBy: null,
  doubted: [],
  doubtedWhile: [],
  earliest: null,
  alertsBeforeExtension: false,
  was: [],
  frozenWhile: null,
  each: false,
  endsAtFirstHour: false,
  dueOnceKnown: false,
  latest: false,
  repeats: false,
  indicative: false,
  neverLonger: false,
  patient: false,
  calls: 'from its first alert',
  forecloses: false,
  relief: null,
  filed: null,
  secretDay: null,
  goesOnAs: null
} as const

/** A writer of clocks of one kind: `shared` is what they have in common, a row says what differs. */
export const clockOf =
  <const S extends Partial<DeadlineRow>>(shared: S) =>
  <const R extends Partial<DeadlineRow>>(row: R) =>
    ({ ...shared, ...row }) as Omit<S, keyof R> & R

/** The mechanism ends with the case; the law goes on (I-18). */
const ofMechanism = { ...warns, status: 'design', duration: null, endsWithCase: true } as const
const ofLaw = { ...warns, status: 'statute' } as const

export const design = clockOf(ofMechanism)
export const statute = clockOf(ofLaw)
