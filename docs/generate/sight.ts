import { accessTo, sight } from '../../policies/data-classes.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { consentScopes, type ConsentScope, type DataClass } from '../../workflows/vocabulary/vocabulary.ts'

export const allScopes = Object.keys(consentScopes) as ConsentScope[]

/** What a capacity reads of a class once everything is agreed to; empty where it reads nothing. */
export const sightIn = (capacity: Capacity, dataClass: DataClass): string => {
  const { coarse, consent, minorsOnly } = sight[capacity]
  const { access } = accessTo(dataClass, capacity, {
    consents: allScopes,
    ageGroup: minorsOnly ? 'minor' : 'adult'
  })
  if (access === 'closed') return ''
  const scope = consent[dataClass]
  const shown = coarse.includes(dataClass) ? 'en gros' : access === 'masked' ? 'sur demande' : 'oui'
  return `${shown}${scope ? ` (accord ${scope})` : ''}${minorsOnly ? ' (mineure)' : ''}`
}

export const consentNeeded = (scope: ConsentScope | null, opensAtOnce: boolean): string => {
  if (scope) return `accord ${scope} · ${consentScopes[scope].fr}`
  return opensAtOnce ? 'aucun : la loi le transmet' : 'aucun'
}
