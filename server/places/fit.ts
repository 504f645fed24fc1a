import type { Facts } from '../../workflows/facts.ts'
import type { Bilingual } from '../../workflows/vocabulary.ts'

export type PlaceNeeds = {
  sexes: readonly string[]
  children: number
  languages: readonly string[]
  territory: string | null
  region: string | null
}

type Misfit = {
  fails: (facts: Facts, place: PlaceNeeds, regionOf: (territory: string) => string | null) => boolean
  reason: Bilingual
}

// Each row is a reason that the desk reads beside a place: a suggestion, which the desk weighs.
const misfits: readonly Misfit[] = [
  {
    fails: ({ sex }, { sexes }) => sex !== 'unknown' && !sexes.includes(sex),
    reason: { fr: 'n’accueille pas ce public', en: 'does not receive this public' }
  },
  {
    fails: ({ children }, place) => children > place.children,
    reason: { fr: 'trop d’enfants pour cette place', en: 'too many children for this place' }
  },
  {
    fails: ({ territory }, place, regionOf) => place.region !== null && regionOf(territory) === place.region,
    reason: { fr: 'dans la région du danger', en: 'in the region of the danger' }
  },
  {
    fails: ({ forbiddenZones }, { territory }) => territory !== null && forbiddenZones.includes(territory),
    reason: { fr: 'dans un département à éviter', en: 'in a département to avoid' }
  }
]

const speaks: Bilingual = { fr: 'parle sa langue', en: 'speaks their language' }

/** How a place answers the needs of a person: reasons against, and what speaks for it. Pure. */
export const fitOf = (facts: Facts, place: PlaceNeeds, regionOf: (territory: string) => string | null) => {
  const against = misfits.filter(({ fails }) => fails(facts, place, regionOf)).map(({ reason }) => reason)
  const spoken = place.languages.includes(facts.language)
  return {
    fits: against.length === 0,
    against,
    reasons: [...against, ...(spoken ? [speaks] : [])],
    score: (spoken ? 1 : 0) - against.length * 2
  }
}
