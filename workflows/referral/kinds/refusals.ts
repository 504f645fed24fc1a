import type { Bilingual } from '../../vocabulary/terms.ts'

/**
 * Where a coded refusal leads: offered elsewhere, left waiting, said to a named person, or given emergency shelter
 * meanwhile. Silence is none of these: it escalates to a named person and closes nothing.
 */
export const outcomes = ['reoffer', 'park', 'escalate', 'emergency'] as const
export type Outcome = (typeof outcomes)[number]

export type Refusals = Record<string, { label: Bilingual; leadsTo: Outcome }>

/** Refusals that any partner may give. */
export const refusals = {
  other_territory: {
    label: { fr: 'autre service compétent', en: 'another service is competent' },
    leadsTo: 'reoffer'
  },
  incomplete: { label: { fr: 'demande incomplète', en: 'incomplete request' }, leadsTo: 'reoffer' },
  overloaded: {
    label: { fr: 'pas de disponibilité à ce jour', en: 'nobody available for now' },
    leadsTo: 'escalate'
  },
  not_concerned: {
    label: { fr: 'la situation ne relève pas de ce service', en: 'not a matter for this service' },
    leadsTo: 'escalate'
  }
} as const satisfies Refusals
