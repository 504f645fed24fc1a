import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { september2026 as current } from '../../workflows/configuration/versions/2026-09.ts'
import { consentScopes } from '../../workflows/vocabulary/vocabulary.ts'
import en from '../../web/messages/en.json' with { type: 'json' }
import fr from '../../web/messages/fr.json' with { type: 'json' }
import { toldOn, type Text } from '../../web/src/lib/told/told.ts'

const folder = new URL('../../web/messages/', import.meta.url)
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const files = ['told', 'accessibility'].flatMap((kind) =>
  readdirSync(new URL(`${kind}/`, folder)).map((name) => `${kind}/${name}`)
)

/** What is told, letter by letter. A text changes by a new file beside the old one, with its line here; one whose day has not come may be mended. */
const told: Record<string, string> = {
  'accessibility/2026-11-28.en.json': 'def55700de361770',
  'accessibility/2026-11-28.fr.json': '9496fb496675c0a9',
  'told/2026-11-28.en.json': 'bf2b44d17936770f',
  'told/2026-11-28.fr.json': '6867317efe1c1a80',
  'told/2026-11-29.en.json': '50eca09aa363f269',
  'told/2026-11-29.fr.json': 'a75e809423314450',
  'told/2026-11-30.en.json': '439dc13c1bffff9f',
  'told/2026-11-30.fr.json': '95d57e69946ef1eb'
}

const shape = ({ notice, sections }: Text) => [
  notice.text.length,
  sections.map(({ id, text, items, after, law }) => [
    id,
    text.length,
    items?.length,
    after?.length,
    law !== undefined
  ])
]
/** As they are told once the newest has begun. */
const at = (locale: 'fr' | 'en', day: string | null = null, today = '2027-01-01') => ({ locale, day, today })
const textIn = (locale: 'fr' | 'en', name: 'data' | 'accessibility' = 'data') =>
  toldOn(name, at(locale))!.text
const section = (locale: 'fr' | 'en', id: string) => {
  const { text, items = [], after = [] } = textIn(locale).sections.find((one) => one.id === id)!
  return { items, all: [...text, ...items, ...after].join(' ') }
}

describe('a text that people are told', () => {
  it('is not changed once it was told', () => {
    const digest = (name: string) => createHash('sha256').update(textOf(name)).digest('hex').slice(0, 16)
    expect(Object.fromEntries(files.map((name) => [name, digest(name)]))).toEqual(told)
  })

  it.each(['data', 'accessibility'] as const)('says as much in English as in French: %s', (name) => {
    expect(shape(textIn('en', name))).toEqual(shape(textIn('fr', name)))
  })

  it('is not there for a day on which none began, nor for a word of the language', () => {
    for (const day of ['2026-11-27', '', 'constructor']) expect(toldOn('data', at('fr', day))).toBeNull()
    expect(toldOn('data', at('fr', '2026-11-28'))?.version).toBe('2026-11-28')
  })

  it('is not told before its day, nor named among the others', () => {
    const eve = (day: string | null) => toldOn('data', at('fr', day, '2026-11-29'))
    expect(eve(null)).toMatchObject({ version: '2026-11-29', others: ['2026-11-28'] })
    expect(eve('2026-11-30')).toBeNull()
    expect(toldOn('data', at('fr', null, '2026-11-30'))!.version).toBe('2026-11-30')
    expect(toldOn('data', at('fr', null, '2026-11-27'))).toBeNull()
  })

  it('tells whoever works with it what is kept of them', () => {
    const kept = [
      /courriel de votre invitation/,
      /absences/,
      /dernière connexion/,
      /genre d’appareil/,
      /équipe/,
      /revues d’accès/,
      /cherché/
    ]
    for (const one of kept) expect(section('fr', 'professionnels').all).toMatch(one)
  })

  it('says nothing that is true of a demonstration alone', () => {
    const said = (day: string | null) => JSON.stringify(toldOn('data', at('fr', day))!.text)
    expect(said(null)).not.toContain('inventée')
    expect(said('2026-11-29')).toContain('inventée')
    expect(fr['app.ribbon']).toContain('aucune personne réelle')
  })

  it('names the button that leaves, by its name', () => {
    expect(textIn('fr').notice.text.join(' ')).toContain(fr['app.quit'])
    expect(textIn('en').notice.text.join(' ')).toContain(en['app.quit'])
  })

  it('gives the lengths by which cases are archived and erased, and consents end', () => {
    const { durations } = current
    for (const locale of ['fr', 'en'] as const) {
      const kept = section(locale, 'duree').all
      expect(kept).toContain(`${durations['MNIO-RETENTION'].n} ${locale === 'fr' ? 'ans' : 'years'}`)
      expect(kept).toContain(`${durations['MNIO-ERASURE'].n} ${locale === 'fr' ? 'ans' : 'years'}`)
      const months = locale === 'fr' ? 'mois' : 'months'
      expect(kept).toContain(`${durations['MNIO-INSUFFICIENT'].n} ${months}`)
      expect(section(locale, 'accord').all).toContain(`${durations['MNIO-CONSENT'].n} ${months}`)
    }
  })

  it('names as many readers to be agreed to as there are consents', () => {
    for (const locale of ['fr', 'en'] as const)
      expect(section(locale, 'lecteurs').items.length).toBe(Object.keys(consentScopes).length)
  })

  it('declares in the footer what the declaration declares, in the words of the decree', () => {
    expect(textIn('fr', 'accessibility').sentence).toBe(fr['app.accessibility'].replace(' :', '\u00a0:'))
    expect(fr['app.accessibility']).toMatch(
      /^Accessibilité : (totalement conforme|partiellement conforme|non conforme)$/
    )
    expect(textIn('en', 'accessibility').sentence).toBe(en['app.accessibility'])
  })
})
