import {
  dimensions,
  indicatorCodes,
  indicators,
  type DimensionId,
  type Indicator,
  type IndicatorCode,
  type Strength
} from './indicator.list.ts'
import type { Bilingual } from './vocabulary.ts'

export {
  dimensions,
  indicatorCodes,
  indicators,
  type DimensionId,
  type Indicator,
  type IndicatorCode
} from './indicator.list.ts'

/** Every sign with its words alone, as a form offers it. */
export const indicatorWords = Object.fromEntries(
  indicatorCodes.map((code) => [code, indicators[code].label])
) as Record<IndicatorCode, Bilingual>

/** What makes tonight dangerous: the few signs that the danger lane offers, the first that come to be said on a telephone. */
export const urgentSigns: readonly IndicatorCode[] = [
  'd_violence',
  'd_threat_violence',
  'd_isolation',
  'd_violence_family',
  'd_papers_taken',
  'w_unknown_area'
]

export const indicatorListVersion = '2026-09'

/** The published profiles. Other forms of exploitation have none that could be read. */
export type Profile = 'adult_labour' | 'child_labour'

export type DimensionCount = { strong: number; medium: number; weak: number; positive: boolean }

/** A reading aid: it has no verdict, and nothing in the mechanism decides from it. */
type IndicatorProfile = {
  listVersion: string
  profile: Profile
  dimensions: Record<DimensionId, DimensionCount>
  /** Some dimension of recruitment or control is positive. For a child no means are needed. */
  means: boolean
  exploitation: boolean
  /** Seen, and without weight in this profile: to be read, never to be forgotten. */
  unweighted: IndicatorCode[]
}

export const dimensionIds = Object.keys(dimensions) as DimensionId[]

const isKnown = (code: string): code is IndicatorCode => Object.hasOwn(indicators, code)

const weightOf = (code: IndicatorCode, profile: Profile): Strength | null => {
  const indicator: Indicator = indicators[code]
  return indicator[profile]
}

/** Combination rule of the published list: two strong; one strong and any other; three medium; two medium and one weak. */
const positive = (strong: number, medium: number, weak: number): boolean =>
  strong >= 2 || (strong === 1 && medium + weak >= 1) || medium >= 3 || (medium === 2 && weak >= 1)

const countIn = (
  dimension: DimensionId,
  seen: readonly IndicatorCode[],
  profile: Profile
): DimensionCount => {
  const weights = seen
    .filter((code) => indicators[code].dimension === dimension)
    .map((code) => weightOf(code, profile))
  const count = (strength: Strength) => weights.filter((weight) => weight === strength).length
  const [strong, medium, weak] = [count('strong'), count('medium'), count('weak')]
  return { strong, medium, weak, positive: positive(strong, medium, weak) }
}

const distinct = (observed: readonly string[]): IndicatorCode[] => {
  const unknown = observed.find((code) => !isKnown(code))
  if (unknown !== undefined) throw new RangeError(`Unknown indicator ${unknown}`)
  return [...new Set(observed.filter(isKnown))]
}

/** Counts only what was observed: an indicator that nobody mentions is unknown, not absent. */
export const profile = (observed: readonly string[], kind: Profile): IndicatorProfile => {
  const seen = distinct(observed)
  const counted = Object.fromEntries(dimensionIds.map((id) => [id, countIn(id, seen, kind)] as const))
  const counts = counted as Record<DimensionId, DimensionCount>
  return {
    listVersion: indicatorListVersion,
    profile: kind,
    dimensions: counts,
    means: dimensionIds.some((id) => id !== 'D4' && counts[id].positive),
    exploitation: counts.D4.positive,
    unweighted: seen.filter((code) => weightOf(code, kind) === null)
  }
}
