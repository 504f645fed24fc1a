import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

const random = crypto.randomUUID
const hex = (value: number, width: number) => value.toString(16).padStart(width, '0')

let act = 0
let made = 0

/**
 * Ids that are counted and not drawn: two lives would differ by chance wherever rows of one instant are told apart by their
 * ids alone. Those of a later act come later.
 */
export const countedIds = {
  begin: () => {
    crypto.randomUUID = () => `${hex(act, 8)}-0000-4000-8000-${hex(act * 4096 + ++made, 12)}`
    syncBuiltinESMExports()
  },
  /** From here on ids are of this act. */
  of: (number: number) => {
    act = number
    made = 0
  },
  end: () => {
    crypto.randomUUID = random
    syncBuiltinESMExports()
  }
}
