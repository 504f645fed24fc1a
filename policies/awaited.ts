import { isExpected } from '../workflows/case/advance.ts'
import { capacities, type Capacity } from '../workflows/vocabulary/capacities.ts'
import { commandRow, commandTypes, type CommandType } from '../workflows/case/commands.ts'
import { firstVoices } from '../workflows/facts/opinions.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../workflows/deadlines/deadlines.ts'
import { answersOf } from '../workflows/deadlines/running/stopping.ts'
import type { DeadlineState } from '../workflows/deadlines/states.ts'
import { guards, type GuardId, type Situation } from '../workflows/guards/guards.ts'
import { isHouseOf, roleOfType, type OrgType, type Role } from './actor.ts'
import { grants } from './grants.ts'
import { lacking } from './habilitations.ts'
import { toldCase } from './action-availability.ts'
import { sightOf, type Sight } from './sight.ts'

/** A clock of the case that people read a date of. `spoken`: its first alert has been given, or it has none to give. */
export type Clock = { code: string; dueAt: Date; state: DeadlineState; spoken: boolean }

const clockRow = (code: string): DeadlineRow => deadlineRegister[code as DeadlineCode]

/**
 * Acts that a capacity may do and is never waited for to do. To shelter a child the prosecutor orders a placement;
 * consents are given to whoever accompanies the person, and the cell records them only where nobody does, as it asks for another
 * place after an alert.
 */
const spared: Partial<Record<Capacity, readonly CommandType[]>> = {
  prosecutor: ['danger.immediate'],
  cell: ['consent.record', 'acse.request']
}

const mayBeAwaited = (type: CommandType) => commandRow(type).duty !== false || answersOf(type).length > 0

// The second voice comes before the first, so that a case with a proposal waits for its conclusion; the rest keep the order of the grants.
const concludes = (type: CommandType) => commandRow(type).requires.includes('secondVoice')
const order = (a: CommandType, b: CommandType) => Number(concludes(b)) - Number(concludes(a))

const dutiesIn = (capacity: Capacity): CommandType[] => {
  const granted = Object.values(grants)
    .flat()
    .filter(({ as }) => as === capacity)
    .flatMap(({ may }) => may)
  const awaited = [...new Set(granted)].filter(
    (type) => mayBeAwaited(type) && !spared[capacity]?.includes(type)
  )
  return awaited.sort(order)
}

/** The acts that each capacity may be waited for. */
export const dutiesOf = Object.fromEntries(
  (Object.keys(capacities) as Capacity[]).map((capacity) => [capacity, dutiesIn(capacity)])
) as Record<Capacity, CommandType[]>

const answered = new Set(commandTypes.flatMap(answersOf))

/** After its due day, a clock stays late until somebody does what it waits for; the others only reminded, or ended a right. */
export const staysLate = (code: string) => {
  const { fires, forecloses } = clockRow(code)
  return (fires === null || fires === 'opp.lapsed') && !forecloses && answered.has(code as DeadlineCode)
}

/** One that has run out still stands while somebody is waited for. */
export const stands = ({ code, state }: Pick<Clock, 'code' | 'state'>) =>
  state === 'running' || (state === 'fired' && staysLate(code))
const calls = ({ code, state, spoken }: Clock) =>
  state === 'fired' || spoken || clockRow(code).calls === 'at its start'

/** The role in which the people of an organisation act when it takes part in a capacity. */
export const roleIn = (capacity: Capacity, orgType: OrgType): Role | null =>
  capacity === 'cell_member' ? 'cell_member' : roleOfType[orgType]

/** Somebody who takes part; `regimes` are those that their organisation holds, `formerly` the organisations that became it. */
export type Party = {
  capacity: Capacity
  orgId: string
  orgType: OrgType
  regimes: readonly string[]
  formerly?: readonly string[]
}

const mayDo = ({ capacity, orgType, regimes }: Party, type: CommandType) => {
  const role = roleIn(capacity, orgType)
  if (role === null) return true
  return (
    grants[role].some(({ as, may }) => as === capacity && may.includes(type)) &&
    lacking(type, role, regimes) === null
  )
}

// Who gave the first voice waits for the others; the others are waited for to conclude.
const hasSpoken = ({ facts }: Situation, party: Party, type: CommandType) =>
  commandRow(type).requires.includes('notRecused') &&
  firstVoices(facts).some(({ orgId }) => isHouseOf(party, orgId))

/** An act that somebody is waited for, with the clock that it answers, if one stands. */
export type Awaited = { act: CommandType; clock: Clock | null }

export type Standing = { situation: Situation; clocks: readonly Clock[]; at: Date }

const farFrom = (at: Date, { dueAt }: Clock) => Math.abs(dueAt.getTime() - at.getTime())
const isDesign = ({ code }: Clock) => Number(clockRow(code).status !== 'statute')
const nearer = (at: Date) => (a: Clock, b: Clock) =>
  farFrom(at, a) - farFrom(at, b) || isDesign(a) - isDesign(b)

const ownClock = ({ clocks, at }: Standing, sight: Sight, type: CommandType) => {
  const answers: readonly string[] = answersOf(type)
  const own = clocks.filter(
    (clock) => answers.includes(clock.code) && stands(clock) && sight.clock(clock.code)
  )
  return own.sort(nearer(at))[0] ?? null
}

/**
 * Whether a guard holds in the case as told to a reader. Where they may not know the facts that it looks at, it does
 * not count.
 */
const says = (told: Situation, guard: GuardId, { learns }: Sight) =>
  learns(guards[guard]) && guards[guard].holds(told)

/** Whether somebody is waited for now: while the row of the act says so, or while a clock that it answers calls. */
const isDue = (told: Situation, { act, clock }: Awaited, sight: Sight) => {
  const { duty, answersWhile } = commandRow(act)
  if (duty === true || (duty !== false && says(told, duty, sight))) return true
  return clock !== null && calls(clock) && (answersWhile === null || says(told, answersWhile, sight))
}

/** What immediate danger calls for comes before everything else, whatever its clock. */
const dangerCalls: readonly CommandType[] = [
  ...(['danger.immediate', 'minor.report_prosecutor', 'opp.issue'] as const),
  // After an alert: another place is sought, or the one that is held taken at once.
  ...(['acse.request', 'housing.moved'] as const)
]
const tierOf = ({ facts }: Situation, { act, clock }: Awaited) => {
  if (facts.danger === 'immediate' && dangerCalls.includes(act)) return 0
  return clock === null ? 2 : 1
}

/** Whether an awaited act comes before those that neither a danger nor a clock calls for. */
export const comesFirst = (situation: Situation, one: Awaited) => tierOf(situation, one) < 2

/**
 * What an organisation is waited for in a case, the first thing first. Pure: the line of the worklist, its date, its
 * count and the main button of the case all come from here.
 *
 * An act is awaited while its row says so or one of its clocks calls, if the role may do it, it is open in the case
 * as told to them, and they may follow it; otherwise a line that comes and goes would tell a hidden fact. It bears
 * the nearest of its own clocks. Order: immediate danger; then the nearest due day, past or to come, so that an old
 * delay hides no right that ends tomorrow; on one day the law before our own clocks; then acts without a clock, in
 * the order of the grants.
 */
export const awaitedOf = (standing: Standing, party: Party): Awaited[] => {
  const { situation, at } = standing
  const { capacity } = party
  const sight = sightOf([capacity], situation.facts)
  const told = toldCase(situation, sight)
  const due = dutiesOf[capacity]
    .filter(
      (type) =>
        mayDo(party, type) && sight.act(type) && !hasSpoken(situation, party, type) && isExpected(told, type)
    )
    .map((act): Awaited => ({ act, clock: ownClock(standing, sight, act) }))
    .filter((one) => isDue(told, one, sight))
  return due.sort(
    (a, b) =>
      tierOf(situation, a) - tierOf(situation, b) ||
      (a.clock && b.clock ? nearer(at)(a.clock, b.clock) : Number(!a.clock) - Number(!b.clock))
  )
}
