import { describe, expect, test } from 'vitest'
import { foundPlaces, readPlaceQuery } from '../../web/src/lib/places/search.ts'

const place = (structure: string, label: string, status: 'free' | 'occupied', receives: string[]) => ({
  id: label,
  version: 1,
  kind: 'acse',
  own: false,
  structure,
  label,
  region: 'Île-de-France',
  constraints: receives.map((one) => ({ key: one, label: one, tone: 'plain' as const })),
  status,
  since: null,
  out: null
})
const places = [
  place('Foyer de l’Étoile', 'chambre 1', 'free', ['femme', '2 enfants']),
  place('Foyer de l’Étoile', 'chambre 2', 'occupied', ['femme']),
  place('Maison Azur', 'studio', 'free', ['homme', 'accessible'])
]
const found = (address: string) =>
  foundPlaces(places, readPlaceQuery(new URL(address, 'http://localhost'))).map(({ id }) => id)

describe('a search among places', () => {
  test('finds nothing where one word is nowhere, and takes no state that is none', () => {
    expect(found('/places?q=étoile+homme')).toEqual([])
    expect(found('/places?etat=DROP')).toHaveLength(3)
  })

  test('finds by the name of the structure, its region and whom the place receives, without accents', () => {
    expect(found('/places?q=ETOILE')).toEqual(['chambre 1', 'chambre 2'])
    expect(found("/places?q=l'etoile+enfants")).toEqual(['chambre 1'])
    expect(found('/places?q=ile-de-france+accessible')).toEqual(['studio'])
  })

  test('narrows by state, alone or with words', () => {
    expect(found('/places?etat=occupied')).toEqual(['chambre 2'])
    expect(found('/places?etat=free&q=femme')).toEqual(['chambre 1'])
  })
})
