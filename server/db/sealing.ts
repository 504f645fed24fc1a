import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Keys } from '../keys.ts'

/** Where a sealed value stands: it opens nowhere else, so that a value moved to another row is refused. */
export type SealedAt = { table: string; id: string; dataClass: string }

const version = 1
const nonceBytes = 12
const tagBytes = 16

const keyCache = new WeakMap<Keys, Map<string, Buffer>>()

/** Each data class has its own key, drawn from the master key. */
const keyOf = (keys: Keys, dataClass: string) => {
  const known = keyCache.get(keys) ?? new Map<string, Buffer>()
  keyCache.set(keys, known)
  const key = known.get(dataClass) ?? keys.derive(`class:${dataClass}:1`)
  known.set(dataClass, key)
  return key
}

const bound = ({ table, id, dataClass }: SealedAt) => Buffer.from(`${table}|${id}|${dataClass}|${version}`)

/** AES-256-GCM: version, nonce, ciphertext, tag. */
export const seal = (keys: Keys, at: SealedAt, value: unknown): Buffer => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys, at.dataClass), nonce).setAAD(bound(at))
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, body, cipher.getAuthTag()])
}

/** @throws when the value was altered or stands elsewhere than where it was sealed. */
export const unseal = (keys: Keys, at: SealedAt, sealed: Buffer): unknown => {
  if (sealed[0] !== version) throw new Error('unknown seal version')
  const nonce = sealed.subarray(1, 1 + nonceBytes)
  const body = sealed.subarray(1 + nonceBytes, sealed.length - tagBytes)
  const key = keyOf(keys, at.dataClass)
  // Without a length Node takes four bytes for a tag.
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(bound(at)).setAuthTag(sealed.subarray(sealed.length - tagBytes))
  return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8'))
}
