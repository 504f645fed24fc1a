import { guards, type Situation } from '../../guards/guards.ts'
import { isOfADay, withDoubt } from '../doubting.ts'
import type { Doubted, InLaw } from '../doubts.ts'
import type { Measure } from '../both.ts'
import { deadlineCodes, deadlineRegister, type DeadlineCode } from '../register.ts'
import type { DeadlineRow } from '../row.ts'

// What may give more than the safe day, once a clock counts: while something holds of the case, and of two days that start it.

const rowOf = (code: DeadlineCode): DeadlineRow => deadlineRegister[code]

/** The clocks whose end in law comes into doubt by an act, or out of it. */
export const codesRedoubted = (before: Situation, after: Situation): DeadlineCode[] =>
  deadlineCodes.filter((code) =>
    rowOf(code).doubtedWhile.some(({ holds }) => guards[holds].holds(before) !== guards[holds].holds(after))
  )

export const inLawOrNone = (inLaw: InLaw | null | undefined): InLaw => inLaw ?? { hour: null, doubts: [] }

/** Null of what knows nothing beyond its start. */
export const known = (inLaw: InLaw): InLaw | null =>
  inLaw.hour === null && inLaw.doubts.length === 0 && inLaw.notice === undefined ? null : inLaw

/** What leaves its end in doubt where the case stands so; null where nothing does. */
export const doubtedIn = (code: DeadlineCode, inLaw: InLaw | null | undefined, situation: Situation) => {
  const stands = inLawOrNone(inLaw)
  const left = rowOf(code).doubtedWhile.reduce<readonly Doubted[]>(
    (some, { holds, doubt }) =>
      guards[holds].holds(situation) ? withDoubt(some, { id: doubt }) : some.filter(({ id }) => id !== doubt),
    stands.doubts
  )
  return known({ ...stands, doubts: left })
}

type Start = Pick<Measure, 'inLaw'> & { startsOn: string }

/** One clock of two days that start it: the earlier is the safe one, and the later that of the end in law. */
export const joined = (code: DeadlineCode, one: Start, other: Start): Required<Start> | null => {
  const { earliest } = rowOf(code)
  if (earliest === null) return null
  const [first, last] = one.startsOn <= other.startsOn ? [one, other] : [other, one]
  const own =
    first.startsOn === last.startsOn || !isOfADay(earliest) ? [] : [{ id: earliest, from: last.startsOn }]
  const doubts = [...inLawOrNone(other.inLaw).doubts, ...own].reduce<readonly Doubted[]>(
    withDoubt,
    inLawOrNone(one.inLaw).doubts
  )
  return { startsOn: first.startsOn, inLaw: doubts.length === 0 ? null : { hour: null, doubts } }
}
