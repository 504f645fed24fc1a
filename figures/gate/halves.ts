import { blocksOf } from './blocks.ts'
import type { Demand } from './demands.ts'
import type { Knowledge } from './rows.ts'

/** Which of two halves. */
export type Half = 0 | 1

/**
 * What is asked for in one half: all of what short lines bind to one another, of a département or of the country, is in the same, since what
 * one demand masks there meets those beside it as well. The longest are dealt out first, each to whoever has less.
 */
export const halfOf = (knowledge: Knowledge, demands: readonly Demand[], half: Half): readonly Demand[] => {
  const { blockOf } = blocksOf(knowledge)
  const asked = [...Map.groupBy(demands, ({ at }) => blockOf[at]!).values()]
  const halves: [Demand[], Demand[]] = [[], []]
  for (const those of asked.toSorted((one, other) => other.length - one.length))
    (halves[0].length <= halves[1].length ? halves[0] : halves[1]).push(...those)
  return halves[half].toSorted((one, other) => one.at - other.at)
}
