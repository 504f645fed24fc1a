import { randomUUID } from 'node:crypto'
import type { CommandType } from '../../workflows/case/commands.ts'
import type { InLaw } from '../../workflows/deadlines/doubts.ts'
import { countBoth, type Places } from '../../workflows/deadlines/both.ts'
import { countingStates, stoppableStates } from '../../workflows/deadlines/states.ts'
import {
  alertsIn,
  deadlineRegister,
  durationOf,
  type DeadlineCode,
  type DeadlineConfig
} from '../../workflows/deadlines/deadlines.ts'
import { isFrozenIn } from '../../workflows/deadlines/running/validity.ts'
import { joined } from '../../workflows/deadlines/running/doubted.ts'
import { openedBy, type Move } from '../../workflows/deadlines/running/opening.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { countedAnew } from './anew.ts'
import { stopClocks } from './contested.ts'
import { isSameNotice, ofSameDecision, withLearnt } from './correcting.ts'
import { holdOpened } from './earlier.ts'
import { columnsOf, frozenDays, measureOf, rewriteClocks } from './kept.ts'
import { givesWay, givingOf, knownOf, type Giving } from './giving-way.ts'
import { asKept, opened } from './sealed.ts'
import type { Keys } from '../keys.ts'

export type NewDeadline = typeof deadlines.$inferInsert

type Origin = Places & {
  caseId: string
  at: Date
  /** The configuration that the case is pinned to. */
  config: DeadlineConfig
  referralId?: string | null
  sinceMajority?: boolean
  inLaw?: InLaw | null
}

/** A clock as a row: what it counts from, when it speaks, and how it was computed. */
export const deadlineRow = (code: DeadlineCode, from: Date | string, origin: Origin) => {
  const { caseId, at, config, referralId = null, sinceMajority = false, inLaw = null } = origin
  const measure = { code, from, ...durationOf(code, config), countedAt: at, sinceMajority, stood: [], inLaw }
  return {
    id: randomUUID(),
    caseId,
    referralId,
    code,
    state: 'running',
    ...columnsOf(measure, countBoth(measure, origin, alertsIn(code, config))),
    configVersion: config.version
  } satisfies NewDeadline
}

/**
 * `interrupted`: those that start anew only where they already run, from an earlier day; `corrected`: those that take the place of the
 * one against the same decision.
 */
export type Openings = {
  rows: NewDeadline[]
  giving: Giving
  restarted: string[]
  interrupted: string[]
  corrected: string[]
}

/** The clocks that an act opens, as rows, and those of them that start anew where they already run. */
export const openingsOf = (
  command: CommandType,
  input: Record<string, unknown>,
  move: Move,
  origin: Origin & { keys: Keys }
): Openings => {
  const all = openedBy(command, input, move)
  const rows = all.map(({ code, startsOn, sinceMajority = false, inLaw = null }) => {
    const row = deadlineRow(code, startsOn ?? origin.at, { ...origin, sinceMajority, inLaw })
    const still = { state: 'suspended' as const, suspendedAt: origin.at, ...frozenDays(row) }
    return asKept(origin.keys, { ...row, ...(isFrozenIn(code, move.after) && still) }, origin)
  })
  return {
    rows,
    restarted: all.flatMap(({ code, restarts }) => (restarts ? [code] : [])),
    interrupted: all.flatMap(({ code, interrupts }) => (interrupts ? [code] : [])),
    corrected: all.flatMap(({ code, corrects }) => (corrects ? [code] : [])),
    giving: givingOf(all)
  }
}

/** Of an older record: what it opens counts if its day is still to come, and starts nothing anew but what was said of the same decision. */
export const stillAhead = ({ rows, giving, corrected }: Openings, at: Date): Openings => ({
  giving,
  corrected,
  rows: rows.filter(({ dueAt }) => dueAt > at),
  restarted: [],
  interrupted: []
})

const stop = `update deadline set state = 'stopped', next_at = null
  where case_id = $1 and state in (${listed(stoppableStates)}) and referral_id is null and code = any($2::text[])`

/** Each decision has its own clock of these, and each is opened, appealed against and over by itself. */
const isOfEach = (code: string) => deadlineRegister[code as DeadlineCode].each !== false

/** Those that count; of some names those that have run out as well, and of others all that the case has had. */
const ofNames = `${selectAll(deadlines)} where case_id = $1 and referral_id is null and code = any($2::text[])
  and (state in (${listed(countingStates)}) or code = any($4::text[])
    or (code = any($3::text[]) and state in (${listed(stoppableStates)})))`

type Started = Pick<NewDeadline, 'code' | 'startsOn' | 'inLaw'>

const isOlder = ({ code, startsOn }: Started, stood: readonly Started[]) =>
  deadlineRegister[code as DeadlineCode].latest &&
  stood.some((one) => one.code === code && one.startsOn > startsOn)

const isInterrupted = ({ code, startsOn }: Started, stood: readonly Started[]) =>
  stood.some((one) => one.code === code && one.startsOn < startsOn)

/** A clock that counts from the earliest day takes up the day that an act gives, and is not opened beside itself. */
const rejoined = (
  stood: readonly DeadlineEntry[],
  rows: readonly NewDeadline[],
  of: Origin & { keys: Keys }
) =>
  stood.flatMap((entry): DeadlineEntry[] => {
    const row = rows.find(({ code }) => code === entry.code)
    const clock = opened(of.keys, entry)
    const anew =
      row && joined(entry.code as DeadlineCode, clock, { startsOn: row.startsOn, inLaw: row.inLaw ?? null })
    return anew
      ? [countedAnew(entry, { ...measureOf(clock), from: anew.startsOn, inLaw: anew.inLaw }, of)]
      : []
  })

type Known = { startsOn?: string; inLaw?: InLaw | null }

/** A row that is left with another day or other doubts than the act alone leaves is counted by them. */
const countedBy = (row: NewDeadline, known: Known, of: Origin & { keys: Keys }): NewDeadline => {
  const { startsOn = row.startsOn, inLaw = null } = known
  return isSameNotice(row, { code: row.code, startsOn, inLaw })
    ? row
    : asKept(of.keys, deadlineRow(row.code as DeadlineCode, startsOn, { ...of, inLaw }), of)
}

/** What an act opens beside what the case has counted, and what of that gives its place to a decision said better. */
const beside = (
  { rows, giving, corrected }: Openings,
  ever: readonly DeadlineEntry[],
  of: Origin & { keys: Keys }
) => {
  const around = { giving, territory: of.territory }
  const known = rows
    .filter((row) => !givesWay(row, ever, around))
    .map((row) => countedBy(row, { inLaw: knownOf(row, ever, around) }, of))
    .map((row) => ({ row, same: corrected.includes(row.code) ? ofSameDecision(ever, row) : [] }))
    .map(({ row, same }) => ({ row: countedBy(row, withLearnt(row, same), of), same }))
  const told = known.filter(({ row, same }) => !same.some((one) => isSameNotice(one, row)))
  return { rows: told.map(({ row }) => row), replaced: told.flatMap(({ same }) => same.map(({ id }) => id)) }
}

/**
 * `mayRun`: in a case that has just been flagged no clock does. A clock that already runs for the case is not opened a second time, unless the act has it start anew; that of another
 * decision runs beside it.
 */
export const openClocks = async (
  tx: Tx,
  caseId: string,
  opening: Openings,
  of: Origin & { keys: Keys; seq: number; mayRun: boolean }
): Promise<void> => {
  const { rows: all, restarted, interrupted, corrected, giving } = opening
  if (all.length === 0) return
  const [codes, others] = [all.map(({ code }) => code), Object.values(giving.yields)]
  const over = [...giving.first, ...corrected]
  const asked = [caseId, [...codes, ...others], over, others]
  const ever = of.mayRun ? await runQuery<DeadlineEntry>(tx, ofNames, asked) : []
  const { rows: toOpen, replaced } = beside(opening, ever, of)
  if (toOpen.length === 0) return
  await stopClocks(tx, caseId, replaced)
  const stood = ever.filter(
    (one) =>
      countingStates.some((state) => state === one.state) &&
      !replaced.includes(one.id) &&
      toOpen.some(({ code }) => code === one.code)
  )
  const joining = toOpen.filter(({ code }) => !restarted.some((one) => one === code))
  await rewriteClocks(tx, rejoined(stood, joining, of))
  const rows = toOpen.filter((row) => !interrupted.includes(row.code) || isInterrupted(row, stood))
  const anew = restarted.filter((code) => rows.some((row) => row.code === code && !isOlder(row, stood)))
  if (anew.length > 0) await runQuery(tx, stop, [caseId, anew])
  const running = stood.filter(({ code }) => !anew.some((one) => one === code))
  const isOpen = (row: NewDeadline) =>
    running.some((one) => one.code === row.code && (isSameNotice(one, row) || !isOfEach(row.code)))
  const fresh = rows.filter((row) => !isOpen(row))
  if (fresh.length === 0) return
  const count = (row: NewDeadline, inLaw: InLaw) => ({ ...countedBy(row, { inLaw }, of), id: row.id })
  const dueOf = (code: string, from: string) => deadlineRow(code as DeadlineCode, from, of).dueOn
  const held = of.mayRun ? await holdOpened(tx, fresh, { ...of, caseId }, { count, dueOf }) : fresh
  await tx.insert(deadlines).values(held)
}
