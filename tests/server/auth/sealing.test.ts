import { describe, expect, it } from 'vitest'
import { hashOf, isToken, newToken, seal, unseal } from '../../../server/auth/sealing.ts'

const token = newToken()
const sealed = seal(token, 'id_token', 'words of the provider')

describe('what is sealed under a token opens', () => {
  it('neither under another token nor for another purpose', () => {
    expect(() => unseal(newToken(), 'id_token', sealed)).toThrow()
    expect(() => unseal(token, 'sign-in attempt', sealed)).toThrow()
  })

  it('nor once a single bit of it is another', () => {
    const bytes = Buffer.from(sealed, 'base64url')
    for (const at of bytes.keys()) {
      const altered = Buffer.from(bytes)
      altered[at]! ^= 1
      expect(() => unseal(token, 'id_token', altered.toString('base64url')), `byte ${at}`).toThrow()
    }
  })

  it('with its own, and is never twice the same', () => {
    expect(unseal(token, 'id_token', sealed)).toBe('words of the provider')
    expect(seal(token, 'id_token', 'words of the provider')).not.toBe(sealed)
  })
})

describe('a token', () => {
  it('is forty-three characters, and nothing else is one', () => {
    for (const word of [
      undefined,
      '',
      'a',
      token.slice(1),
      `${token}a`,
      `${token.slice(1)} `,
      `${token.slice(1)}%`
    ])
      expect([word, isToken(word)]).toEqual([word, false])
    expect(isToken(token)).toBe(true)
  })

  it('is kept by its digest alone, which is the same each time', () => {
    expect(hashOf(token)).not.toContain(token)
    expect(hashOf(token)).toBe(hashOf(token))
    expect(hashOf(token)).not.toBe(hashOf(newToken()))
  })
})
