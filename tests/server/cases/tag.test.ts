import { expect, it } from 'vitest'
import { tagOf, type Follows } from '../../../server/cases/tag.ts'
import { keysFrom } from '../../../server/keys.ts'
import { testKeys } from '../../support/running/keys.ts'

const follows: Follows = { caseId: 'one', orgId: 'us', counters: ['cell 3', 'police 1'] }
const tag = tagOf(testKeys, follows)

it.each<[string, Partial<Follows>]>([
  ['of another organisation that follows it alike', { orgId: 'them' }],
  ['of another case', { caseId: 'other' }],
  ['once the case has moved', { counters: ['cell 4', 'police 1'] }],
  ['once they take part in it no more', { counters: ['cell 3'] }]
])('the tag of a case is another %s', (_what, different) => {
  expect(tagOf(testKeys, { ...follows, ...different })).not.toBe(tag)
})

it('the tag of a case is drawn under the master key, and tells nothing', () => {
  expect(tagOf(keysFrom(Buffer.alloc(32, 8)), follows)).not.toBe(tag)
  expect(tag).toMatch(/^[\w-]{22}$/)
})

it('the tag of a case is the same for the same counts, in whichever order they were read', () => {
  expect(tagOf(testKeys, { ...follows, counters: follows.counters.toReversed() })).toBe(tag)
})
