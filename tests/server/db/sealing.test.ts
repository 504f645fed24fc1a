import { describe, expect, it } from 'vitest'
import { seal, unseal, type SealedAt } from '../../../server/db/sealing.ts'
import { keysFrom } from '../../../server/keys.ts'

const keys = keysFrom(Buffer.alloc(32, 7))
const others = keysFrom(Buffer.alloc(32, 8))
const at: SealedAt = { table: 'compartment', id: 'one/1', dataClass: 'B' }
const value = { name: 'Blessing' }
const sealed = seal(keys, at, value)

describe('a sealed value', () => {
  it.each<[string, Partial<SealedAt>]>([
    ['of another class', { dataClass: 'C' }],
    ['of another row', { id: 'two/1' }],
    ['of another table', { table: 'place_address' }]
  ])('is not opened as one %s', (_what, moved) => {
    expect(() => unseal(keys, { ...at, ...moved }, sealed)).toThrow()
  })

  it('is opened by no other master key, nor once a single bit of it is another', () => {
    expect(() => unseal(others, at, sealed)).toThrow()
    for (const byte of sealed.keys()) {
      const altered = Buffer.from(sealed)
      altered[byte]! ^= 1
      expect(() => unseal(keys, at, altered), `byte ${byte}`).toThrow()
    }
  })

  it('is under the key of its class, apart from where it stands', () => {
    expect(keys.derive('class:B:1')).not.toEqual(keys.derive('class:C:1'))
    // Bound to one place and sealed as another class: neither the one nor the other opens it.
    const asked: string[] = []
    const heard = {
      ...keys,
      derive: (purpose: string) => {
        asked.push(purpose)
        return keys.derive(purpose)
      }
    }
    for (const dataClass of ['B', 'C']) seal(heard, { ...at, dataClass }, value)
    expect(new Set(asked).size).toBe(2)
  })

  it('is bound to its class beside its key: were all keys one, it would still open as no other', () => {
    const oneKey = { ...keys, derive: () => keys.derive('one') }
    const known = seal(oneKey, at, value)
    expect(() => unseal(oneKey, { ...at, dataClass: 'C' }, known)).toThrow()
    expect(unseal(oneKey, at, known)).toEqual(value)
  })

  it('opens where it was sealed, and is never twice the same', () => {
    expect(unseal(keys, at, sealed)).toEqual(value)
    expect(seal(keys, at, value)).not.toEqual(sealed)
  })
})

describe('what is drawn from the master key', () => {
  it('is another for each purpose and for each master key', () => {
    const all = [
      keys.derive('one').toString('hex'),
      keys.derive('two').toString('hex'),
      others.derive('one').toString('hex')
    ]
    expect(new Set(all).size).toBe(all.length)
    const marks = [
      keys.mark('one', 'word'),
      keys.mark('two', 'word'),
      keys.mark('one', 'other'),
      others.mark('one', 'word')
    ]
    expect(new Set(marks).size).toBe(marks.length)
    expect(keys.mark('one', 'word')).toBe(keys.mark('one', 'word'))
  })

  it('is drawn from thirty-two bytes and no fewer or more', () => {
    for (const length of [0, 1, 16, 31, 33, 64])
      expect(() => keysFrom(Buffer.alloc(length)), `${length} bytes`).toThrow('32 bytes')
  })
})
