import fc from 'fast-check'
import { expect } from 'vitest'
import { advance, isExpected, open } from '../../workflows/case/advance.ts'
import type { CommandRow } from '../../workflows/act/command.ts'
import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { inputs, someone, withRow } from './cases.ts'
import { aFlagged } from '../../verify/flags.ts'
import { chanceFrom } from '../../verify/chance.ts'

export type Step = { before: Situation; after: Situation; type: CommandType }

// They would crowd out the rest: always open, or the end of nearly everything.
const seldom: readonly CommandType[] = [
  ...([
    'facts.complete',
    'facts.detail',
    'consent.refuse',
    'case.close',
    'acse.declined_by_person',
    'concern.taken'
  ] as const),
  ...(['minor.placement_lapsed', 'housing.left', 'housing.absconded'] as const),
  ...(['care.begin', 'care.ended', 'consent.lapsed'] as const),
  ...(['inspection.open', 'inspection.report', 'inspection.ended'] as const),
  ...(['permit.apply', 'permit.renew_ask', 'discretion.apply', 'discretion.apply_beside'] as const)
]

const inputsOf = new Map(
  commandTypes.map((type) => [type, fc.sample(inputs(commandRow(type).input), { seed: 20, numRuns: 30 })])
)

/** Many lives from the flag on, each act drawn among those that are open. */
const lives = (count: number, seed: number): Step[] => {
  const chance = chanceFrom(seed)
  const pick = <T>(list: readonly T[]) => list[chance(list.length)]!
  const steps: Step[] = []
  const shown = new Set<CommandType>()
  for (let life = 0; life < count; life += 1) {
    const ageGroup = pick(['adult', 'adult', 'minor', 'doubt'] as const)
    let situation = open(aFlagged({ ageGroup, nominativeConsent: true }))
    for (let step = 0; step < 60; step += 1) {
      const any = chance(10) === 0
      const possible = commandTypes.filter(
        (type) => (any || !seldom.includes(type)) && !type.startsWith('clock.') && isExpected(situation, type)
      )
      if (possible.length === 0) continue
      // What no life has shown yet comes first, one time in three.
      const fresh = possible.filter((type) => !shown.has(type))
      const type = pick(fresh.length > 0 && chance(3) === 0 ? fresh : possible)
      shown.add(type)
      const after = advance(situation, { type, input: pick(inputsOf.get(type)!), by: someone })
      steps.push({ before: situation, after, type })
      situation = after
    }
  }
  return steps
}

let walked: Step[] | null = null

/** Looks at each step of the same lives, walked once for all the files that ask. */
export const everyStep = (look: (step: Step) => void) => {
  walked ??= lives(500, 20)
  walked.forEach(look)
}

/** The rule holds; and it would be seen to break if the row lost what carries it. */
export const carriedBy = (type: CommandType, without: Partial<CommandRow>, rule: () => void) => {
  rule()
  expect(() => withRow(type, without, rule)).toThrow()
}
