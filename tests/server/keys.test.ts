import { describe, expect, it } from 'vitest'
import { keysFrom } from '../../server/keys.ts'

const master = Buffer.alloc(32, 1)
const keys = keysFrom(master)
const other = keysFrom(Buffer.alloc(32, 2))

describe('from the master key', () => {
  it.each([0, 16, 31, 33, 64])('of %i bytes nothing is drawn', (bytes) => {
    expect(() => keysFrom(Buffer.alloc(bytes, 1))).toThrow('must be 32 bytes long')
  })

  it('no purpose has the key of another, and none has the master key', () => {
    const purposes = [
      'class:A:1',
      'class:B:1',
      'likeness:1',
      'idempotency:1',
      'case-tag:1',
      'referral link',
      'invitation'
    ]
    const drawn = [...purposes.map((one) => keys.derive(one)), master].map((one) => one.toString('hex'))
    expect(new Set(drawn).size).toBe(purposes.length + 1)
    expect(keys.derive('class:A:1')).toHaveLength(32)
  })

  it('another installation draws other keys, passwords, marks and another fingerprint', () => {
    expect(other.derive('class:A:1')).not.toEqual(keys.derive('class:A:1'))
    expect(other.password('db:mnio_app')).not.toBe(keys.password('db:mnio_app'))
    expect(other.mark('likeness:1', 'x')).not.toBe(keys.mark('likeness:1', 'x'))
    expect(other.fingerprint).not.toBe(keys.fingerprint)
  })

  it('the same installation draws the same, each time it starts', () => {
    const again = keysFrom(Buffer.alloc(32, 1))
    expect(again.derive('class:A:1')).toEqual(keys.derive('class:A:1'))
    expect(again.password('db:mnio_app')).toBe(keys.password('db:mnio_app'))
    expect(again.mark('likeness:1', 'x')).toBe(keys.mark('likeness:1', 'x'))
    expect(again.fingerprint).toBe(keys.fingerprint)
  })
})

describe('a mark', () => {
  it('is the same for the same words of one purpose, another for other words or another purpose', () => {
    expect(keys.mark('likeness:1', 'benali 1998-07-02')).toBe(keys.mark('likeness:1', 'benali 1998-07-02'))
    expect(keys.mark('likeness:1', 'benali 1998-07-03')).not.toBe(
      keys.mark('likeness:1', 'benali 1998-07-02')
    )
    expect(keys.mark('idempotency:1', 'benali 1998-07-02')).not.toBe(
      keys.mark('likeness:1', 'benali 1998-07-02')
    )
  })

  it('is never the password or the fingerprint of the same words', () => {
    expect(keys.mark('x', 'x')).not.toBe(keys.password('x'))
    expect(keys.password('fingerprint')).not.toContain(keys.fingerprint)
  })
})

it('the roles of the database have a password each', () => {
  const roles = ['db:mnio_app', 'db:mnio_location', 'db:mnio_stats', 'db:mnio_worker']
  expect(new Set(roles.map((one) => keys.password(one))).size).toBe(roles.length)
})
