import { isDeepStrictEqual } from 'node:util'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { countedTimes, heardOf, timeActs, type Filed } from '../../workflows/deadlines/counted/acts.ts'
import { decisionsOf, type Kept } from '../../workflows/deadlines/counted/decisions.ts'
import { toldTimes, type Told } from '../../workflows/deadlines/counted/times.ts'
import { isDated } from '../../workflows/deadlines/states.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { recountedAs, type Where } from './anew.ts'
import { rewriteClocks } from './kept.ts'
import { deadlineRow } from './openings.ts'

// A time to appeal is counted from all the acts upon it: the law counts by days, and not in the order in which they are written down.

type Change = Where & { caseId: string; seq: number; command: CommandType; input: Record<string, unknown> }

const onFile = `select command, input from case_event
  where case_id = $1 and seq < $2 and struck_by is null and command = any($3::text[]) order by seq`
const those = `${selectAll(deadlines)} where case_id = $1 and referral_id is null and sealed is null
  and code = any($2::text[]) for update`

const isSame = (row: DeadlineEntry, { code, from, inLaw }: Told) =>
  row.code === code && row.startsOn === from && isDeepStrictEqual(row.inLaw ?? null, inLaw)

/** The clock as it is told now: the same one, or another in its place where the time is of another length. */
const rewritten = (row: DeadlineEntry, told: Told, of: Change): DeadlineEntry[] => {
  const { code, from, inLaw } = told
  if (isSame(row, told)) return []
  if (row.code === code) {
    const stood = row.startsOn === from ? row.stood : []
    return [recountedAs(row, { from, inLaw, stood }, of)]
  }
  const other = deadlineRow(code, from, { ...of, inLaw })
  return [
    { ...row, state: 'stopped', nextAt: null },
    {
      ...row,
      nextStep: 0,
      firedAt: null,
      lateSeconds: null,
      suspendedAt: null,
      sealed: null,
      ...other,
      state: 'running'
    }
  ]
}

type Written = Pick<Change, 'command' | 'input'>

/** Whether an act is upon a time, gives a decision that has one, or takes back one that did: what it hid of the others counts then. */
export const isUponTimes = ({ command, input }: Written, codes: readonly string[]): boolean =>
  commandRow(command).upon.length > 0 ||
  codes.some((code) => countedTimes.some((one) => one === code)) ||
  (command === 'act.undone' && heardOf.some((one) => one === input['act']))

/** Counts every time to appeal of the case again. */
export const followTimes = async (tx: Tx, change: Change): Promise<void> => {
  const { caseId, seq, command, input, territory } = change
  const rows = await runQuery<DeadlineEntry>(tx, those, [caseId, countedTimes])
  if (!rows.some(({ state }) => isDated(state))) return
  const before = await runQuery<Filed>(tx, onFile, [caseId, seq, heardOf])
  const filed = [...before, { command, input }]
  const acts = timeActs(filed)
  if (acts.length === 0) return
  const known = decisionsOf(rows as readonly (DeadlineEntry & Kept)[], { territory, filed })
  const told = toldTimes(
    known.map(({ decision }) => decision),
    acts
  )
  const anew = known.flatMap(({ live }, at) =>
    live !== null && isDated(live.state) ? rewritten(live, told[at]!, change) : []
  )
  await rewriteClocks(tx, anew)
}
