import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from '../../web/messages/en.json' with { type: 'json' }
import fr from '../../web/messages/fr.json' with { type: 'json' }
import { chooseLocale, translate, translateCount, type MessageKey } from '../../web/src/lib/messages.ts'

type Table = Record<string, string>
const tables: [string, Table][] = [
  ['fr', fr],
  ['en', en]
]
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

/** Text between tags and in the attributes people read, once scripts, styles and expressions are taken away. */
function wordsIn(source: string): string[] {
  let markup = source.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<!--[\s\S]*?-->/g, '')
  for (let before = ''; before !== markup;) {
    before = markup
    markup = markup.replace(/\{[^{}]*\}/g, '')
  }
  const attributes = [...markup.matchAll(/\b(?:title|placeholder|alt|aria-label)="([^"]+)"/g)].map(
    (match) => match[1] ?? ''
  )
  const text = markup.replace(/<[^>]*>/g, '\n').split('\n')
  return [...attributes, ...text].map((part) => part.trim()).filter((part) => /\p{L}{2,}/u.test(part))
}

function svelteFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.svelte'))
    .map((name) => join(folder, name))
}

describe('messages', () => {
  it('has the same keys in French and English', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort())
  })

  it('leaves the same holes to fill in both languages', () => {
    const different = Object.keys(fr).filter((key) => {
      const [inFrench, inEnglish] = [(fr as Table)[key] ?? '', (en as Table)[key] ?? '']
      return holes(inFrench).join() !== holes(inEnglish).join()
    })
    expect(different).toEqual([])
  })

  it.each(tables)('says something for every key (%s)', (_, table) => {
    expect(Object.entries(table).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it.each(tables)('gives both forms of each counted message (%s)', (_, table) => {
    const ones = Object.keys(table).filter((key) => key.endsWith('.one'))
    expect(ones.filter((key) => !(key.replace(/\.one$/, '.other') in table))).toEqual([])
  })
})

describe('words in pages', () => {
  it('stand only in the messages', () => {
    const found = svelteFiles('web/src').flatMap((file) =>
      wordsIn(readFileSync(file, 'utf8')).map((word) => `${file}: ${word}`)
    )
    expect(found).toEqual([])
  })
})

describe('translate', () => {
  it('fills the holes and leaves the unknown ones in sight', () => {
    expect(translate('fr', 'problem.status', { status: 404 })).toBe('Code 404')
    expect(translate('fr', 'problem.status')).toBe('Code {status}')
  })

  it('never breaks a line before French high punctuation', () => {
    const keys = Object.keys(fr) as MessageKey[]
    expect(keys.filter((key) => / [:;?!»]|« /.test(translate('fr', key)))).toEqual([])
  })

  it('counts by the rules of each language', () => {
    expect(translateCount('fr', 'places.count', 0)).toBe('0 place')
    expect(translateCount('en', 'places.count', 0)).toBe('0 places')
  })
})

describe('chooseLocale', () => {
  it('takes the choice, then the browser, then French', () => {
    expect(chooseLocale('en', 'fr-FR')).toBe('en')
    expect(chooseLocale('xx', 'de, en;q=0.8')).toBe('en')
    expect(chooseLocale(undefined, null)).toBe('fr')
  })
})
