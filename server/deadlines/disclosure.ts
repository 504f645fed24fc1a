import { countIn } from '../../workflows/deadlines/both.ts'
import type { DeadlineEntry, EventRow } from '../cases/store.ts'
import { measureOf } from './kept.ts'
import { saidAt, spokenBy } from './firing-time.ts'

type Met = Pick<DeadlineEntry, 'metStartsOn' | 'metDueOn' | 'metDueAt' | 'metComputation'>
type Days = Pick<DeadlineEntry, 'startsOn' | 'dueOn' | 'dueAt' | 'computation'>

/** Whether a reader may know where the person is. */
type Placed = { placed: boolean }

/** Of what is counted twice, what this reader is told: where she is or, where they may not know of that, where she was met. */
export const countedFor = <T>({ placed }: Placed, here: T, met: () => T): T => (placed ? here : met())

export const toldClock = <T extends Days & Met>(clock: T, reader: Placed): T =>
  countedFor(reader, clock, () => ({
    ...clock,
    startsOn: clock.metStartsOn,
    dueOn: clock.metDueOn,
    dueAt: clock.metDueAt,
    computation: clock.metComputation
  }))

/** The same of what a clock did. */
export const toldWord = (event: EventRow, reader: Placed): EventRow => {
  const { at, metAt, input, metInput } = event
  return countedFor(reader, event, () => ({ ...event, at: metAt ?? at, input: metInput ?? input }))
}

/** By the hour of where its reader works: an answer is awaited so from whoever takes no part yet, and is told no place. */
export const countedAt = <T extends DeadlineEntry>(clock: T, territory: string): T => {
  const { startsOn, dueOn, dueAt, computation } = countIn(measureOf(clock), territory, [])
  return { ...clock, startsOn, dueOn, dueAt: new Date(dueAt), computation }
}

const overAt = (clock: DeadlineEntry) => saidAt({ kind: 'due', at: clock.dueAt.toISOString() }, clock)

/** When a clock that ran out then is told to have run out, by the count that its reader is told. */
export const toldOver = (at: Date, clock: DeadlineEntry, told: DeadlineEntry): Date =>
  spokenBy(at, overAt(clock), overAt(told))
