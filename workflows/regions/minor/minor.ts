import type { Region, Settling } from '../../act/command.ts'
import { isMinor, type Facts } from '../../facts/facts.ts'
import { age, disputable } from './age.ts'
import { childAppeal } from './child-appeal.ts'
import { guardianship } from './guardian.ts'
import { justice } from './justice.ts'
import { flight } from './flight.ts'
import { placing } from './place.ts'
import { receiving } from './reception.ts'
import { reporting } from './reporting.ts'
import { youngAdult } from './young.adult.ts'
import { youngAdultTime } from './young.adult.time.ts'
import { minorStates as states } from '../../vocabulary/states.ts'

/** Found to be an adult by a decision, and still held to be one. */
const foundAdult = {
  to: 'not_applicable',
  when: (facts: Facts) => facts.ageDecision === 'adult' && !isMinor(facts)
} as const
/** What justice and the services decide while a child is searched for does not stop the search. */
const searched = { to: 'runaway', when: (facts: Facts) => facts.missing } as const
const protectedStates = [
  'information_preoccupante',
  'signalement',
  'opp_issued',
  'je_seized',
  'measure_ordered',
  'placed_distanced',
  'placed_secure',
  'placed_common'
] as const

/** Back to where protection stood: for a child who was found, or whose age was decided. */
const backTo = (over: (facts: Facts) => boolean) => [
  ...protectedStates.map((to) => ({ to, when: (facts: Facts) => over(facts) && facts.minorBefore === to })),
  { to: 'presumed_minor', when: over } as const
]

/**
 * Whether the child fled while the age was disputed and nobody has decided since: once found, the age is disputed as
 * before.
 */
export const fledDisputed = ({ fledFrom, ageDecision, minorBefore }: Facts): boolean =>
  fledFrom === 'age_disputed' &&
  ageDecision === 'disputed' &&
  (disputable as readonly (string | null)[]).includes(minorBefore)
const stillDisputed = {
  to: 'age_disputed',
  when: (facts: Facts) => !facts.missing && fledDisputed(facts)
} as const

const always: Settling<typeof states> = {
  not_applicable: [{ to: 'presumed_minor', when: 'minorOrDoubt' }],
  presumed_minor: [{ to: 'not_applicable', when: 'adult' }],
  age_disputed: [foundAdult, ...backTo((facts) => facts.ageDecision !== 'disputed')],
  ...Object.fromEntries(protectedStates.map((state) => [state, [foundAdult, searched]])),
  runaway: [foundAdult, stillDisputed, ...backTo((facts) => !facts.missing)],
  // Where a birth date turns out to be wrong, the person is a child again.
  majority_reached: [{ to: 'presumed_minor', when: 'minorOrDoubt' }]
}

export const minor = {
  initial: 'not_applicable',
  states,
  always,
  commands: {
    ...reporting,
    ...receiving,
    ...justice,
    ...childAppeal,
    ...guardianship,
    ...placing,
    ...flight,
    ...age,
    ...youngAdult,
    ...youngAdultTime
  }
} as const satisfies Region
