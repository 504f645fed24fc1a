import { expect, test } from 'vitest'
import { blocksOf, gathered } from '../../../figures/gate/blocks.ts'
import { knowledgeOf } from '../../../figures/gate/knowledge.ts'
import { fractionsFrom } from '../../../server/demo/world/mulberry.ts'
import { counted, method, release } from './given.ts'

const territories = Array.from({ length: 20 }, (_, at) => `${at + 1}`)
const sex = counted(
  'sex',
  { territory: territories, sex: ['f', 'm'] },
  territories.flatMap((_, at) => [at, 2])
)
const knowledge = knowledgeOf([release([sex]), release([sex], {}, { moment: 1 })], method)
const blocks = blocksOf(knowledge)
const named = (block: number) => blocks.members[block]!.map((at) => knowledge.unknowns[at]!)

test('a département hangs together at every moment, and loosely with the others and the country', () => {
  expect(blocks.members).toHaveLength(territories.length + 1)
  const of = named(blocks.blockOf[knowledge.unknowns.findIndex(({ cell }) => cell === 'territory=7')]!)
  expect(new Set(of.map(({ cell }) => cell))).toEqual(
    new Set(['territory=7', 'sex=f & territory=7', 'sex=m & territory=7'])
  )
  expect(new Set(of.map(({ moment }) => moment))).toEqual(new Set([0, 1]))
  expect(blocks.beside.map((near) => near.length)).toEqual(blocks.members.map(() => territories.length))
})

test('each block that is asked for is moved among as many as are wanted, and none waits for a second turn', () => {
  const wanted = [...blocks.members.keys()].slice(0, 10)
  const sets = gathered(blocks, wanted, { size: 4, fraction: fractionsFrom(3) })
  expect(sets).toHaveLength(3)
  expect(new Set(sets.flat())).toEqual(new Set([...wanted, ...sets.flat()]))
  expect(sets.every((set) => set.length === 4 && new Set(set).size === 4)).toBe(true)
})
