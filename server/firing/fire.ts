import { eq } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { advanceReferral, type ReferralState } from '../../workflows/referral/machine.ts'
import { countIn } from '../../workflows/deadlines/both.ts'
import { planOf, type Plan } from '../../workflows/deadlines/running/plan.ts'
import { nextRound, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { actOn } from '../commands/apply-command.ts'
import { deskOf, type Desk } from '../outbox/notify-participants.ts'
import { measureOf } from '../deadlines/kept.ts'
import { deadlineRow } from '../deadlines/openings.ts'
import type { Gate } from '../acts/command-validation.ts'
import { lockCase, selectAll, situationOf, type CaseRow, type DeadlineEntry } from '../cases/store.ts'
import { configurationOf } from '../cases/configuration.ts'
import { runQuery, setCaseScope, settleAll, withTransaction, type Tx } from '../db/context.ts'
import { deadlines, referrals } from '../db/schema/schema.ts'
import { lapseOpening } from '../emergency/settle.ts'
import { remindByLink } from '../referrals/by-link.ts'
import { minuteOf, tell } from '../outbox/enqueue.ts'
import { moveReferral } from '../referrals/move.ts'
import { livingLaw, deferClock } from '../deadlines/deferral.ts'
import { fireInTurn, type FireOne, type Manner, type OnFault } from './rounds.ts'
import { hourOf, metHourOf, sleepOn } from '../deadlines/sealed.ts'
import { daySpoken, lateAfterSeconds, saidAt, skipToLast, spokenBy } from '../deadlines/firing-time.ts'
import { asClock, firedNow, nextDue } from './taking.ts'
import { toldClock } from '../deadlines/disclosure.ts'

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

type Fired = { desk: Desk; entry: DeadlineEntry; caseRow: CaseRow; at: Date; lateSeconds: number }

/** `met`: when it speaks and how late, as counted where she was met. */
type Firing = Fired & { met: { territory: string; at: Date; lateSeconds: number } }

const lateHours = (seconds: number) =>
  seconds > lateAfterSeconds ? { lateHours: Math.floor(seconds / 3600) } : {}

const say = (firing: Firing, command: 'clock.alert' | 'clock.lapse') => {
  const { entry, caseRow, at, lateSeconds, met } = firing
  const inputOf = (clock: DeadlineEntry, when: { at: Date; lateSeconds: number }) => ({
    deadline: entry.code,
    ...daySpoken(clock, command, when.at),
    ...lateHours(when.lateSeconds)
  })
  return actOn(firing.desk, caseRow, {
    command,
    input: inputOf(entry, firing),
    actor: clockActor,
    at,
    met: { at: met.at, input: inputOf(toldClock(entry, { placed: false }), met) },
    late: lateSeconds > lateAfterSeconds
  })
}

const lockedReferral = `${selectAll(referrals)} where id = $1 for update`

const referralOf = async ({ desk, entry }: Firing) =>
  (await runQuery<typeof referrals.$inferSelect>(desk.tx, lockedReferral, [entry.referralId]))[0] ?? null

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
  const { desk, entry, caseRow, at, met } = firing
  const row = await referralOf(firing)
  if (!row || advanceReferral(row.state as ReferralState, 'expire') === null) return caseRow
  const clock = { id: entry.id, metAt: met.at }
  return moveReferral(desk, { row, caseRow, command: 'expire', input: {}, actor: clockActor, at, clock })
}

type Done = {
  [D in Exclude<Plan['does'], 'wait'>]: (firing: Firing, plan: Plan & { does: D }) => Promise<CaseRow>
}

/** What each plan writes. */
const done: Done = {
  act: ({ desk, caseRow, at, met, lateSeconds }, { command, input }) =>
    actOn(desk, caseRow, {
      ...{ command, input, actor: clockActor, at, met: { at: met.at, input } },
      late: lateSeconds > lateAfterSeconds
    }),
  expire: expireReferral,
  settle: async ({ desk, entry, caseRow, at }) => {
    await lapseOpening(desk, { id: entry.id, at, by: clockActor })
    return caseRow
  },
  lapse: (firing) => say(firing, 'clock.lapse')
}

/**
 * A clock that repeats starts again from the day that it reached, by the count of where she was met: its due day may be put off by a
 * holiday of where she is, and the next round is told to those who may not know of that.
 */
const startAgain = async ({ desk, entry, caseRow, at, met }: Firing, code: DeadlineCode) => {
  const config = await configurationOf(desk.tx, caseRow.configVersion)
  const { territory } = caseRow
  const { reached, dueAt } = countIn(measureOf(entry), met.territory, [])
  const start = nextRound({ code, reached, dueAt }, met.territory, { now: at, config })
  if (start === null) return
  const { caseId, referralId } = entry
  const row = deadlineRow(code, start, {
    ...{ caseId, territory, at, config, referralId },
    met: met.territory
  })
  await desk.tx.insert(deadlines).values(row)
}

const mark = `update deadline set next_step = $2, next_at = $3 where id = $1`
const markLast = `update deadline set next_step = $2, next_at = null, state = 'fired', fired_at = $3, late_seconds = $4 where id = $1`

const markFired = (tx: Tx, entry: DeadlineEntry, at: Date, lateSeconds: number) => {
  const nextStep = entry.nextStep + 1
  const next = entry.steps[nextStep]
  if (next) return runQuery(tx, mark, [entry.id, nextStep, saidAt(next, entry)])
  // It has said all that it had to say, and runs on: the law sets it no end.
  return entry.steps[entry.nextStep]!.kind === 'alert'
    ? runQuery(tx, mark, [entry.id, nextStep, null])
    : runQuery(tx, markLast, [entry.id, nextStep, at, lateSeconds])
}

/** What falls due: put off, or done once. */
const atDue = async (firing: Firing): Promise<CaseRow> => {
  const { desk, entry, caseRow, at, lateSeconds } = firing
  const law = await livingLaw(desk.tx, entry, at)
  const around = { lawCounts: law.here.length > 0, ofReferral: entry.referralId !== null }
  const plan = planOf(entry.code as DeadlineCode, situationOf(caseRow), around)
  if (plan.does === 'wait') {
    await deferClock(desk.tx, firing, law)
    return caseRow
  }
  const follow = async () => {
    if (plan.again) await startAgain(firing, plan.again)
    return done[plan.does](firing, plan as never)
  }
  // The mark is on its way before what follows reads the clocks of the case.
  const [, next] = await settleAll([markFired(desk.tx, entry, at, lateSeconds), follow()])
  return next
}

const metOf = ({ desk: { keys }, entry, caseRow, at: spoke }: Fired): Firing['met'] => {
  const territory = caseRow.facts.met
  const step = entry.steps[entry.nextStep]!
  const hour = metHourOf(keys, entry, territory)(step)
  const at = spokenBy(spoke, hourOf(keys, entry)(step), hour)
  return { territory, at, lateSeconds: Math.max(0, Math.round((at.getTime() - hour.getTime()) / 1000)) }
}

/** Fires the next step of one clock of one locked case, in the open transaction. */
export const fireStep = async (fired: Fired): Promise<CaseRow> => {
  const { desk, entry, at, lateSeconds } = fired
  const firing = { ...fired, met: metOf(fired) }
  if (entry.steps[entry.nextStep]!.kind !== 'alert') return atDue(firing)
  const remind = async () => {
    await remindRecipient(firing)
    return say(firing, 'clock.alert')
  }
  const [, next] = await settleAll([markFired(desk.tx, entry, at, lateSeconds), remind()])
  return next
}

/**
 * Fires one step of one clock in one transaction: the mark and what follows commit together, so that it fires once. The case
 * is locked first, as by every act; then the clock is chosen, so that two workers who hold the same case keep its order.
 */
const fireOne: FireOne = (gate, caseId, chosen) =>
  withTransaction(gate.pool, asClock, {
    look: (tx) => {
      const at = gate.now?.() ?? null
      return settleAll([setCaseScope(tx, caseId), lockCase(tx, caseId), nextDue(tx, caseId, at)])
    },
    work: async (tx, clock, [, caseRow, seen]) => {
      const at = gate.now?.() ?? clock
      if (!caseRow) throw new Error('a clock without its case')
      if (!seen) return { fired: false, more: false }
      chosen(seen.id)
      const hour = hourOf(gate.keys, seen)
      const entry = skipToLast(seen, at, hour)
      const due = hour(entry.steps[entry.nextStep]!)
      if (seen.sealed !== null && due > at) {
        await sleepOn(tx, entry, { at, territory: caseRow.territory })
        return { fired: false, more: await firedNow(tx, entry, at) }
      }
      const lateSeconds = Math.max(0, Math.round((at.getTime() - due.getTime()) / 1000))
      const desk = deskOf(gate, tx)
      await fireStep({ desk, entry, caseRow, at, lateSeconds })
      return { fired: true, more: await firedNow(tx, entry, at) }
    }
  })

/**
 * Fires everything that is due, one transaction each, until nothing is left that no other worker has taken. A clock that
 * cannot be fired holds up no other: it is set back and given to `onFault`. Returns how many were fired.
 */
export const fireDue = (
  gate: Gate,
  onFault: OnFault = () => undefined,
  manner: Manner = {}
): Promise<number> => fireInTurn(fireOne, gate, onFault, manner)
