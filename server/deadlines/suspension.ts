import { eq } from 'drizzle-orm'
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
import { isFrozenIn } from '../../workflows/deadlines/running/validity.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import type { Keys } from '../keys.ts'
import { columnsOf, frozenDays, measureOf } from './kept.ts'
import { asKept, opened } from './sealed.ts'

/** Where clocks are set going, and the keys of those whose days are sealed. */
type Place = { tx: Tx; keys: Keys }

type Where = Places & { at: Date; config: DeadlineConfig }

const held = `${selectAll(deadlines)} where case_id = $1`

const goOn = ({ tx, keys }: Place, clock: DeadlineEntry, measure: Measure, where: Where) => {
  const { id, code } = clock
  const counted = columnsOf(measure, countBoth(measure, where, alertsIn(measure.code, where.config)))
  const kept = asKept(keys, { id, code, ...counted }, where)
  return tx
    .update(deadlines)
    .set({ ...kept, state: 'running', nextStep: 0 })
    .where(eq(deadlines.id, id))
}

const setGoing = async (place: Place, kept: readonly DeadlineEntry[], where: Where) => {
  for (const clock of kept.filter((one) => !isFrozen(one))) {
    const now = { from: clock.suspendedAt!.toISOString(), to: where.at.toISOString() }
    await goOn(place, clock, { ...measureOf(clock), stood: [...clock.stood, now] }, where)
  }
}

const stand = `update deadline set state = 'suspended', next_at = null, suspended_at = $1 where state = 'running'`
const codesStand = `${stand} and case_id = $2 and referral_id is null and code = any($3::text[])`

const suspend = (tx: Tx, caseId: string, codes: readonly DeadlineCode[], at: Date) =>
  runQuery(tx, codesStand, [at, caseId, codes])

const standing = async ({ tx, keys }: Place, caseId: string, codes: readonly DeadlineCode[]) => {
  const still = `${held} and state = 'suspended' and referral_id is null and code = any($2::text[]) for update`
  return (await runQuery<DeadlineEntry>(tx, still, [caseId, codes])).map((row) => opened(keys, row))
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
  for (const clock of running.map((row) => opened(keys, row))) {
    const still = { ...clock, steps: [], ...frozenDays(clock) }
    const { computation, metComputation, sealed } = asKept(keys, still, { at, territory, met })
    await tx
      .update(deadlines)
      .set({ state: 'suspended', nextAt: null, suspendedAt: at, computation, metComputation, sealed })
      .where(eq(deadlines.id, clock.id))
  }
}

/** The eighteenth birthday, once the clock that counts it has run out. */
const majorityOf = async ({ tx, keys }: Place, { caseId, at }: Change): Promise<string | null> => {
  const rows = await runQuery<DeadlineEntry>(tx, `${held} and code = 'D-MAJORITY' and due_at <= $2`, [
    caseId,
    at
  ])
  const over = rows.map((row) => opened(keys, row)).filter(({ dueAt }) => dueAt <= at)
  return over.map(({ dueOn }) => dueOn).reduce<string | null>((a, b) => (a !== null && a > b ? a : b), null)
}

const thaw = async (place: Place, codes: readonly DeadlineCode[], change: Change) => {
  const kept = (await standing(place, change.caseId, codes)).filter(isFrozen)
  if (kept.length === 0) return
  const majorityOn = await majorityOf(place, change)
  for (const clock of kept) {
    const { code, from, sinceMajority } = measureOf(clock)
    const start = thawedStart(clock.startsOn, majorityOn)
    const anew = start === clock.startsOn ? { from, sinceMajority } : { from: start, sinceMajority: true }
    const length = durationOf(code, change.config)
    await goOn(place, clock, { code, ...anew, ...length, countedAt: change.at, stood: [] }, change)
  }
}

/** The act, and where the case stood and stands. */
type Change = Where & { caseId: string; command: CommandType; before: Situation; after: Situation }

/** Clocks that an act sets still or going again, and those that do not count for a minor, as the person's age is known. */
export const followStandstill = async (place: Place, change: Change): Promise<void> => {
  const { tx } = place
  const { caseId, command, before, after, at } = change
  const { suspends, resumes } = commandRow(command)
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
