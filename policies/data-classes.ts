import { agreedTo, isMinor, type Facts } from '../workflows/facts/facts.ts'
import { capacities, type Capacity, type Sight } from '../workflows/vocabulary/capacities.ts'
import {
  consentScopes,
  scopeClass,
  sealedClasses,
  type ConsentScope,
  type DataClass,
  type Seen
} from '../workflows/vocabulary/vocabulary.ts'

/** The visibility matrix of the mechanism: default deny, one line for each capacity. */
export const sight: Record<Capacity, Sight> = capacities

/** `masked`: may be asked for, one audited reading at a time. `closed` names the consent that would open it, if one would. */
export type ClassAccess = { access: 'open' | 'masked' | 'closed'; opensWith: ConsentScope | null }

const askedFor: readonly DataClass[] = sealedClasses

/** What sight depends on. */
export type Known = Pick<Facts, 'consents' | 'ageGroup'> & Partial<Pick<Facts, 'missing'>>

const needsNone = ({ minors }: Sight, facts: Known) =>
  isMinor(facts) && (minors === 'always' || (minors === 'missing' && facts.missing === true))

/** What one participant may see of one class, given the facts of the case (consents, age). Pure. */
export const accessTo = (dataClass: DataClass, capacity: Capacity, facts: Known): ClassAccess => {
  const mine = sight[capacity]
  const { classes, consent, minorsOnly } = mine
  if (minorsOnly && !isMinor(facts)) return { access: 'closed', opensWith: null }
  if (!classes.includes(dataClass)) return { access: 'closed', opensWith: null }
  const scope = consent[dataClass]
  if (scope && !needsNone(mine, facts) && !agreedTo(facts, scope))
    return { access: 'closed', opensWith: scope }
  return { access: askedFor.includes(dataClass) ? 'masked' : 'open', opensWith: null }
}

/** What a capacity sees of every case: no consent and no age opens it, so that whoever reads its name learns neither. */
export const alwaysSeen = (capacity: Capacity): DataClass[] => {
  const { classes, consent, minorsOnly } = sight[capacity]
  return minorsOnly ? [] : classes.filter((one) => consent[one] === undefined)
}

export const maySee = (dataClass: DataClass | null, capacity: Capacity, facts: Known) =>
  dataClass === null || accessTo(dataClass, capacity, facts).access !== 'closed'

/** Whole, and not as one coarse word. */
export const seesWhole = (seen: Seen, capacity: Capacity, facts: Known): boolean => {
  if (seen === null) return true
  const whole = (one: DataClass) => maySee(one, capacity, facts) && !sight[capacity].coarse.includes(one)
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
      seesWhole(scopeClass[scope], capacity, facts) || Object.values(sight[capacity].consent).includes(scope)
  )
