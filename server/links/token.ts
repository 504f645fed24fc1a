import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keys } from '../keys.ts'

type Generation = { id: string; generation: number }

const idBytes = 16
const proofBytes = 32
/** Sixty-four characters, whatever they say. */
export const tokenPattern = '^[\\w-]{64}$'

/** What a token opens: of one purpose it opens nothing of another. */
type Purpose = 'referral link' | 'invitation' | 'calendar'

const proofOf = (keys: Keys, { id, generation }: Generation, purpose: Purpose) =>
  createHmac('sha256', keys.derive(purpose)).update(`${id}|${generation}`).digest()

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

/** Computed anew each time it is needed: stored nowhere, so that no copy of the database opens a link. */
export const tokenOf = (keys: Keys, link: Generation, purpose: Purpose = 'referral link'): string =>
  Buffer.concat([bytesOf(link.id), proofOf(keys, link, purpose)]).toString('base64url')

/** Which link a token says it is of: a claim, until `proves` has held it against the generation. */
export const claimOf = (token: string): string | null => {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== idBytes + proofBytes) return null
  const hex = bytes.subarray(0, idBytes).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const proves = (
  keys: Keys,
  token: string,
  link: Generation,
  purpose: Purpose = 'referral link'
): boolean => timingSafeEqual(Buffer.from(token, 'base64url').subarray(idBytes), proofOf(keys, link, purpose))
