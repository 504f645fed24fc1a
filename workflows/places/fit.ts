import type { Facts } from '../facts/facts.ts'
import type { centreKinds, distances } from '../vocabulary/words.housing.ts'
import type { RegionState } from '../vocabulary/states.ts'
import type { Bilingual, DataClass } from '../vocabulary/vocabulary.ts'
import { needsVisaToLeave, seaOf, territoriesOf } from '../calendar/territories.ts'
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
  'sex' | 'children' | 'language' | 'territory' | 'forbiddenZones' | 'nationality'
> & {
  /** Null for whoever may not know of it: it is not held against a place then. */
  asylum: RegionState<'asylum'> | null
  region: string | null
  accessible: boolean
  distance: keyof typeof distances
}

type Constraint = {
  unmet: (place: Place, needs: Needs) => boolean
  reason: Bilingual
  /** What the reason says, where that is not everybody’s to read: it is unmet all the same. */
  sees?: DataClass
  /** The place says that it may be discussed; the others are reasons against. */
  only?: 'less'
  /** Where it is not met the place is not offered at all, or only by a desk that says why. */
  offer?: 'never' | 'with_reason'
}

const tooClose = ({ territory, region }: Place, needs: Needs): boolean => {
  if (territory === needs.territory) return true
  if (needs.distance === 'department' || region === null || needs.region === null) return false
  return region === needs.region || (needs.distance === 'far' && areNeighbours(region, needs.region))
}

/** Where a place may be: its département, or those of its region where no more is said of it. */
const around = ({ territory, region }: Place): readonly string[] =>
  territory === null ? territoriesOf(region).map(({ code }) => code) : [territory]

/** A region of which only one département is to be avoided may still hold a place elsewhere: the desk knows where. */
const avoided = (place: Place, zones: readonly string[]): boolean => {
  const codes = around(place)
  return codes.length > 0 && codes.every((code) => zones.includes(code))
}

const acrossTheSea = (place: Place, needs: Needs): boolean =>
  around(place).some((code) => seaOf(code) !== seaOf(needs.territory))

/** A permit given in Mayotte is valid there only: who goes there or leaves it needs another, or a visa of its prefect. */
const permitStays = (place: Place, { territory, nationality }: Needs): boolean =>
  !['french', 'eu'].includes(nationality) &&
  around(place).some((code) => code !== territory && [code, territory].some(needsVisaToLeave))

const weighedBySex = (sex: Needs['sex']): boolean => sex === 'female' || sex === 'male'

/** Each constraint, with what the desk reads beside a place that does not meet it. It weighs them, but for those that keep the place from being offered. */
export const constraints = {
  sex: {
    // « Autre » excludes from no place: whoever places weighs it, with the structure.
    unmet: ({ sexes }, { sex }) => weighedBySex(sex) && !sexes.includes(sex),
    reason: { fr: 'n’accueille pas ce public', en: 'does not receive this public' },
    offer: 'never'
  },
  appraisal: {
    unmet: ({ sexes }, { sex }) => sex === 'other' && !sexes.includes(sex),
    reason: {
      fr: 'sexe « autre » : à apprécier avec la structure (places d’asile : par l’OFII)',
      en: 'sex “other”: to be weighed with the structure (asylum places: by OFII)'
    },
    only: 'less'
  },
  children: {
    unmet: (place, { children }) => (children ?? 0) > place.children,
    reason: { fr: 'trop d’enfants pour cette place', en: 'too many children for this place' },
    offer: 'with_reason'
  },
  accessibility: {
    unmet: ({ accessible }, needs) => needs.accessible && !accessible,
    reason: { fr: 'n’est pas accessible', en: 'is not accessible' },
    offer: 'with_reason'
  },
  zones: {
    unmet: (place, { forbiddenZones, territory }) =>
      avoided(place, forbiddenZones) || place.excludedZones.includes(territory),
    reason: { fr: 'dans un département à éviter', en: 'in a département to avoid' },
    sees: 'E',
    offer: 'never'
  },
  distance: {
    unmet: tooClose,
    reason: { fr: 'trop proche du danger', en: 'too close to the danger' }
  },
  sea: {
    unmet: acrossTheSea,
    reason: {
      fr: 'de l’autre côté de la mer : voyage, visa et droit au séjour du territoire à vérifier',
      en: 'across the sea: check the journey, the visa and the law of residence there'
    }
  },
  permit: {
    unmet: permitStays,
    reason: {
      fr: 'un titre délivré à Mayotte ne vaut que sur place (L441-8)',
      en: 'a permit given in Mayotte is valid there only (L441-8)'
    },
    only: 'less'
  },
  status: {
    unmet: ({ centre }, { asylum }) =>
      centre !== null && asylum !== null && (centre === 'cph') !== (asylum === 'protected'),
    reason: { fr: 'n’est pas pour ce statut d’asile', en: 'is not for this asylum status' },
    sees: 'I',
    offer: 'with_reason'
  },
  language: {
    unmet: ({ languages }, { language }) => language !== 'und' && !languages.includes(language),
    reason: { fr: 'on n’y parle pas sa langue', en: 'their language is not spoken there' },
    only: 'less'
  }
} as const satisfies Record<string, Constraint>

export type ConstraintId = keyof typeof constraints

const speaks: Bilingual = { fr: 'parle sa langue', en: 'speaks their language' }

/** More than all the other reasons together: whoever can stay on this side of the sea is offered that first. */
const beyondTheSea = 2 * Object.keys(constraints).length

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
    score: (spoken ? 1 : 0) - barring.length * 2 - (unmet.includes('sea') ? beyondTheSea : 0)
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

export type Bar = { reason: Bilingual; sees: DataClass | null }

/** What keeps a place from being offered for these needs, whatever is said, or unless a reason is given. Pure. */
export const barsOffer = (place: Place, needs: Needs): { never: Bar[]; unlessSaid: Bar[] } => {
  const unmet = fits(place, needs).unmet.map((id): Constraint => constraints[id])
  const reasonsOf = (offer: Constraint['offer']) =>
    unmet.filter((one) => one.offer === offer).map(({ reason, sees = null }) => ({ reason, sees }))
  return { never: reasonsOf('never'), unlessSaid: reasonsOf('with_reason') }
}
