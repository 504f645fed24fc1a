import { expect, test } from 'vitest'
import { drawsOf } from '../../../figures/gate/abreast.ts'
import { demandsOf, isMet } from '../../../figures/gate/demands.ts'
import { examine, harden } from '../../../figures/gate/gate.ts'
import { atMoments, knowledgeOf } from '../../../figures/gate/knowledge.ts'
import { left, openOf } from '../../../figures/gate/open.ts'
import { readerOf } from '../../../figures/gate/reader.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { fractionsFrom } from '../../../server/demo/world/mulberry.ts'
import { counted, given, method, release } from './given.ts'

const highs = await openSolver()
const fraction = fractionsFrom(23)
const below = (end: number) => Math.floor(fraction() * end)

/** Three moments of five territories by sex; each count grows, and each moment strays as it is drawn. */
const drawn = () => {
  let counts = Array.from({ length: 10 }, () => below(9))
  return [0, 1, 2].map((moment) => {
    counts = counts.map((one) => one + below(5))
    const named = { territory: ['93', '48', '09', '10', '11'], sex: ['f', 'm'] }
    return release([counted('sex', named, counts)], {}, { moment })
  })
}

test('whatever is drawn to be asked at once, it finds what asking one by one finds', () => {
  let failing = 0
  for (let draw = 0; draw < 4; draw += 1) {
    const [first, second, last] = drawn()
    const whole = given(last!, { earlier: [first!, second!] })
    const all = knowledgeOf([first!, second!, last!], method)
    const knowledge = atMoments(all, [0, 1, 2], method, true)
    const reader = readerOf(highs, knowledge)
    if (!reader.any()) throw new Error('what was drawn contradicts itself')
    const none = new Float64Array(knowledge.unknowns.length)
    const wrong = demandsOf(knowledge).filter(
      (one) => !isMet(one, reader.furthest(none.with(one.at, one.side === 'high' ? 1 : -1)))
    )
    reader.close()
    const tools = { highs, fraction: fractionsFrom(draw), progress: () => {} }
    const named = ({ at, side }: { at: number; side: string }) => `${at} ${side}`
    expect(examine(whole, tools).findings.map(named).toSorted()).toEqual(wrong.map(named).toSorted())
    failing += wrong.length
    const { release: hardened, verdict } = harden(whole, tools)
    // What was masked for one demand takes no other back.
    const again = examine({ ...whole, release: hardened }, tools)
    expect(again.findings.map(named).toSorted()).toEqual(verdict.findings.map(named).toSorted())
    expect(verdict.findings.length).toBeLessThanOrEqual(wrong.length)
  }
  expect(failing).toBeGreaterThan(5)
})

test('one count is asked for one way at all moments, and beside no other of its lines', () => {
  const releases = drawn()
  const knowledge = knowledgeOf(releases, method)
  const open = openOf(demandsOf(knowledge))
  const draws = drawsOf(knowledge, fractionsFrom(3))
  for (const asked of [draws.some(open, 40), draws.apart(open)]) {
    expect(left(asked)).toBeGreaterThan(2)
    const sides = Map.groupBy([...asked.values()].flat(), ({ at }) => knowledge.unknowns[at]!.cell)
    for (const demands of sides.values()) expect(new Set(demands.map(({ side }) => side)).size).toBe(1)
  }
  const apart = new Set(draws.apart(open).keys())
  for (const { of } of knowledge.rows) expect(of.filter((at) => apart.has(at)).length).toBeLessThan(2)
})
