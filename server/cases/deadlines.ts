import { randomUUID } from 'node:crypto'
import { commandRow, type CommandType } from '../../workflows/commands.ts'
import { openDeadline, type DeadlineCode } from '../../workflows/deadlines.ts'
import { guards, type Situation } from '../../workflows/guards.ts'
import { stillCounts, withoutReason } from '../../workflows/lapsing.ts'
import { ask, type Tx } from '../db/context.ts'
import type { deadlines } from '../db/schema.ts'

export type NewDeadline = typeof deadlines.$inferInsert

type Origin = { caseId: string; territory: string; at: Date; version: string; referralId?: string | null }

/** A clock as a row: what it counts from, when it speaks, and how it was computed. */
export const deadlineRow = (code: DeadlineCode, start: Date | string, origin: Origin): NewDeadline => {
  const opened = openDeadline(code, start, origin.territory, { now: origin.at, version: origin.version })
  return {
    id: randomUUID(),
    caseId: origin.caseId,
    referralId: origin.referralId ?? null,
    code,
    startsOn: opened.startsOn,
    dueOn: opened.dueOn,
    dueAt: new Date(opened.dueAt),
    steps: opened.steps,
    nextAt: new Date(opened.steps[0]!.at),
    state: 'running',
    computation: opened.computation,
    configVersion: opened.configVersion
  }
}

/** The clocks that an act opens, given where the case stands after it. */
export const openingsOf = (
  command: CommandType,
  input: Record<string, unknown>,
  after: Situation,
  origin: Origin
): NewDeadline[] =>
  commandRow(command)
    .opens.filter(
      ({ when, unless }) => (!when || guards[when].holds(after)) && (!unless || !guards[unless].holds(after))
    )
    .filter(({ code }) => stillCounts(code, after))
    .map(({ code, startsOn, endsOn }) =>
      deadlineRow(code, (input[startsOn ?? endsOn ?? ''] as string | undefined) ?? origin.at, origin)
    )

/** A clock that already runs for the case is not opened a second time. */
export const notYetRunning = async (
  tx: Tx,
  caseId: string,
  opened: readonly NewDeadline[]
): Promise<NewDeadline[]> => {
  if (opened.length === 0) return []
  const codes = opened.map(({ code }) => code)
  const live = await ask<{ code: string }>(
    tx,
    `select code from deadline where case_id = $1 and state = 'running' and referral_id is null and code = any($2::text[])`,
    [caseId, codes]
  )
  const running = new Set(live.map(({ code }) => code))
  return opened.filter(({ code }) => !running.has(code))
}

/** Stops the live clocks of the case that an act closes, or that have lost their reason. */
export const stopDeadlines = async (tx: Tx, caseId: string, command: CommandType, after: Situation) => {
  const codes: readonly string[] = [...commandRow(command).closes, ...withoutReason(after)]
  if (codes.length === 0) return
  const stop = `update deadline set state = 'stopped', next_at = null where case_id = $1 and state in ('running', 'fired') and code = any($2::text[])`
  await ask(tx, stop, [caseId, codes])
}
