import type { Gate } from '../acts/command-validation.ts'
import { runQuery, inContext, type Tx } from '../db/context.ts'
import type { ClockBefore } from '../db/schema/schema.ts'
import { backwards, type MovingPart } from '../../workflows/configuration/local/moving.ts'
import { casesOf } from './moves.ts'
import { lockPinned, repin, type Repin } from './move-case.ts'

export type MoveJob = { id: string }
type AddJob = (task: string, payload: object, spec: { jobKey: string }) => Promise<unknown>
type MoveRow = { id: string; moving: MovingPart; state: string; cursor: string; by: Repin['by'] }

// Other work of the queue, clocks first, comes in between two turns.
const turn = 200
const page = 50

const asSystem = { orgId: null, personId: null, role: 'system' } as const
// Only the administration asks for a move or for its undoing: the log of each case bears who did.
const moveRow = `select id, jsonb_build_object('territory', territory, 'from', coalesce(from_version, from_local),
      'to', coalesce(to_version, to_local)) as moving, state, cursor,
    jsonb_build_object('personId', asked.by, 'role', 'admin', 'orgId', coalesce(
      (select m.org_id::text from membership m where m.person_id = asked.by and m.role = 'admin' limit 1), '')) as "by"
  from config_move, lateral (select case when state = 'undoing' then undone_by else started_by end as by) asked
  where id = $1`

/** What was asked for meanwhile (an undoing) stops this step: nothing of its case is written. */
class Superseded extends Error {}

// What a crash loses of the last cases is lost with the place reached: they are done again.
const hurrying = (tx: Tx) => runQuery(tx, 'set local synchronous_commit = off', [])

const advanceTo = async (tx: Tx, set: string, values: unknown[]) => {
  const rows = await runQuery<{ id: string }>(tx, `update config_move set ${set} returning id`, values)
  if (rows.length === 0) throw new Superseded()
}

const insertMoved = `insert into config_move_case (move_id, code, case_id, state, before, at) values ($1, $2, $3, 'moved', $4, $5)`

const moveOne = (
  gate: Gate,
  { id, moving, by }: MoveRow,
  { caseId, code }: { caseId: string; code: string }
) =>
  inContext(gate.pool, asSystem, async (tx, clock) => {
    await hurrying(tx)
    const at = gate.now?.() ?? clock
    const pinned = await lockPinned(tx, caseId, moving)
    if (pinned) {
      const before = await repin(tx, pinned.row, { gate, at, to: pinned.to, by })
      await runQuery(tx, insertMoved, [id, code, caseId, JSON.stringify(before), at])
    }
    await advanceTo(tx, `cursor = $2, moved = moved + $3 where id = $1 and state = 'moving'`, [
      id,
      code,
      pinned ? 1 : 0
    ])
  })

const putBackLine = `update config_move_case set state = $3, at = $4
  where move_id = $1 and code = $2 and state = 'moved' returning code`

const restoreOne = (
  gate: Gate,
  { id, moving, by }: MoveRow,
  { caseId, code, before }: { caseId: string; code: string; before: ClockBefore[] }
) =>
  inContext(gate.pool, asSystem, async (tx, clock) => {
    await hurrying(tx)
    const at = gate.now?.() ?? clock
    const pinned = await lockPinned(tx, caseId, backwards(moving))
    // The turn that was running when the undoing was asked goes on beside the one that was asked for: once is enough.
    if ((await runQuery(tx, putBackLine, [id, code, pinned ? 'restored' : 'left', at])).length === 0) return
    if (pinned) await repin(tx, pinned.row, { gate, at, to: pinned.to, by }, before)
    await advanceTo(
      tx,
      `cursor = $2, restored = restored + $3, "left" = "left" + $4 where id = $1 and state = 'undoing'`,
      [id, code, pinned ? 1 : 0, pinned ? 0 : 1]
    )
  })

/** A case that could not be restored stays a moved one of an undone move: that is what counts it. */
const passOver = (gate: Gate, { id, state }: MoveRow, code: string) =>
  inContext(gate.pool, asSystem, (tx) =>
    advanceTo(tx, `cursor = $2, failed = failed + $4 where id = $1 and state = $3`, [
      id,
      code,
      state,
      state === 'moving' ? 1 : 0
    ])
  )

type Line = { caseId: string; code: string; before: ClockBefore[] }

const toMove = `select case_id as "caseId", code from config_cases($1, $2, $3, $4, ${page})`
const toRestore = `select case_id as "caseId", code, before from config_move_case where move_id = $1 and state = 'moved' and code > $2 order by code limit ${page}`

const finish = `update config_move set state = $2, finished_at = $3 where id = $1 and state = $4`

/** The next cases of a move, or null when it is over. */
const nextLines = (gate: Gate, id: string) =>
  inContext(gate.pool, asSystem, async (tx, clock) => {
    const [move] = await runQuery<MoveRow>(tx, moveRow, [id])
    if (!move || !['moving', 'undoing'].includes(move.state)) return null
    const moving = move.state === 'moving'
    const lines = moving
      ? await runQuery<Line>(tx, toMove, [...casesOf(move.moving), move.cursor])
      : await runQuery<Line>(tx, toRestore, [id, move.cursor])
    if (lines.length > 0) return { move, lines }
    await runQuery(tx, finish, [id, moving ? 'moved' : 'undone', gate.now?.() ?? clock, move.state])
    return null
  })

const notSuperseded = (step: Promise<void>) =>
  step.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Superseded) return false
      throw error
    }
  )

/** One case that cannot be moved, or back, does not hold up the others: it stays under its version and is counted. */
const oneLine = async (gate: Gate, move: MoveRow, line: Line) => {
  try {
    await (move.state === 'moving' ? moveOne(gate, move, line) : restoreOne(gate, move, line))
    return true
  } catch (error) {
    return error instanceof Superseded ? false : notSuperseded(passOver(gate, move, line.code))
  }
}

/**
 * A turn of a move or of its undoing: each case in its own transaction, as any act, so that nobody waits for more than one
 * of them. Where it stands is in its row: a turn that was cut off goes on where it was. Returns whether there is more.
 */
export const turnMove = async (gate: Gate, id: string, most = turn): Promise<boolean> => {
  for (let done = 0; done < most;) {
    const next = await nextLines(gate, id)
    if (next === null) return false
    for (const line of next.lines) {
      if (!(await oneLine(gate, next.move, line))) break
      done++
    }
  }
  return true
}

/** The job: one turn, then another job, so that a stopping server waits for a turn and not for the whole move. */
export const workMove = async (gate: Gate, { id }: MoveJob, addJob: AddJob) => {
  if (await turnMove(gate, id)) await addJob('configuration', { id }, { jobKey: `configuration:${id}` })
}
