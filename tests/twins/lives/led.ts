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

/** Of them, one to whom most of what is for adults opens, a worker, and a child. */
export const [adult, worker, child] = [0, 1, 3] as const

const waiting = (days: number): Led => ({ name: `wait:${days}`, input: null })

/** The composed case knows no days: an act that hangs on one is open where another is, so many days later. */
const later: Partial<Record<CommandType, { as: CommandType; days: number }>> = {
  'sarvi.request': { as: 'sarvi.request', days: 65 },
  // Nor does it know whether a place is held.
  'minor.placement_cancelled': { as: 'minor.placement_arrival', days: 0 }
}

const accepted: Led = { name: 'referral.accept:prefecture', input: null }
const each = (...names: CommandType[]): Led[] => names.map((name) => ({ name, input: null }))
const complaint = { on: '2026-05-04', unit: 'un mot', receipt: 'un mot', offences: ['225-4-1'] }
const asked: Led[] = [{ name: 'complaint.file', input: complaint }, ...each('permit.apply')]
const held: Led[] = [...asked, accepted, ...each('permit.receipt', 'permit.issue')]

/** Ways to who was a child two days ago. */
const grownUp: Lead = {
  person: persons[3]!,
  begins: true,
  way: [
    { name: 'concern.report', input: null },
    { name: 'referral.accept:child_protection', input: null },
    { name: 'identity.record', input: { birthDate: '2008-05-06' }, by: 'ase.69' },
    waiting(4),
    { name: 'person.inform', input: null, by: 'asso.rhone' },
    {
      name: 'consent.record',
      input: { scopes: ['E', 'F'], language: 'fr', means: 'in_person' },
      by: 'asso.rhone'
    }
  ]
}

/** What the composed case does not lead to: it hangs on a birthday, or on what was complained of and for how long nobody answered. */
const byHand: Partial<Record<CommandType, Lead>> = {
  'coming_of_age.apply': grownUp,
  'coming_of_age.apply_beside': { ...grownUp, way: [...grownUp.way, ...each('other_permit.record')] },
  'coming_of_age.issue': { ...grownUp, way: [...grownUp.way, ...each('coming_of_age.apply'), accepted] },
  'permit.refused': { person: persons[0]!, begins: true, way: [...asked, waiting(125)] },
  'ta.restored': {
    person: persons[0]!,
    begins: true,
    way: [...held, ...each('permit.withdraw', 'ta.filed')]
  },
  'permit.lapsed': { person: persons[0]!, begins: true, way: [...held, waiting(370)] },
  'other.refused': {
    person: persons[0]!,
    begins: true,
    way: [...held, ...each('discretion.apply_beside'), waiting(125)]
  }
}

/** Nobody arrives before the interview has been held. */
const withTime = (way: readonly Led[], days: number): Led[] => [
  ...way.flatMap((led) => (led.name === 'acse.visio' ? [led, waiting(1)] : [led])),
  ...(days > 0 ? [waiting(days)] : [])
]

export type Begun = readonly { command: CommandType; input: Record<string, unknown> }[]
/** Of whom such a life is, whether it begins as most do, and what it is led to from there. */
export type Lead = { person: Partial<FlagInput>; begins: boolean; way: readonly Led[] }

const known = new Map<string, Lead | null>()

const leadOf = (target: CommandType, person: Partial<FlagInput>, begun: Begun): Lead | null => {
  const { as, days } = later[target] ?? { as: target, days: 0 }
  for (const acts of [begun, []]) {
    const way = wayTo(as, standingAfter(aFlag(person), acts))
    if (way) return { person, begins: acts.length > 0, way: withTime(way, days) }
  }
  return null
}

const remembered = (target: CommandType, at: number, begun: Begun) => {
  const key = `${target} ${at} ${begun.length}`
  if (!known.has(key)) known.set(key, leadOf(target, persons[at]!, begun))
  return known.get(key)!
}

type Whose = { begun: Begun; below: Below; of: number | null }

/** A life that comes to where an act is open, of this person, or of any of whom there is one; null where there is none. */
export const leadTo = (target: CommandType, { begun, below, of }: Whose): Lead | null => {
  const among = of === null ? [...persons.keys()] : [of]
  const first = below(among.length)
  const hand = byHand[target]
  if (hand) return among.some((one) => persons[one] === hand.person) ? hand : null
  for (const turn of among.keys()) {
    const lead = remembered(target, among[(first + turn) % among.length]!, begun)
    if (lead) return lead
  }
  return null
}
