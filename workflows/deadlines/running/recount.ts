import type { CivilDate } from '../../calendar/calendar.ts'
import type { Recount } from '../../act/command.ts'
import type { Measure } from '../both.ts'
import { isOfADay, withDoubt, type Doubted, type InLaw } from '../doubts.ts'
import type { DeadlineCode } from '../register.ts'
import { dayIn, doubtsIn } from './opening.ts'

type Input = Record<string, unknown>

/** What of an act counts again, with the day of what is recorded. */
export const recountsIn = (
  recounts: readonly Recount[],
  input: Input
): { recount: Recount; on: CivilDate }[] =>
  recounts
    .filter(({ whenInput }) => whenInput.every(({ field, is }) => input[field] === is))
    .flatMap((recount) => {
      const on = dayIn(input, recount.on)
      return on === null ? [] : [{ recount, on }]
    })

type Counting = Pick<Measure, 'from' | 'stood' | 'inLaw'>
type Recounted = Counting & { becomes: DeadlineCode | null }

const without = (doubts: readonly Doubted[], id: Recount['settles']) => doubts.filter((one) => one.id !== id)

/**
 * How a clock counts after it: null where it is not about this one, as what settles a doubt is not about a clock that never had
 * it. A doubt leaves the safe day where it is; what settles one gives the whole length again, from that day.
 */
export const recounted = (
  { recount, on }: { recount: Recount; on: CivilDate },
  input: Input,
  { from, stood, inLaw }: Counting
): Recounted | null => {
  const { doubt, settles, becomes, atHour, leaves = [] } = recount
  const { hour, doubts }: InLaw = inLaw ?? { hour: null, doubts: [] }
  if (doubt !== undefined) {
    const one = { id: doubt, ...(isOfADay(doubt) && { from: on }) }
    return { from, stood, inLaw: { hour, doubts: withDoubt(doubts, one) }, becomes: null }
  }
  const left = doubtsIn(leaves, input)
  if (becomes !== undefined) {
    const said = atHour === undefined ? undefined : input[atHour]
    return {
      from: on,
      stood: [],
      inLaw: { hour: typeof said === 'string' ? said : null, doubts: left },
      becomes
    }
  }
  if (!doubts.some(({ id }) => id === settles)) return null
  const kept = without(doubts, settles)
  return { from: on, stood: [], inLaw: { hour, doubts: [...kept, ...left] }, becomes: null }
}
