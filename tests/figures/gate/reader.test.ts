import { expect, test } from 'vitest'
import type { Highs } from 'highs'
import { knowledgeOf } from '../../../figures/gate/knowledge.ts'
import { readerOf } from '../../../figures/gate/reader.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { counted, method, release } from './given.ts'

const highs = await openSolver()
const shown = release([counted('sex', { territory: ['93', '48'], sex: ['f', 'm'] }, [26, 4, 30, 40])])
const knowledge = knowledgeOf([shown], method)

/** The solver, of which the first answers are that it found no optimum; `tried`: how each was asked. */
const losing = (answers: number) => {
  const tried: unknown[] = []
  const lost = highs.constants.modelStatus.iterationLimit
  const createModel = (...given: Parameters<Highs['createModel']>) => {
    const model = highs.createModel(...given)
    return new Proxy(model, {
      get: (target, name) => {
        if (name === 'options')
          return {
            set: (options: Parameters<typeof target.options.set>[0]) => (
              tried.push(options),
              target.options.set(options)
            )
          }
        if (name === 'run')
          return () => {
            const answer = target.run()
            return asked++ < answers ? { ...answer, modelStatus: lost } : answer
          }
        const value = Reflect.get(target, name) as unknown
        return typeof value === 'function' ? (value as (...args: never[]) => unknown).bind(target) : value
      }
    })
  }
  let asked = 0
  return { highs: { constants: highs.constants, createModel } as unknown as Highs, tried }
}
const weights = Float64Array.from(knowledge.unknowns, ({ cell }) => (cell === 'sex=m & territory=93' ? 1 : 0))

test('where the way on finds no optimum, nor the way afresh, the interior finds the same world', () => {
  const plain = readerOf(highs, knowledge)
  expect(plain.any()).not.toBeNull()
  const expected = plain.furthest(weights)
  const { highs: failing, tried } = losing(2)
  const reader = readerOf(failing, knowledge)
  const found = reader.furthest(weights)
  const at = knowledge.unknowns.findIndex(({ cell }) => cell === 'sex=m & territory=93')
  expect(found[at]).toBeCloseTo(expected[at]!, 6)
  expect(tried).toContainEqual({ solver: 'ipm', presolve: 'on' })
  for (const one of [plain, reader]) one.close()
})

test('where no way finds one, it is a fault, and no world', () => {
  const reader = readerOf(losing(3).highs, knowledge)
  expect(() => reader.furthest(weights)).toThrow('a world was there')
  reader.close()
})

const placeOf = (name: string) => knowledge.unknowns.findIndex(({ cell }) => cell === name)
const asKnown = () =>
  [
    Float64Array.from(knowledge.unknowns, ({ low }) => low),
    Float64Array.from(knowledge.unknowns, ({ high }) => high)
  ] as const

test('where bounds leave no world, those are named that leave none by themselves, and one of which is the way out', () => {
  const reader = readerOf(highs, knowledge)
  reader.any()
  const [low, high] = asKnown()
  const [total, part] = [placeOf('territory=48'), placeOf('sex=f & territory=48')]
  low[part] = high[part] = high[total]! + 1
  reader.within(low, high)
  expect(reader.near()).toBeNull()
  const inTheWay = reader.worth().map((worth) => (Math.abs(worth) > 1e-7 ? 1 : 0))
  expect(inTheWay[part]).toBe(1)
  expect(inTheWay.filter((one) => one === 0).length).toBeGreaterThan(0)
  const widened = (named: 0 | 1) =>
    reader.within(
      low.map((one, at) => (inTheWay[at] === named ? 0 : one)),
      high.map((one, at) => (inTheWay[at] === named ? 1000 : one))
    )
  widened(0)
  expect(reader.near()).toBeNull()
  widened(1)
  expect(reader.near()).not.toBeNull()
  reader.close()
})

test('where bounds that are narrower leave one, it is found from the last, and the last is one again once they are wider', () => {
  const reader = readerOf(highs, knowledge)
  const before = reader.any()!
  const [low, high] = asKnown()
  const small = placeOf('sex=m & territory=93')
  for (const level of [0, 1, 10]) {
    low[small] = high[small] = level
    reader.within(low, high)
    const world = reader.near()!
    expect(world[small]).toBeCloseTo(level, 6)
    for (const { of, signs, least, most } of knowledge.rows) {
      const sum = of.reduce((total, at, place) => total + signs[place]! * world[at]!, 0)
      expect(sum).toBeGreaterThan(least - 1e-6)
      expect(sum).toBeLessThan(most + 1e-6)
    }
  }
  reader.within(...asKnown())
  expect(reader.near()).toHaveLength(before.length)
  reader.close()
})
