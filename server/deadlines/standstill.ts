import { commandRow, type CommandType } from '../../workflows/commands.ts'
import type { Counted } from '../../workflows/deadline.count.ts'
import { countingStates } from '../../workflows/deadline.states.ts'
import { frozen, isFrozen, resume, sinceMajority, thawedStart } from '../../workflows/deadline.suspension.ts'
import {
  alertsIn,
  type DeadlineConfig,
  deadlineCodes,
  deadlineRegister,
  openDeadline,
  type DeadlineCode,
  type DeadlineRow
} from '../../workflows/deadlines.ts'
import type { Situation } from '../../workflows/guards.ts'
import { isFrozenIn } from '../../workflows/lapsing.ts'
import { listed } from '../db/columns.ts'
import { ask, type Tx } from '../db/context.ts'
import type { Keys } from '../keys.ts'
import { asKept, opened } from './sealed.ts'
import { saidAt } from './speaking.ts'

/** One clock as it is kept, to be set going again. */
type Kept = {
  id: string
  code: DeadlineCode
  startsOn: string
  dueOn: string
  dueAt: Date
  computation: string[]
  sealed: Buffer | null
  suspendedAt: Date
}

/** Where clocks are set going, and the keys of those whose days are sealed. */
type Place = { tx: Tx; keys: Keys }

type Where = { at: Date; territory: string; config: DeadlineConfig }

const columns = `id, code, starts_on::text as "startsOn", due_on::text as "dueOn", due_at as "dueAt", computation, sealed,
  suspended_at as "suspendedAt"`

const goOn = ({ tx, keys }: Place, { id, code }: Pick<Kept, 'id' | 'code'>, counted: Counted, at: Date) => {
  const nextAt = saidAt(counted.steps[0]!, { ...counted, code })
  const kept = asKept(keys, { ...counted, id, code, dueAt: new Date(counted.dueAt), nextAt }, at)
  return ask(
    tx,
    `update deadline set state = 'running', starts_on = $2, due_on = $3, due_at = $4, steps = $5::jsonb,
       computation = $6::text[], next_step = 0, next_at = $7, sealed = $8 where id = $1`,
    [
      id,
      kept.startsOn,
      kept.dueOn,
      kept.dueAt,
      JSON.stringify(kept.steps),
      kept.computation,
      kept.nextAt,
      kept.sealed
    ]
  )
}

const setGoing = async (place: Place, kept: readonly Kept[], { at, territory, config }: Where) => {
  for (const clock of kept.filter((one) => !isFrozen(one))) {
    const alerts = alertsIn(clock.code, config)
    await goOn(place, clock, resume(clock, { from: clock.suspendedAt, to: at, territory, alerts }), at)
  }
}

const suspend = (tx: Tx, caseId: string, codes: readonly DeadlineCode[], at: Date) =>
  ask(
    tx,
    `update deadline set state = 'suspended', next_at = null, suspended_at = $3
     where case_id = $1 and state = 'running' and referral_id is null and code = any($2::text[])`,
    [caseId, codes, at]
  )

const standing = async ({ tx, keys }: Place, caseId: string, codes: readonly DeadlineCode[]) => {
  const rows = await ask<Kept>(
    tx,
    `select ${columns} from deadline
     where case_id = $1 and state = 'suspended' and referral_id is null and code = any($2::text[]) for update`,
    [caseId, codes]
  )
  return rows.map((row) => opened(keys, row))
}

const rowOf = (code: DeadlineCode): DeadlineRow => deadlineRegister[code]

const freezable = deadlineCodes.filter((code) => rowOf(code).frozenWhile !== null)

const freeze = async (
  { tx, keys }: Place,
  caseId: string,
  codes: readonly DeadlineCode[],
  at: Date
): Promise<void> => {
  const running = await ask<Kept>(
    tx,
    `select ${columns} from deadline
     where case_id = $1 and state in (${listed(countingStates)}) and code = any($2::text[]) for update`,
    [caseId, codes]
  )
  for (const clock of running.map((row) => opened(keys, row))) {
    const still = {
      ...clock,
      steps: [],
      nextAt: null,
      computation: frozen(clock.startsOn, clock.computation)
    }
    const { computation, sealed } = asKept(keys, still, at)
    await ask(
      tx,
      `update deadline set state = 'suspended', next_at = null, suspended_at = $2, computation = $3::text[], sealed = $4
       where id = $1`,
      [clock.id, at, computation, sealed]
    )
  }
}

/** The eighteenth birthday, once the clock that counts it has run out. */
const majorityOf = async ({ tx, keys }: Place, caseId: string, at: Date): Promise<string | null> => {
  const rows = await ask<Kept>(
    tx,
    `select ${columns} from deadline where case_id = $1 and code = 'D-MAJORITY' and due_at <= $2`,
    [caseId, at]
  )
  const over = rows.map((row) => opened(keys, row)).filter(({ dueAt }) => dueAt <= at)
  return over.map(({ dueOn }) => dueOn).reduce<string | null>((a, b) => (a !== null && a > b ? a : b), null)
}

const thaw = async (place: Place, caseId: string, codes: readonly DeadlineCode[], where: Where) => {
  const kept = (await standing(place, caseId, codes)).filter(isFrozen)
  if (kept.length === 0) return
  const majorityOn = await majorityOf(place, caseId, where.at)
  for (const { id, code, startsOn, computation } of kept) {
    const start = thawedStart(startsOn, majorityOn)
    const counted = openDeadline(code, start, where.territory, { now: where.at, config: where.config })
    const because = start === startsOn ? sinceMajority(computation) : [`majority:${start}`]
    const since = { ...counted, computation: [...counted.computation, ...because] }
    await goOn(place, { id, code }, since, where.at)
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
  if (starting.length > 0) await thaw(place, caseId, starting, change)
  if (stopping.length > 0) await freeze(place, caseId, stopping, at)
}

/** While its question waits for an answer, a recipient does not run out of time. */
export const suspendAnswer = (tx: Tx, referralId: string, at: Date) =>
  ask(
    tx,
    `update deadline set state = 'suspended', next_at = null, suspended_at = $2 where referral_id = $1 and state = 'running'`,
    [referralId, at]
  )

/** The question is answered: the recipient has the time it had left. False when its time had already run out. */
export const resumeAnswer = async (place: Place, referralId: string, where: Where): Promise<boolean> => {
  const kept = await ask<Kept>(
    place.tx,
    `select ${columns} from deadline where referral_id = $1 and state = 'suspended' for update`,
    [referralId]
  )
  await setGoing(place, kept, where)
  return kept.length > 0
}
