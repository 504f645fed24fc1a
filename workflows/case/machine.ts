import { assign, setup } from 'xstate'
import { commandRow, commandTypes, regionIds, regionTables, type CommandType } from './commands.ts'
import type { CommandRow, Envelope, Region } from '../act/command.ts'
import { consented, guards, type GuardId, type Situation } from '../guards/guards.ts'
import type { Facts } from '../facts/facts.ts'
import { kindRow } from '../referral/kinds/kinds.ts'
import type { Regions } from '../vocabulary/states.ts'
import type { RegionId } from '../vocabulary/vocabulary.ts'

/** `older`: a record whose own day lies before that of another which has moved its region since. */
export type CaseEvent = { type: CommandType; input: unknown; by: Envelope; older?: boolean }

type Context = Situation

const { createMachine } = setup({
  types: { context: {} as Context, events: {} as CaseEvent, input: {} as Facts }
})

const noted = (type: CommandType) =>
  assign(({ context, event }: { context: Context; event: CaseEvent }) => {
    const learn = commandRow(type).apply
    return learn
      ? {
          facts: {
            ...context.facts,
            ...learn(context.facts, event.input as never, event.by, context.regions)
          }
        }
      : {}
  })

/** What a record still teaches that leaves its region as it is. */
const recalled = (type: CommandType) =>
  assign(({ context, event }: { context: Context; event: CaseEvent }) => {
    const recall = commandRow(type).recalls
    if (!recall) return {}
    const { older = false, by } = event
    const taught = recall(context.facts, event.input as never, { older, by, from: context.regions })
    return { facts: { ...context.facts, ...taught } }
  })

/** What a recipient asks of the case stands with its kind: the act that refers to it is bound by it. */
const eligibility = (type: CommandType): GuardId[] =>
  commandRow(type).effects.flatMap((effect) =>
    effect.type === 'openReferral' ? kindRow(effect.kind).eligible : []
  )

/** The guards of an act as the machine checks them; every act but a few also needs the case to be open, and not left for another. */
export const guardsOf = (type: CommandType): readonly GuardId[] => {
  const { guards: own, evenWhenClosed } = commandRow(type)
  return [...(evenWhenClosed ? [] : (['inThisFile', 'caseOpen'] as const)), ...own, ...eligibility(type)]
}

/** A record is written down wherever the case stands: only a file that was merged into another leaves it to that one. */
export const mayRecord = (type: CommandType, situation: Situation): boolean =>
  commandRow(type).records && guards.inThisFile.holds(situation)

/** What closes an act where the case stands, the first that does; null where it is expected. */
export const closedBy = (
  situation: Situation,
  command: CommandType,
  asks: (guard: GuardId) => boolean = () => true
) => {
  const { region, from, consent } = commandRow(command)
  if (region && from !== 'any' && !from.includes(situation.regions[region])) return { region, from }
  const guard = guardsOf(command).find((one) => asks(one) && !guards[one].holds(situation))
  if (guard) return { guard }
  return consent && !consented(situation, consent) ? { consent } : null
}

/** Whether the tables expect an act where the case stands. Somebody is waited for to do what is expected, and nothing else. */
export const isExpected = (situation: Situation, command: CommandType): boolean =>
  closedBy(situation, command) === null

/**
 * Whether a record does more than be written down: it is the newest of its region, and about what stands there. Without its answers,
 * as one that leaves them unsaid.
 */
export const tells = (
  { type, older = false, input = {} }: Pick<CaseEvent, 'type' | 'older'> & { input?: unknown },
  situation: Situation
): boolean => {
  const { region, keeps, leaves } = commandRow(type)
  if (older || leaves?.(input as never, situation) === true) return false
  return region === null || !keeps.includes(situation.regions[region]) || isExpected(situation, type)
}

type Seen = { context: Context; event: CaseEvent }

const transitionsOf = (type: CommandType, target?: string) => {
  const done = { actions: noted(type), ...(target && { target }) }
  if (!commandRow(type).records) return [{ guard: ({ context }: Seen) => isExpected(context, type), ...done }]
  const recorded = ({ context }: Seen) => mayRecord(type, context) || isExpected(context, type)
  return [
    { guard: (seen: Seen) => recorded(seen) && tells(seen.event, seen.context), ...done },
    { guard: recorded, actions: recalled(type) }
  ]
}

const settlingOf = (region: Region, state: string) =>
  (region.always[state] ?? []).map(({ to, when }) => ({
    target: to,
    guard: ({ context }: { context: Context }) =>
      typeof when === 'string' ? guards[when].holds(context) : when(context.facts)
  }))

/** A record that is unexpected is kept by `tells`; of what is no record, `keeps` says where it leaves its region as it is. */
export const staysFrom = ({ to, keeps, records }: CommandRow, state: string): boolean =>
  to === 'same' || (!records && keeps.includes(state))

const stateNode = (id: RegionId, region: Region, state: string) => {
  const leaving = Object.entries(region.commands).filter(
    ([, row]) => row.from !== 'any' && (row.records || row.from.includes(state))
  )
  return {
    // Guards look at where every region stands: each state writes itself into the context as it is entered.
    entry: assign(({ context }: { context: Context }) => ({ regions: { ...context.regions, [id]: state } })),
    always: settlingOf(region, state),
    on: Object.fromEntries(
      leaving.map(([type, row]) => [
        type,
        transitionsOf(type as CommandType, staysFrom(row, state) ? undefined : row.to)
      ])
    )
  }
}

const regionNode = (id: RegionId) => {
  const region: Region = regionTables[id]
  const states = Object.keys(region.states).map((state) => [state, stateNode(id, region, state)])
  return { initial: region.initial, states: Object.fromEntries(states) }
}

const everywhere = commandTypes
  .filter((type) => commandRow(type).from === 'any')
  .map((type) => [type, transitionsOf(type)])

const initialRegions = Object.fromEntries(regionIds.map((id) => [id, regionTables[id].initial])) as Regions

/** The case: parallel regions built from the rows of their tables. It holds no timer and calls nothing. */
export const caseMachine = createMachine({
  id: 'case',
  type: 'parallel',
  context: ({ input }) => ({ facts: input, regions: initialRegions }),
  states: Object.fromEntries(regionIds.map((id) => [id, regionNode(id)])),
  on: Object.fromEntries(everywhere)
})
