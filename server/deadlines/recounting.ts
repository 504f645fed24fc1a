import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { allConcerned, recountsIn, type Recounting } from '../../workflows/deadlines/running/concerned.ts'
import { recounted } from '../../workflows/deadlines/running/recount.ts'
import type { InLaw } from '../../workflows/deadlines/doubts.ts'
import { endingLater } from '../../workflows/deadlines/running/earlier.ts'
import { datedStates, type DeadlineState } from '../../workflows/deadlines/states.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { recountedAs, type Where } from './anew.ts'
import { stoodOn } from './contested.ts'
import { heldAsMoved } from './earlier.ts'
import { measureOf, rewriteClocks } from './kept.ts'
import { opened } from './sealed.ts'

type Change = Where & {
  caseId: string
  seq: number
  command: CommandType
  input: Record<string, unknown>
}

const ofCodes = `${selectAll(deadlines)} where case_id = $1 and code = any($2::text[])
  and state = any($3::text[]) order by starts_on desc, due_on desc for update`

/** Whether anything was written. */
const recount = async (tx: Tx, change: Change, clock: DeadlineEntry, one: Recounting): Promise<boolean> => {
  const stands = { ...measureOf(clock), dueOn: clock.dueOn }
  const anew = recounted(one, change.input, stands)
  if (!anew) return false
  await rewriteClocks(tx, [recountedAs(clock, anew, change)])
  return true
}

type In = { codes: readonly string[]; states?: readonly DeadlineState[] }

const clocksOf = async (tx: Tx, { caseId, keys }: Change, { codes, states = datedStates }: In) =>
  (await runQuery<DeadlineEntry>(tx, ofCodes, [caseId, codes, states])).map((row) => opened(keys, row))

/**
 * Counts again what an act lengthens or shortens: of the clocks that it names the last, as an appeal is against the last
 * decision, or those of the decision that it says.
 */
export const followRecounts = async (tx: Tx, change: Change): Promise<void> => {
  const { command, input } = change
  const all = recountsIn(commandRow(command).recounts, input)
  if (all.length === 0) return
  const named = all.flatMap(({ recount: { codes, several } }) => [
    ...codes,
    ...(several?.among ?? []),
    ...(several?.decisions ?? [])
  ])
  const codes = [...new Set(named)]
  const before = await clocksOf(tx, change, { codes })
  const contested = await clocksOf(tx, change, { codes, states: ['stopped'] })
  // Read again only once something was written: most rows of an act are about none of the clocks that stand.
  let standing = before
  for (const one of all) {
    const now = standing.filter(({ code }) => one.recount.codes.some((own) => own === code))
    let isWritten = false
    for (const { clock, recounting } of allConcerned({ now, before, contested }, one, input, stoodOn))
      isWritten = (await recount(tx, change, clock, recounting)) || isWritten
    if (isWritten) standing = await clocksOf(tx, change, { codes })
  }
  const count = (row: DeadlineEntry, inLaw: InLaw) => recountedAs(row, { inLaw }, change)
  await rewriteClocks(tx, await heldAsMoved(tx, endingLater(standing, before), change, count))
}
