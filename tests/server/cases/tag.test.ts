import { describe, expect, it } from 'vitest'
import { tagOf, type Follows } from '../../../server/cases/tag.ts'
import { keysFrom } from '../../../server/keys.ts'

const keys = keysFrom(Buffer.alloc(32, 1))
const follows: Follows = { caseId: 'case-1', orgId: 'org-1', counters: ['A:3', 'B:1'] }
const tag = tagOf(keys, follows)

describe('the version of a case is another', () => {
  it.each([
    ['of another case', { ...follows, caseId: 'case-2' }],
    ['for another organisation that follows it alike', { ...follows, orgId: 'org-2' }],
    ['once the case has moved in one part that its reader sees', { ...follows, counters: ['A:4', 'B:1'] }],
    ['where a part opens to its reader', { ...follows, counters: ['A:3', 'B:1', 'C:0'] }],
    ['where a part closes to its reader', { ...follows, counters: ['A:3'] }],
    ['where two numbers could be read as one', { ...follows, counters: ['A:3,B:1'] }]
  ])('%s', (_when, other) => {
    expect(tagOf(keys, other)).not.toBe(tag)
  })

  it('under the key of another installation, which another server cannot foresee', () => {
    expect(tagOf(keysFrom(Buffer.alloc(32, 2)), follows)).not.toBe(tag)
  })
})

describe('the version of a case', () => {
  it('is the same as long as nothing moved, in whatever order the parts are counted and after a restart', () => {
    expect(tagOf(keys, { ...follows })).toBe(tag)
    expect(tagOf(keys, { ...follows, counters: ['B:1', 'A:3'] })).toBe(tag)
    expect(tagOf(keysFrom(Buffer.alloc(32, 1)), follows)).toBe(tag)
  })

  it('fits the header that carries it, and says no number', () => {
    expect(tag).toMatch(/^[\w-]{22}$/)
    const drawn = Array.from({ length: 300 }, (_, n) => tagOf(keys, { ...follows, counters: [`A:${n}`] }))
    expect(new Set(drawn).size).toBe(300)
    expect(drawn.toSorted()).not.toEqual(drawn)
  })

  it('stays right where more cases are read than are remembered', () => {
    for (let n = 0; n < 20_100; n++) tagOf(keys, { ...follows, caseId: `many-${n}` })
    expect(tagOf(keys, follows)).toBe(tag)
    const [one, other] = ['fresh-1', 'fresh-2'].map((caseId) => ({ ...follows, caseId }))
    expect(tagOf(keys, one!)).not.toBe(tagOf(keys, other!))
    expect(tagOf(keys, one!)).toBe(tagOf(keysFrom(Buffer.alloc(32, 1)), one!))
  })
})
