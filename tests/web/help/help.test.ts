import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { roles } from '../../../policies/actor.ts'
import hints from '../../../web/messages/hints.json' with { type: 'json' }
import rows from '../../../web/messages/glossary.json' with { type: 'json' }
import { glossaryIn, marked } from '../../../web/src/lib/help/glossary.server.ts'
import { guideIn, guideOf, guides, guidesIn } from '../../../web/src/lib/help/guides.server.ts'
import { desks as desksAt } from '../../../web/src/lib/shell/navigation.ts'
import { closedIn, closing, hintsFor } from '../../../web/src/lib/help/hints.server.ts'
import { deskless, pictureOf, pictures, widths } from '../../screens/rows.ts'

const screens = new URL('../../../docs/screens/', import.meta.url)

/** Every text in two languages that stands anywhere in a value, with where it stands. */
const textsIn = (value: unknown, at = ''): [string, { fr: string; en: string }][] => {
  if (typeof value !== 'object' || value === null) return []
  if ('fr' in value && 'en' in value) return [[at, value as { fr: string; en: string }]]
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, `${at}/${key}`))
}

describe('the guides', () => {
  it('there is none for a role that is not, and one for each that has a desk', () => {
    expect(guideIn('constructor', 'fr')).toBeNull()
    expect(guideOf('asso.rhone')).toBeNull()
    const guided = Object.values(guides).flatMap((one) => one.roles)
    expect([...guided, ...deskless].toSorted()).toEqual(Object.keys(roles).toSorted())
  })

  it('each shows pictures that were taken, of the desks of its own roles', () => {
    const shown = Object.values(guides).flatMap(({ roles: own, steps }) =>
      steps.flatMap(({ picture }) => (picture === undefined ? [] : [{ own, picture }]))
    )
    expect(shown.length).toBeGreaterThan(30)
    expect(shown.filter(({ own, picture }) => !own.includes(picture.split('/')[0]!))).toEqual([])
    const wanted = shown.flatMap(({ picture }) => {
      const [role = '', page = ''] = picture.split('/')
      return Object.keys(widths).map((width) => pictureOf(role, page, width))
    })
    const taken = pictures()
    expect(wanted.filter((file) => !taken.includes(file) || !existsSync(new URL(file, screens)))).toEqual([])
  })

  it('every picture says in words what it shows', () => {
    const steps = Object.values(guides).flatMap((one) => one.steps)
    expect(steps.filter(({ picture, alt }) => (picture === undefined) !== (alt === undefined))).toEqual([])
  })

  it('what is said in one language is said in the other, and nothing is said twice the same', () => {
    const texts = textsIn({ guides, hints, rows })
    expect(texts.length).toBeGreaterThan(300)
    expect(texts.filter(([, { fr, en }]) => fr.trim() === '' || en.trim() === '')).toEqual([])
    const sentences = texts.filter(([, { fr }]) => fr.endsWith('.'))
    expect(sentences.length).toBeGreaterThan(200)
    expect(sentences.filter(([, { fr, en }]) => fr === en)).toEqual([])
  })

  it('says first what to do first, then what never to do, and who is told what', () => {
    for (const { slug } of guidesIn('fr')) {
      const guide = guideIn(slug, 'fr')!
      const [steps, never, told] = [guide.steps.length, guide.never.length, guide.told.length]
      expect(Math.min(steps, never, told), slug).toBeGreaterThan(1)
      expect(new Set(guide.steps.map(({ id }) => id)).size, slug).toBe(steps)
    }
  })
})

describe('the glossary', () => {
  it('has each word once, in the order of the reader’s alphabet', () => {
    const ids = rows.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const terms = glossaryIn('fr').map(({ term }) => term)
    expect(terms).toEqual(terms.toSorted((one, other) => one.localeCompare(other, 'fr')))
    const wanted = ['Ac.Sé', 'AGRASC', 'CIVI', 'CLAV', 'JIRS', 'MNIO', 'OFII', 'Récépissé', 'TEH']
    expect(wanted.filter((one) => !terms.includes(one))).toEqual([])
  })

  it('marks initials where they stand alone, and no part of another word', () => {
    expect(marked('PLATEFORME, CLAVIER', 'fr')).toEqual([{ text: 'PLATEFORME, CLAVIER' }])
    const parts = marked('L’OFII et Ac.Sé', 'fr')
    expect(parts.map(({ text, term }) => [text, term])).toEqual([
      ['L’', undefined],
      ['OFII', 'ofii'],
      [' et ', undefined],
      ['Ac.Sé', 'ac-se']
    ])
  })
})

describe('the hints of the desks', () => {
  // A flag begins on its first question at once.
  const desks = (Object.keys(desksAt) as (keyof typeof desksAt)[]).filter((desk) => desk !== 'flag')

  it('a cookie closes nothing that is no desk', () => {
    expect(closedIn('<b>.constructor.')).toEqual([])
    expect(closing('today', 'nowhere')).toBe('today')
    expect(hintsFor(['audit'], undefined, 'fr')).not.toHaveProperty('today')
  })

  it('each desk has one, until it is closed', () => {
    expect(Object.keys(hints).toSorted()).toEqual([...desks].toSorted())
    expect(Object.keys(hintsFor(desks, undefined, 'en'))).toHaveLength(desks.length)
    const kept = closing(closing(undefined, 'today'), 'cases')
    expect(kept).toBe('today.cases')
    expect(Object.keys(hintsFor(['today', 'cases', 'audit', 'flag'], kept, 'fr'))).toEqual(['audit'])
  })
})
