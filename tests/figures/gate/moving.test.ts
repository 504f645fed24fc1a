import { expect, test } from 'vitest'
import { blocksOf } from '../../../figures/gate/blocks.ts'
import { demandsOf, isMet } from '../../../figures/gate/demands.ts'
import { knowledgeOf } from '../../../figures/gate/knowledge.ts'
import { meetIn } from '../../../figures/gate/moving.ts'
import { openOf } from '../../../figures/gate/open.ts'
import { readerOf } from '../../../figures/gate/reader.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { fractionsFrom } from '../../../server/demo/world/mulberry.ts'
import { counted, exact, release } from './given.ts'

const highs = await openSolver()
const territories = Array.from({ length: 20 }, (_, at) => `${at + 1}`)
const sex = counted(
  'sex',
  { territory: territories, sex: ['f', 'm'] },
  territories.flatMap((_, at) => [at, (at * 7) % 13])
)

test('where few départements move, nothing is met that no world meets, and something is', () => {
  const knowledge = knowledgeOf([release([sex])], exact)
  const demands = demandsOf(knowledge)
  const reader = readerOf(highs, knowledge)
  const from = reader.any()!
  const none = new Float64Array(from.length)
  const canBe = (one: (typeof demands)[number]) =>
    isMet(one, reader.furthest(none.with(one.at, one.side === 'high' ? 1 : -1)))
  const possible = demands.map(canBe)
  const open = openOf(demands)
  const { members } = blocksOf(knowledge)
  const fraction = fractionsFrom(5)
  for (let first = 0; first + 4 < members.length; first += 2)
    meetIn(highs, knowledge, members.slice(first, first + 4).flat(), { open, from, fraction, each: true })
  const stayed = new Set([...open.values()].flat().map(({ at, side }) => `${at} ${side}`))
  const met = demands.map(({ at, side }) => !stayed.has(`${at} ${side}`))
  expect(met.filter((is, at) => is && !possible[at])).toEqual([])
  expect(met.filter((is) => is).length).toBeGreaterThan(10)
  expect(possible).toContain(false)
  reader.close()
})
