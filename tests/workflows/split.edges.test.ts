import { describe, expect, it } from 'vitest'
import { addressee, closed, count, text } from '../../workflows/fields.ts'
import { classOfField, splitInput } from '../../workflows/split.ts'

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
