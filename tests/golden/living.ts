import fc from 'fast-check'
import { advance, isExpected, moved, open } from '../../workflows/case/advance.ts'
import { commandRow, commandTypes, regionTables, type CommandType } from '../../workflows/case/commands.ts'
import type { Envelope, Region } from '../../workflows/act/command.ts'
import { deadlineCodes } from '../../workflows/deadlines/deadlines.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { flagInput, type FlagInput } from '../../workflows/facts/flag.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import type { Regions } from '../../workflows/vocabulary/states.ts'
import { factProblems } from '../../workflows/case/fact.problems.ts'
import { ageGroups, nationalities, stays } from '../../workflows/vocabulary/words.ts'
import { splitInput } from '../../workflows/vocabulary/split.ts'
import { inputs, storedStates } from '../support/cases.ts'
import { chanceFrom } from '../../verify/chance.ts'

type Json = Record<string, unknown>

/** `moved` names the regions that the step moved and where to; the others stand where they stood. */
export type LifeStep = { command: string; input: Json; by: string; moved?: Partial<Regions> }
/** Inputs are what a log holds: what is sealed is left out. */
export type Life = {
  flag: Json
  regions: Regions
  steps: LifeStep[]
  end: { regions: Regions; facts: Facts }
}

const person = (name: string, orgType: string): Envelope => ({
  personId: `p-${name}`,
  orgId: `o-${name}`,
  orgType
})

export const people: Record<string, Envelope> = {
  asso: person('asso', 'association'),
  cell: person('cell', 'cell'),
  police: person('police', 'police'),
  prefecture: person('prefecture', 'prefecture'),
  acse: person('acse', 'acse'),
  shelter: person('shelter', 'shelter'),
  clock: { personId: '', orgId: '', orgType: 'platform' }
}

const territories = ['69', '67', '976', '988', '75', '974', '2A', '987']
const persons = Object.keys(ageGroups).flatMap((ageGroup) =>
  Object.keys(nationalities).flatMap((nationality) =>
    Object.keys(stays).map((stay) => ({ ageGroup, nationality, stay }))
  )
)

// They would crowd out the rest: always open, or the end of nearly everything.
const seldom: readonly CommandType[] = ['facts.complete', 'case.close', 'acse.declined_by_person']

const samples = new Map(
  commandTypes.map((type) => [type, fc.sample(inputs(commandRow(type).input), { seed: 9, numRuns: 40 })])
)
const flags = fc.sample(inputs(flagInput), { seed: 9, numRuns: 400 })

const isClock = (type: CommandType) => type.startsWith('clock.') || type.endsWith('.expire')

type Count = Map<string, number>
const add = (count: Count, key: string) => count.set(key, (count.get(key) ?? 0) + 1)

/** What one step shows: the act, from where, and every move; a life is kept for what the others have not shown. */
const shown = (before: Situation, after: Situation, type: CommandType) => {
  const { region } = commandRow(type)
  return [
    `${type} from ${region ? before.regions[region] : 'any'}`,
    ...moved(before.regions, after.regions).map(({ region, from, to }) => `${region} ${from} ${to}`)
  ]
}

const live = (number: number, seed: number, told: Count) => {
  const chance = chanceFrom(seed)
  const pick = <T>(list: readonly T[]) => list[chance(list.length)]!
  const input = {
    ...flags[chance(flags.length)]!,
    ...persons[number % persons.length]!,
    territory: pick(territories)
  }
  const { open: flag } = splitInput(flagInput, input)
  const here = new Map<string, number>()
  const times = (key: string) => (told.get(key) ?? 0) + (here.get(key) ?? 0)
  const first = open(flag as FlagInput)
  const steps: LifeStep[] = []
  let situation = first
  for (let left = 14 + chance(26); left > 0; left -= 1) {
    const any = chance(7) === 0
    const possible = commandTypes.filter(
      (type) => (any || !seldom.includes(type)) && isExpected(situation, type)
    )
    if (possible.length === 0) continue
    const fewest = Math.min(...possible.map(times))
    const type = chance(2) === 0 ? pick(possible) : pick(possible.filter((one) => times(one) === fewest))
    const values = type.startsWith('clock.') ? { deadline: pick(deadlineCodes) } : pick(samples.get(type)!)
    if (factProblems(type, values, situation).length > 0) continue
    const by = isClock(type) ? 'clock' : pick(Object.keys(people))
    const { open: kept } = splitInput(commandRow(type).input, values)
    const after = advance(situation, { type, input: kept, by: people[by]! })
    const moves = moved(situation.regions, after.regions).map(({ region, to }) => [region, to])
    steps.push({
      command: type,
      input: kept,
      by,
      ...(moves.length > 0 && { moved: Object.fromEntries(moves) })
    })
    for (const key of [type, ...shown(situation, after, type)]) add(here, key)
    situation = after
  }
  const life: Life = { flag, regions: first.regions, steps, end: situation }
  return { life, shows: here }
}

/** What no life shows, though the tables lead to it; an act counts when it is done three times. */
const missing = (lives: readonly Life[]) => {
  const acts = lives.flatMap(({ steps }) => steps.map(({ command }) => command))
  const reached = new Set(
    lives
      .flatMap(({ regions, steps }) => [regions, ...steps.map((step) => step.moved ?? {})])
      .flatMap((at) => Object.entries(at).map(([region, state]) => `${region} ${state}`))
  )
  const leadsTo = Object.entries(regionTables).flatMap(
    ([id, { initial, always, commands }]: [string, Region]) => {
      const settled = Object.values(always).flatMap((ways) => (ways ?? []).map(({ to }) => to))
      const stored = storedStates(id as keyof Regions)
      return [initial, ...settled, ...Object.values(commands).map(({ to }) => to)]
        .filter((state) => stored.includes(state))
        .map((state) => `${id} ${state}`)
    }
  )
  return [
    ...commandTypes
      .filter((type) => commandRow(type).from.length > 0)
      .filter((type) => acts.filter((act) => act === type).length < 3),
    ...new Set(leadsTo.filter((state) => !reached.has(state)))
  ]
}

/** Lives that together show every act and every state; of several that chance gives, the one that shows most is kept. */
export const recordLives = (count = 120): Life[] => {
  const told: Count = new Map()
  const lives = Array.from({ length: count }, (_, number) => {
    const candidates = Array.from({ length: 12 }, (_, seed) => live(number, number * 1000 + seed, told))
    const worth = ({ shows }: { shows: Count }) => [...shows.keys()].filter((key) => !told.has(key)).length
    const best = candidates.toSorted((one, other) => worth(other) - worth(one))[0]!
    for (const [key, times] of best.shows) told.set(key, (told.get(key) ?? 0) + times)
    return best.life
  })
  const never = missing(lives)
  if (never.length > 0) throw new Error(`no life shows: ${never.join(', ')}`)
  return lives
}
