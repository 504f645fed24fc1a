import { commandRow, type CommandType } from '../../workflows/commands.ts'
import type { Counted } from '../../workflows/deadline.count.ts'
import { countingStates } from '../../workflows/deadline.states.ts'
import { frozen, isFrozen, resume, thawedStart } from '../../workflows/deadline.suspension.ts'
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
import { saidAt } from './speaking.ts'

/** One clock as it is kept, to be set going again. */
type Kept = {
  id: string
  code: DeadlineCode
  startsOn: string
  dueOn: string
  dueAt: Date
  computation: string[]
  suspendedAt: Date
}

type Where = { at: Date; territory: string; config: DeadlineConfig }

const columns = `id, code, starts_on::text as "startsOn", due_on::text as "dueOn", due_at as "dueAt", computation,
  suspended_at as "suspendedAt"`

const goOn = (tx: Tx, { id, code }: Pick<Kept, 'id' | 'code'>, counted: Counted) => {
  const { startsOn, dueOn, dueAt, steps, computation } = counted
  return ask(
    tx,
    `update deadline set state = 'running', starts_on = $2, due_on = $3, due_at = $4, steps = $5::jsonb,
       computation = $6::text[], next_step = 0, next_at = $7 where id = $1`,
    [
      id,
      startsOn,
      dueOn,
      dueAt,
      JSON.stringify(steps),
      computation,
      saidAt(steps[0]!, { code, dueOn, computation })
    ]
  )
}

const setGoing = async (tx: Tx, kept: readonly Kept[], { at, territory, config }: Where) => {
  for (const clock of kept.filter((one) => !isFrozen(one))) {
    const alerts = alertsIn(clock.code, config)
    await goOn(tx, clock, resume(clock, { from: clock.suspendedAt, to: at, territory, alerts }))
  }
}

const suspend = (tx: Tx, caseId: string, codes: readonly DeadlineCode[], at: Date) =>
  ask(
    tx,
    `update deadline set state = 'suspended', next_at = null, suspended_at = $3
     where case_id = $1 and state = 'running' and referral_id is null and code = any($2::text[])`,
    [caseId, codes, at]
  )

const standing = (tx: Tx, caseId: string, codes: readonly DeadlineCode[]) =>
  ask<Kept>(
    tx,
    `select ${columns} from deadline
     where case_id = $1 and state = 'suspended' and referral_id is null and code = any($2::text[]) for update`,
    [caseId, codes]
  )

const rowOf = (code: DeadlineCode): DeadlineRow => deadlineRegister[code]

const freezable = deadlineCodes.filter((code) => rowOf(code).frozenWhile !== null)

const freeze = async (tx: Tx, caseId: string, codes: readonly DeadlineCode[], at: Date) => {
  const running = await ask<Pick<Kept, 'id' | 'startsOn'>>(
    tx,
    `select id, starts_on::text as "startsOn" from deadline
     where case_id = $1 and state in (${listed(countingStates)}) and code = any($2::text[]) for update`,
    [caseId, codes]
  )
  for (const { id, startsOn } of running)
    await ask(
      tx,
      `update deadline set state = 'suspended', next_at = null, suspended_at = $2, computation = $3::text[] where id = $1`,
      [id, at, frozen(startsOn)]
    )
}

/** The eighteenth birthday, once the clock that counts it has run out. */
const majorityOf = async (tx: Tx, caseId: string, at: Date): Promise<string | null> => {
  const [row] = await ask<{ on: string | null }>(
    tx,
    `select max(due_on)::text as on from deadline where case_id = $1 and code = 'D-MAJORITY' and due_at <= $2`,
    [caseId, at]
  )
  return row?.on ?? null
}

const thaw = async (tx: Tx, caseId: string, codes: readonly DeadlineCode[], where: Where) => {
  const kept = (await standing(tx, caseId, codes)).filter(isFrozen)
  if (kept.length === 0) return
  const majorityOn = await majorityOf(tx, caseId, where.at)
  for (const { id, code, startsOn } of kept) {
    const start = thawedStart(startsOn, majorityOn)
    const counted = openDeadline(code, start, where.territory, { now: where.at, config: where.config })
    const because = start === startsOn ? [] : [`majority:${start}`]
    await goOn(tx, { id, code }, { ...counted, computation: [...counted.computation, ...because] })
  }
}

/** The act, and where the case stood and stands. */
type Change = Where & { caseId: string; command: CommandType; before: Situation; after: Situation }

/** Clocks that an act sets still or going again, and those that do not count for a minor, as the person's age is known. */
export const followStandstill = async (tx: Tx, change: Change): Promise<void> => {
  const { caseId, command, before, after, at } = change
  const { suspends, resumes } = commandRow(command)
  if (suspends.length > 0) await suspend(tx, caseId, suspends, at)
  if (resumes.length > 0) await setGoing(tx, await standing(tx, caseId, resumes), change)
  const starting = freezable.filter((code) => isFrozenIn(code, before) && !isFrozenIn(code, after))
  const stopping = freezable.filter((code) => !isFrozenIn(code, before) && isFrozenIn(code, after))
  if (starting.length > 0) await thaw(tx, caseId, starting, change)
  if (stopping.length > 0) await freeze(tx, caseId, stopping, at)
}

/** While its question waits for an answer, a recipient does not run out of time. */
export const suspendAnswer = (tx: Tx, referralId: string, at: Date) =>
  ask(
    tx,
    `update deadline set state = 'suspended', next_at = null, suspended_at = $2 where referral_id = $1 and state = 'running'`,
    [referralId, at]
  )

/** The question is answered: the recipient has the time it had left. False when its time had already run out. */
export const resumeAnswer = async (tx: Tx, referralId: string, where: Where): Promise<boolean> => {
  const kept = await ask<Kept>(
    tx,
    `select ${columns} from deadline where referral_id = $1 and state = 'suspended' for update`,
    [referralId]
  )
  await setGoing(tx, kept, where)
  return kept.length > 0
}
