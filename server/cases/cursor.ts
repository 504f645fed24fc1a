import { InvalidInput } from '../errors.ts'

/** Where a list goes on: the sort key of its last line. It holds no secret and grants nothing: rows are still the reader's own. */
export const encodeCursor = (key: readonly string[]) => Buffer.from(JSON.stringify(key)).toString('base64url')

const refused = () => new InvalidInput([{ field: 'cursor', code: 'invalid', message: { fr: 'Repartez du début de la liste', en: 'Start again from the top of the list' } }])

const shapes = [/^\d$/, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/, /^[0-9a-f-]{36}$/]

/** @throws InvalidInput for anything that this server did not write. */
export const decodeCursor = (cursor: string): string[] => {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(key) && key.length > 0 && key.length <= 3 && key.every((part) => typeof part === 'string' && shapes.some((shape) => shape.test(part)))) return key as string[]
  } catch {
    throw refused()
  }
  throw refused()
}
