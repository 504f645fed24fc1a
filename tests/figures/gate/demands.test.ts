import { expect, test } from 'vitest'
import { demandsFor, ownOf } from '../../../figures/gate/demands.ts'
import { knowledgeOf } from '../../../figures/gate/knowledge.ts'
import { counted, method, release, whoHas } from './given.ts'

/** Below five, so that noise can hide more persons than the mask does. */
const sex = counted('sex', { territory: ['93', '48'], sex: ['f', 'm'] }, [30, 3, 40, 2])
const knowledge = knowledgeOf([release([sex], {}, { threshold: 5 })], method)
const most = (own: Record<string, number>) => {
  const asked = demandsFor(knowledge, ownOf(whoHas('one', own), 0), { deviation: 5, newest: 0 })
  return asked.flatMap(({ at, side, level }) =>
    side === 'high' && knowledge.unknowns[at]!.cell === 'sex=m & territory=93' ? [level] : []
  )
}

test('of a count in which a contributor has some, as many more may be there as noise can hide', () => {
  expect(most({ 'sex=m & territory=93': 1 })).toEqual([6])
})

test('of one in which it has none, beside one of its own, it is asked what everybody is', () => {
  expect(most({ 'sex=f & territory=93': 27 })).toEqual([4])
})
