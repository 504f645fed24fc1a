import { wrongField } from '../errors.ts'
import { isInstant } from './sent/instants.ts'

/** Where a list goes on: the sort key of its last line. It holds no secret and grants nothing: rows are still the reader's own. */
export const encodeCursor = (key: readonly string[]) => Buffer.from(JSON.stringify(key)).toString('base64url')

const refused = () =>
  wrongField('cursor', 'invalid', {
    fr: 'Repartez du début de la liste',
    en: 'Start again from the top of the list'
  })

const parts = {
  urgency: (part: string) => /^\d$/.test(part),
  at: (part: string) => isInstant(part) && new Date(part).toISOString() === part,
  id: (part: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part),
  chain: (part: string) => /^(system|(case|organisation):[0-9a-f-]{36})$/.test(part),
  name: (part: string) => /^[\w.-]{1,60}$/.test(part),
  code: (part: string) => /^[\w-]{1,40}$/.test(part),
  reference: (part: string) => /^[\w.-]{1,40}$/.test(part),
  seq: (part: string) => /^\d{1,15}$/.test(part),
  over: (part: string) => part === 'true' || part === 'false'
}

const readKey = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/** @throws InvalidInput for anything that this server did not write for a list of this order. */
export const decodeCursor = (cursor: string, order: readonly (keyof typeof parts)[]): string[] => {
  const key = readKey(cursor)
  const fits =
    Array.isArray(key) &&
    key.length === order.length &&
    order.every((part, index) => typeof key[index] === 'string' && parts[part](key[index]))
  if (!fits) throw refused()
  return key as string[]
}
