import { describe, expect, it, test } from 'vitest'
import {
  acronymsIn,
  caseIn,
  found,
  foundByEnter,
  openActs,
  paletteHref,
  type Place
} from '../../web/src/lib/palette/found.ts'
import { mayHandOn } from '../../web/src/lib/handing/may.ts'
import { pagesOf } from '../../web/src/lib/palette/pages.ts'

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

describe('a word of few letters', () => {
  const acts = [
    'Appel du jugement civil',
    'Rappeler la personne',
    'Saisir la CIVI',
    'Dire la fin du bail',
    'Finir'
  ].map((label) => ({ label, href: `/${label}` }))
  const named = (typed: string, known: string[] = []) => found(acts, typed, known).map(({ label }) => label)

  it('that is an acronym finds only what says it, although it may not be done now', () => {
    for (const typed of ['CIVI', 'civi']) expect(named(typed)).toEqual(['Saisir la CIVI'])
    const others = acts.filter(({ label }) => !label.includes('CIVI'))
    expect(found(others, 'CIVI', acronymsIn(['Saisir la CIVI']))).toEqual([])
    expect(foundByEnter(others, 'CIVI', ['civi'])).toBeNull()
    expect(named('civil')).toEqual(['Appel du jugement civil'])
    expect(acronymsIn(['Orienter vers l’OFPRA ou un CHRS, en UE', 'Refuser'])).toEqual(['ofpra', 'chrs'])
  })

  it('finds what says it before what begins with it, and that before what holds it within', () => {
    expect(named('fin')).toEqual(['Dire la fin du bail', 'Finir'])
    expect(named('appe')).toEqual(['Appel du jugement civil', 'Rappeler la personne'])
  })
})

it('an act that may not be done now is found by none of its words', () => {
  const acts = [
    { command: 'permit.issue', label: 'Délivrer le titre', enabled: false },
    { command: 'permit.refuse', label: 'Refuser le titre', enabled: true }
  ]
  const open = openActs(acts, (command) => `/agir/${command}`)
  expect(found(open, 'delivrer')).toEqual([])
  expect(found(open, 'titre')).toEqual([{ href: '/agir/permit.refuse', label: 'Refuser le titre' }])
})

describe('a page', () => {
  const hrefs = (me: Partial<Parameters<typeof pagesOf>[0]>) =>
    pagesOf({ nav: [], rooms: [], role: 'asso', ...me }).map(({ href }) => href)
  const apart = ['/acces-urgence', '/reunions/sieges', '/personnes/revue', '/organisations/importer']

  it('that its reader may not open is not found', () => {
    for (const href of [...apart, '/echeances/simuler', '/dossiers']) expect(hrefs({})).not.toContain(href)
  })

  it('where an error is mended is found by the error, and not by whoever reads no case', () => {
    const words = 'erreur mauvaise personne annuler corriger'
    const mends = (me: object, here: string | null) =>
      pagesOf({ nav: [], rooms: [], role: 'asso', ...me }, here)
        .filter((one) => one.words)
        .map(({ href }) => href)
    expect(mends({}, null)).toEqual([])
    expect(mends({ nav: ['cases'] }, null)).toEqual(['/dossiers'])
    expect(mends({ nav: ['cases'] }, 'un')).toEqual(['/dossiers/un/histoire'])
    const place = { label: 'Saisi par erreur ?', href: '/dossiers/un/histoire', words }
    for (const typed of ['erreur', 'annuler', 'corriger', 'mauvaise personne'])
      expect(found([place], typed), typed).toEqual([place])
  })

  it('that stands in no navigation is found by who may open it', () => {
    const rooms = ['openings', 'seats', 'accessReview', 'import'] as const
    expect(hrefs({ rooms: [...rooms] })).toEqual(expect.arrayContaining(apart))
    expect(hrefs({ nav: ['deadlines'] })).toEqual(
      expect.arrayContaining(['/echeances', '/echeances/simuler', '/aide/asso'])
    )
  })
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

test('Enter leads to what begins so, and never into the midst of a word, which may be a name', () => {
  const places: Place[] = [
    { href: '/reunions', label: 'Réunions' },
    { href: '/aide', label: 'Aide de la permanence' }
  ]
  expect(foundByEnter(places, 'union')).toBeNull()
  expect(foundByEnter(places, '')).toBeNull()
  expect(foundByEnter(places, 'perm')?.href).toBe('/aide')
  expect(foundByEnter(places, 'reu')?.href).toBe('/reunions')
})

describe('handing a case on', () => {
  it('is offered to whoever accompanies the person for an association, and to nobody else', () => {
    const as = (id: string) => ({ capacity: { id, label: id } }) as Parameters<typeof mayHandOn>[1]
    expect(mayHandOn({ rooms: [] }, as('referent'))).toBe(false)
    expect(mayHandOn({ rooms: ['handings'] }, as('flagger'))).toBe(false)
    expect(mayHandOn({ rooms: ['handings'] }, as('referent'))).toBe(true)
  })
})
