import { expect, it } from 'vitest'
import { calledTo, oneSeatEach } from '../../../workflows/meeting/seats.ts'

const composition = [{ type: 'association', seats: 2 }] as const
const holder = (personId: string, since: string, more: object = {}) => ({
  ...{ personId, orgType: 'association', alternate: false, since: new Date(since) },
  ...more
})
const names = (all: { personId: string }[]) => all.map(({ personId }) => personId)

it('calls no more of one kind than the cell has seats: who holds one before who stands in, the longest first', () => {
  const all = [
    holder('late', '2026-03-01'),
    holder('stands in', '2024-01-01', { alternate: true }),
    holder('first', '2026-01-01'),
    holder('second', '2026-02-01')
  ]
  expect(names(calledTo(all, composition))).toEqual(['first', 'second'])
  expect(names(calledTo(all.slice(0, 2), composition))).toEqual(['late', 'stands in'])
  expect(calledTo(all, [{ type: 'association', seats: 0 }])).toEqual([])
})

it('leaves one seat to who holds two, the one that they hold before one in which they stand in, the longest first', () => {
  const seats = [
    holder('one', '2024-01-01', { alternate: true, orgType: 'police' }),
    holder('one', '2026-02-01', { orgType: 'health' }),
    holder('one', '2026-01-01'),
    holder('other', '2026-03-01')
  ]
  expect(oneSeatEach(seats).map(({ personId, orgType }) => [personId, orgType])).toEqual([
    ['one', 'association'],
    ['other', 'association']
  ])
})

it('gives who holds two seats the one that is left, where another holds the first for longer', () => {
  const seats = [
    holder('two', '2020-01-01', { orgType: 'prefecture' }),
    holder('two', '2021-01-01', { orgType: 'health' }),
    holder('one', '2019-01-01', { orgType: 'prefecture' })
  ]
  const of = (all: typeof seats) =>
    calledTo(all, [
      { type: 'prefecture', seats: 1 },
      { type: 'health', seats: 1 }
    ]).map(({ personId, orgType }) => [personId, orgType])
  expect(of(seats)).toEqual([
    ['one', 'prefecture'],
    ['two', 'health']
  ])
  expect(of(seats.slice(0, 2))).toEqual([['two', 'prefecture']])
})

it('leaves a kind without a seat where it is: it only speaks', () => {
  expect(names(calledTo([holder('speaks', '2026-01-01', { orgType: 'ofii' })], composition))).toEqual([
    'speaks'
  ])
})
