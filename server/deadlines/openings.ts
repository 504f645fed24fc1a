import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../../policies/actor.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import { ownDay } from '../../workflows/case/records.ts'
import type { InLaw } from '../../workflows/deadlines/doubts.ts'
import { countBoth, type Places } from '../../workflows/deadlines/both.ts'
import { countingStates, stoppableStates } from '../../workflows/deadlines/states.ts'
import {
  alertsIn,
  deadlineCodes,
  deadlineRegister,
  durationOf,
  type DeadlineCode,
  type DeadlineConfig
} from '../../workflows/deadlines/deadlines.ts'
import { isFrozenIn, stillCounts, withoutReason } from '../../workflows/deadlines/running/validity.ts'
import { joined } from '../../workflows/deadlines/running/doubted.ts'
import { contestable } from '../../workflows/deadlines/running/contested.ts'
import { dayIn, openedBy, type Move } from '../../workflows/deadlines/running/opening.ts'
import { ownSilence, silencesEnded } from '../../workflows/deadlines/running/silences.ts'
import { doneBy, goneByDay, stoppedBy, type Taken } from '../../workflows/deadlines/running/stopping.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { countedAnew } from './anew.ts'
import { stopContested } from './contested.ts'
import { columnsOf, frozenDays, measureOf, rewriteClocks } from './kept.ts'
import { countsFor, isOverBefore, type Giving } from './giving-way.ts'
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

/** `interrupted`: those that start anew only where they already run, from an earlier day. */
export type Openings = Giving & {
  rows: NewDeadline[]
  restarted: string[]
  interrupted: string[]
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
    first: all.flatMap(({ code, first }) => (first ? [code] : [])),
    yields: Object.fromEntries(all.flatMap(({ code, yieldsTo }) => (yieldsTo ? [[code, yieldsTo]] : [])))
  }
}

/** Of an older record: what it opens counts if its day is still to come, and starts nothing anew. */
export const stillAhead = ({ rows, first, yields }: Openings, at: Date): Openings => ({
  first,
  yields,
  rows: rows.filter(({ dueAt }) => dueAt > at),
  restarted: [],
  interrupted: []
})

const stop = `update deadline set state = 'stopped', next_at = null
  where case_id = $1 and state in (${listed(stoppableStates)}) and referral_id is null and code = any($2::text[])`

/** Each decision has its own clock of these, and each is opened, appealed against and over by itself. */
const ofEach = deadlineCodes.filter((code) => deadlineRegister[code].each !== false)
const [lastFirst, earliestFirst] = (['last first', 'earliest first'] as const).map((order) =>
  ofEach.filter((code) => deadlineRegister[code].each === order)
) as [DeadlineCode[], DeadlineCode[]]

const isOfEach = (code: string) => ofEach.some((one) => one === code)

const live = `${selectAll(deadlines)} where case_id = $1 and state in (${listed(countingStates)})
  and referral_id is null and code = any($2::text[])`

/** Those that count, or have run out. */
const stoppable = `${selectAll(deadlines)} where case_id = $1 and state in (${listed(stoppableStates)})
  and referral_id is null and code = any($2::text[])`

type Started = Pick<NewDeadline, 'code' | 'startsOn' | 'inLaw'>

/** Two decisions notified on one day are two where what was said of their notices differs: neither hides what the other gives. */
const isSameNotice = (one: Started, other: Started) =>
  one.startsOn === other.startsOn && isDeepStrictEqual(one.inLaw ?? null, other.inLaw ?? null)

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

/**
 * `mayRun`: in a case that has just been flagged no clock does. A clock that already runs for the case is not opened a second time, unless the act has it start anew; that of another
 * decision runs beside it.
 */
export const openClocks = async (
  tx: Tx,
  caseId: string,
  { rows: all, restarted, interrupted, first, yields }: Openings,
  of: Origin & { keys: Keys; mayRun: boolean }
): Promise<void> => {
  const asked = [...first, ...Object.values(yields)]
  const known =
    of.mayRun && asked.length > 0 ? await runQuery<DeadlineEntry>(tx, stoppable, [caseId, asked]) : []
  const toOpen = all.filter((row) => !known.some((entry) => countsFor(entry, row, { first, yields })))
  if (toOpen.length === 0) return
  const codes = toOpen.map(({ code }) => code)
  const stood = of.mayRun ? await runQuery<DeadlineEntry>(tx, live, [caseId, codes]) : []
  const joining = toOpen.filter(({ code }) => !restarted.some((one) => one === code))
  await rewriteClocks(tx, rejoined(stood, joining, of))
  const rows = toOpen.filter((row) => !interrupted.includes(row.code) || isInterrupted(row, stood))
  const anew = restarted.filter((code) => rows.some((row) => row.code === code && !isOlder(row, stood)))
  if (anew.length > 0) await runQuery(tx, stop, [caseId, anew])
  const running = stood.filter(({ code }) => !anew.some((one) => one === code))
  const isOpen = (row: NewDeadline) =>
    running.some((one) => one.code === row.code && (isSameNotice(one, row) || !isOfEach(row.code)))
  const fresh = rows.filter((row) => !isOpen(row))
  if (fresh.length > 0) await tx.insert(deadlines).values(fresh)
}

// An appeal is against the last decision of its kind: the time of an earlier one runs on; a silence that is over is that of the
// earliest application. What is counted from the latest day is
// answered by nothing of an earlier one, nor does an earlier decision end the time against a later one.
const closing = `update deadline d set state = 'stopped', next_at = null
  where case_id = $1 and state in (${listed(stoppableStates)}) and code = any($2::text[])
    and not (code = any($3::text[]) and exists (
      select from deadline later where later.case_id = d.case_id and later.code = d.code and later.starts_on > d.starts_on
        and later.state in (${listed(stoppableStates)})))
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
const stillAppealable = async (tx: Tx, caseId: string, { command, input }: Stopping): Promise<string[]> => {
  const finalOn = dayIn(input, 'finalOn')
  const codes = goneByDay(command)
  if (finalOn === null || codes.length === 0) return []
  const stood = await runQuery<DeadlineEntry>(tx, stoppable, [caseId, codes])
  return stood.filter((entry) => !isOverBefore(entry, finalOn)).map(({ id }) => id)
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
  const codes = [...stopped, ...losing(act, move)]
  if (codes.length === 0) return
  const day = ownDay(act.command, act.input)
  const latest = ofLatest.filter((code) => doneBy(act.command).includes(code))
  const answered = day === null ? [] : [...latest, ...goneByDay(act.command)]
  const earliest = earliestFirst.filter((code) => stillCounts(code, move.after))
  const appealable = await stillAppealable(tx, caseId, act)
  await runQuery(tx, closing, [caseId, codes, lastFirst, answered, day, earliest, appealable])
}
