import type { CivilDate } from '../calendar/civil-date.ts'
import type { DoubtId } from './doubts.ts'
import { explain } from './explanation.ts'
import type { Locale } from '../vocabulary/vocabulary.ts'

// The end in law stands among the tokens of a count, beside the safe day: whoever is told one place of a clock is so told the
// end that belongs to it.

type Computed = { computation: readonly string[] }

const ofLaw = /^lawEnd:(?:none|(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?)$/

/** `on` null: no text ends it, or none that is known. `hour`: on the clocks of the place where it is told. */
export type ToldEnd = { on: CivilDate | null; hour: string | null }

/** Null where the due day is the end in law. */
export const legalEnd = ({ computation }: Computed): ToldEnd | null => {
  const found = computation.map((token) => ofLaw.exec(token)).find((match) => match !== null)
  return found ? { on: found[1] ?? null, hour: found[2] ?? null } : null
}

/** The doubts behind it, which another count can be asked with. */
export const doubtsTold = ({ computation }: Computed): DoubtId[] =>
  computation.flatMap((token) =>
    token.startsWith('doubt:') ? [token.slice('doubt:'.length) as DoubtId] : []
  )

/** Why that end is later than the safe day, each reason with its article. */
export const legalReasons = ({ computation }: Computed, locale: Locale): string[] =>
  explain({ computation: computation.filter((token) => token.startsWith('doubt:')) }, locale)
