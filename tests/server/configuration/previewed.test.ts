import { describe, expect, it } from 'vitest'
import { mustHavePreviewed, previewMark } from '../../../server/configuration/previewed.ts'
import { RuleRefused } from '../../../server/errors.ts'
import { keysFrom } from '../../../server/keys.ts'

const keys = keysFrom(Buffer.alloc(32, 1))
const now = new Date('2026-11-24T11:00:00Z')
const after = (ms: number) => new Date(now.getTime() + ms)
const hour = 3_600_000
const seen = { personId: 'p-1', territory: '69', from: '2026-09', to: '2027-01' }
const mark = previewMark(keys, seen, now)
const moves = (shown = mark, of: Parameters<typeof mustHavePreviewed>[1] = seen, at = now, by = keys) => {
  try {
    mustHavePreviewed(by, of, { mark: shown, now: at })
    return true
  } catch (error) {
    if (error instanceof RuleRefused) return false
    throw error
  }
}

describe('cases are not moved', () => {
  it.each([
    ['by a colleague who has not read it', { ...seen, personId: 'p-2' }],
    ['elsewhere than where it was read for', { ...seen, territory: '75' }],
    ['in the whole country after one territory was read', { ...seen, territory: null }],
    ['from another version', { ...seen, from: null }],
    ['to another version', { ...seen, to: '2027-02' }],
    ['the other way round', { ...seen, from: seen.to, to: seen.from }]
  ])('%s', (_how, other) => {
    expect(moves(mark, other)).toBe(false)
  })

  it('an hour after the preview, on the very millisecond, or later', () => {
    expect(moves(mark, seen, after(hour))).toBe(false)
    expect(moves(mark, seen, after(hour + 1))).toBe(false)
  })

  it('with the hour written further by hand', () => {
    const [, given] = mark.split('.')
    expect(moves(`${after(2 * hour).getTime()}.${given}`)).toBe(false)
  })

  it.each(['', '.', 'x', mark.slice(0, -1), `${mark}A`, mark.split('.')[0]!, `${mark.split('.')[0]}.`])(
    'by the words %j',
    (words) => {
      expect(moves(words)).toBe(false)
    }
  )

  it('by a mark of another installation', () => {
    expect(moves(mark, seen, now, keysFrom(Buffer.alloc(32, 2)))).toBe(false)
  })
})

describe('cases are moved', () => {
  it('by who read this move, until the hour is over', () => {
    expect(moves()).toBe(true)
    expect(moves(mark, seen, after(hour - 1))).toBe(true)
    expect(moves(previewMark(keys, { ...seen, territory: null }, now), { ...seen, territory: null })).toBe(
      true
    )
  })
})
