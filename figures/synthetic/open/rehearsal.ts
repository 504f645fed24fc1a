import { released } from '../../mask/mask.ts'
import { deviationsOf, usualNoise } from '../../noise/deviations.ts'
import type { CountedTable, ReleasedTable } from '../../table/counted.ts'
import { cellAt, sizeOf, sizesOf } from '../../table/table.ts'
import { attackOf, type Attempt } from './attack.ts'
import { openRecords, type Below, type OpenRecord } from './records.ts'

const keys = 2 ** 32

type Keyed = { key: number; of: OpenRecord }

/** Counts invented persons as the store counts those that there are, each under the key of its noise. */
const countedIn = ({ id, dimensions }: ReleasedTable, persons: readonly Keyed[]): CountedTable => {
  const sizes = sizesOf({ dimensions })
  const counts = new Int32Array(sizeOf(sizes))
  const sums = new Uint32Array(counts.length)
  for (const { key, of } of persons) {
    const at = dimensions.map(({ name, values }) => values.indexOf(of[name]!))
    for (let margins = 0; margins < 2 ** at.length; margins += 1) {
      const places = at.map((place, axis) => (margins & (2 ** axis) ? sizes[axis]! - 1 : place))
      if (places.some((place) => place < 0)) continue
      const cell = cellAt(places, sizes)
      counts[cell]! += 1
      sums[cell]! += key
    }
  }
  return { id, dimensions, counts, keys: sums }
}

export type Rehearsal = { members: number; holdout: number; attempts: Attempt[] }

/** More would take minutes, and say the same: whoever is one of few is nearer to what is published. */
const rehearsed = 3000

const drawnFrom = (records: readonly OpenRecord[], below: Below): OpenRecord[] =>
  records.slice(0, rehearsed).map(() => records[below(records.length)]!)

/**
 * The whole way once more, with persons of whom all is known: two draws from the open file stand for those that there are, one of them
 * is counted, given noise, masked and made an open file of, and this one is attacked. Nothing else than the release enters it.
 */
export const rehearse = (
  tables: readonly ReleasedTable[],
  { records, threshold, below }: { records: readonly OpenRecord[]; threshold: number; below: Below }
): Rehearsal => {
  const names = new Set(Object.keys(records[0] ?? {}))
  const [members, holdout] = [drawnFrom(records, below), drawnFrom(records, below)]
  const persons = members.map((of) => ({ key: below(keys), of }))
  const rule = { deviations: deviationsOf(usualNoise), threshold }
  const shown = tables
    .filter(({ dimensions }) => dimensions.every(({ name }) => names.has(name)))
    .map((table) => released(countedIn(table, persons), rule))
  const file = openRecords(shown, { persons: members.length, threshold, below })
  return {
    ...{ members: members.length, holdout: holdout.length },
    attempts: attackOf({ file, members, holdout }, below)
  }
}
