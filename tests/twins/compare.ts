import type { Exit } from './exits.ts'
import type { Reading } from './readings/reading.ts'

export type Difference = { exit: Exit; of: string; kind: string; one: unknown; other: unknown }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Found = { path: string; one: unknown; other: unknown }

/** What the first list holds that the second does not. */
const beyond = (one: readonly unknown[], other: readonly unknown[]) => {
  const left = other.map((item) => JSON.stringify(item))
  return one.filter((item) => {
    const at = left.indexOf(JSON.stringify(item))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

type Keyed = ReadonlyMap<string, unknown>

/** The items of a list by what they are called, where each has a name of its own; acts of a story are told apart by nothing. */
const keyed = (list: readonly unknown[]): Keyed | null => {
  const named = list.map((item): [unknown, unknown] => [
    isObject(item) && !('seq' in item) ? (item['command'] ?? item['id']) : undefined,
    item
  ])
  const all = new Map(named as [string, unknown][])
  return all.size === list.length && named.every(([name]) => typeof name === 'string') ? all : null
}

const lengthOf = (one: readonly unknown[], other: readonly unknown[]) => {
  if (one.length === other.length) return 'others'
  return other.length > one.length ? 'longer' : 'shorter'
}

const lists = (one: readonly unknown[], other: readonly unknown[], path: string): Found[] => {
  const [mine, theirs] = [keyed(one), keyed(other)]
  const apart = {
    path: `${path} ${lengthOf(one, other)}`,
    one: beyond(one, other),
    other: beyond(other, one)
  }
  if (!mine || !theirs)
    return one.length === other.length ? one.flatMap((item, at) => parting(item, other[at], path)) : [apart]
  const [names, others] = [[...mine.keys()], [...theirs.keys()]]
  const shared = names.filter((name) => theirs.has(name))
  const inOrder = others.filter((name) => mine.has(name)).join() === shared.join()
  return [
    ...(names.length === shared.length && others.length === shared.length ? [] : [apart]),
    ...(inOrder ? [] : [{ path: `${path} order`, one: names, other: others }]),
    ...shared.flatMap((name) => parting(mine.get(name), theirs.get(name), path))
  ]
}

/** Where two answers part: in which value, or in which list, that is longer or shorter, has others or stands in another order. */
export const parting = (one: unknown, other: unknown, path = ''): Found[] => {
  if (Array.isArray(one) && Array.isArray(other)) return lists(one, other, `${path}[]`)
  if (isObject(one) && isObject(other))
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
      parting(one[key], other[key], path ? `${path}.${key}` : key)
    )
  return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ path: path || 'whole', one, other }]
}

/** Each kind of difference of one exit once, however often it shows; of what was asked in both lives. */
export const differences = (one: readonly Reading[], other: readonly Reading[]): Difference[] => {
  const found = new Map<string, Difference>()
  const keyOf = ({ exit, of }: Reading) => `${exit} ${of}`
  const others = new Map(other.map((reading) => [keyOf(reading), reading]))
  for (const reading of one) {
    const twin = others.get(keyOf(reading))
    if (!twin) continue
    for (const { path, one, other } of parting(reading.value, twin.value)) {
      const key = `${reading.exit} ${path}`
      const difference = { exit: reading.exit, of: reading.of, kind: path, one, other }
      if (!found.has(key)) found.set(key, difference)
    }
  }
  return [...found.values()]
}
