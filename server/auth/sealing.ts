import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const ivBytes = 12
const tagBytes = 16
const tokenShape = /^[A-Za-z0-9_-]{43}$/

/** 256 random bits, as 43 characters that need no escaping in a cookie. */
export const newToken = () => randomBytes(32).toString('base64url')

export const isToken = (value: string | undefined): value is string =>
  value !== undefined && tokenShape.test(value)

export const hashOf = (value: string) => createHash('sha256').update(value).digest('base64url')

const keyOf = (token: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(token, 'base64url'), Buffer.alloc(0), purpose, 32))

/** Encrypts under a key only the holder of `token` can derive: the database alone opens nothing. */
export function seal(token: string, purpose: string, text: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(token, purpose), iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Throws when the token, the purpose or a single bit differs. */
export function unseal(token: string, purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(token, purpose), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes
  })
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  const body = decipher.update(bytes.subarray(ivBytes + tagBytes))
  return Buffer.concat([body, decipher.final()]).toString('utf8')
}
