import { eq } from 'drizzle-orm'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { movePreview, type ClockMove, type RunningClock } from '../../workflows/configuration/move.ts'
import { asMet } from '../../workflows/deadlines/both.ts'
import { openDeadline } from '../../workflows/deadlines/deadlines.ts'
import { selectAll, type CaseRow, type DeadlineEntry } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines, type ClockBefore } from '../db/schema/schema.ts'
import { columnsOf, measureOf } from './kept.ts'
import { saidAt } from './firing-time.ts'

const running = `${selectAll(deadlines)} where case_id = $1 and state = 'running' for update`

/** A clock that runs by these days, whatever became of it meanwhile. */
const put = (tx: Tx, id: string, days: Partial<DeadlineEntry>) =>
  tx
    .update(deadlines)
    .set({ ...days, state: 'running', firedAt: null, lateSeconds: null })
    .where(eq(deadlines.id, id))

export const clockOf = (entry: DeadlineEntry): RunningClock => ({
  id: entry.id,
  code: entry.code,
  startsOn: entry.startsOn,
  dueOn: entry.dueOn,
  dueAt: entry.dueAt.toISOString(),
  startedAt: entry.startedAt?.toISOString() ?? null,
  stood: entry.stood
})

/** Between two versions, at a moment, of a person who was met there. */
type Moving = { from: Configuration; to: Configuration; at: Date; met: string }

const beforeOf = (entry: DeadlineEntry, metDueAt: string): ClockBefore => ({
  id: entry.id,
  dueOn: entry.dueOn,
  dueAt: entry.dueAt.toISOString(),
  steps: entry.steps,
  nextStep: entry.nextStep,
  nextAt: entry.nextAt?.toISOString() ?? null,
  computation: entry.computation,
  metDueOn: entry.metDueOn,
  metDueAt: entry.metDueAt.toISOString(),
  metComputation: entry.metComputation,
  countedAt: entry.countedAt.toISOString(),
  n: entry.n,
  unit: entry.unit,
  configVersion: entry.configVersion,
  movedTo: { metDueAt: new Date(metDueAt).toISOString() }
})

/** Counts a clock anew, and gives what it was. */
const writeMoved = async (
  tx: Tx,
  entry: DeadlineEntry,
  { after }: ClockMove,
  { at, to, met }: Moving
): Promise<ClockBefore> => {
  const there = openDeadline(after.code, measureOf(entry).from, met, { now: at, config: to })
  const measure = { ...measureOf(entry), countedAt: at }
  await put(tx, entry.id, {
    ...columnsOf(measure, { ...after, ...asMet(there) }),
    nextStep: 0,
    configVersion: after.configVersion
  })
  return beforeOf(entry, there.dueAt)
}

/** Puts a clock back as it was; one that has spoken meanwhile goes on with the steps that still lie ahead. */
export const putBack = async (tx: Tx, before: ClockBefore, now: DeadlineEntry, at: Date) => {
  const untouched =
    now.state === 'running' && now.metDueAt.toISOString() === before.movedTo.metDueAt && now.nextStep === 0
  const kept = { ...before, code: now.code }
  const ahead = before.steps.findIndex((step) => saidAt(step, kept) > at)
  const next = before.steps[Math.max(before.nextStep, ahead)]
  const [nextStep, nextAt] = untouched
    ? [before.nextStep, before.nextAt]
    : [Math.max(before.nextStep, ahead), next ? saidAt(next, kept) : null]
  // Its time was over under either version: what it said stays said.
  if (!untouched && (ahead < 0 || now.state === 'stopped')) return
  const { id, movedTo: _movedTo, dueAt, metDueAt, countedAt, ...days } = before
  const instants = { dueAt: new Date(dueAt), metDueAt: new Date(metDueAt), countedAt: new Date(countedAt) }
  await put(tx, id, { ...days, ...instants, nextStep, nextAt: nextAt === null ? null : new Date(nextAt) })
}

/** The running clocks of a case counted under another version. */
export const moveClocks = async (
  tx: Tx,
  row: Pick<CaseRow, 'id' | 'territory'>,
  moving: Moving,
  except: ReadonlySet<string> = new Set()
): Promise<ClockBefore[]> => {
  const entries = (await runQuery<DeadlineEntry>(tx, running, [row.id])).filter(({ id }) => !except.has(id))
  const pinned = { territory: row.territory, deciding: false, clocks: entries.map(clockOf) }
  const between = { from: moving.from, to: moving.to, now: moving.at }
  const moves = movePreview(pinned, between).clocks.filter(({ kept }) => !kept)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const before: ClockBefore[] = []
  for (const move of moves) before.push(await writeMoved(tx, byId.get(move.id)!, move, moving))
  return before
}
