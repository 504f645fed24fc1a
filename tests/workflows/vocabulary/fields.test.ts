import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import {
  addressee,
  choice,
  choices,
  closed,
  count,
  date,
  dateTime,
  longText,
  notesOf,
  optional,
  text
} from '../../../workflows/vocabulary/fields.ts'

const label = { fr: 'Mot', en: 'Word' }
const words = { a: { fr: 'un', en: 'one' }, b: { fr: 'deux', en: 'two' } }
const accepts = (schema: Parameters<typeof closed>[0][string]) => (value: unknown) =>
  Value.Check(schema, value)

describe('a field refuses', () => {
  it('whatever a form does not name', () => {
    const form = closed({ word: text({ label }), more: optional(text({ label })) })
    expect(Value.Check(form, { word: 'a', other: 'b' })).toBe(false)
    expect(Value.Check(form, {})).toBe(false)
    expect(Value.Check(form, { word: 'a' })).toBe(true)
  })

  it('an empty text, one too long, and signs that nobody sees', () => {
    for (const [schema, most] of [
      [text({ label }), 200],
      [longText({ label }), 4000],
      [text({ label, maxLength: 20 }), 20]
    ] as const) {
      const ok = accepts(schema)
      expect([ok(''), ok('x'.repeat(most + 1)), ok('a\u0000b'), ok('a\u202eb')]).toEqual([
        false,
        false,
        false,
        false
      ])
      expect([ok('x'), ok('x'.repeat(most)), ok('deux\nlignes')]).toEqual([true, true, true])
    }
    const long = accepts(text({ label, minLength: 3 }))
    expect([long('ab'), long('abc')]).toEqual([false, true])
  })

  it('a number out of its bounds', () => {
    const ok = accepts(count({ label }))
    expect([ok(-1), ok(13), ok(1.5), ok(0), ok(12)]).toEqual([false, false, false, true, true])
    expect(accepts(count({ label, maximum: 30 }))(30)).toBe(true)
  })

  it('a choice that is not offered, and the same one twice', () => {
    const one = accepts(choice(words, { label }))
    expect([one('c'), one(['a']), one(null), one('a')]).toEqual([false, false, false, true])
    const some = accepts(choices(words, { label }))
    expect([some([]), some(['a', 'a']), some(['a', 'c']), some('a'), some(['a', 'b'])]).toEqual([
      false,
      false,
      false,
      false,
      true
    ])
    expect(accepts(choices(words, { label, atLeast: 0 }))([])).toBe(true)
  })
})

describe('a field says', () => {
  it('its words under one keyword, beside a plain JSON Schema', () => {
    expect(JSON.parse(JSON.stringify(text({ label, dataClass: 'C' })))).toMatchObject({
      type: 'string',
      minLength: 1,
      maxLength: 200,
      'x-mnio': { label, dataClass: 'C' }
    })
    expect(notesOf(date({ label }))).toEqual({ label })
    expect(Object.keys(date({ label }))).not.toContain('maxLength')
    expect(notesOf(choice(words, { label, dataClass: 'E' }))).toEqual({
      label,
      dataClass: 'E',
      choices: words
    })
    expect(notesOf(choices(words, { label }))).toEqual({ label, choices: words })
    expect(notesOf(closed({}))).toBeUndefined()
  })

  it('of which kind it is', () => {
    const kind = (schema: object) => JSON.parse(JSON.stringify(schema)) as Record<string, unknown>
    expect(kind(date({ label }))).toMatchObject({ type: 'string', format: 'date' })
    expect(kind(dateTime({ label }))).toMatchObject({ type: 'string', format: 'date-time' })
    expect(kind(choice(words, { label }))).toMatchObject({ type: 'string', enum: ['a', 'b'] })
    expect(kind(choices(words, { label }))).toMatchObject({
      type: 'array',
      items: { type: 'string', enum: ['a', 'b'] },
      minItems: 1,
      maxItems: 2,
      uniqueItems: true
    })
    expect(kind(closed({}))).toMatchObject({ additionalProperties: false })
  })

  it('of an address that a link is sent there, unless it says something of its own', () => {
    const hint = { fr: 'Autre', en: 'Other' }
    expect(notesOf(addressee({ label }))).toMatchObject({
      addressee: true,
      hint: { fr: 'Un lien de réponse y est envoyé, sans nom ni récit.' }
    })
    expect(notesOf(addressee({ label, hint }))).toEqual({ label, hint, addressee: true })
  })
})
