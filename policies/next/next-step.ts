import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import type { DeadlineRow } from '../../workflows/deadlines/row.ts'
import { deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { answersOf } from '../../workflows/deadlines/running/stopping.ts'
import type { DeadlineState } from '../../workflows/deadlines/states.ts'
import { stands } from '../awaited.ts'
import { referralDuties } from '../duties.ts'

// What a case says first to whoever opens it. It is chosen among what that reader is told, and looks at nothing else: neither the
// case itself nor another's list.

/** An act as it is offered; `awaited`: its own line says that it is waited for. */
export type ToldAct = { command: CommandType; enabled: boolean; unusual: boolean; awaited: boolean }

/** A referral as it is told; `answers`: it is the reader's to answer; `settles`: the duty of whoever sent it. */
export type ToldReferral = {
  id: string
  answers: boolean
  settles: boolean
  open: boolean
  dueAt: Date | null
}

export type ToldClock = { id: string; code: string; state: DeadlineState; dueAt: Date }

export type AsTold = {
  acts: readonly ToldAct[]
  referrals: readonly ToldReferral[]
  /** Of the case itself: those of an answer stand with their referral. */
  clocks: readonly ToldClock[]
  /** The referral duties that the reader's own lines bear. */
  duties: readonly string[]
  at: Date
}

export type NextStep =
  /** `awaited` false: nobody waits yet, and a day comes before which it can be done. */
  | { is: 'act'; command: CommandType; clock: string | null; awaited: boolean }
  | { is: 'referral'; id: string }
  /** Others are waited for, or an act of the reader is not open yet. */
  | { is: 'nothing'; waitsFor: { referral: string } | { closed: CommandType } | { clock: string } | null }

const isDesign = ({ code }: ToldClock) =>
  Number((deadlineRegister[code as DeadlineCode] as DeadlineRow).status !== 'statute')

const byDay = (a: ToldClock, b: ToldClock) =>
  a.dueAt.getTime() - b.dueAt.getTime() || isDesign(a) - isDesign(b)

const clockOf = ({ clocks, at }: AsTold, command: CommandType): ToldClock | null => {
  const answered: readonly string[] = answersOf(command)
  const far = ({ dueAt }: ToldClock) => Math.abs(dueAt.getTime() - at.getTime())
  const own = clocks.filter((clock) => answered.includes(clock.code) && stands(clock))
  return own.sort((a, b) => far(a) - far(b) || isDesign(a) - isDesign(b))[0] ?? null
}

const soonest = (referrals: readonly ToldReferral[]) =>
  referrals.toSorted((a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity))[0] ?? null

const isPossible = ({ enabled, unusual }: ToldAct) => enabled && !unusual

/** What can be done before the nearest day that an act of the reader answers; the end of the case, or a voice beyond those that are waited for, is never proposed. */
const aheadOf = (told: AsTold): NextStep | null => {
  const coming = told.clocks.filter(({ state, dueAt }) => state === 'running' && dueAt > told.at)
  for (const clock of coming.toSorted(byDay)) {
    const act = told.acts.find((one) => {
      const { records, region, requires } = commandRow(one.command)
      const codes: readonly string[] = answersOf(one.command)
      const proposed = !records && region !== 'closure' && !requires.includes('notRecused')
      return isPossible(one) && proposed && codes.includes(clock.code)
    })
    if (act) return { is: 'act', command: act.command, clock: clock.id, awaited: false }
  }
  return null
}

const whyNothing = (told: AsTold): NextStep => {
  const closed = told.acts.find(({ awaited, enabled }) => awaited && !enabled)
  if (closed) return { is: 'nothing', waitsFor: { closed: closed.command } }
  const asked = soonest(told.referrals.filter(({ open }) => open))
  if (asked) return { is: 'nothing', waitsFor: { referral: asked.id } }
  const [clock] = told.clocks.filter(({ state }) => state === 'running').toSorted(byDay)
  return { is: 'nothing', waitsFor: clock ? { clock: clock.id } : null }
}

/**
 * The one next step: what the reader is waited for and may do; an answer or a referral that is theirs to move; what they can do
 * before the next day; or, where nothing is theirs, who or what is waited for. An act without a clock comes after a referral, as in lists.
 */
export const nextStep = (told: AsTold): NextStep => {
  const act = told.acts.find((one) => one.awaited && isPossible(one))
  const clock = act && clockOf(told, act.command)
  const mine = soonest(told.referrals.filter(({ answers }) => answers))
  const toSettle = told.duties.some((duty) => duty in referralDuties)
    ? soonest(told.referrals.filter(({ settles }) => settles))
    : null
  const referral = mine ?? toSettle
  if (act && (clock || !referral))
    return { is: 'act', command: act.command, clock: clock?.id ?? null, awaited: true }
  if (referral) return { is: 'referral', id: referral.id }
  return aheadOf(told) ?? whyNothing(told)
}
