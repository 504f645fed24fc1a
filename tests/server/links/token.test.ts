import { describe, expect, it } from 'vitest'
import { keysFrom } from '../../../server/keys.ts'
import { claimOf, proves, tokenOf, tokenPattern } from '../../../server/links/token.ts'

const keys = keysFrom(Buffer.alloc(32, 1))
const link = { id: '3f2b8c1e-0000-4000-8000-0000000000aa', generation: 2 }
const token = tokenOf(keys, link)
const bytes = Buffer.from(token, 'base64url')

describe('a link does not open', () => {
  it.each([
    ['by the link that was sent before it', { ...link, generation: 1 }],
    ['by one that was not made yet', { ...link, generation: 3 }],
    ['by a link to another referral', { ...link, id: '3f2b8c1e-0000-4000-8000-0000000000ab' }]
  ])('%s', (_by, sent) => {
    expect(proves(keys, tokenOf(keys, sent), link)).toBe(false)
  })

  it('by the proof of another under its own name', () => {
    const foreign = Buffer.from(
      tokenOf(keys, { ...link, id: '3f2b8c1e-0000-4000-8000-0000000000ab' }),
      'base64url'
    )
    const made = Buffer.concat([bytes.subarray(0, 16), foreign.subarray(16)]).toString('base64url')
    expect(claimOf(made)).toBe(link.id)
    expect(proves(keys, made, link)).toBe(false)
  })

  it.each(['invitation', 'calendar'] as const)(
    'by a token of the same id and number for an %s',
    (purpose) => {
      expect(proves(keys, tokenOf(keys, link, purpose), link)).toBe(false)
      expect(proves(keys, token, link, purpose)).toBe(false)
      expect(proves(keys, tokenOf(keys, link, purpose), link, purpose)).toBe(true)
    }
  )

  it('by the key of another installation', () => {
    expect(proves(keys, tokenOf(keysFrom(Buffer.alloc(32, 2)), link), link)).toBe(false)
  })

  it('with a single bit of its proof changed', () => {
    for (let index = 16; index < bytes.length; index++) {
      const changed = Buffer.from(bytes)
      changed[index]! ^= 1
      expect(proves(keys, changed.toString('base64url'), link), String(index)).toBe(false)
    }
  })

  it('and is claimed for nothing where it is shorter or longer', () => {
    for (const wrong of ['', token.slice(4), `${token}AAAA`, bytes.subarray(0, 16).toString('base64url')]) {
      expect(claimOf(wrong), wrong).toBeNull()
      expect(new RegExp(tokenPattern).test(wrong), wrong).toBe(false)
    }
  })
})

describe('a link', () => {
  it('opens by its own token, which says of which link it is', () => {
    expect(proves(keys, token, link)).toBe(true)
    expect(claimOf(token)).toBe(link.id)
    expect(new RegExp(tokenPattern).test(token)).toBe(true)
  })

  it('is the same after a restart, since no copy of it is kept', () => {
    expect(tokenOf(keysFrom(Buffer.alloc(32, 1)), link)).toBe(token)
  })
})
