import type { Badge, PlaceLine, PlaceStatus } from '#lib/api.types.ts'

export type Structure = {
  name: string
  region: string
  places: PlaceLine[]
  free: number
  constraints: Badge[]
}

export const statuses: readonly PlaceStatus[] = ['free', 'reserved', 'occupied', 'out']

export function countOf(places: readonly PlaceLine[], status: PlaceStatus): number {
  return places.filter((place) => place.status === status).length
}

/** Places gathered by structure, those with a free place first. */
export function byStructure(places: readonly PlaceLine[]): Structure[] {
  const groups = Map.groupBy(places, (place) => place.structure)
  return [...groups]
    .map(([name, own]) => ({
      name,
      region: own[0]?.region ?? '',
      places: own.toSorted((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status)),
      free: countOf(own, 'free'),
      constraints: distinct(own.flatMap((place) => place.constraints))
    }))
    .sort(
      (a, b) =>
        Number(b.free > 0) - Number(a.free > 0) ||
        a.region.localeCompare(b.region) ||
        a.name.localeCompare(b.name)
    )
}

/** Conditions as two short sentences: who is received, and which languages are spoken. */
export function conditionsOf(badges: readonly Badge[]): { public: string; languages: string[] } {
  const spoken = badges.filter(({ key }) => key.startsWith('language.'))
  const others = badges.filter((badge) => !spoken.includes(badge))
  return { public: others.map(({ label }) => label).join(', '), languages: spoken.map(({ label }) => label) }
}

function distinct(badges: Badge[]): Badge[] {
  return [...new Map(badges.map((badge) => [badge.key, badge])).values()]
}
