import { partsOf } from './names.ts'

/** Where whoever reads the code knows that nobody stands, on whatever day. */
export type Emptiness = {
  /** What nobody is at once, by the names of both: nobody stands in a cell of these. */
  impossible?: readonly (readonly [string, string])[]
  /** What nobody is, by name: in no cell of these either, its margin among them. */
  never?: readonly string[]
}

const none: ReadonlySet<string> = new Set()

/**
 * Whether a cell is empty for certain: for what it tells, or, of a release, for a word that nobody can have yet. Masked like the small counts
 * beside it, it hides none of them, and is given no room to.
 */
export const emptiness = ({ impossible = [], never = [] }: Emptiness) => {
  const both = [...impossible, ...impossible.map(([one, other]) => [other, one] as const)]
  const beside = Map.groupBy(both, ([one]) => one)
  const alone = new Set(never)
  return (cell: string, toCome = none): boolean => {
    const parts = partsOf(cell)
    return parts.some(
      (part) =>
        alone.has(part) ||
        toCome.has(part) ||
        (beside.get(part)?.some(([, other]) => parts.includes(other)) ?? false)
    )
  }
}
