import { expect, test } from 'vitest'
import { blocksOf } from '../../../figures/gate/blocks.ts'
import { demandsOf } from '../../../figures/gate/demands.ts'
import { halfOf } from '../../../figures/gate/halves.ts'
import { knowledgeOf } from '../../../figures/gate/knowledge.ts'
import { counted, method, release } from './given.ts'

const territories = Array.from({ length: 21 }, (_, at) => `${at + 1}`)
const sex = counted(
  'sex',
  { territory: territories, sex: ['f', 'm'] },
  territories.flatMap((_, at) => [at, 2])
)
const knowledge = knowledgeOf([release([sex]), release([sex], {}, { moment: 1 })], method)
const all = demandsOf(knowledge)
const halves = ([0, 1] as const).map((half) => halfOf(knowledge, all, half))

test('no demand is in both halves, and none in neither', () => {
  expect(all.length).toBeGreaterThan(80)
  expect(halves.flat()).toHaveLength(all.length)
  expect(new Set(halves.flat())).toEqual(new Set(all))
})

test('what is asked for of one département is asked for by one half, and either has about as much to do', () => {
  const { blockOf } = blocksOf(knowledge)
  const [first, second] = halves.map((half) => new Set(half.map(({ at }) => blockOf[at]!)))
  expect([...first!].filter((block) => second!.has(block))).toEqual([])
  const longest = Math.max(
    ...[...Map.groupBy(all, ({ at }) => blockOf[at]!).values()].map((one) => one.length)
  )
  expect(Math.abs(halves[0]!.length - halves[1]!.length)).toBeLessThanOrEqual(longest)
})
