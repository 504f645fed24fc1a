import { describe, expect, it } from 'vitest'
import { hashOf, isToken, newToken, seal, unseal } from '../../../server/auth/sealing.ts'

const token = newToken()
const said = JSON.stringify({ nonce: 'n', redirect: '/dossiers' })
const sealed = seal(token, 'sign-in attempt', said)
const bytes = Buffer.from(sealed, 'base64url')
const opening = (text: string, by = token, purpose = 'sign-in attempt') => unseal(by, purpose, text)

describe('what is sealed for one browser does not open', () => {
  it('for another browser', () => {
    expect(() => opening(sealed, newToken())).toThrow()
  })

  it('by what the database keeps of the browser: the hash of its cookie', () => {
    expect(() => opening(sealed, hashOf(token))).toThrow()
  })

  it('for another purpose of the same browser', () => {
    expect(() => opening(sealed, token, 'id_token')).toThrow()
  })

  it('with a single bit changed, or cut short at any byte', () => {
    for (const index of bytes.keys()) {
      const changed = Buffer.from(bytes)
      changed[index]! ^= 1
      expect(() => opening(changed.toString('base64url')), `bit of ${index}`).toThrow()
      expect(() => opening(bytes.subarray(0, index).toString('base64url')), `cut at ${index}`).toThrow()
    }
  })
})

describe('what is sealed for one browser', () => {
  it('opens for it, as it was', () => {
    expect(opening(sealed)).toBe(said)
    expect(opening(seal(token, 'id_token', ''), token, 'id_token')).toBe('')
  })

  it('is another each time', () => {
    expect(seal(token, 'sign-in attempt', said)).not.toBe(sealed)
  })
})

describe('a token', () => {
  it('is drawn anew, of 256 bits', () => {
    const drawn = Array.from({ length: 200 }, newToken)
    expect(new Set(drawn).size).toBe(200)
    expect(drawn.every((one) => isToken(one) && Buffer.from(one, 'base64url').length === 32)).toBe(true)
  })

  it.each([
    ['nothing', undefined],
    ['an empty cookie', ''],
    ['one sign less', token.slice(1)],
    ['one sign more', `${token}A`],
    ['a line behind it', `${token}\n`],
    ['a sign of another alphabet', `${token.slice(1)}+`]
  ])('is not %s', (_what, cookie) => {
    expect(isToken(cookie)).toBe(false)
    expect(isToken(token)).toBe(true)
  })

  it('is kept as its hash, from which it is not read, and which is the same each time', () => {
    expect(hashOf(token)).toBe(hashOf(token))
    expect(hashOf(token)).not.toBe(token)
    expect(hashOf(newToken())).not.toBe(hashOf(token))
    expect(hashOf('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0')
  })
})
