import type { Highs } from 'highs'
import { against, modelOf } from './model.ts'
import type { Knowledge } from './rows.ts'

/** A world that all that is known allows: one number for each unknown. */
export type World = Float64Array

/** Where a count can be, for all that is known: whole persons. */
export type Range = { low: number; high: number }

/** Whoever reads what was published, and knows how to solve a linear programme. Close it: it holds memory of its own. */
export type Reader = {
  /** Some world; null where what is known cannot all be true. */
  any: () => World | null
  /** Some world within the bounds as they are now, near by the last one; null where there is none: `worth` then says what is in the way. */
  near: () => World | null
  /** The world in which these unknowns are as high as they can be together, or as low where their weight is negative. */
  furthest: (weights: Float64Array) => World
  /** The same, of so many that the way on from the last world is longer than to begin afresh: a fifth of the time. */
  together: (weights: Float64Array) => World
  /** What is known of each unknown besides, from now on. */
  within: (low: Float64Array, high: Float64Array) => void
  /** What keeps the last world from going further, or any from being: how much one unit more of each unknown's room would add. */
  worth: () => Float64Array
  close: () => void
}

const [dual, primal] = [1, 4]

/** How a model is solved: on from the last world, or afresh, where rounding has led the way on astray. */
const ways = [{}, { solver: 'simplex', presolve: 'on' }, { solver: 'ipm', presolve: 'on' }] as const

export const readerOf = (highs: Highs, knowledge: Knowledge): Reader => {
  const all = { kind: 'range', from: 0, to: knowledge.unknowns.length - 1 } as const
  let model = modelOf(highs, knowledge)
  let room: readonly [Float64Array, Float64Array] | null = null
  const afresh = () => {
    model.dispose()
    model = modelOf(highs, knowledge)
    if (room) model.changeColsBounds(all, ...room)
  }
  const nowhere = new Float64Array(knowledge.unknowns.length)
  const solved = (weights: Float64Array) => {
    for (const [at, way] of ways.entries()) {
      if (at > 0) afresh()
      model.changeColsCost(all, weights)
      model.options.set(way)
      const { modelStatus } = model.run()
      const { optimal, infeasible } = highs.constants.modelStatus
      // From here on only what is looked for changes: the last world stays one, and the way on from it is short.
      model.options.set({ solver: 'simplex', simplex_strategy: primal })
      if (modelStatus === optimal) return model.getSolution()
      if (modelStatus === infeasible) return null
    }
    return null
  }
  let worth: Float64Array = new Float64Array()
  const certain = (weights: Float64Array): World => {
    const found = solved(weights)
    if (!found) throw new Error('a world was there, and is none any more')
    worth = found.colDual
    return found.colValue
  }
  return {
    any: () => solved(nowhere)?.colValue ?? null,
    near: () => {
      // Where nothing is looked for, what the last world stands on is as good as any: only what the bounds moved is mended.
      model.options.set({ simplex_strategy: dual })
      const found = solved(nowhere)
      if (!found) worth = against(knowledge, model)
      return found?.colValue ?? null
    },
    furthest: certain,
    together: (weights) => {
      model.clearSolver()
      model.options.set({ simplex_strategy: dual })
      return certain(weights)
    },
    within: (low, high) => {
      room = [low, high]
      model.changeColsBounds(all, low, high)
    },
    worth: () => worth,
    close: () => model.dispose()
  }
}
