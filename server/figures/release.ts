import { unmetBy, unmetNeeds, type UnmetNeed } from '../../workflows/places/unmet.ts'
import { territoryCodes } from '../../workflows/calendar/territories.ts'
import { branches, branchFor, outcomeFor, outcomes, type Branch, type Outcome } from './cells.ts'
import { hideParts, hideTree, threshold, type Memory, type Shown } from './disclosure.ts'
import { failuresOf, type FailureCount, type Failures } from './failures.ts'
import type { Durations, StandingCount, TerritoryMonth } from './figures.ts'

/** Needs for a place that a desk or a structure did not meet; what the person declined is a cell of its own. */
export type Unplaced = Exclude<UnmetNeed, 'person'>

/** Children for whom a place is sought in vain, by why, beside those for whom none is. */
export type OfChildren = UnmetNeed | 'met'

/** What is published of the persons flagged in one calendar year. Years share nobody, so that none can be subtracted. */
export type Release<Body> = { year: number; asOf: string; total: number } & Body
export type FlowRelease = Release<{
  cells: Shown<Branch | Outcome>
  /** Those without a place, by why: parts of one cell, and never more than it tells. */
  unmet: Shown<Unplaced>
  /** The same of children: parts of the cell of minors. */
  unmetOfChildren: Shown<OfChildren>
  /** Why referrals came to nothing, by whom was asked. */
  failures: Failures
  measures: { grounds: number | null; wait: number | null; reflections: number | null }
}>
export type TerritoriesRelease = Release<{ cells: Shown }>
/** For each territory its year and its months, those that have not come left out. */
export type MonthsRelease = Release<{
  territories: Record<string, { total: number | null; months: (number | null)[] }>
}>
export type Published = { flow: FlowRelease; territories: TerritoriesRelease; months: MonthsRelease }

export type YearCounts = {
  year: number
  standings: readonly StandingCount[]
  months: readonly TerritoryMonth[]
  durations: Durations | undefined
  failures: readonly FailureCount[]
}

const hiddenIn =
  (shown: Shown | undefined): Memory =>
  (cell) =>
    shown?.[cell] === null

const zeroed = <K extends string>(cells: Readonly<Record<K, unknown>>) =>
  Object.fromEntries(Object.keys(cells).map((cell) => [cell, 0])) as Record<K, number>

/** Without a refusal, no place was found. */
const unplacedBy = (refusal: string | null): Unplaced =>
  unmetBy[refusal as keyof typeof unmetBy] ?? 'no_place'

/** A child’s protection waits for no agreement; a place that one declined before the age came into doubt is counted so. */
const childNeed = ({ seeking, refusal, housing }: StandingCount): OfChildren => {
  if (housing === 'declined_by_person') return 'person'
  return seeking ? unplacedBy(refusal) : 'met'
}

const hideAll = <K extends string>(counts: Readonly<Record<K, number>>) =>
  Object.fromEntries(Object.keys(counts).map((cell) => [cell, null])) as Shown<K>

const tally = (standings: readonly StandingCount[]) => {
  const counts = {
    branches: zeroed(branches),
    outcomes: zeroed(outcomes),
    unmet: { no_place: 0, not_eligible: 0, structure: 0 } satisfies Record<Unplaced, number>,
    children: { ...zeroed(unmetNeeds), met: 0 } satisfies Record<OfChildren, number>,
    reflections: 0
  }
  for (const standing of standings) {
    const branch = branchFor(standing)
    if (branch === null) continue
    counts.branches[branch] += standing.persons
    if (branch !== 'positive') continue
    const outcome = outcomeFor(standing)
    counts.outcomes[outcome] += standing.persons
    if (outcome === 'minors') counts.children[childNeed(standing)] += standing.persons
    if (outcome === 'no_place') counts.unmet[unplacedBy(standing.refusal)] += standing.persons
    counts.reflections += standing.reflections
  }
  return counts
}

/**
 * A duration is given when a cell that it covers is given, so that its absence says nothing more of the hidden ones.
 * It always stands for as many persons as a count must.
 */
const measures = (cells: Shown<Branch | Outcome>, durations: Durations | undefined) => ({
  grounds:
    (cells.positive ?? cells.insufficient) !== null && (durations?.decided ?? 0) >= threshold
      ? durations!.grounds
      : null,
  wait:
    (cells.acse ?? cells.no_place) !== null && (durations?.waited ?? 0) >= threshold ? durations!.wait : null
})

const flowOf = ({ standings, durations, failures }: YearCounts, before: FlowRelease | undefined) => {
  const counts = tally(standings)
  const tree = { branches: counts.branches, divided: 'positive' as const, parts: counts.outcomes }
  const cells = hideTree(tree, hiddenIn(before?.cells))
  const share = { run: counts.reflections, not: counts.branches.positive - counts.reflections }
  const reflections = cells.positive === null ? null : hideParts(share).run
  // Parts of a cell, and never more than it tells.
  const partsOf = <K extends string>(cell: Outcome, parts: Record<K, number>, last: Shown | undefined) =>
    cells[cell] === null ? hideAll(parts) : hideParts(parts, hiddenIn(last))
  return {
    cells,
    unmet: partsOf('no_place', counts.unmet, before?.unmet),
    unmetOfChildren: partsOf('minors', counts.children, before?.unmetOfChildren),
    failures: failuresOf(failures, before?.failures),
    measures: { ...measures(cells, durations), reflections }
  }
}

const territoriesOf = ({ months }: YearCounts, before: TerritoriesRelease | undefined) => {
  const counts: Record<string, number> = Object.fromEntries(territoryCodes.map((code) => [code, 0]))
  for (const { territory, persons } of months) counts[territory] = (counts[territory] ?? 0) + persons
  return { cells: hideParts(counts, hiddenIn(before?.cells)) }
}

/**
 * The months of a territory add up to its year, and those that have come since the last release to the difference of two
 * years: one that is hidden would be read from the others. So all of them are shown, or none.
 */
const monthsOf = (
  { months }: YearCounts,
  { cells, lastMonth }: { cells: Shown; lastMonth: number },
  before?: MonthsRelease
) => {
  const shown = Object.entries(cells).map(([code, total]) => {
    const counts = Object.fromEntries(Array.from({ length: lastMonth }, (_, index) => [`${index + 1}`, 0]))
    for (const { territory, month, persons } of months) if (territory === code) counts[`${month}`]! += persons
    const kept = before?.territories[code]?.months
    const shown = hideParts(counts, (month) => kept?.[Number(month) - 1] === null)
    const all = total !== null && Object.values(shown).every((count) => count !== null)
    return [code, { total, months: Object.keys(counts).map((month) => (all ? shown[month]! : null)) }]
  })
  return { territories: Object.fromEntries(shown) as MonthsRelease['territories'] }
}

const lastMonthOf = (year: number, at: Date) => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Paris',
    year: 'numeric',
    month: 'numeric'
  })
  const [month, current] = parts.format(at).split('/').map(Number)
  return year < current! ? 12 : month!
}

const totalOf = (standings: readonly StandingCount[]) =>
  standings.reduce((total, { persons }) => total + persons, 0)

/**
 * Whether enough persons have come or moved since the last release. Two releases closer than this would show, by
 * subtraction, what happened to one person.
 */
const isDue = ({ standings }: YearCounts, before: Published | undefined) => {
  if (before === undefined) return true
  const moved = standings.reduce((persons, standing) => persons + standing.moved, 0)
  return moved >= threshold || Math.abs(totalOf(standings) - before.flow.total) >= threshold
}

/** The next release of a year, the last one while it must stand, or nothing while too few persons were flagged. */
export const release = (
  counts: YearCounts,
  at: Date,
  before: Published | undefined
): Published | undefined => {
  const total = totalOf(counts.standings)
  if (total < threshold) return undefined
  if (before && !isDue(counts, before)) return before
  const head = { year: counts.year, asOf: at.toISOString(), total }
  const territories = territoriesOf(counts, before?.territories)
  const table = { cells: territories.cells, lastMonth: lastMonthOf(counts.year, at) }
  return {
    flow: { ...head, ...flowOf(counts, before?.flow) },
    territories: { ...head, ...territories },
    months: { ...head, ...monthsOf(counts, table, before?.months) }
  }
}
