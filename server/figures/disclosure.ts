/**
 * Fewest persons that a published count may stand for. No text fixes a number for such counts; this one is a choice of
 * design, after the rule of the national statistics office for tables on natural persons.
 */
export const threshold = 11

export type Counts = Readonly<Record<string, number>>
/** A count, or null where it is hidden. A hidden count is never zero: zero is hidden too. */
export type Shown<K extends string = string> = Record<K, number | null>

/** Cells that the release before this one hid. */
export type Memory = (cell: string) => boolean
const nothingBefore: Memory = () => false

const sum = (counts: Counts, cells: Iterable<string>) =>
  [...cells].reduce((total, cell) => total + counts[cell]!, 0)

/**
 * From a published total, a reader learns the sum of its hidden parts and no more: each lies anywhere between zero and
 * that sum. Small parts that reach the threshold together are at least two.
 */
const isSafe = (counts: Counts, hidden: ReadonlySet<string>) =>
  hidden.size === 0 || sum(counts, hidden) >= threshold

/**
 * Hides every small part, then others until none can be computed. A part that was hidden comes first among these: one
 * that was published lately is no cover, its value being known.
 */
const hiddenOf = (counts: Counts, before: Memory): Set<string> => {
  const cells = Object.keys(counts)
  const hidden = new Set(cells.filter((cell) => counts[cell]! < threshold))
  const covers = cells
    .filter((cell) => !hidden.has(cell))
    .sort((a, b) => Number(before(b)) - Number(before(a)) || counts[a]! - counts[b]!)
  for (const cover of covers) {
    if (isSafe(counts, hidden)) break
    hidden.add(cover)
  }
  return hidden
}

const without = <K extends string>(
  counts: Readonly<Record<K, number>>,
  hidden: (cell: string) => boolean
): Shown<K> =>
  Object.fromEntries(
    Object.entries<number>(counts).map(([cell, n]) => [cell, hidden(cell) ? null : n])
  ) as Shown<K>

/** The parts of one total that is itself published if it reaches the threshold. */
export const hideParts = <K extends string>(
  counts: Readonly<Record<K, number>>,
  before = nothingBefore
): Shown<K> => {
  if (sum(counts, Object.keys(counts)) < threshold) return without(counts, () => true)
  const hidden = hiddenOf(counts, before)
  return without(counts, (cell) => hidden.has(cell))
}

export type Tree<B extends string, P extends string> = {
  /** At least two branches beside the divided one. */
  branches: Readonly<Record<B, number>>
  /** The branch that divides further, and its parts. */
  divided: NoInfer<B>
  parts: Readonly<Record<P, number>>
}

/**
 * A total, its branches, and the parts of one branch. Where the branches cannot cover each other the divided one is
 * hidden, and its parts then stand in its place in the sum of the total.
 */
export const hideTree = <B extends string, P extends string>(
  { branches, divided, parts }: Tree<B, P>,
  before = nothingBefore
): Shown<B | P> => {
  const { [divided]: size, ...beside } = branches as Readonly<Record<string, number>>
  if (sum(branches, Object.keys(branches)) < threshold) return without({ ...branches, ...parts }, () => true)
  const above = hiddenOf(beside, before)
  if (size! >= threshold && isSafe(beside, above)) {
    const below = hiddenOf(parts, before)
    return without({ ...branches, ...parts }, (cell) => above.has(cell) || below.has(cell))
  }
  const leaves = hiddenOf({ ...beside, ...parts }, before)
  return without({ ...branches, ...parts }, (cell) => cell === divided || leaves.has(cell))
}
