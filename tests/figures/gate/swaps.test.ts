import { expect, test } from 'vitest'
import { demandsOf, isMet } from '../../../figures/gate/demands.ts'
import { atMoments, knowledgeOf, type Method } from '../../../figures/gate/knowledge.ts'
import { left, openOf, strike } from '../../../figures/gate/open.ts'
import { readerOf } from '../../../figures/gate/reader.ts'
import { swapping } from '../../../figures/gate/swaps.ts'
import { roomOf } from '../../../figures/gate/moving.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { fractionsFrom } from '../../../server/demo/world/mulberry.ts'
import { counted, exact, method, release } from './given.ts'

const highs = await openSolver()
const fraction = fractionsFrom(31)
const below = (end: number) => Math.floor(fraction() * end)
const territories = Array.from({ length: 18 }, (_, at) => `${at + 1}`)

/** Two moments of eighteen territories by sex: of some much is shown, of most nothing. */
const drawn = (known: Method) => {
  const first = territories.flatMap((_, at) =>
    at % 4 === 0 ? [9 + below(9), 9 + below(9)] : [below(4), below(4)]
  )
  const then = first.map((one) => one + below(3))
  const releases = [first, then].map((counts, moment) =>
    release([counted('sex', { territory: territories, sex: ['f', 'm'] }, counts)], {}, { moment })
  )
  return atMoments(knowledgeOf(releases, known), [0, 1], known, true)
}

test('nothing is met by changing places that no world meets, and much is that this one does not', () => {
  let more = 0
  let never = 0
  for (let draw = 0; draw < 4; draw += 1) {
    const knowledge = drawn(draw % 2 === 0 ? method : exact)
    const demands = demandsOf(knowledge)
    const reader = readerOf(highs, knowledge)
    if (!reader.any()) throw new Error('what was drawn contradicts itself')
    const none = new Float64Array(knowledge.unknowns.length)
    const worlds = demands.map((one) =>
      reader.furthest(none.with(one.at, one.side === 'high' ? 1 : -1)).slice()
    )
    reader.close()
    const impossible = demands.filter((one, at) => !isMet(one, worlds[at]!))
    never += impossible.length
    const strikes = swapping(knowledge)
    const [alone, swapped] = [openOf(demands), openOf(demands)]
    for (const world of worlds.filter((_, at) => at % 5 === 0)) {
      strike(alone, world)
      strikes(swapped, world, roomOf(knowledge))
    }
    const open = new Set([...swapped.values()].flat())
    expect(impossible.filter((one) => !open.has(one))).toEqual([])
    more += left(alone) - left(swapped)
  }
  expect(more).toBeGreaterThan(10)
  expect(never).toBeGreaterThan(0)
})
