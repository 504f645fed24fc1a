import { agreedTo, isMinor, type Facts } from '../workflows/case/facts.ts'
import type { Capacity } from '../workflows/vocabulary/capacities.ts'
import {
  consentScopes,
  scopeClass,
  sealedClasses,
  type ConsentScope,
  type DataClass
} from '../workflows/vocabulary/vocabulary.ts'

export type Sight = {
  /** The most that this capacity may ever see. */
  classes: readonly DataClass[]
  /** Shown only as a coarse word: housed or not; procedure open, closed or convicted. */
  coarse: readonly DataClass[]
  /** Needs the consent to this scope. */
  consent: Partial<Record<DataClass, ConsentScope>>
  /** Protects or cares for a minor, and needs no consent of hers: always, or while she is searched for. */
  minors?: 'always' | 'missing'
  /** Opens nothing of an adult. */
  minorsOnly?: true
}

/** The visibility matrix of the mechanism (domain table 8.3): default deny, one line for each capacity. */
export const sight = {
  referent: { classes: ['A', 'B', 'C', 'D', 'E', 'F', 'H', 'I', 'J', 'K'], coarse: [], consent: {} },
  flagger: { classes: ['D'], coarse: [], consent: {} },
  cell: {
    classes: ['B', 'C', 'D', 'E', 'F', 'K'],
    coarse: [],
    consent: { B: 'B', C: 'B' },
    minors: 'always'
  },
  cell_member: { classes: ['D', 'F', 'K'], coarse: [], consent: {} },
  prefecture: { classes: ['B', 'E', 'F', 'K'], coarse: ['F', 'K'], consent: { B: 'E' } },
  police: {
    classes: ['B', 'C', 'D', 'F', 'G'],
    coarse: [],
    consent: { B: 'F', C: 'F' },
    minors: 'missing'
  },
  acse: { classes: ['A', 'B', 'D', 'E', 'F', 'K'], coarse: [], consent: { B: 'C' } },
  shelter: { classes: ['A', 'B', 'E', 'K'], coarse: [], consent: { B: 'C' } },
  child_protection: {
    classes: ['A', 'B', 'C', 'D', 'E', 'F', 'H', 'I', 'J', 'K'],
    coarse: [],
    consent: {},
    minorsOnly: true
  },
  prosecutor: { classes: ['B', 'C', 'D', 'E', 'F', 'G', 'J', 'K'], coarse: [], consent: {} },
  labour: { classes: ['B', 'C', 'D', 'F'], coarse: [], consent: { B: 'F', C: 'F' } },
  ofii: { classes: ['B', 'D', 'E', 'I', 'K'], coarse: [], consent: { B: 'D', I: 'D' } },
  // Asked for her return alone, OFII is told who she is and neither her stay, nor asylum, nor where she sleeps.
  ofii_return: { classes: ['B'], coarse: [], consent: { B: 'H' } },
  iom: { classes: ['B'], coarse: [], consent: { B: 'H' } },
  dna_centre: { classes: ['A', 'B', 'E', 'I', 'K'], coarse: [], consent: { B: 'D' } },
  minor_shelter: { classes: ['A', 'B', 'C', 'H', 'K'], coarse: [], consent: {}, minorsOnly: true },
  juvenile_judge: {
    classes: ['A', 'B', 'C', 'D', 'E', 'F', 'H', 'I', 'J', 'K'],
    coarse: [],
    consent: {},
    minorsOnly: true
  },
  ad_hoc_guardian: {
    classes: ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'],
    coarse: [],
    consent: {},
    minorsOnly: true
  },
  // It knows its own part, which the referral asks of it: neither her plan nor to whom else she goes for care.
  health: { classes: ['B'], coarse: [], consent: { B: 'G' }, minors: 'always' },
  exit_programme: { classes: ['B', 'E'], coarse: [], consent: { B: 'E' } },
  lawyer: { classes: ['B', 'C', 'E', 'F', 'J'], coarse: [], consent: { B: 'A', C: 'A' } }
} as const satisfies Record<Capacity, Sight>

export const sightOf = (capacity: Capacity): Sight => sight[capacity]

/** `masked`: may be asked for, one audited reading at a time. `closed` names the consent that would open it, if one would. */
export type ClassAccess = { access: 'open' | 'masked' | 'closed'; opensWith: ConsentScope | null }

const askedFor: readonly DataClass[] = sealedClasses

/** What sight depends on. */
export type Known = Pick<Facts, 'consents' | 'ageGroup'> & Partial<Pick<Facts, 'missing'>>

const needsNone = ({ minors }: Sight, facts: Known) =>
  isMinor(facts) && (minors === 'always' || (minors === 'missing' && facts.missing === true))

/** What one participant may see of one class, given the facts of the case (consents, age). Pure. */
export const accessTo = (dataClass: DataClass, capacity: Capacity, facts: Known): ClassAccess => {
  const mine = sightOf(capacity)
  const { classes, consent, minorsOnly } = mine
  if (minorsOnly && !isMinor(facts)) return { access: 'closed', opensWith: null }
  if (!classes.includes(dataClass)) return { access: 'closed', opensWith: null }
  const scope = consent[dataClass]
  if (scope && !needsNone(mine, facts) && !agreedTo(facts, scope))
    return { access: 'closed', opensWith: scope }
  return { access: askedFor.includes(dataClass) ? 'masked' : 'open', opensWith: null }
}

export const maySee = (dataClass: DataClass | null, capacity: Capacity, facts: Known) =>
  dataClass === null || accessTo(dataClass, capacity, facts).access !== 'closed'

/** What a reader needs to see: a class, all of several, or nothing. */
export type Seen = DataClass | null | readonly DataClass[]

/** Whole, and not as one coarse word. */
export const seesWhole = (seen: Seen, capacity: Capacity, facts: Known): boolean => {
  if (seen === null) return true
  const whole = (one: DataClass) => maySee(one, capacity, facts) && !sightOf(capacity).coarse.includes(one)
  return typeof seen === 'string' ? whole(seen) : seen.every(whole)
}

/**
 * Where Ac.Sé has moved a person to another place, only the secretary of the cell that received the case is told
 * where the person came from: its members learn neither where the acts took place nor which services of that place
 * take part.
 */
export const knowsOrigin = (
  capacity: Capacity,
  { host, territory, met }: Pick<Facts, 'host' | 'territory' | 'met'>
): boolean => capacity !== 'cell_member' || host !== 'acse' || met === territory

/** The consents of which this capacity may be told: those that tell it nothing new, and those on which its own part rests. */
export const scopesShownTo = (capacity: Capacity, facts: Known): ConsentScope[] =>
  (Object.keys(consentScopes) as ConsentScope[]).filter(
    (scope) =>
      seesWhole(scopeClass[scope], capacity, facts) ||
      Object.values(sightOf(capacity).consent).includes(scope)
  )
