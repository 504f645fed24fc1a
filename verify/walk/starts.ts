import { open } from '../../workflows/case/advance.ts'
import type { FlagInput } from '../../workflows/facts/flag.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { aFlagged } from '../flags.ts'

const flag = (different: Partial<FlagInput>): Situation =>
  open(aFlagged({ children: 1, nominativeConsent: true, ...different }))

/** The persons from whom exploring starts: what they are decides most of what opens to them. */
const persons: Situation[] = [
  flag({}),
  flag({ nationality: 'eu', stay: 'unknown', sex: 'male', forms: ['labour'] }),
  flag({ stay: 'unknown', asylumClaim: true, asylumLink: true }),
  flag({ ageGroup: 'minor', nominativeConsent: false, danger: 'immediate' }),
  flag({ ageGroup: 'doubt', nationality: 'unknown', stay: 'unknown', nominativeConsent: false })
]

/** Presumed, informed and agreeing to everything: what the other regions ask for is there. */
const ready = (situation: Situation): Situation => ({
  regions: { ...situation.regions, identification: 'presumed', consent: 'informed' },
  facts: {
    ...situation.facts,
    presumed: true,
    informed: true,
    consents: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J'],
    offences: ['225-4-1', '225-14'],
    procedureOpen: true
  }
})

export const starts = (): Situation[] => persons.flatMap((situation) => [situation, ready(situation)])
