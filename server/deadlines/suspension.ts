import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { countBoth, type Measure, type Places } from '../../workflows/deadlines/both.ts'
import { countingStates } from '../../workflows/deadlines/states.ts'
import { isFrozen, thawedStart } from '../../workflows/deadlines/suspension.ts'
import {
  alertsIn,
  deadlineCodes,
  deadlineRegister,
  durationOf,
  type DeadlineCode,
  type DeadlineConfig,
  type DeadlineRow
} from '../../workflows/deadlines/deadlines.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { doubtedIn } from '../../workflows/deadlines/running/doubted.ts'
import { isFrozenIn } from '../../workflows/deadlines/running/validity.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import type { Keys } from '../keys.ts'
import { columnsOf, frozenDays, measureOf, rewriteClocks } from './kept.ts'
import { asKept, opened } from './sealed.ts'

/** Where clocks are set going, and the keys of those whose days are sealed. */
type Place = { tx: Tx; keys: Keys }

type Where = Places & { at: Date; config: DeadlineConfig }

const held = `${selectAll(deadlines)} where case_id = $1`

const goingOn = (keys: Keys, clock: DeadlineEntry, measure: Measure, where: Where): DeadlineEntry => {
  const { id, code } = clock
  const counted = columnsOf(measure, countBoth(measure, where, alertsIn(measure.code, where.config)))
  const kept = asKept(keys, { id, code, ...counted }, where)
  return { ...clock, ...kept, state: 'running', nextStep: 0 }
}

const setGoing = async ({ tx, keys }: Place, kept: readonly DeadlineEntry[], where: Where) => {
  const going = kept.map((clock) => {
    const now = { from: clock.suspendedAt!.toISOString(), to: where.at.toISOString() }
    return goingOn(keys, clock, { ...measureOf(clock), stood: [...clock.stood, now] }, where)
  })
  await rewriteClocks(tx, going)
}

const stand = `update deadline set state = 'suspended', next_at = null, suspended_at = $1 where state = 'running'`
const codesStand = `${stand} and case_id = $2 and referral_id is null and code = any($3::text[])`

const suspend = (tx: Tx, caseId: string, codes: readonly DeadlineCode[], at: Date) =>
  runQuery(tx, codesStand, [at, caseId, codes])

const majority = 'D-MAJORITY'
const still = `state = 'suspended' and referral_id is null and code = any($2::text[])`
const stillOrMajority = `${held} and (${still} or code = '${majority}' and due_at <= $3) for update`

const standing = async ({ tx, keys }: Place, caseId: string, codes: readonly DeadlineCode[]) => {
  const rows = await runQuery<DeadlineEntry>(tx, `${held} and ${still} for update`, [caseId, codes])
  return rows.map((row) => opened(keys, row))
}

const rowOf = (code: DeadlineCode): DeadlineRow => deadlineRegister[code]

const freezable = deadlineCodes.filter((code) => rowOf(code).frozenWhile !== null)

const freeze = async (
  { tx, keys }: Place,
  codes: readonly DeadlineCode[],
  { caseId, at, territory, met }: Change
): Promise<void> => {
  const counting = `${held} and state in (${listed(countingStates)}) and code = any($2::text[]) for update`
  const running = await runQuery<DeadlineEntry>(tx, counting, [caseId, codes])
  const stopped = running.map((row): DeadlineEntry => {
    const clock = opened(keys, row)
    const stands = { ...clock, steps: [], ...frozenDays(clock) }
    const { computation, metComputation, sealed } = asKept(keys, stands, { at, territory, met })
    return { ...row, state: 'suspended', nextAt: null, suspendedAt: at, computation, metComputation, sealed }
  })
  await rewriteClocks(tx, stopped)
}

/** The eighteenth birthday, once the clock that counts it has run out. */
const majorityIn = (clocks: readonly DeadlineEntry[], at: Date): string | null => {
  const over = clocks.filter(({ code, dueAt }) => code === majority && dueAt <= at)
  return over.map(({ dueOn }) => dueOn).reduce<string | null>((a, b) => (a !== null && a > b ? a : b), null)
}

const thaw = async ({ tx, keys }: Place, codes: readonly DeadlineCode[], change: Change) => {
  const rows = await runQuery<DeadlineEntry>(tx, stillOrMajority, [change.caseId, codes, change.at])
  const clocks = rows.map((row) => opened(keys, row))
  const kept = clocks.filter((one) => one.state === 'suspended' && one.code !== majority && isFrozen(one))
  const majorityOn = majorityIn(clocks, change.at)
  const thawed = kept.map((clock) => {
    const { code, from, sinceMajority } = measureOf(clock)
    const start = thawedStart(clock.startsOn, majorityOn)
    const anew = start === clock.startsOn ? { from, sinceMajority } : { from: start, sinceMajority: true }
    const length = durationOf(code, change.config)
    const inLaw = doubtedIn(code, clock.inLaw, change.after)
    return goingOn(keys, clock, { code, ...anew, ...length, countedAt: change.at, stood: [], inLaw }, change)
  })
  await rewriteClocks(tx, thawed)
}

/** The act, and where the case stood and stands. */
type Change = Where & {
  caseId: string
  command: CommandType
  before: Situation
  after: Situation
  /** It is written down and does nothing else. */
  quiet?: 'kept' | 'older' | null
}

const stillnessOf = ({ command, quiet = null }: Change) =>
  quiet === null ? commandRow(command) : { suspends: [], resumes: [] }

/** Clocks that an act sets still or going again, and those that do not count for a minor, as the person's age is known. */
export const followStandstill = async (place: Place, change: Change): Promise<void> => {
  const { tx } = place
  const { caseId, before, after, at } = change
  const { suspends, resumes } = stillnessOf(change)
  if (suspends.length > 0) await suspend(tx, caseId, suspends, at)
  if (resumes.length > 0) await setGoing(place, await standing(place, caseId, resumes), change)
  const starting = freezable.filter((code) => isFrozenIn(code, before) && !isFrozenIn(code, after))
  const stopping = freezable.filter((code) => !isFrozenIn(code, before) && isFrozenIn(code, after))
  if (starting.length > 0) await thaw(place, starting, change)
  if (stopping.length > 0) await freeze(place, stopping, change)
}

/** While its question waits for an answer, a recipient does not run out of time. */
export const suspendAnswer = (tx: Tx, referralId: string, at: Date) =>
  runQuery(tx, `${stand} and referral_id = $2`, [at, referralId])

/** The question is answered: the recipient has the time it had left. False when its time had already run out. */
export const resumeAnswer = async (place: Place, referralId: string, where: Where): Promise<boolean> => {
  const kept = await runQuery<DeadlineEntry>(
    place.tx,
    `${selectAll(deadlines)} where referral_id = $1 and state = 'suspended' for update`,
    [referralId]
  )
  await setGoing(place, kept, where)
  return kept.length > 0
}
