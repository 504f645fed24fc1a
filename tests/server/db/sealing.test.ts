import { createDecipheriv } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { seal, unseal, type SealedAt } from '../../../server/db/sealing.ts'
import { keysFrom } from '../../../server/keys.ts'
import { sealedClasses } from '../../../workflows/vocabulary/vocabulary.ts'

const keys = keysFrom(Buffer.alloc(32, 1))
const others = keysFrom(Buffer.alloc(32, 2))
const [own, other] = ['3f2b8c1e-0000-4000-8000-000000000001', '3f2b8c1e-0000-4000-8000-000000000002']
const at: SealedAt = { table: 'compartment', id: `${own}|3`, dataClass: 'B' }
const value = { name: 'Aïcha Benali', birthDate: '1998-07-02' }
const sealed = seal(keys, at, value)
const opening = (where: SealedAt, bytes = sealed, by = keys) => unseal(by, where, bytes)
const changed = (index: number) => {
  const bytes = Buffer.from(sealed)
  bytes[index]! ^= 1
  return bytes
}

describe('a sealed value does not open', () => {
  it('with the key of another installation', () => {
    expect(() => opening(at, sealed, others)).toThrow()
  })

  it.each([
    ['of another case', { ...at, id: `${other}|3` }],
    ['of another line of the same case', { ...at, id: `${own}|4` }],
    ['of another table', { ...at, table: 'draft' }]
  ])('in the place %s', (_where, where) => {
    expect(() => opening(where)).toThrow()
  })

  it.each(sealedClasses.filter((one) => one !== at.dataClass))('as a value of class %s', (dataClass) => {
    expect(() => opening({ ...at, dataClass })).toThrow()
  })

  it('by the key of another class, even in its own place', () => {
    const byKeyOf = (dataClass: string) => {
      const key = keys.derive(`class:${dataClass}:1`)
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13), { authTagLength: 16 })
      decipher.setAAD(Buffer.from(`${at.table}|${at.id}|${at.dataClass}|1`)).setAuthTag(sealed.subarray(-16))
      return () => JSON.parse(`${decipher.update(sealed.subarray(13, -16))}${decipher.final()}`) as unknown
    }
    for (const other of sealedClasses.filter((one) => one !== at.dataClass))
      expect(byKeyOf(other), other).toThrow()
    expect(byKeyOf(at.dataClass)()).toEqual(value)
  })

  it('with a single bit changed, wherever it stands', () => {
    for (const index of sealed.keys()) expect(() => opening(at, changed(index)), String(index)).toThrow()
  })

  it('cut short at any byte, or with one more', () => {
    for (const index of sealed.keys())
      expect(() => opening(at, sealed.subarray(0, index)), String(index)).toThrow()
    expect(() => opening(at, Buffer.concat([sealed, Buffer.from([0])]))).toThrow()
  })

  it('by a shorter tag, which is sooner found by trying', () => {
    // Four bytes are left for the tag, which Node takes where it is not told how many there are.
    const short = Buffer.from([1, ...Array<number>(11).fill(0)])
    expect(() => opening(at, short)).toThrow('Invalid authentication tag length: 4')
  })

  it('of a version that is not known, before anything is deciphered', () => {
    const later = Buffer.from(sealed)
    later[0] = 2
    expect(() => opening(at, later)).toThrow('unknown seal version')
  })

  it('with the middle of one and the end of another', () => {
    const twin = seal(keys, at, value)
    expect(() => opening(at, Buffer.concat([sealed.subarray(0, 20), twin.subarray(20)]))).toThrow()
  })
})

describe('a sealed value', () => {
  it('opens where it was sealed, as it was', () => {
    expect(opening(at)).toEqual(value)
    for (const one of ['', null, 0, [], { nested: [1, 'é'] }])
      expect(opening(at, seal(keys, at, one))).toEqual(one)
  })

  it('opens for a server that starts anew with the same key', () => {
    expect(opening(at, sealed, keysFrom(Buffer.alloc(32, 1)))).toEqual(value)
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

  it('is another each time, so that two that are equal are not seen to be', () => {
    const twins = Array.from({ length: 50 }, () => seal(keys, at, value))
    expect(new Set(twins.map((one) => one.subarray(1, 13).toString('hex'))).size).toBe(50)
    expect(new Set(twins.map((one) => one.subarray(13).toString('hex'))).size).toBe(50)
  })

  it('holds nothing of what it seals', () => {
    for (const word of Object.values(value)) expect(sealed.includes(word)).toBe(false)
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
