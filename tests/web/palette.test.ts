import { describe, expect, it, test } from 'vitest'
import { caseIn, found, isReference, paletteHref } from '../../web/src/lib/palette/found.ts'

const places = [
  'Refuser le récépissé',
  'Remettre le récépissé',
  'Échéances',
  'Proposer une place',
  'Places'
].map((label) => ({ label, href: `/${label}` }))
const labels = (typed: string) => found(places, typed).map(({ label }) => label)

describe('what is typed', () => {
  it('finds nothing that does not hold it', () => {
    expect(labels('tribunal')).toEqual([])
    expect(labels('récépissé du')).toEqual([])
  })

  it('finds without accents or capitals, what begins with it first, then what has a word that does', () => {
    expect(labels('ECHE')).toEqual(['Échéances'])
    expect(labels('recep')).toEqual(['Refuser le récépissé', 'Remettre le récépissé'])
    expect(labels('place')).toEqual(['Places', 'Proposer une place'])
    expect(labels('ettre')).toEqual(['Remettre le récépissé'])
    expect(labels(' ')).toHaveLength(places.length)
  })
})

test.each([
  ['OR 3FK 7Q2P', 'or 3fk7q2p', true],
  ['OR 3FK 7Q2P', '3FK-7Q2P', true],
  ['OR 3FK 7Q2P', '3FK7Q2', false],
  ['OR 3FK 7Q2P', '', false],
  ['OR 3FK 7Q2P', 'OR', false]
])('of the reference %s, « %s » is read as it: %s', (reference, typed, same) => {
  expect(isReference(reference, typed)).toBe(same)
})

const id = '6f1b2c3d-0000-4000-8000-000000000001'
test.each([
  ['/dossiers', '/chercher'],
  ['/dossiers/hors-perimetre', '/chercher'],
  ['/aujourdhui', '/chercher'],
  [`/orientations/${id}`, '/chercher'],
  [`/dossiers/${id}`, `/chercher?dossier=${id}`],
  [`/dossiers/${id}/agir/permit.issue`, `/chercher?dossier=${id}`]
])('from %s the palette stands at %s', (path, href) => {
  expect(paletteHref(path)).toBe(href)
  expect(caseIn(path) === null).toBe(!href.includes('dossier'))
})
