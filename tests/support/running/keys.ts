import { keysFrom } from '../../../server/keys.ts'

export const testKeys = keysFrom(Buffer.alloc(32, 7))
export const templateDatabase = 'mnio_template'

/** A worker is taken for dead after three seconds. */
export const briefPulse = { every: 200, silence: 3_000, settled: 1_000 }
