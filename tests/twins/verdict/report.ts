import { commandTypes } from '../../../workflows/case/commands.ts'
import { hideable, neverHidden } from './never.ts'
import type { Killed } from '../mutants.ts'
import { comparedBy, separator, type Results } from '../results.ts'
import type { Tally } from '../secrets.ts'
import { tableOf, zeros } from './table.ts'
import { enough, seldomHidden } from './verdict.ts'

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

export const hiddenTimes = (tallies: readonly Tally[]) => {
  const sums: Record<string, number> = {}
  for (const { hidden } of tallies) for (const [name, count] of hidden) sums[name] = (sums[name] ?? 0) + count
  return sums
}

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

export const ofMutants = ({ classes, exits }: Killed): string[] => [
  `mutants, and what was seen of each: of classes ${list(classes)}; at exits ${list(exits)}`
]

export const report = (results: Results, times: Record<string, number>): string[] => {
  const never = commandTypes.filter((type) => neverHidden(type) !== null)
  const all = Object.values(comparedBy(results, 0)).reduce((sum, count) => sum + count, 0)
  return [
    `${number.format(results.pairs)} twin lives, ${results.cut} cut where one was refused what the other did, ${results.vain} secrets that could not be kept; ${number.format(all)} answers compared`,
    'answers compared, by class and reader:',
    ...table(results),
    `by exit: ${list(comparedBy(results, 2))}`,
    'blind by the matrix, by exit:',
    ...tableOf(results).map(
      ({ dataClass, capacity, cells }) =>
        `  ${dataClass} ${capacity.padEnd(17)} ${cells.map(({ exit, count }) => `${exit} ${count}`).join(', ')}`
    ),
    'never compared:',
    ...zeros(tableOf(results)).map((one) => `  ${one}`),
    `refused to who may not know why: ${list(results.refused)}`,
    `tried in both lives, of what stood open: ${list(results.tried)}`,
    `hidden: ${list(times)}`,
    `${hideable.length} acts can be hidden; fewer than ${enough} times were: ${list(Object.fromEntries(seldomHidden(times))) || 'none'}`,
    'cannot be hidden:',
    ...never.map((type) => `  ${type}: ${neverHidden(type)}`),
    `${Object.keys(results.kinds).length} kinds of differences:`,
    ...shown(results)
  ]
}
