import { expect, it } from 'vitest'
import { quorumRefused, type Quorum, type Seat } from '../../../workflows/meeting/quorum.ts'

const quorum: Quorum = { members: 4, institutions: 3, mustInclude: [] }
const seats = (...orgs: string[]): Seat[] =>
  orgs.map((orgId, at) => ({ personId: `p-${at}`, orgId, orgType: 'association' }))

it('counts in both languages how many are there and how many are missing', () => {
  expect(quorumRefused(seats('a', 'a'), quorum)).toEqual({
    fr: 'Le quorum n’est pas atteint. 2 membres sur 4 : il en manque 2. 1 institution sur 3 : il en manque 2.',
    en: 'The quorum is not reached. 2 of 4 members: 2 missing. 1 of 3 institutions: 2 missing.'
  })
  expect(quorumRefused(seats('a', 'b', 'c', 'c'), quorum)).toBeNull()
})
