import type { Actor } from '../../policies/actor.ts'
import { ownDay } from '../../workflows/case/records.ts'
import { deadlineCodes, deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { contestable, noticeOf, ofSameKind, stageOf } from '../../workflows/deadlines/running/contested.ts'
import { dayIn, type Move } from '../../workflows/deadlines/running/opening.ts'
import { ownSilence, silencesEnded } from '../../workflows/deadlines/running/silences.ts'
import {
  doneBy,
  goneByDay,
  stoppedBy,
  stopsOf,
  type Taken
} from '../../workflows/deadlines/running/stopping.ts'
import { stillCounts, withoutReason } from '../../workflows/deadlines/running/validity.ts'
import { stoppableStates } from '../../workflows/deadlines/states.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { stopContested } from './contested.ts'
import { isOverBefore } from './giving-way.ts'

const [lastFirst, earliestFirst] = (['last first', 'earliest first'] as const).map((order) =>
  deadlineCodes.filter((code) => deadlineRegister[code].each === order)
) as [DeadlineCode[], DeadlineCode[]]

/** Those that count, or have run out. */
const stoppable = `${selectAll(deadlines)} where case_id = $1 and state in (${listed(stoppableStates)})
  and referral_id is null and code = any($2::text[])`

// An appeal is against the last decision of its kind: the time of an earlier one runs on, unless it was over in law before what is
// final; a silence that is over is that of the earliest application. What is counted from the latest day is
// answered by nothing of an earlier one, nor does an earlier decision end the time against a later one.
const closing = `update deadline d set state = 'stopped', next_at = null
  where case_id = $1 and state in (${listed(stoppableStates)}) and code = any($2::text[])
    and not (code = any($3::text[]) and exists (
      select from deadline later where later.case_id = d.case_id and later.code = d.code and later.starts_on > d.starts_on
        and later.state in (${listed(stoppableStates)})) and not (id = any($8::uuid[])))
    and not (code = any($4::text[]) and starts_on > $5::date)
    and not (code = any($6::text[]) and exists (
      select from deadline earlier where earlier.case_id = d.case_id and earlier.code = d.code and earlier.starts_on < d.starts_on
        and earlier.state in (${listed(stoppableStates)})))
    and not (id = any($7::uuid[]))`

const ofLatest = deadlineCodes.filter((code) => deadlineRegister[code].latest)

const stopSilence = `update deadline set state = 'stopped', next_at = null
  where case_id = $1 and state in (${listed(stoppableStates)}) and code = $2 and starts_on = any($3::date[])`

type Stopping = Taken & { actor: Pick<Actor, 'role'>; input: Record<string, unknown> }

/**
 * The clocks that lose their reason by an act: what had none before was stopped then. Where a clock acts, all that have none: it
 * may just have started the next round of itself.
 */
const losing = ({ actor }: Stopping, { before, after }: Move): readonly string[] => {
  const had = before && actor.role !== 'system' ? withoutReason(before) : []
  return withoutReason(after).filter((code) => !had.includes(code))
}

/**
 * No decision is final inside the time that the person has against it: what became final on a day leaves what ends on it or later, in
 * law as well (CPP 498, 568).
 */
const stillAppealable = async (tx: Tx, caseId: string, { command, input }: Stopping) => {
  const finalOn = dayIn(input, 'finalOn')
  const codes = goneByDay(command)
  if (finalOn === null || codes.length === 0) return { open: [], over: [] }
  const stood = await runQuery<DeadlineEntry>(tx, stoppable, [caseId, codes])
  const open = stood.filter((entry) => !isOverBefore(entry, finalOn)).map(({ id }) => id)
  return { open, over: stood.map(({ id }) => id).filter((id) => !open.includes(id)) }
}

const ofAnyState = `${selectAll(deadlines)} where case_id = $1 and referral_id is null and code = any($2::text[])`

/** Each decision has its own time (CJA R421-1): an end that does not say of which it is stops none where the case knows several. */
const endingOne = async (tx: Tx, caseId: string, { command }: Stopping, codes: readonly DeadlineCode[]) => {
  const isOfOne = (code: DeadlineCode) => stopsOf(code).ofOne?.includes(command) === true
  const decisions = codes.filter((code) => isOfOne(code) && stageOf(code) === 'decision')
  if (decisions.length === 0) return codes
  const known = await runQuery<DeadlineEntry>(tx, ofAnyState, [caseId, ofSameKind(decisions)])
  return new Set(known.map(noticeOf)).size > 1 ? codes.filter((code) => !isOfOne(code)) : codes
}

/** Stops the live clocks of the case that an act closes, or that lose their reason by it. */
export const stopDeadlines = async (tx: Tx, caseId: string, act: Stopping, move: Move) => {
  const { days, undated } = silencesEnded(move.before, move.after)
  if (days.length > 0) await runQuery(tx, stopSilence, [caseId, ownSilence, days])
  const ofAppeal = contestable(act.command)
  const facts = move.before?.facts
  const answering = stoppedBy({ ...act, ...(facts && { facts }) })
  await stopContested(
    tx,
    caseId,
    act,
    answering.filter((code) => ofAppeal.includes(code))
  )
  const stopped = answering.filter((code) => !ofAppeal.includes(code) && (code !== ownSilence || undated))
  const codes = [...(await endingOne(tx, caseId, act, stopped)), ...losing(act, move)]
  if (codes.length === 0) return
  const day = ownDay(act.command, act.input)
  const latest = ofLatest.filter((code) => doneBy(act.command).includes(code))
  const answered = day === null ? [] : [...latest, ...goneByDay(act.command)]
  const earliest = earliestFirst.filter((code) => stillCounts(code, move.after))
  const { open, over } = await stillAppealable(tx, caseId, act)
  await runQuery(tx, closing, [caseId, codes, lastFirst, answered, day, earliest, open, over])
}
