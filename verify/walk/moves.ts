import { advance, isExpected } from '../../workflows/case/advance.ts'
import type { Effect } from '../../workflows/act/command.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { planOf } from '../../workflows/deadlines/running/plan.ts'
import { deadlineRegister, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { keepingCodes } from '../../workflows/deadlines/patience.ts'
import { contestable, contestedIn } from '../../workflows/deadlines/running/contested.ts'
import { goneByDay, stoppedBy } from '../../workflows/deadlines/running/stopping.ts'
import { guards, type Situation } from '../../workflows/guards/guards.ts'
import { factProblems } from '../../workflows/case/fact.problems.ts'
import { isFrozenIn, withoutReason } from '../../workflows/deadlines/running/validity.ts'
import { openedBy } from '../../workflows/deadlines/running/opening.ts'
import { deskOf, poolsBeside, poolsOf } from '../../workflows/places/places.ts'
import { keptByLaw, kindRow, seekTheSame } from '../../workflows/referral/kinds/kinds.ts'
import { advanceReferral } from '../../workflows/referral/machine.ts'
import { isLive, stepped, staysOf, type Dossier, type Step } from '../dossier.ts'
import { effects, placeStands, type Happening } from '../effects.ts'

type Input = Record<string, unknown>

const by = { personId: 'p-1', orgId: 'org-1', orgType: 'association' }
/** The times against one day's decisions that an appeal leaves, since it is against one of them. */
const uncontested = (clocks: Dossier['clocks'], command: CommandType, { against }: Input): DeadlineCode[] => {
  const all = contestable(command).flatMap((code) => (clocks[code] ? [{ code, startsOn: '' }] : []))
  const meant = contestedIn(command, all, { against }, () => true).map(({ code }) => code)
  return all.map(({ code }) => code).filter((code) => !meant.includes(code))
}

/** The walk has one day: what becomes final on it leaves every time to appeal that runs, as none of them is over. */
const stoppedOn = (
  clocks: Dossier['clocks'],
  command: CommandType,
  { input, before }: { input: Input; before: Situation }
): DeadlineCode[] => {
  const final = input['finalOn'] === undefined ? [] : goneByDay(command)
  const left = [...final, ...uncontested(clocks, command, input)]
  return stoppedBy({ command, quiet: null, input, facts: before.facts }).filter(
    (code) => !left.includes(code)
  )
}

const ticked = (
  dossier: Dossier,
  command: CommandType,
  input: Record<string, unknown>,
  before: Situation
): Dossier => {
  const { suspends, resumes } = commandRow(command)
  const { situation } = dossier
  const clocks = { ...dossier.clocks }
  for (const code of [...stoppedOn(clocks, command, { input, before }), ...withoutReason(situation)])
    delete clocks[code]
  for (const { code, restarts, interrupts, yieldsTo } of openedBy(command, input, {
    before,
    after: situation
  }))
    if (!(yieldsTo && clocks[yieldsTo]) && (interrupts ? clocks[code] : restarts || !clocks[code]))
      clocks[code] = isFrozenIn(code, situation) ? 'suspended' : 'running'
  for (const code of suspends) if (clocks[code]) clocks[code] = 'suspended'
  for (const code of resumes) if (clocks[code]) clocks[code] = 'running'
  for (const code of Object.keys(clocks) as DeadlineCode[])
    if (deadlineRegister[code].frozenWhile)
      clocks[code] = isFrozenIn(code, situation) ? 'suspended' : 'running'
  return { ...dossier, clocks }
}

/** Acts whose form the case itself may refuse for what would follow; elsewhere the sample values are no story. */
const refusable: readonly CommandType[] = ['case.close', 'closing.ask', 'facts.complete']

const acted = (
  dossier: Dossier,
  command: CommandType,
  input: Record<string, unknown>,
  offer: number | null = null
): Dossier | null => {
  if (!isExpected(dossier.situation, command)) return null
  if (refusable.includes(command) && factProblems(command, input, dossier.situation).length > 0) return null
  const pools = poolsOf(commandRow(command).region)
  if (commandRow(command).requires.some((one) => placeStands[one]?.(dossier, pools) === false)) return null
  const before = dossier.situation
  const situation = advance(before, { type: command, input, by })
  const { effects: moving } = commandRow(command)
  const happening: Happening = { before, input, offer, pools }
  const moved = moving
    .filter(({ when }) => !when || guards[when].holds(situation))
    .reduce<Dossier | null>(
      (so, effect) => {
        const apply = effects[effect.type] as
          ((one: Dossier, effect: Effect, happening: Happening) => Dossier | null) | undefined
        return so && (apply ? apply(so, effect, happening) : so)
      },
      { ...dossier, situation }
    )
  return moved && ticked(moved, command, input, before)
}

/** A stay rests on it, or the desk found the place that is held and not yet reached. */
const holdsStay = (dossier: Dossier, index: number) => {
  const { kind } = dossier.referrals[index]!
  const { held, bed } = staysOf(dossier, poolsBeside(kind))
  const isDesk = held !== null && dossier.referrals[held.by]!.kind === deskOf[kind]
  return held?.by === index || bed?.by === index || isDesk
}

const answered = (dossier: Dossier, step: Extract<Step, { type: 'referral' }>): Dossier | null => {
  const { index, command, input } = step
  const referral = dossier.referrals[index]
  if (!referral || advanceReferral(referral.state, command) === null) return null
  const { onAccept, onDecline, onEnd, onWithdraw, refusals } = kindRow(referral.kind)
  // Taken back by an act of the case alone.
  if (command === 'renounce') return null
  if (keptByLaw(referral.kind, command, { ...referral, situation: dossier.situation })) return null
  const walksAway = command === 'withdraw' || command === 'end'
  if (walksAway && holdsStay(dossier, index)) return null
  const next: Dossier = {
    ...dossier,
    referrals: dossier.referrals.map((one, at) => (at === index ? stepped(one, command) : one))
  }
  if (command === 'accept') return onAccept ? acted(next, onAccept, {}, index) : next
  const leadsTo = command === 'decline' ? refusals[String(input['reason'])]?.leadsTo : undefined
  const others = next.referrals.some((one) => isLive(one) && seekTheSame(referral.kind, one.kind))
  const goesOn = others || staysOf(next, poolsBeside(referral.kind)).bed !== null
  const whenOver = command === 'end' && onEnd ? onEnd : goesOn ? null : onWithdraw
  const follows = leadsTo ? onDecline[leadsTo] : walksAway ? whenOver : null
  if (!follows || !isExpected(next.situation, follows)) return next
  return acted(next, follows, command === 'decline' ? { reason: input['reason'] } : {})
}

const fired = (dossier: Dossier, { code, on }: Extract<Step, { type: 'clock' }>): Dossier | null => {
  if (dossier.clocks[code] !== 'running') return null
  const lawCounts = keepingCodes.some((law) => dossier.clocks[law])
  // Clocks of answers are the server's alone: here an answer may be late at any moment.
  const plan = planOf(code, dossier.situation, { lawCounts, ofReferral: false })
  // It is put off, never lost: the server gives it another day, and here nothing moves.
  if (plan.does === 'wait') return null
  const { [code]: _over, ...others } = dossier.clocks
  const rung: Dossier = { ...dossier, clocks: plan.again ? { ...others, [plan.again]: 'running' } : others }
  if (plan.does === 'act') return acted(rung, plan.command, plan.input)
  return plan.does === 'lapse' ? acted(rung, 'clock.lapse', { deadline: code, on }) : rung
}

/** One step of the composed case, or null where it is refused. Pure. */
export const step = (dossier: Dossier, next: Step): Dossier | null => {
  if (next.type === 'act') return acted(dossier, next.command, next.input)
  return next.type === 'referral' ? answered(dossier, next) : fired(dossier, next)
}
