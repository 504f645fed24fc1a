import { describe, expect, it } from 'vitest'
import { claimOf, proves, tokenOf, tokenPattern } from '../../../server/links/token.ts'
import { keysFrom } from '../../../server/keys.ts'
import { testKeys } from '../../support/running/keys.ts'

const link = { id: '0b5d1d2c-1a2b-4c3d-8e9f-0123456789ab', generation: 2 }
const token = tokenOf(testKeys, link)

describe('a token opens', () => {
  it.each([
    ['no other link', { ...link, id: '0b5d1d2c-1a2b-4c3d-8e9f-0123456789ac' }],
    ['no link that a later letter renewed', { ...link, generation: 3 }],
    ['no earlier one', { ...link, generation: 1 }]
  ])('%s', (_what, other) => {
    expect(proves(testKeys, token, other)).toBe(false)
  })

  it('nothing of another purpose, in neither direction', () => {
    for (const purpose of ['invitation', 'calendar'] as const) {
      expect(proves(testKeys, token, link, purpose)).toBe(false)
      expect(proves(testKeys, tokenOf(testKeys, link, purpose), link)).toBe(false)
      expect(proves(testKeys, tokenOf(testKeys, link, purpose), link, purpose)).toBe(true)
    }
  })

  it('nothing under another master key', () => {
    expect(proves(keysFrom(Buffer.alloc(32, 8)), token, link)).toBe(false)
  })

  it('its own link, which it says it is of', () => {
    expect(token).toMatch(new RegExp(tokenPattern))
    expect(claimOf(token)).toBe(link.id)
    expect(proves(testKeys, token, link)).toBe(true)
  })
})

it('words of another length are no token', () => {
  for (const words of ['', 'a', token.slice(4), `${token}aaaa`])
    expect([words, claimOf(words)]).toEqual([words, null])
})
