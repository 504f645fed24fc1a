import { describe, expect, it } from 'vitest'
import { InvalidInput } from '../../../server/errors.ts'
import { decodeCursor, encodeCursor } from '../../../server/http/cursor.ts'
import { pageOf } from '../../../server/http/requested.ts'

const at = '2026-11-24T11:00:00.000Z'
const id = '3f2b8c1e-0000-4000-8000-0000000000aa'
const order = ['urgency', 'at', 'id'] as const
const key = ['2', at, id]
const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const fields = (cursor: string, of: Parameters<typeof decodeCursor>[1]) => {
  try {
    return decodeCursor(cursor, of)
  } catch (error) {
    if (error instanceof InvalidInput) return error.fields.map(({ field, message }) => [field, message.fr])
    throw error
  }
}
const refused = [['cursor', 'Repartez du début de la liste']]

describe('a list does not go on', () => {
  it.each([
    ['nothing', ''],
    ['words', 'x'],
    ['no text of JSON', Buffer.from('[').toString('base64url')],
    ['null', written(null)],
    ['an object', written({ length: 3, 0: '2', 1: at, 2: id })],
    ['a part less', written(key.slice(0, 2))],
    ['a part more', written([...key, id])],
    ['its parts in another order', written([at, '2', id])],
    ['a number', written([2, at, id])],
    ['a list within', written([['2'], at, id])],
    ['cut short', encodeCursor(key).slice(0, -4)]
  ])('from %s', (_what, cursor) => {
    expect(fields(cursor, order)).toEqual(refused)
  })

  it.each([
    ['urgency', '10'],
    ['urgency', '-1'],
    ['at', '2026-11-24'],
    ['at', '2026-11-24T11:00:00Z'],
    ['at', '2026-11-24T12:00:00.000+01:00'],
    ['at', '2026-02-30T11:00:00.000Z'],
    ['id', id.toUpperCase()],
    ['id', `${id}'`],
    ['chain', `session:${id}`],
    ['chain', 'case:'],
    ['name', "a'b"],
    ['name', 'a'.repeat(61)],
    ['code', 'a b'],
    ['code', 'a'.repeat(41)],
    ['reference', 'OR ABC'],
    ['seq', '1e3'],
    ['seq', '9'.repeat(16)],
    ['over', 'yes']
  ] as const)('from a %s that is %j', (part, value) => {
    expect(fields(written([value]), [part])).toEqual(refused)
  })

  it('from a part with a line behind it', () => {
    const parts = {
      urgency: '2',
      at,
      id,
      chain: 'system',
      name: 'a',
      code: 'a',
      reference: 'a',
      seq: '1',
      over: 'true'
    }
    for (const [part, value] of Object.entries(parts))
      expect([part, fields(written([`${value}\n`]), [part as keyof typeof parts])]).toEqual([part, refused])
  })
})

describe('a list goes on', () => {
  it('from the last line of the page before', () => {
    expect(decodeCursor(encodeCursor(key), order)).toEqual(key)
    expect(decodeCursor(encodeCursor([]), [])).toEqual([])
  })

  it.each([
    ['chain', 'system'],
    ['chain', `case:${id}`],
    ['chain', `organisation:${id}`],
    ['name', 'asso.rhone-1_a'],
    ['code', 'MNIO-RG'],
    ['reference', '2026-09.1'],
    ['seq', '0'],
    ['over', 'false']
  ] as const)('from a %s that is %j', (part, value) => {
    expect(decodeCursor(encodeCursor([value]), [part])).toEqual([value])
  })
})

describe('a page of lines', () => {
  it('promises no other behind the last line, and names where the next begins', () => {
    expect(pageOf(['a', 'b'], 2)).toEqual({ page: ['a', 'b'], last: null })
    expect(pageOf([], 2)).toEqual({ page: [], last: null })
    expect(pageOf(['a', 'b', 'c'], 2)).toEqual({ page: ['a', 'b'], last: 'b' })
  })
})
