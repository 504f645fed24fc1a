import type { DeadlineCode } from '../deadlines/deadlines.ts'
import type { DoubtId } from '../deadlines/doubts.ts'
import type { GuardId } from '../guards/guards.ts'
import type { ConsentScope } from '../vocabulary/vocabulary.ts'

/** A field of the input that has this value, or has it among those ticked. */
export type Answered = { field: string; is: string | boolean }

/**
 * A doubt that an act leaves about the end of a clock: where a field has this value, is filled, or is not. `from`: the field that
 * gives the other day from which it may count.
 */
export type Doubting = {
  doubt: DoubtId
  whenInput?: { field: string; is: string | boolean }
  given?: string
  unlessGiven?: string
  from?: string
}

/**
 * What an act does to a clock that counts already, of these the last: a doubt about its end; or its whole length again from a day,
 * once that doubt is settled. A clock whose end in law was over by that day stays as it is.
 */
export type Recount = {
  codes: readonly DeadlineCode[]
  whenInput: readonly { field: string; is: string }[]
  unlessInput?: { field: string; is: string }
  unlessGiven?: string
  /** The field that gives the day of what is recorded. */
  on: string
  doubt?: DoubtId
  settles?: DoubtId
  /** What it settles only gives way to what it leaves: the safe day stays. */
  keepsDay?: true
  /** The field that gives the day of what is answered here, which nobody had written down: it settles where that was in time. */
  asked?: string
  /** Without that day and without the doubt, the safe day stays and these are left: an answer implies that something was asked. */
  implied?: readonly Doubting[]
  /** What interrupts it once: the mark that an answer leaves, beside which another moves no safe day. */
  once?: DoubtId
  /** After so many months silence answers it, and is open to appeal as long: what comes later moves no safe day. */
  silentAfter?: number
  /** The doubts that are left. */
  leaves?: readonly Doubting[]
  /** The field that gives the day of the decision it is about, of several that each have their time; unsaid, it may be any that stood. */
  which?: string
  /**
   * Unsaid, and several decisions with times among these may be meant: each is left in this doubt, and no safe day of theirs moves
   * later. `within`: so many days after its notice one that is over may be meant as well. `decisions`: the times by which the decision that
   * is said is known; a day that is of none of them counts as unsaid, and leaves what it is about in doubt.
   */
  several?: {
    among: readonly DeadlineCode[]
    leaves: DoubtId
    within?: number
    decisions?: readonly DeadlineCode[]
  }
  /** What is left in doubt of each, where several that have one of these doubts may be meant. */
  unsure?: { leaves: DoubtId; among: readonly DoubtId[] }
}

/** What lengthens a time to appeal while it waits for its answer. */
export type Request = 'aid' | 'gracious' | 'hierarchical' | 'reasons'

/**
 * What an act is upon the times to appeal that are counted from all the acts upon them: a request, its answer, or what cuts a time to
 * seven days or to 48 hours. `among`: the times by which the decision is known that it is of; `beside`: those of the person that it may cut
 * as well. `asked`: the field of the day of what it answers; `maybe`: the person was perhaps not told, and then nothing is cut.
 */
export type Upon = {
  whenInput: readonly { field: string; is: string }[]
  unlessGiven?: string
  on: string
  which: string
  among: readonly DeadlineCode[]
} & (
  | { does: 'asks'; what: Request; lengthens: readonly DeadlineCode[] }
  | {
      does: 'answers'
      what: Request
      lengthens: readonly DeadlineCode[]
      asked: string
      lawyer?: string
      /** Its own text: the new time runs from so many days after it. */
      later?: number
    }
  | {
      does: 'cuts'
      to: 'week' | 'hours'
      hour?: string
      maybe?: true
      /** The field of the day by which what cuts is known, where it may be said again. */
      by?: string
      beside: readonly DeadlineCode[]
    }
)

/**
 * A deadline that an act opens. It runs from the act itself, or from the civil date that an input field gives
 * (`identity.birthDate` looks inside); without that date it is not opened.
 */
export type Opening = {
  code: DeadlineCode
  /** Only where this held before the act: a flag, which has no before, opens nothing so. */
  was?: GuardId | readonly GuardId[]
  /** Only where this holds after it, or does not. */
  when?: GuardId | readonly GuardId[]
  unless?: GuardId
  /** Only where that began to hold with the act: what held already has had its clock, whatever else is answered now. */
  newly?: true
  /** Only when this field of the input is filled, or only when it is not. */
  given?: string
  unlessGiven?: string
  /** And only where this other one is not. */
  unlessSaid?: string
  /** And only where this field has another value than each of these, or none. */
  unlessInput?: Answered | readonly Answered[]
  /** Never from before the day that this other field gives. */
  notBefore?: string
  /** Only when a field of the input has this value, or each of these fields its own. */
  whenInput?: Answered | readonly Answered[]
  startsOn?: string
  /** Instead of a field: the earliest of these days that the case knows, of those that follow what the act records (`notAfter`). */
  sinceFact?: {
    earliest: readonly ('convictionsFinalOn' | 'finalOn' | 'damagesOn' | 'permitAskedOn')[]
    notAfter?: string
  }
  endsOn?: string
  /** The field that gives the hour of that day, `HH:mm`: of clocks that count hours. */
  atHour?: string
  /** The field that gives the day of the notice, of a clock that counts from another. */
  notice?: string
  /** What may give the person more than the safe day, where its answer is in the form. */
  doubts?: readonly Doubting[]
  /** Only where the case has none of that name, be it over: what came first is counted by its own act. */
  first?: true
  /** Opened all the same beside those of which it cannot be, and left in this doubt. */
  beside?: DoubtId
  /** Only where none of this other name is still to end on its day, in law as well: the act makes that one longer instead. */
  yieldsTo?: DeadlineCode
  /** The doubt that is left out where the case has counted a time of that other name against the same decision, be it over or stopped. */
  unlessCounted?: DoubtId
  /** Starts anew where it already runs; the others go on as they are. */
  restarts?: boolean
  /** Of the same decision, known by the day that `notice` gives, it is said better: it takes the place of that one alone. */
  corrects?: true
  /** Starts anew what already runs from an earlier day, and opens nothing else. */
  interrupts?: true
  /** Counts the year of these consents: only when one is asked, and anew when all of them that stand are given again. */
  ofScopes?: readonly ConsentScope[]
}
