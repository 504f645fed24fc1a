import type { Facts } from '../facts.ts'
import type { centreKinds, distances } from '../regions/words.housing.ts'
import type { Bilingual } from '../vocabulary.ts'
import { areNeighbours } from './neighbours.ts'

/** A place as it is weighed: whom it receives, and whence nobody may come. Where it stands is no part of it. */
export type Place = {
  sexes: readonly string[]
  children: number
  languages: readonly string[]
  accessible: boolean
  /** Of the asylum scheme: for those who seek asylum, or for those to whom it was given; null where none is said. */
  centre: keyof typeof centreKinds | null
  /** Départements from which the structure takes nobody: too close, or known to a network. */
  excludedZones: readonly string[]
  territory: string | null
  region: string | null
}

export type Needs = Pick<
  Facts,
  'sex' | 'children' | 'language' | 'territory' | 'forbiddenZones' | 'asylum'
> & {
  region: string | null
  accessible: boolean
  distance: keyof typeof distances
}

type Constraint = {
  unmet: (place: Place, needs: Needs) => boolean
  reason: Bilingual
  /** The place says that it may be discussed; the others are reasons against. */
  only?: 'less'
}

const tooClose = ({ territory, region }: Place, needs: Needs): boolean => {
  if (territory === needs.territory) return true
  if (needs.distance === 'department' || region === null || needs.region === null) return false
  return region === needs.region || (needs.distance === 'far' && areNeighbours(region, needs.region))
}

/** Each constraint, with what the desk reads beside a place that does not meet it: a suggestion, which it weighs. */
export const constraints = {
  sex: {
    unmet: ({ sexes }, { sex }) => sex !== 'unknown' && !sexes.includes(sex),
    reason: { fr: 'n’accueille pas ce public', en: 'does not receive this public' }
  },
  children: {
    unmet: (place, { children }) => children > place.children,
    reason: { fr: 'trop d’enfants pour cette place', en: 'too many children for this place' }
  },
  accessibility: {
    unmet: ({ accessible }, needs) => needs.accessible && !accessible,
    reason: { fr: 'n’est pas accessible', en: 'is not accessible' }
  },
  zones: {
    unmet: ({ territory, excludedZones }, needs) =>
      (territory !== null && needs.forbiddenZones.includes(territory)) ||
      excludedZones.includes(needs.territory),
    reason: { fr: 'dans un département à éviter', en: 'in a département to avoid' }
  },
  distance: {
    unmet: tooClose,
    reason: { fr: 'trop proche du danger', en: 'too close to the danger' }
  },
  status: {
    unmet: ({ centre }, { asylum }) => centre !== null && (centre === 'cph') !== (asylum === 'protected'),
    reason: { fr: 'n’est pas pour ce statut d’asile', en: 'is not for this asylum status' }
  },
  language: {
    unmet: ({ languages }, { language }) => !languages.includes(language),
    reason: { fr: 'on n’y parle pas sa langue', en: 'their language is not spoken there' },
    only: 'less'
  }
} as const satisfies Record<string, Constraint>

export type ConstraintId = keyof typeof constraints

const speaks: Bilingual = { fr: 'parle sa langue', en: 'speaks their language' }

export type Fit = {
  fits: boolean
  unmet: ConstraintId[]
  against: Bilingual[]
  reasons: Bilingual[]
  score: number
}

/** How a place answers the needs of a person, with a reason for each constraint that is not met. Pure. */
export const fits = (place: Place, needs: Needs): Fit => {
  const unmet = (Object.keys(constraints) as ConstraintId[]).filter((id) =>
    constraints[id].unmet(place, needs)
  )
  const barring = unmet.filter((id) => !('only' in constraints[id]))
  const against = unmet.map((id) => constraints[id].reason)
  const spoken = !unmet.includes('language')
  return {
    fits: barring.length === 0,
    unmet,
    against,
    reasons: [...against, ...(spoken ? [speaks] : [])],
    score: (spoken ? 1 : 0) - barring.length * 2
  }
}

export type Weighing = {
  free: number
  fit: number
  /** Among those that fit, where their language is spoken. */
  spoken: number
  /** Why the others do not, and for how many: one place may have several reasons. The most frequent first. */
  against: { id: ConstraintId; places: number }[]
}

/** What free places amount to for one person: how many fit, and what stands against the others. Pure. */
export const weigh = (places: readonly Place[], needs: Needs): Weighing => {
  const all = places.map((place) => fits(place, needs))
  const fitting = all.filter((one) => one.fits)
  const against = (Object.keys(constraints) as ConstraintId[])
    .filter((id) => !('only' in constraints[id]))
    .map((id) => ({ id, places: all.filter(({ unmet }) => unmet.includes(id)).length }))
    .filter((one) => one.places > 0)
    .sort((a, b) => b.places - a.places)
  return {
    free: places.length,
    fit: fitting.length,
    spoken: fitting.filter(({ unmet }) => !unmet.includes('language')).length,
    against
  }
}
