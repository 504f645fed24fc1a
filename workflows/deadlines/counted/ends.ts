import { addDays, type CivilDate } from '../../calendar/calendar.ts'
import { countIn } from '../both.ts'
import type { InLaw } from '../doubts.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../register.ts'

/** Why a time counts from its day. */
export type Since = 'notice' | 'aid' | 'lawyer' | 'recourse' | 'reasons' | 'silence' | 'cut'

/** A time that is counted whole from a day, or from so many days after it; of no place. */
export type Term = { code: DeadlineCode; from: CivilDate; hour: string | null; since: Since; later: number }

/** The last day, null where no text ends it, and the moment at which that is over. */
export type End = { on: CivilDate | null; at: number }

/** `longer`: as what its row and its notice leave in doubt may give it. */
export type Ends = (term: Term, longer: boolean) => End

/** The ends of the times against one decision, at a place: each is counted once. */
export const endsAt = (territory: string, own: InLaw | null): Ends => {
  const known = new Map<string, End>()
  const count = ({ code, from, hour, later }: Term, longer: boolean): End => {
    const { duration }: DeadlineRow = deadlineRegister[code]
    const doubts = [
      ...(own?.doubts ?? []),
      ...(hour === null && duration!.unit === 'hours' ? [{ id: 'hourUnknown' as const }] : [])
    ]
    const counted = countIn(
      {
        code,
        from: addDays(from, later),
        ...duration!,
        countedAt: `${from}T00:00:00Z`,
        sinceMajority: false,
        stood: [],
        inLaw: { hour, doubts }
      },
      territory,
      []
    )
    const first = { on: counted.dueOn, at: Date.parse(counted.dueAt) }
    if (!longer || counted.legal === null) return first
    const { endOn, endAt } = counted.legal
    return endOn === null || endAt === null
      ? { on: null, at: Infinity }
      : { on: endOn, at: Date.parse(endAt) }
  }
  return (term, longer) => {
    const key = `${term.code} ${term.from} ${term.hour} ${term.later} ${longer}`
    const end = known.get(key) ?? count(term, longer)
    known.set(key, end)
    return end
  }
}
