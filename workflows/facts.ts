import type { ConsentScope, DataClass } from './vocabulary.ts'

/** The first voice of a collegial decision, waiting for a second one from another institution. */
export type Proposal = {
  opinion: 'positive' | 'insufficient'
  personId: string
  orgId: string
  orgType: string
}

/** What rules may look at. Never a name, a place or a story: those are sealed by data class. */
export type Facts = {
  territory: string
  danger: 'none' | 'possible' | 'immediate'
  ageGroup: 'adult' | 'minor' | 'doubt'
  ageBand: string | null
  sex: 'female' | 'male' | 'other' | 'unknown'
  nationality: 'french' | 'eu' | 'third_country' | 'unknown'
  stay: 'irregular' | 'regular' | 'asylum' | 'unknown'
  forms: string[]
  children: number
  language: string
  localDanger: boolean
  forbiddenZones: string[]
  asylumLink: boolean
  channel: string
  indicators: string[]
  consents: ConsentScope[]
  informed: boolean
  childHeard: boolean
  presumed: boolean
  proposal: Proposal | null
  offences: string[]
  procedureOpen: boolean
  removalBar: boolean
  rights: string[]
  closure: string | null
}

/** The data class a reader needs to see a fact; `null` is shown to everyone who takes part in the case. */
export const factClasses = {
  territory: null,
  danger: null,
  ageGroup: null,
  ageBand: null,
  sex: null,
  nationality: 'E',
  stay: 'E',
  forms: 'D',
  children: null,
  language: null,
  localDanger: 'D',
  forbiddenZones: 'E',
  asylumLink: 'I',
  channel: 'D',
  indicators: 'D',
  consents: null,
  informed: null,
  childHeard: null,
  presumed: null,
  proposal: null,
  offences: 'G',
  procedureOpen: 'F',
  removalBar: 'E',
  rights: 'E',
  closure: null
} as const satisfies Record<keyof Facts, DataClass | null>

/** Everything that a flag does not tell. */
export const unknownFacts: Omit<Facts, 'territory'> = {
  danger: 'possible',
  ageGroup: 'doubt',
  ageBand: null,
  sex: 'unknown',
  nationality: 'unknown',
  stay: 'unknown',
  forms: [],
  children: 0,
  language: 'fr',
  localDanger: false,
  forbiddenZones: [],
  asylumLink: false,
  channel: 'other',
  indicators: [],
  consents: [],
  informed: false,
  childHeard: false,
  presumed: false,
  proposal: null,
  offences: [],
  procedureOpen: false,
  removalBar: false,
  rights: [],
  closure: null
}

/** Doubt about age means minor (Council of Europe Convention 197, art. 10). */
export const isMinor = (facts: Pick<Facts, 'ageGroup'>) => facts.ageGroup !== 'adult'
