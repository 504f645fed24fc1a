import type { Outcome } from './load.ts'
import type { Measured } from './run.ts'

const aims = { worklistRatio: 0.5, commandRatio: 0.4, growth: 1.2 }

const median = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) /
    2
  )
}
const two = (value: number) => Number(value.toFixed(2))

const middle = (outcomes: readonly Outcome[]) => ({
  perSecond: Math.round(median(outcomes.map(({ perSecond }) => perSecond))),
  p50: two(median(outcomes.map(({ p50 }) => p50))),
  p95: two(median(outcomes.map(({ p95 }) => p95))),
  bytes: outcomes.at(-1)?.bytes ?? 0
})

const resultOf = ({ measure, rounds }: Measured) => {
  const ratios = rounds.map(({ app, floor }) => app.perSecond / floor.perSecond)
  return {
    measure: measure.name,
    as: measure.login,
    cases: measure.cases,
    ratio: two(median(ratios)),
    ratios: ratios.map(two),
    app: middle(rounds.map(({ app }) => app)),
    floor: middle(rounds.map(({ floor }) => floor))
  }
}
type Result = ReturnType<typeof resultOf>

const lowest = (results: readonly Result[], name: string) =>
  Math.min(...results.filter(({ measure }) => measure === name).map(({ ratio }) => ratio))

/**
 * How much slower the median answer is on the large database, for the reader it slows most: round against round, as the
 * two stand next to each other in time.
 */
const growthOf = (measured: readonly Measured[]) => {
  const byReader = Map.groupBy(
    measured.filter(({ measure }) => measure.name === 'worklist'),
    ({ measure }) => measure.login
  )
  const growths = [...byReader.values()].map((lists) => {
    const [small, large] = lists.toSorted((a, b) => a.measure.cases - b.measure.cases)
    return median((large?.rounds ?? []).map(({ app }, turn) => app.p50 / (small?.rounds[turn]?.app.p50 ?? 1)))
  })
  return two(Math.max(...growths))
}

const verdict = (reached: number, aim: number, passes: boolean) => ({ reached, aim, pass: passes })

/** Every measure, and each aim held against its worst case. */
export const verdicts = (measured: readonly Measured[]) => {
  const results = measured.map(resultOf)
  const [worklist, command, growth] = [
    lowest(results, 'worklist'),
    lowest(results, 'command'),
    growthOf(measured)
  ]
  return {
    results,
    aims: {
      'worklist, share of its floor at least': verdict(
        worklist,
        aims.worklistRatio,
        worklist >= aims.worklistRatio
      ),
      'act, share of its floor at least': verdict(command, aims.commandRatio, command >= aims.commandRatio),
      'worklist p50 at the large size, times the small one at most': verdict(
        growth,
        aims.growth,
        growth <= aims.growth
      )
    }
  }
}
