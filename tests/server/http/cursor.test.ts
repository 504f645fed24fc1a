import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from '../../../server/http/cursor.ts'
import { InvalidInput } from '../../../server/errors.ts'
import { pageOf } from '../../../server/http/requested.ts'

const id = '0b5d1d2c-1a2b-4c3d-8e9f-0123456789ab'
const at = '2026-11-24T11:00:00.000Z'
const chain = `case:${id}`

describe('a list does not go on from', () => {
  it.each([
    ['words that are no cursor', 'nothing'],
    ['a value that is no list', Buffer.from('{"0":1}').toString('base64url')],
    ['a part too few', encodeCursor([at])],
    ['a part too many', encodeCursor([at, id, 'true'])],
    ['a number', Buffer.from(`["${at}",1]`).toString('base64url')],
    ['an instant that nobody wrote so', encodeCursor(['2026-11-24', id])],
    ['a day that does not exist', encodeCursor(['2026-02-30T11:00:00.000Z', id])],
    ['an id with words behind it', encodeCursor([at, `${id}' or true`])],
    ['its parts in another order', encodeCursor([id, at])]
  ])('%s', (_what, cursor) => {
    expect(() => decodeCursor(cursor, ['at', 'id'])).toThrow(InvalidInput)
  })

  it.each([
    ['urgency', '12'],
    ['chain', 'case:1'],
    ['name', 'a b'],
    ['code', 'a b'],
    ['reference', 'a b'],
    ['seq', '-1'],
    ['over', 'yes']
  ] as const)('a part that is no %s', (part, word) => {
    expect(() => decodeCursor(encodeCursor([word]), [part])).toThrow(InvalidInput)
  })
})

it('a list goes on from where it stopped', () => {
  const key = [at, id, chain, 'true', '3', '12']
  expect(decodeCursor(encodeCursor(key), ['at', 'id', 'chain', 'over', 'urgency', 'seq'])).toEqual(key)
})

it('a list of exactly as many lines as are asked for has no next page, and one of one more has', () => {
  expect(pageOf([1, 2], 2)).toEqual({ page: [1, 2], last: null })
  expect(pageOf([1, 2, 3], 2)).toEqual({ page: [1, 2], last: 2 })
  expect(pageOf([], 2)).toEqual({ page: [], last: null })
})
