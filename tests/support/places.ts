import type { Needs, Place } from '../../workflows/places/fit.ts'

/** A plain place far away, and a plain need; each test says what differs. */
export const aPlace: Place = {
  sexes: ['female'],
  children: 0,
  languages: ['fr'],
  accessible: true,
  centre: null,
  excludedZones: [],
  territory: '35',
  region: 'Bretagne'
}
export const someNeeds: Needs = {
  sex: 'female',
  children: 0,
  language: 'fr',
  territory: '69',
  forbiddenZones: [],
  asylum: 'none',
  nationality: 'third_country',
  region: 'Auvergne-Rhône-Alpes',
  accessible: true,
  distance: 'far'
}
