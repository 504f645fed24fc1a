import type { CivilDate } from '../../workflows/calendar/calendar.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import { contestedIn } from '../../workflows/deadlines/running/contested.ts'
import { legalEnd, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { stoppableStates } from '../../workflows/deadlines/states.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'

/** What is written down late of a day on which the right was not over counts as if it had been written that day. */
export const stoodOn = (
  clock: Pick<DeadlineEntry, 'n' | 'startsOn' | 'dueOn' | 'computation'>,
  day: CivilDate
): boolean => {
  const end = legalEnd(clock)
  // One that only its document's own end counts has no first day here.
  return (
    (clock.n === 0 || clock.startsOn <= day) &&
    (end === null ? clock.dueOn >= day : end.on === null || end.on >= day)
  )
}

const stoppable = `${selectAll(deadlines)} where case_id = $1 and code = any($2::text[])
  and state in (${listed(stoppableStates)}) and referral_id is null for update`

const stop = `update deadline set state = 'stopped', next_at = null where case_id = $1 and id = any($2::uuid[])`

export const stopClocks = async (tx: Tx, caseId: string, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0) await runQuery(tx, stop, [caseId, ids])
}

type Entry = DeadlineEntry & { code: DeadlineCode }

/** Stops the times against the decision that an appeal contests, and no other. */
export const stopContested = async (
  tx: Tx,
  caseId: string,
  { command, input }: { command: CommandType; input: Record<string, unknown> },
  codes: readonly DeadlineCode[]
): Promise<void> => {
  if (codes.length === 0) return
  const clocks = await runQuery<Entry>(tx, stoppable, [caseId, codes])
  const ids = contestedIn(command, clocks, input, stoodOn).map(({ id }) => id)
  await stopClocks(tx, caseId, ids)
}
