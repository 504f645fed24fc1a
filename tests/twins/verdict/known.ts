import { readFileSync, writeFileSync } from 'node:fs'
import { separator, type Results } from '../results.ts'

// The differences that the product has today, counted: by class, exit and kind. The list may only shrink.

/** `where`: the class, the exit and the place in its answer. */
export type Known = Record<string, number>

/** A difference that is right: why, and at most eight of them. One that is never met is one too many. */
export type Exception = { dataClass: string; exit: string; why: string }

const file = new URL('known.json', import.meta.url)

type Kept = { exceptions: Exception[]; differences: Known }

export const known = (): Kept => JSON.parse(readFileSync(file, 'utf8')) as Kept

const isOf = ({ dataClass, exit }: Exception, key: string) =>
  key.startsWith([dataClass, exit, ''].join(separator))

/** What is found beside the exceptions, in a steady order. */
export const counted = ({ kinds }: Results, exceptions: readonly Exception[]): Known =>
  Object.fromEntries(
    Object.keys(kinds)
      .filter((key) => !exceptions.some((one) => isOf(one, key)))
      .sort()
      .map((key) => [key, kinds[key]!.count])
  )

export const unmet = ({ kinds }: Results, exceptions: readonly Exception[]): Exception[] =>
  exceptions.filter((one) => !Object.keys(kinds).some((key) => isOf(one, key)))

/** `grown`: new, or more than is known. `shrunk`: known, and found less or no more: then the list shrinks. */
export const against = (found: Known, list: Known) => ({
  grown: Object.entries(found).filter(([key, count]) => count > (list[key] ?? 0)),
  shrunk: Object.entries(list).filter(([key, count]) => (found[key] ?? 0) < count)
})

export const writeKnown = (results: Results): void => {
  const { exceptions } = known()
  const kept: Kept = { exceptions, differences: counted(results, exceptions) }
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`)
}
