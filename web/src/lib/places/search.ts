import type { PlaceLine } from '#lib/api.types.ts'
import { statuses } from './structures.ts'

export type PlaceQuery = { q: string; status: string }

export function readPlaceQuery(url: URL): PlaceQuery {
  const status = url.searchParams.get('etat') ?? ''
  return {
    q: (url.searchParams.get('q') ?? '').trim(),
    status: statuses.some((one) => one === status) ? status : ''
  }
}

/** Without accents and in small letters: nobody types « Foyer de l’Été » as it is written. */
const bare = (words: string) =>
  words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

const wordsOf = ({ structure, label, region, constraints }: PlaceLine) =>
  bare([structure, label, region ?? '', ...constraints.map((one) => one.label)].join(' '))

/** Places where every word is found: in the structure’s name or region, the place’s own, or whom it can receive. */
export function foundPlaces(places: readonly PlaceLine[], { q, status }: PlaceQuery): PlaceLine[] {
  const asked = bare(q).split(/\s+/).filter(Boolean)
  return places.filter(
    (place) =>
      (status === '' || place.status === status) && asked.every((word) => wordsOf(place).includes(word))
  )
}
