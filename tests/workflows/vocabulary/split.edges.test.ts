import { describe, expect, it } from 'vitest'
import { Type } from 'typebox'
import {
  addressee,
  choice,
  choices,
  closed,
  count,
  date,
  id,
  text,
  yes
} from '../../../workflows/vocabulary/fields.ts'
import { classOfField, freeWordsOf, splitInput } from '../../../workflows/vocabulary/split.ts'

const label = { fr: 'essai', en: 'trial' }
const form = closed({
  room: closed({ beds: count({ label }), story: text({ label, dataClass: 'C' }) }),
  floor: count({ label }),
  name: text({ label, dataClass: 'B' }),
  to: addressee({ label })
})

describe('a field inside another', () => {
  it('is kept under its own name, beside those that stand outside: open with the open, sealed with the sealed', () => {
    expect(splitInput(form, { floor: 2, room: { beds: 3, story: 'told' }, name: 'said' })).toEqual({
      open: { floor: 2, beds: 3 },
      sealed: { B: { name: 'said' }, C: { story: 'told' } }
    })
  })

  it('the address of who is written to is kept nowhere', () => {
    expect(splitInput(form, { to: 'a@example.org' })).toEqual({ open: {}, sealed: {} })
  })

  it('a field that bears no class asks for none', () => {
    expect(classOfField(form, 'floor')).toBeUndefined()
    expect(classOfField(form, 'name')).toBe('B')
  })
})

describe('words that people chose and that nothing seals', () => {
  const one = { a: { fr: 'a', en: 'a' } }

  it('are no code, no day, no number, no yes, no identifier, and nothing sealed', () => {
    const coded = closed({
      which: choice(one, { label }),
      several: choices(one, { label }),
      on: date({ label }),
      many: count({ label }),
      agreed: yes({ label }),
      who: id({ label }),
      always: Type.Literal('a'),
      name: text({ label, dataClass: 'B' }),
      odd: Type.Array(Type.Integer())
    })
    expect(freeWordsOf(coded)).toEqual([])
  })

  it('are a text of another class, and a list of texts', () => {
    const free = closed({
      note: text({ label }),
      number: text({ label, dataClass: 'E' }),
      notes: Type.Array(Type.String()),
      bare: Type.String()
    })
    expect(freeWordsOf(free)).toEqual(['note', 'number', 'notes', 'bare'])
  })
})
