import type { CommandType } from '../../../workflows/case/commands.ts'
import type { FlagInput } from '../../../workflows/facts/flag.ts'
import { aFlag } from '../../support/world.ts'
import type { Below } from './inputs.ts'
import { standingAfter, wayTo, type Led } from './plan.ts'

/** The persons whom lives are about: what they are decides most of what opens to them. */
export const persons: Partial<FlagInput>[] = [
  {},
  { nationality: 'eu', stay: 'unknown', sex: 'male', forms: ['labour'] },
  { stay: 'unknown', asylumClaim: true, asylumLink: true },
  { ageGroup: 'minor', nominativeConsent: false, danger: 'immediate' },
  { ageGroup: 'doubt', nationality: 'unknown', stay: 'unknown', nominativeConsent: false },
  { stay: 'regular', forbiddenZones: ['75'] }
]

type Begun = readonly { command: CommandType; input: Record<string, unknown> }[]
/** Of whom such a life is, whether it begins as most do, and what it is led to from there. */
export type Lead = { person: Partial<FlagInput>; begins: boolean; way: readonly Led[] }

const known = new Map<string, Lead | null>()

const leadOf = (target: CommandType, person: Partial<FlagInput>, begun: Begun): Lead | null => {
  for (const acts of [begun, []]) {
    const way = wayTo(target, standingAfter(aFlag(person), acts))
    if (way) return { person, begins: acts.length > 0, way }
  }
  return null
}

const remembered = (target: CommandType, at: number, begun: Begun) => {
  const key = `${target} ${at}`
  if (!known.has(key)) known.set(key, leadOf(target, persons[at]!, begun))
  return known.get(key)!
}

/** A life that comes to where an act is open, of one of the persons of whom there is any; null where there is none. */
export const leadTo = (target: CommandType, begun: Begun, below: Below): Lead | null => {
  const first = below(persons.length)
  for (const turn of persons.keys()) {
    const lead = remembered(target, (first + turn) % persons.length, begun)
    if (lead) return lead
  }
  return null
}
