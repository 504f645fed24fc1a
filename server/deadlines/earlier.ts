import type { CivilDate } from '../../workflows/calendar/calendar.ts'
import type { InLaw } from '../../workflows/deadlines/doubts.ts'
import { actsAbout, heldAgainst, timesBeside, type Filed } from '../../workflows/deadlines/running/earlier.ts'
import { unsettled } from '../../workflows/deadlines/running/unsettled.ts'
import { isDated } from '../../workflows/deadlines/states.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { recountedAs, type Where } from './anew.ts'
import { stoodOn } from './contested.ts'
import { rewriteClocks } from './kept.ts'

// What was written down before a decision, or before what kept its time open, is read again where that time opens or ends later.

/** `seq`: that of the act that is being written, which is none of these. */
export type Written = { caseId: string; seq: number }

const filed = `select command, input from case_event
  where case_id = $1 and seq < $2 and struck_by is null and command = any($3::text[]) order by seq`
const ofCodes = `${selectAll(deadlines)} where case_id = $1 and referral_id is null and code = any($2::text[])`

type Clock = Pick<DeadlineEntry, 'id' | 'code' | 'n' | 'startsOn' | 'dueOn' | 'computation'> & {
  inLaw?: InLaw | null
}

/** What the case has on file that may be about these times, and every time of the decisions that it may be about, the contested too. */
const onFile = async (tx: Tx, { caseId, seq }: Written, codes: readonly string[]) => {
  const acts = actsAbout(codes)
  const all = acts.length === 0 ? [] : await runQuery<Filed>(tx, filed, [caseId, seq, acts])
  if (all.length === 0) return { all, others: [] }
  return { all, others: await runQuery<DeadlineEntry>(tx, ofCodes, [caseId, timesBeside(codes)]) }
}

const isOther =
  ({ id }: Pick<Clock, 'id'>) =>
  (one: Pick<Clock, 'id'>) =>
    one.id !== id

type Counting<C> = { count: (row: C, inLaw: InLaw) => C; dueOf: (code: string, from: CivilDate) => CivilDate }

/**
 * What opens, held against what was written down before it. Of those that were there, what may have been of it moves no safe day
 * later any more.
 */
export const holdOpened = async <C extends Clock>(
  tx: Tx,
  rows: readonly C[],
  of: Written & Where,
  { count, dueOf }: Counting<C>
): Promise<C[]> => {
  const { all, others } = await onFile(
    tx,
    of,
    rows.map(({ code }) => code)
  )
  if (all.length === 0) return [...rows]
  const held = rows.map((row) =>
    heldAgainst(row, all, {
      ...{ former: null, stoodOn, count },
      others: [...others, ...rows].filter(isOther(row))
    })
  )
  const anew = (row: DeadlineEntry, inLaw: InLaw) => recountedAs(row, { inLaw }, of)
  const beside = (found: C) => ({
    found,
    dueOf,
    count: anew,
    stoodOn: (day: CivilDate) => stoodOn(found, day)
  })
  const standing = others.filter(({ state, sealed }) => isDated(state) && sealed === null)
  const moved = standing.flatMap((row) => {
    const now = held.reduce((one, found) => unsettled(one, all, beside(found)), row)
    return now === row ? [] : [now]
  })
  await rewriteClocks(tx, moved)
  return held
}

/** Those that an act moved to a later end, held against what was asked after the end that was known until then. */
export const heldAsMoved = async <C extends DeadlineEntry>(
  tx: Tx,
  moved: readonly { clock: C; former: C }[],
  of: Written,
  count: (row: C, inLaw: InLaw) => C
): Promise<C[]> => {
  if (moved.length === 0) return []
  const { all, others } = await onFile(
    tx,
    of,
    moved.map(({ clock }) => clock.code)
  )
  return moved.flatMap(({ clock, former }) => {
    const around = { former, stoodOn, count, others: others.filter(isOther(clock)) }
    const anew = heldAgainst(clock, all, around)
    return anew === clock ? [] : [anew]
  })
}
