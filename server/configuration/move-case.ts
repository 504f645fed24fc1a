import type { Actor } from '../../policies/actor.ts'
import { movedPin, type MovingPart } from '../../workflows/configuration/local/moving.ts'
import { actOn } from '../commands/apply-command.ts'
import { rewriteLists } from '../outbox/notify-participants.ts'
import type { Gate } from '../acts/command-validation.ts'
import { lockCase, selectAll, situationOf, type CaseRow, type DeadlineEntry } from '../cases/store.ts'
import { runQuery, setCaseScope, type Tx } from '../db/context.ts'
import { deadlines, type ClockBefore } from '../db/schema/schema.ts'
import { clockActor } from '../firing/fire.ts'
import { followMove } from '../deadlines/moved.ts'
import { keepAnswerDays } from '../deadlines/answer-day.ts'
import { configurationOf } from '../cases/configuration.ts'
import { moveClocks, putBack } from '../deadlines/move-clocks.ts'

/** One case, locked for one short transaction as for any act, with what it goes to. Null when it is not where it is moved from. */
export const lockPinned = async (
  tx: Tx,
  caseId: string,
  between: MovingPart
): Promise<{ row: CaseRow; to: string } | null> => {
  await setCaseScope(tx, caseId)
  const row = await lockCase(tx, caseId)
  const to = row && movedPin({ pin: row.configVersion, met: row.facts.met }, between)
  return row && to ? { row, to } : null
}

/** `by`: who asked for the move; the queue only carries it. */
export type Repin = {
  gate: Gate
  at: Date
  to: string
  by: Pick<Actor, 'personId' | 'orgId' | 'role'>
}

/** Pins a locked case to another version through the act that says so in its log, and counts its clocks anew. */
export const repin = async (
  tx: Tx,
  row: CaseRow,
  { gate, at, to, by }: Repin,
  back: readonly ClockBefore[] = []
) => {
  const from = row.configVersion
  const [was, will] = [await configurationOf(tx, from), await configurationOf(tx, to)]
  for (const before of back) {
    const [entry] = await runQuery<DeadlineEntry>(tx, `${selectAll(deadlines)} where id = $1 for update`, [
      before.id
    ])
    if (entry) await putBack(tx, before, entry, at)
  }
  const { territory, facts } = row
  const moving = { from: was, to: will, at, met: facts.met }
  // Whoever knows nothing of where she is now is given back the same count, whether she moved meanwhile or not.
  if (back.length > 0) await followMove(tx, gate.keys, row.id, { territory, met: facts.met, config: will })
  const moved = await moveClocks(tx, row, moving, new Set(back.map(({ id }) => id)))
  await runQuery(tx, `update "case" set config_version = $2 where id = $1`, [row.id, to])
  const next = await actOn(
    { tx, keys: gate.keys, telling: false, settling: false },
    { ...row, configVersion: to },
    { command: 'configuration.move', input: { from, to }, actor: { ...clockActor, ...by }, at }
  )
  // Lists follow the new due dates. Nobody is told: what changed for all is said once, by the administration.
  if (moved.length + back.length > 0) {
    await keepAnswerDays(tx, row.id)
    await rewriteLists(tx, row.id, { situation: situationOf(next), at })
  }
  return moved
}
