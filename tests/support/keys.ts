import { keysFrom } from '../../server/keys.ts'

export const testKeys = keysFrom(Buffer.alloc(32, 7))
export const templateDatabase = 'mnio_template'
