import type { Sent } from '../gate/sent.ts'
import type { Noise } from '../noise/deviations.ts'
import type { CountedTable, ReleasedTable } from '../table/counted.ts'
import type { Audience } from './rules.ts'

/** The tables of one release, as each audience would read them. */
export type Shown = Readonly<Record<Audience, readonly ReleasedTable[]>>

/** What one attack tried, and how much it found; `passed` where that is no more than may be found. */
export type Attack = { id: string; passed: boolean; tried: number; found: number }

/** Which small cells of a table could still be narrowed down, by name; those that stand in several tables are named in each. */
export type Failed = { audience: Audience; table: string; cells: readonly string[] }

export type Judgement = {
  attacks: readonly Attack[]
  /** Of one that has not withstood them; none where no one cell did not. */
  failed: readonly Failed[]
  /** The same tables, with what had to be masked beyond the rule. */
  tables: Shown
  masked: readonly { audience: Audience; table: string; cells: number }[]
  /** The names of those cells: later releases are attacked with them. */
  beside: Beside
}

/**
 * Which cells were masked beyond the rule for each audience; `lifted`: for partners, because noise lifted them to the public's threshold.
 * `whole`: shown, and of everybody in a line that many stand in; undefined of a release made before that was looked for.
 */
export type Beside = Readonly<Record<Audience | 'lifted', readonly string[]>> & {
  readonly whole?: readonly string[]
}

/** What is attacked: a release, and all that were published of its year before, the oldest first. `asOf`: the instant as which they count. */
export type Earlier = {
  asOf: number
  /** When it was published; undefined of one that was given up. */
  outSince?: number
  tables: Shown
  beside: Beside
}
type Held = ReadonlyMap<string, number>
/**
 * An organisation that flagged many knows its own cases, and subtracts them: everywhere, or `along` the lines of the département in
 * which most of those flagged or found are its own. `own`: how many of them are in each cell; `before`: as of each release before,
 * null where that is not known any more.
 */
export type Contribution = {
  name: string
  along?: readonly string[]
  own: Held
  before: readonly (Held | null)[]
}
/** Exact numbers that were sent for a report at an instant: of cells together, by their names. */
export type SentOut = { at: number; sums: Sent['sums'] }
export type ToAttack = {
  asOf: number
  /** Of whom it is: of those flagged in that year. */
  year: number
  /** What is published of it, as of each release of the year. */
  noise: Noise
  tables: Shown
  before: readonly Earlier[]
  /** Only to judge what least squares recover: no attack sees it. */
  counted: readonly CountedTable[]
  contributors: readonly Contribution[]
  /** Of the year, in their order. */
  sent: readonly SentOut[]
}
export type Progress = (share: number) => void

/** Attacks a release together with those before it, and masks what can be narrowed down. Takes minutes. */
export type Gate = (asked: ToAttack, onProgress: Progress) => Promise<Judgement>
