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
