import { figures, rateOf } from '../../../server/demo/world/figures.ts'
import type { StandingCount, TerritoryMonth } from '../../../server/figures/figures.ts'
import { release, type Published, type YearCounts } from '../../../server/figures/release.ts'
import { territories } from '../../../workflows/calendar/territories.ts'

export const daysInYear = 365
const begins = Date.UTC(2026, 0, 1)

type Life = {
  flagged: number
  decided: number
  housed: number
  territory: string
  positive: boolean
  roof: string
}
const roofs = ['housed_acse', 'emergency_local', 'waiting_list', 'declined_by_person', 'unassessed', 'left']

/** The same fractions for the same seed. */
const chanceOf = (seed: number) => {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
}

const drawn = (weights: readonly (readonly [string, number])[], part: number): string => {
  let left = part * weights.reduce((sum, [, weight]) => sum + weight, 0)
  return weights.find(([, weight]) => (left -= weight) <= 0)?.[0] ?? weights[0]![0]
}
const rates = territories.map(({ code, population }) => [code, rateOf(code) * population] as const)
const seasons = figures.quarters.value.map((weight, quarter) => [`${quarter}`, weight] as const)

/** A year of flags, spread over territories and quarters as those of the demonstration, with days in place of its acts. */
export const aYear = (size: number, seed: number): Life[] => {
  const next = chanceOf(seed)
  return Array.from({ length: size }, () => {
    const flagged = ((Number(drawn(seasons, next())) + next()) * daysInYear) / 4
    const decided = flagged + 2 + next() * 40
    return {
      ...{ flagged, decided, housed: decided + next() * 120 },
      territory: drawn(rates, next()),
      positive: next() > figures.insufficient.value,
      roof: roofs[Math.floor(next() * roofs.length)]!
    }
  })
}

const standingOn = ({ decided, housed, positive, roof }: Life, day: number) => {
  if (decided > day) return { identification: 'flagged', housing: 'unassessed' }
  if (!positive) return { identification: 'insufficient_elements', housing: 'unassessed' }
  return { identification: 'presumed', housing: housed <= day ? roof : 'unassessed' }
}

const countsOn = (lives: readonly Life[], day: number, since: number): YearCounts => {
  const standings = new Map<string, StandingCount>()
  const months = new Map<string, TerritoryMonth>()
  const apart = { year: 2026, minor: 'not_applicable', refusal: null, seeking: false, reflections: 0 }
  for (const life of lives.filter(({ flagged }) => flagged <= day)) {
    const at = standingOn(life, day)
    const key = `${at.identification} ${at.housing}`
    const known = standings.get(key) ?? { ...apart, ...at, persons: 0, moved: 0 }
    const moved = [life.flagged, life.decided, life.housed].some((one) => one > since && one <= day)
    standings.set(key, { ...known, persons: known.persons + 1, moved: known.moved + Number(moved) })
    const month = new Date(begins + life.flagged * 86_400_000).getUTCMonth() + 1
    const { territory } = life
    const { persons } = months.get(`${territory} ${month}`) ?? { persons: 0 }
    months.set(`${territory} ${month}`, { year: 2026, month, territory, persons: persons + 1 })
  }
  const rows = { standings: [...standings.values()], months: [...months.values()] }
  return { year: 2026, ...rows, durations: undefined, failures: [] }
}

export type Released = { day: number; total: number; cells: Record<string, number | null> }

/** What is published of such a year by someone who makes releases on these days. */
export const releasedOn = (lives: readonly Life[], days: readonly number[]): Released[] => {
  const all: Released[] = []
  let before: Published | undefined
  for (const day of days) {
    const counts = countsOn(lives, day, all.at(-1)?.day ?? -1)
    const one = release(counts, new Date(begins + day * 86_400_000 - 1), before)
    if (!one || one === before) continue
    before = one
    all.push({ day, total: one.flow.total, cells: one.territories.cells })
  }
  return all
}

export const countedOn = (lives: readonly Life[], day: number, territory: string) =>
  lives.filter((one) => one.flagged <= day && one.territory === territory).length
