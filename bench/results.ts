import type { Reached } from './aims.ts'
import type { Measure } from './measures.ts'
import type { Started } from './start.ts'
import type { Volleyed } from './volley.ts'

export type Round = { app: Volleyed; floor: Volleyed | null }
export type Measured = { measure: Measure; rounds: Round[] }

const median = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) /
    2
  )
}
const two = (value: number) => Number(value.toFixed(2))

/** Of what not every machine tells: nothing, where one round lacks it. */
const medianKnown = (values: readonly (number | null)[]) =>
  values.some((value) => value === null) ? null : Math.round(median(values as number[]))

const middle = (outcomes: readonly Volleyed[]) => ({
  perSecond: Math.round(median(outcomes.map(({ perSecond }) => perSecond))),
  p50: two(median(outcomes.map(({ p50 }) => p50))),
  p95: two(median(outcomes.map(({ p95 }) => p95))),
  bytes: Math.max(0, ...outcomes.map(({ bytes }) => bytes)),
  nodeMicros: Math.round(median(outcomes.map(({ nodeMicros }) => nodeMicros))),
  postgresMicros: medianKnown(outcomes.map(({ postgresMicros }) => postgresMicros)),
  statements: two(median(outcomes.map(({ statements }) => statements)))
})

const microsOf = ({ nodeMicros, postgresMicros }: Volleyed) => nodeMicros + (postgresMicros ?? 0)

/** Every ratio is of two volleys that stand next to each other in time: what else the machine does falls on both. */
export const resultOf = ({ measure, rounds }: Measured) => {
  const floors = rounds.flatMap(({ floor }) => floor ?? [])
  const ratios = rounds.flatMap(({ app, floor }) => (floor ? [app.perSecond / floor.perSecond] : []))
  return {
    measure: measure.name,
    as: measure.login,
    cases: measure.cases,
    app: middle(rounds.map(({ app }) => app)),
    ...(floors.length > 0 && {
      ratio: two(median(ratios)),
      cpuRatio: two(
        median(rounds.flatMap(({ app, floor }) => (floor ? [microsOf(floor) / microsOf(app)] : [])))
      ),
      ratios: ratios.map(two),
      floor: middle(floors)
    })
  }
}

/** How many times slower the median answer of the second is, round against round. */
const slowdown = (first: Measured | undefined, second: Measured | undefined) =>
  median((second?.rounds ?? []).map(({ app }, turn) => app.p50 / (first?.rounds[turn]?.app.p50 ?? 1)))

/** For the reader whom the large database slows most. */
const growthOf = (measured: readonly Measured[]) => {
  const lists = measured.filter(({ measure }) => measure.name === 'worklist')
  const byReader = Map.groupBy(lists, ({ measure }) => measure.login)
  const growths = [...byReader.values()].map((of) => {
    const [small, large] = of.toSorted((a, b) => a.measure.cases - b.measure.cases)
    return slowdown(small, large)
  })
  return two(Math.max(...growths))
}

/** Each aim's own figure, of several the worst. */
export const reachedBy = (measured: readonly Measured[], started: Started): Reached => {
  const results = measured.map(resultOf)
  const named = (name: string) => measured.find(({ measure }) => measure.name === name)
  const sizes = results.flatMap(({ measure, cases }) => (measure === 'worklist' ? [cases] : []))
  const lowest = (name: string, cases?: number) =>
    Math.min(
      ...results.flatMap((one) =>
        one.measure === name && (cases ?? one.cases) === one.cases ? (one.ratio ?? []) : []
      )
    )
  const page = results.find(({ measure }) => measure === 'page of a case')!
  const oneCase = results.find(({ measure }) => measure === 'case')!
  return {
    worklist_small: lowest('worklist', Math.min(...sizes)),
    worklist_large: lowest('worklist', Math.max(...sizes)),
    growth: growthOf(measured),
    case: lowest('case'),
    act: lowest('act'),
    long_case: two(slowdown(named('case of 10 events'), named('case of 1,000 events'))),
    case_page: two(page.app.nodeMicros / 1000),
    case_bytes: two(oneCase.app.bytes / 1000),
    page_bytes: two(page.app.bytes / 1000),
    start: started.secondStartSeconds,
    memory: started.megabytes
  }
}
