import { besideUnanswered } from '../../guards/asked.ts'
import type { Situation } from '../../guards/guards.ts'

/** The clock of which each application has its own. */
export const ownSilence = 'D-SILENCE-OTHER'

/**
 * Which silences an answer ends (R432-2): those that count from the day of what is answered, unless something else was asked for on
 * that day. `undated`: what is answered has no day in the case, and its clock is the earliest.
 */
export const silencesEnded = (before: Situation | null, after: Situation) => {
  const left = besideUnanswered(after.facts).map(({ on, permit }) => ({ on, permit }))
  const gone = (before === null ? [] : besideUnanswered(before.facts)).filter(({ on, permit }) => {
    const at = left.findIndex((one) => one.on === on && one.permit === permit)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const still = besideUnanswered(after.facts).map(({ on }) => on)
  return {
    days: gone.flatMap(({ on }) => (on === null || still.includes(on) ? [] : [on])),
    undated: gone.some(({ on }) => on === null)
  }
}
