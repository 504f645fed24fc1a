import type { Exit } from './exits.ts'
import type { Reading } from './readings.ts'

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

/** Where two answers part. Of lists of unequal length it is said which is longer, and nothing of what has shifted in it. */
export const parting = (one: unknown, other: unknown, path = ''): Found[] => {
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length)
      return [
        {
          path: `${path}[] ${other.length > one.length ? 'longer' : 'shorter'}`,
          one: beyond(one, other),
          other: beyond(other, one)
        }
      ]
    return one.flatMap((item, at) => parting(item, other[at], `${path}[]`))
  }
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
