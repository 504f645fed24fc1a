import { roles, type Role } from '../../../policies/actor.ts'
import { sight } from '../../../policies/data-classes.ts'
import { holds } from '../../../policies/grants.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { ownPool } from '../../../workflows/places/places.ts'
import { dataClasses, type DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import { poolMoved } from '../classes.ts'
import { askedBy, exits, type Exit } from '../exits.ts'
import { separator, type Results } from '../results.ts'
import { hideable, secretOf } from './never.ts'

// What was held against what: each class, each capacity that sees nothing of it whatever is agreed, each exit that there is
// for whoever speaks in that capacity.

export type Row = { dataClass: DataClass; capacity: Capacity; cells: { exit: Exit; count: number }[] }

/** A case as one body goes out of several exits, and these are asked of everybody who takes part. */
const always: Exit[] = [
  'versions',
  'events',
  'deadlines',
  'referrals',
  'actions',
  'refusals',
  'attempts',
  'stream',
  'pages',
  'calls',
  'calendar'
]

const one = {
  caseId: '',
  referrals: [''],
  meetings: [''],
  openings: [''],
  stays: [''],
  handings: [''],
  places: [],
  sealed: ['B'] as const,
  stranger: false
}

const speakers = (capacity: Capacity) =>
  (Object.keys(roles) as Role[]).filter((role) => role !== 'external' && holds(role, capacity))

/** Whoever has no account is shown what a link shows. */
const exitsOf = (capacity: Capacity): Exit[] => {
  const theirs = speakers(capacity).flatMap((role) => [
    ...always,
    ...askedBy(role, one).map(({ exit }) => exit)
  ])
  return theirs.length > 0 ? exits.filter((exit) => theirs.includes(exit)) : ['versions', 'links']
}

const classes = Object.keys(dataClasses) as DataClass[]

/** What moves where a person sleeps, by act. */
const movers = hideable.flatMap((command) => {
  const [dataClass] = secretOf(command)
  const [pool] = poolMoved({ type: 'act', by: '', command, input: {} })
  return dataClass && pool ? [{ dataClass, pool }] : []
})

/** Where a person sleeps is compared by what moves it: not for whom every such act is theirs to know, by its class or as the keeper of its places. */
const neverMet = (dataClass: DataClass, capacity: Capacity) => {
  const { classes: seen, consent } = sight[capacity]
  const knows = (mover: (typeof movers)[number]) =>
    ownPool[capacity] === mover.pool || (seen.includes(mover.dataClass) && !(mover.dataClass in consent))
  return dataClass === 'A' && movers.every(knows)
}

const sums = ({ compared }: Results): Map<string, number> => {
  const found = new Map<string, number>()
  for (const [key, count] of Object.entries(compared)) {
    const [dataClass, held, exit] = key.split(separator)
    for (const capacity of held!.replace(/^link /, '').split('+')) {
      const cell = [dataClass, capacity, exit].join(separator)
      found.set(cell, (found.get(cell) ?? 0) + count)
    }
  }
  return found
}

export const tableOf = (results: Results): Row[] => {
  const found = sums(results)
  return classes.flatMap((dataClass) =>
    (Object.keys(capacities) as Capacity[])
      .filter((capacity) => !sight[capacity].classes.includes(dataClass) && !neverMet(dataClass, capacity))
      .map((capacity) => ({
        dataClass,
        capacity,
        cells: exitsOf(capacity).map((exit) => ({
          exit,
          count: found.get([dataClass, capacity, exit].join(separator)) ?? 0
        }))
      }))
  )
}

/** Capacities against which something was never held, with the classes of it. */
export const missingOf = (table: readonly Row[]): { capacity: Capacity; classes: Set<DataClass> }[] => {
  const rows = table.filter(({ cells }) => cells.some(({ count }) => count === 0))
  return [...Map.groupBy(rows, ({ capacity }) => capacity)].map(([capacity, own]) => ({
    capacity,
    classes: new Set(own.map(({ dataClass }) => dataClass))
  }))
}

/** What was never held against anything: the class, the capacity, and at which exits. */
export const zeros = (table: readonly Row[]): string[] =>
  table.flatMap(({ dataClass, capacity, cells }) => {
    const missing = cells.filter(({ count }) => count === 0)
    if (missing.length === 0) return []
    const where = missing.length === cells.length ? 'at no exit' : missing.map(({ exit }) => exit).join(', ')
    return [`${dataClass} ${capacity}: ${where}`]
  })
