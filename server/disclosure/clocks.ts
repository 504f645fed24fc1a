import { deadlineClass } from '../../policies/disclosure.ts'
import { pinTold } from '../../workflows/configuration/local/told.ts'
import { asItStands } from '../deadlines/sealed.ts'
import { toldClock } from '../deadlines/disclosure.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import type { Sight } from '../../policies/sight.ts'

export type Opening = (clock: DeadlineEntry) => DeadlineEntry

const toldPart = <T extends { configVersion: string }>(clock: T, sight: Sight): T => ({
  ...clock,
  configVersion: pinTold(clock.configVersion, sight)
})

/**
 * A clock by the count that this reader is told, and under the part of its pair that they are told. The day from which a birth date is read is for whoever may read that date; to
 * the others, its month.
 */
export const discloseClock = (sight: Sight, open: Opening, now: Date): Opening =>
  sight.sees('B')
    ? (clock) => toldPart(asItStands(toldClock(open(clock), sight), now), sight)
    : (clock) => toldPart(toldClock(clock, sight), sight)

/** Whether the name of a clock tells nothing of whom it is. */
export const isOfNoClass = (code: string): boolean => deadlineClass(code) === null
