import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

const { randomUUID, randomBytes } = crypto
const hex = (value: number, width: number) => value.toString(16).padStart(width, '0')

let act = 0
let made = 0

/** From so many random bytes the code of a case is drawn; keys, nonces and tokens take others. */
const ofCode = 8
const signs = 31

/** One byte for each sign of a code, the first of which counts most. */
const codeBytes = () => {
  const number = act * 4096 + ++made
  return Buffer.from(
    Array.from({ length: ofCode }, (_, at) => Math.floor(number / signs ** (ofCode - 2 - at)) % signs)
  )
}

/**
 * Ids and codes that are counted and not drawn: two lives would differ by chance wherever rows of one instant are told apart by
 * them alone. Those of a later act come later.
 */
export const countedIds = {
  begin: () => {
    crypto.randomUUID = () => `${hex(act, 8)}-0000-4000-8000-${hex(act * 4096 + ++made, 12)}`
    crypto.randomBytes = ((size: number) =>
      size === ofCode ? codeBytes() : randomBytes(size)) as typeof randomBytes
    syncBuiltinESMExports()
  },
  /** From here on ids are of this act. */
  of: (number: number) => {
    act = number
    made = 0
  },
  end: () => {
    Object.assign(crypto, { randomUUID, randomBytes })
    syncBuiltinESMExports()
  }
}
