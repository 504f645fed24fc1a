import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { september2026 as current } from '../../../workflows/configuration/versions/2026-09.ts'
import { statuteClocks } from '../../../workflows/deadlines/clocks/statute.ts'
import { actsOf } from '../../../workflows/rights/conversation.ts'
import { asked, told, type RightsText } from '../../../workflows/rights/sentences.ts'
import {
  awaitedTexts,
  rightsTexts,
  textFor,
  textsNow,
  textUnder,
  type RightsTextId
} from '../../../workflows/rights/texts.ts'
import { consentScopes, type ConsentScope } from '../../../workflows/vocabulary/vocabulary.ts'
import { languages } from '../../../workflows/vocabulary/words.ts'

const all = Object.entries(rightsTexts) as [RightsTextId, RightsText][]
const scopes = Object.keys(consentScopes) as ConsentScope[]

/** Sentences that nobody here can answer for: each is told by an interpreter until it is translated. */
const slots: Partial<Record<RightsTextId, string[]>> = {
  'sq-2026-11-28': ['stopping', 'consent A', 'consent B'],
  'vi-2026-11-28': ['stopping', 'consent A', 'consent B'],
  'sq-2026-11-29': ['stopping', 'consent A', 'consent B'],
  'vi-2026-11-29': ['stopping', 'consent A', 'consent B']
}

/** What was shown, letter by letter. A text changes by a new one beside it, with its line here. */
const shown: Record<RightsTextId, string> = {
  'fr-simple-2026-11-28': 'c996fe192984cded',
  'fr-2026-11-28': '41d4a47bfc9aa38d',
  'en-2026-11-28': '6186605ed5196a20',
  'es-2026-11-28': 'b8b2665bb5938639',
  'pt-2026-11-28': '45dd615bc856ba80',
  'ro-2026-11-28': '43c55b779121448f',
  'bg-2026-11-28': '3f064a84d1e3c5c0',
  'sq-2026-11-28': '2f053e612442d79a',
  'ar-2026-11-28': '5bf3caefd99ce57b',
  'zh-2026-11-28': '579764736a4023bb',
  'vi-2026-11-28': '53af9f6d3e2531ca',
  'ru-2026-11-28': '588307b1264b23ca',
  'uk-2026-11-28': '6032a083b5df5b96',
  'fr-simple-2026-11-29': 'd662e9ab52a57185',
  'fr-2026-11-29': '79a1e6915ab2020a',
  'en-2026-11-29': 'e06e1e572ef52e25',
  'es-2026-11-29': '644f12639e56c2a5',
  'pt-2026-11-29': '63278a6a56a619ae',
  'ro-2026-11-29': '8ef2d93c805e6be3',
  'bg-2026-11-29': '403e453acccdebdf',
  'sq-2026-11-29': '48846c890a0004ff',
  'ar-2026-11-29': 'b4b207b1c95bc3d3',
  'zh-2026-11-29': '24780192700910cf',
  'vi-2026-11-29': '8cb5c83e87f2935a',
  'ru-2026-11-29': 'b7f1e535000ebb15',
  'uk-2026-11-29': '5dc00b9cb1e46925'
}

const missing = ({ sentences }: RightsText) => [
  ...[...told, ...asked].filter((id) => sentences[id] === null),
  ...scopes.filter((scope) => sentences.consents[scope] === null).map((scope) => `consent ${scope}`)
]
const wordsOf = ({ sentences: { consents, ...others } }: RightsText) =>
  [...Object.values(others), ...Object.values(consents)].filter((one) => one !== null)

describe('the texts of rights', () => {
  it('are not changed once they were shown', () => {
    const digest = (text: RightsText) =>
      createHash('sha256').update(JSON.stringify(text.sentences)).digest('hex').slice(0, 16)
    expect(Object.fromEntries(all.map(([id, text]) => [id, digest(text)]))).toEqual(shown)
  })

  it.each(all)('%s has every sentence, or says which one waits', (id, text) => {
    expect(missing(text)).toEqual(slots[id] ?? [])
    expect(Object.keys(text.sentences).sort()).toEqual([...told, ...asked, 'consents'].sort())
    expect(Object.keys(text.sentences.consents).sort()).toEqual(scopes.toSorted())
    for (const words of wordsOf(text)) expect(words.trim()).not.toBe('')
  })

  it('that wait whole are of languages that have none, and every language that was promised is of one or the other', () => {
    const written = new Set<string>(all.map(([, { language }]) => language))
    expect(awaitedTexts.filter((one) => written.has(one))).toEqual([])
    for (const one of ['es', 'ro', 'bg', 'sq', 'ar', 'zh', 'vi', 'pt', 'ru', 'uk', 'fr', 'en'])
      expect([one, written.has(one)]).toEqual([one, true])
    for (const one of ['bin', 'pcm', 'ti', 'fa', 'ps', 'ur', 'bn', 'fsl'])
      expect(Object.keys(languages)).toContain(one)
  })

  it('are provisional in every language but ours, and turn from right to left where their script does', () => {
    for (const [id, { language, status, direction, tag }] of all) {
      expect([id, status]).toEqual([
        id,
        language === 'fr' || language === 'en' ? expect.stringMatching(/whole|plain/) : 'provisional'
      ])
      expect([id, direction]).toEqual([id, new Intl.Locale(tag).maximize().script === 'Arab' ? 'rtl' : 'ltr'])
    }
  })

  it('give the days of the law, the length of a consent and the numbers to call', () => {
    for (const [id, { sentences }] of all) {
      const days = String(statuteClocks['D-REFLEX'].duration.n)
      expect([id, sentences.reflection]).toEqual([id, expect.stringContaining(days)])
      for (const number of ['17', '112', '114'])
        expect([id, sentences.danger]).toEqual([id, expect.stringContaining(number)])
    }
    for (const id of ['fr-2026-11-28', 'en-2026-11-28', 'fr-2026-11-29', 'en-2026-11-29'] as const)
      expect(rightsTexts[id].sentences.change).toContain(` ${current.durations['MNIO-CONSENT'].n} mo`)
  })

  it('are short where they are plain: no sentence of more than thirty words', () => {
    for (const [, text] of all.filter(([, { status }]) => status === 'plain')) {
      const sentences = wordsOf(text).flatMap((one) => one.split(/[.?:] /))
      expect(sentences.filter((one) => one.split(' ').length > 30)).toEqual([])
    }
  })

  it('are read again by a code of their own, and by no other', () => {
    const codes = all.map(([, { code }]) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const [, text] of all) expect(textUnder(text.code)).toBe(text)
    for (const code of ['', 'R8HJ', 'r8h', 'constructor']) expect(textUnder(code)).toBeNull()
  })

  it('begin with the language of the person, and with plain French where that waits or is French', () => {
    expect(textFor('ar')).toBe('ar-2026-11-29')
    for (const one of ['fr', 'bin', null]) expect(textFor(one)).toBe('fr-simple-2026-11-29')
    expect(textFor('en')).toBe('en-2026-11-29')
    const kinds = new Set(all.map(([, { language, status }]) => `${language} ${status}`))
    expect(textsNow()).toHaveLength(kinds.size)
  })

  it('say in every language that a refusal is written down and may be changed, as they did not before', () => {
    const now = textsNow()
    expect(now.filter(([, { from }]) => from < '2026-11-29')).toEqual([])
    for (const [id, text] of now) {
      const [said] = all.filter(([, one]) => one.tag === text.tag && one.status === text.status)
      expect([id, text.sentences.change]).toEqual([id, expect.stringContaining(said![1].sentences.change!)])
      expect([id, text.sentences.change!.length > said![1].sentences.change!.length]).toEqual([id, true])
    }
    const ours = now.filter(([, { status }]) => status !== 'provisional')
    for (const [id, { sentences }] of ours)
      expect([id, sentences.change]).toEqual([id, expect.stringMatching(/écrit|écrivons|written/)])
  })
})

describe('a conversation', () => {
  const how = { on: '2026-11-24', language: 'ar', means: 'phone' }

  it('comes to no act where nothing was said, and writes no refusal', () => {
    expect(actsOf({ ...how, agrees: [], withdraws: [] })).toEqual([])
  })

  it('tells their rights before anything is asked, and ends with the reflection period, wished for or not', () => {
    const acts = actsOf({
      ...how,
      ...{ helpWithoutConsent: true, agrees: ['B'], withdraws: ['E'], wishes: false, confidential: true }
    })
    expect(acts.map(({ command }) => command)).toEqual([
      'person.inform',
      'consent.withdraw',
      'consent.record',
      'reflection.offer'
    ])
    expect(acts.at(-1)!.input).toMatchObject({ wishes: false, confidential: true })
  })
})
