import { and, asc, eq, lte, notInArray } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { advanceReferral, type ReferralState } from '../../workflows/referral.machine.ts'
import { planOf, type Plan } from '../../workflows/deadline.plan.ts'
import { nextRound, type DeadlineCode } from '../../workflows/deadlines.ts'
import { actOn } from '../cases/act.ts'
import { deskOf, type Desk } from '../cases/settle.ts'
import { deadlineRow } from '../cases/deadlines.ts'
import type { Gate } from '../cases/gate.ts'
import { lockCase, situationOf, type CaseRow, type DeadlineEntry } from '../cases/store.ts'
import { configurationOf } from '../configuration/shelf.ts'
import { enterCase, inContext, type Tx } from '../db/context.ts'
import { deadlines, referrals } from '../db/schema.ts'
import { lapseOpening } from '../glass/settle.ts'
import { remindByLink } from '../links/open.ts'
import { minuteOf, tell } from '../outbox/enqueue.ts'
import { moveReferral } from '../referrals/move.ts'
import { livingLaw, putOffClock } from './patience.ts'
import { hourOf, sleepOn } from './sealed.ts'
import { daySpoken, saidAt, skipToLast } from './speaking.ts'

/** The clock acts in its own name: no person, no organisation. */
export const clockActor: Actor = {
  personId: '',
  name: '',
  orgId: '',
  orgName: '',
  orgType: 'platform',
  role: 'system',
  territory: null,
  accredited: true
}

// A clock that speaks more than this after its hour says that it is late.
const lateAfterSeconds = 15 * 60

const isDue = (at: Date) => and(eq(deadlines.state, 'running'), lte(deadlines.nextAt, at))

const nextDue = async (tx: Tx, at: Date, passed: readonly string[]): Promise<DeadlineEntry | null> => {
  const [row] = await tx
    .select()
    .from(deadlines)
    .where(and(isDue(at), passed.length > 0 ? notInArray(deadlines.id, [...passed]) : undefined))
    .orderBy(asc(deadlines.nextAt))
    .limit(1)
  return row ?? null
}

/** The case first, as every act does; then the clock, which another worker may have fired in the meantime. */
const locked = async (tx: Tx, { id, caseId }: DeadlineEntry, at: Date) => {
  await enterCase(tx, caseId)
  const caseRow = await lockCase(tx, caseId)
  const [entry] = await tx
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.id, id), isDue(at)))
    .for('update')
  return caseRow && entry ? { caseRow, entry } : null
}

type Firing = { desk: Desk; entry: DeadlineEntry; caseRow: CaseRow; at: Date; lateSeconds: number }

const lateHours = (seconds: number) =>
  seconds > lateAfterSeconds ? { lateHours: Math.floor(seconds / 3600) } : {}

const say = (firing: Firing, command: 'clock.alert' | 'clock.lapse') => {
  const { entry, caseRow, at, lateSeconds } = firing
  const input = {
    deadline: entry.code,
    ...daySpoken(entry, command, at),
    ...lateHours(lateSeconds)
  }
  return actOn(firing.desk, caseRow, {
    command,
    input,
    actor: clockActor,
    at,
    late: lateSeconds > lateAfterSeconds
  })
}

const referralOf = async ({ desk, entry }: Firing) => {
  const [row] = await desk.tx
    .select()
    .from(referrals)
    .where(eq(referrals.id, entry.referralId!))
    .for('update')
  return row ?? null
}

/**
 * The clock of an answer reminds those who must give it: they take no part in the case yet, and its story does not reach
 * them. In the transaction that marks the step, so that nobody is reminded twice.
 */
const remindRecipient = async (firing: Firing) => {
  const { desk, entry, at } = firing
  if (entry.referralId === null) return
  const row = await referralOf(firing)
  if (!row) return
  // It comes first in the recipient's list again.
  await desk.tx.update(referrals).set({ movedAt: at }).where(eq(referrals.id, row.id))
  await remindByLink(desk.tx, row.id, at)
  const line = { about: 'reminder', id: row.id, seq: minuteOf(at) } as const
  if (desk.telling) await tell(desk.tx, { about: 'referral', id: row.id, to: [row.recipientOrgId], line })
}

/** A referral whose recipient stays silent is said to a named person; an answer stays possible. */
const expireReferral = async (firing: Firing): Promise<CaseRow> => {
  const { desk, caseRow, at } = firing
  const row = await referralOf(firing)
  if (!row || advanceReferral(row.state as ReferralState, 'expire') === null) return caseRow
  return moveReferral(desk, { row, caseRow, command: 'expire', input: {}, actor: clockActor, at })
}

type Done = {
  [D in Exclude<Plan['does'], 'wait'>]: (firing: Firing, plan: Plan & { does: D }) => Promise<CaseRow>
}

/** What each plan writes. */
const done: Done = {
  act: ({ desk, caseRow, at, lateSeconds }, { command }) =>
    actOn(desk, caseRow, { command, input: {}, actor: clockActor, at, late: lateSeconds > lateAfterSeconds }),
  expire: expireReferral,
  settle: async ({ desk, entry, caseRow, at }) => {
    await lapseOpening(desk, { id: entry.id, at, by: clockActor })
    return caseRow
  },
  lapse: (firing) => say(firing, 'clock.lapse')
}

/** A clock that repeats starts again from its due day. */
const startAgain = async ({ desk, entry, caseRow, at }: Firing, code: DeadlineCode) => {
  const config = await configurationOf(desk.tx, caseRow.configVersion)
  const { territory } = caseRow
  const start = nextRound({ ...entry, code }, territory, { now: at, config })
  if (start === null) return
  const { caseId, referralId } = entry
  const row = deadlineRow(code, start, { caseId, territory, at, config, referralId })
  await desk.tx.insert(deadlines).values(row)
}

const markFired = async (tx: Tx, entry: DeadlineEntry, at: Date, lateSeconds: number) => {
  const next = entry.steps[entry.nextStep + 1]
  const over = next === undefined
  await tx
    .update(deadlines)
    .set({
      nextStep: entry.nextStep + 1,
      nextAt: over ? null : saidAt(next, entry),
      state: over ? 'fired' : 'running',
      ...(over && { firedAt: at, lateSeconds })
    })
    .where(eq(deadlines.id, entry.id))
}

/** What falls due: put off, or done once. */
const atDue = async (firing: Firing): Promise<CaseRow> => {
  const { desk, entry, caseRow, at, lateSeconds } = firing
  const law = await livingLaw(desk.tx, entry, at)
  const around = { lawCounts: law.length > 0, ofReferral: entry.referralId !== null }
  const plan = planOf(entry.code as DeadlineCode, situationOf(caseRow), around)
  if (plan.does === 'wait') {
    await putOffClock(desk.tx, firing, law)
    return caseRow
  }
  await markFired(desk.tx, entry, at, lateSeconds)
  if (plan.again) await startAgain(firing, plan.again)
  return done[plan.does](firing, plan as never)
}

/** Fires the next step of one clock of one locked case, in the open transaction. */
export const fireStep = async (firing: Firing): Promise<CaseRow> => {
  const { desk, entry, at, lateSeconds } = firing
  if (entry.steps[entry.nextStep]!.kind !== 'alert') return atDue(firing)
  await markFired(desk.tx, entry, at, lateSeconds)
  await remindRecipient(firing)
  return say(firing, 'clock.alert')
}

type Fired = { id: string; done: boolean } | null

/** Fires one step of one clock in one transaction: the mark and what follows commit together, so that it fires once. */
const fireOne = (gate: Gate, passed: readonly string[]): Promise<Fired> =>
  inContext(gate.pool, { orgId: null, personId: null, role: 'system' }, async (tx, clock) => {
    const at = gate.now?.() ?? clock
    const seen = await nextDue(tx, at, passed)
    if (!seen) return null
    const held = await locked(tx, seen, at)
    if (!held) return { id: seen.id, done: false }
    const hour = hourOf(gate.keys, held.entry)
    const entry = skipToLast(held.entry, at, hour)
    const due = hour(entry.steps[entry.nextStep]!)
    if (held.entry.sealed !== null && due > at) {
      await sleepOn(tx, entry, at)
      return { id: entry.id, done: false }
    }
    const lateSeconds = Math.max(0, Math.round((at.getTime() - due.getTime()) / 1000))
    const desk = deskOf(gate, tx)
    await fireStep({ desk, entry, caseRow: held.caseRow, at, lateSeconds })
    return { id: entry.id, done: true }
  })

/** Which clock failed: the first due one that was not yet passed over. */
const faulty = async (
  gate: Gate,
  passed: string[],
  error: unknown,
  onFault: (error: unknown) => void
): Promise<Fired> => {
  onFault(error)
  const seen = await inContext(gate.pool, { orgId: null, personId: null, role: 'system' }, (tx, clock) =>
    nextDue(tx, gate.now?.() ?? clock, passed)
  )
  if (seen) passed.push(seen.id)
  return seen && { id: seen.id, done: false }
}

/**
 * Fires everything that is due, one transaction each. A clock that cannot be fired does not hold up the others: it is
 * passed over until the next round and given to `onFault`. Returns how many were fired.
 */
export const fireDue = async (
  gate: Gate,
  onFault: (error: unknown) => void = () => undefined,
  most = 500
): Promise<number> => {
  const passed: string[] = []
  let fired = 0
  for (let turn = 0; turn < most; turn++) {
    const outcome = await fireOne(gate, passed).catch((error: unknown) =>
      faulty(gate, passed, error, onFault)
    )
    if (outcome === null) break
    if (outcome.done) fired++
  }
  return fired
}
