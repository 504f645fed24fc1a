import { roles, type Role } from '../../policies/actor.ts'
import { holds } from '../../policies/grants.ts'
import { sightOf } from '../../policies/data-classes.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandTypes } from '../../workflows/case/commands.ts'
import { dataClasses, type DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import { hideable, neverHidden } from './never.ts'
import { askedBy, type Exit } from './exits.ts'
import { comparedBy, separator, type Results } from './results.ts'
import type { Tally } from './secrets.ts'

const number = new Intl.NumberFormat('en')
const list = (counts: Record<string, number>) =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${number.format(count)}`)
    .join(', ')

/** By class and reader, how many answers of each exit were held against each other. */
const table = ({ compared }: Results): string[] => {
  const rows = Map.groupBy(Object.entries(compared), ([key]) => key.split(separator).slice(0, 2).join(' '))
  return [...rows]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([row, cells]) => {
      const exits = Object.fromEntries(cells.map(([key, count]) => [key.split(separator)[2]!, count]))
      return `  ${row.padEnd(28)} ${list(exits)}`
    })
}

/** Capacities that see nothing of a class whatever is agreed, and that no pair held blind to it. */
const uncompared = ({ compared }: Results): string[] => {
  const met = new Set(
    Object.keys(compared).flatMap((key) => {
      const [dataClass, held] = key.split(separator)
      return held!.split('+').map((one) => `${dataClass} ${one}`)
    })
  )
  return (Object.keys(dataClasses) as DataClass[]).flatMap((dataClass) =>
    (Object.keys(capacities) as Capacity[])
      .filter((capacity) => !sightOf(capacity).classes.includes(dataClass))
      .map((capacity) => `${dataClass} ${capacity}`)
      .filter((pair) => !met.has(pair))
  )
}

const ofCase: Exit[] = [
  'versions',
  'events',
  'deadlines',
  'referrals',
  'actions',
  'refusals',
  'stream',
  'pages'
]
const one = {
  caseId: '',
  referrals: [''],
  meetings: [''],
  openings: [''],
  sealed: ['B'] as const,
  stranger: false
}

/** The exits that there are for whoever speaks in a capacity with an account: nobody holds a link by the tables of grants. */
const exitsOf = (capacity: Capacity): Set<Exit> =>
  new Set(
    (Object.keys(roles) as Role[])
      .filter((role) => role !== 'external' && holds(role, capacity))
      .flatMap((role) => [...ofCase, ...askedBy(role, one).map(({ exit }) => exit)])
  )

/** The exits at which a class was never held against a capacity that it was compared with elsewhere. */
const holes = ({ compared }: Results): string[] => {
  const met = new Map<string, Set<string>>()
  for (const key of Object.keys(compared)) {
    const [dataClass, held, exit] = key.split(separator)
    for (const one of held!.split('+').filter((word) => word in capacities)) {
      const cell = `${dataClass} ${one}`
      met.set(cell, (met.get(cell) ?? new Set()).add(exit!))
    }
  }
  return [...met].flatMap(([cell, seen]) => {
    const missing = [...exitsOf(cell.split(' ')[1] as Capacity)].filter((exit) => !seen.has(exit))
    return missing.length > 0 ? [`  ${cell}: ${missing.join(', ')}`] : []
  })
}

const hiddenTimes = (tallies: readonly Tally[]) => {
  const sums: Record<string, number> = {}
  for (const { hidden } of tallies) for (const [name, count] of hidden) sums[name] = (sums[name] ?? 0) + count
  return sums
}

/** Of a full run, how often each act is hidden at the least. */
const enough = 20

const seldom = (times: Record<string, number>) =>
  Object.fromEntries(Object.entries(times).filter(([, count]) => count < enough))

const shown = ({ kinds }: Results): string[] =>
  Object.entries(kinds)
    .sort(([, one], [, other]) => other.count - one.count)
    .flatMap(([key, { count, example }]) => [
      `${String(count).padStart(6)}  ${key}`,
      `          hidden: ${example.hidden.join(' · ')}; read by ${example.reader} of ${example.of}`,
      `          ${example.one}`,
      `          ${example.other}`,
      `          life: ${example.life.join(' · ')}`
    ])

export const report = (results: Results, tallies: readonly Tally[]): string[] => {
  const times = hiddenTimes(tallies)
  const acts = Object.fromEntries(hideable.map((type) => [type, times[type] ?? 0]))
  const never = commandTypes.filter((type) => neverHidden(type) !== null)
  const all = Object.values(comparedBy(results, 0)).reduce((sum, count) => sum + count, 0)
  return [
    `${number.format(results.pairs)} twin lives, ${results.cut} cut where one was refused what the other did, ${results.vain} secrets that could not be kept; ${number.format(all)} answers compared`,
    'answers compared, by class and reader:',
    ...table(results),
    `by exit: ${list(comparedBy(results, 2))}`,
    `blind by the matrix and never compared: ${uncompared(results).join(', ') || 'none'}`,
    'compared, but never at:',
    ...holes(results),
    `hidden: ${list(times)}`,
    `${hideable.length} acts can be hidden; fewer than ${enough} times were: ${list(seldom(acts)) || 'none'}`,
    'cannot be hidden:',
    ...never.map((type) => `  ${type}: ${neverHidden(type)}`),
    `${Object.keys(results.kinds).length} kinds of differences:`,
    ...shown(results)
  ]
}
