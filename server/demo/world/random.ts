import { createHash } from 'node:crypto'
import { fractionsFrom } from './mulberry.ts'

/** Chance that is the same at each run: everything the demonstration draws comes from here. */
export interface Chance {
  /** From 0 included to 1 excluded. */
  next(): number
  between(low: number, high: number): number
  /** A whole number, both ends included. */
  whole(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** One key of a table of weights. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K
  sample<T>(items: readonly T[], count: number): T[]
}

const digest = (...parts: readonly (string | number)[]) =>
  createHash('sha256').update(parts.join('\u001f')).digest()

export const chanceOf = (...parts: readonly (string | number)[]): Chance => {
  const next = fractionsFrom(digest(...parts).readUInt32LE(0))
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const weighted = <K extends string>(weights: Readonly<Partial<Record<K, number>>>): K => {
    const entries = Object.entries(weights) as [K, number][]
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    const found = entries.find(([, weight]) => (left -= weight) < 0)
    return (found ?? entries.at(-1)!)[0]
  }
  const sample = <T>(items: readonly T[], count: number): T[] => {
    const left = [...items]
    return Array.from(
      { length: Math.min(count, left.length) },
      () => left.splice(whole(0, left.length - 1), 1)[0]!
    )
  }
  return {
    next,
    whole,
    weighted,
    sample,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick: (items) => items[whole(0, items.length - 1)]!
  }
}

export const bytesOf = (...parts: readonly (string | number)[]): Buffer => digest(...parts)

/** A version 4 UUID by its form, drawn from the seed and not from chance. */
export const uuidOf = (...parts: readonly (string | number)[]): string => {
  const bytes = digest('uuid', ...parts).subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
