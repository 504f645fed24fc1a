import { regionIds } from '../workflows/commands.ts'
import type { Walked } from './trial.ts'
import { markOf } from './standing.ts'

/** Combinations that a set has bits for, at most. */
const room = 4096

/** A column that leaves fewer rows by less than this, of what its values could, costs more room than it saves. */
const worthIt = 0.25

/** How many different rows remain where these columns are not looked at. */
const rowsWithout = (rows: readonly Uint8Array[], left: ReadonlySet<number>) => {
  const seen = new Set<number>()
  for (const row of rows) {
    let [one, other] = [0, 0]
    row.forEach((code, column) => {
      if (left.has(column)) return
      one ^= markOf(column, code)
      other = (Math.imul(other, 31) + code * 7 + column) | 0
    })
    seen.add(one * 2 ** 21 + (other & 0x1fffff))
  }
  return seen.size
}

/**
 * The columns that hang least on the others, chosen one after another from what was walked so far: those without which the
 * fewest rows remain for the room that their values take. Any choice walks the same situations; a good one walks them sooner.
 */
export const looseOf = (
  { cone, codes, bundles }: Walked,
  known: ReadonlyMap<string, number>
): Map<string, number> => {
  const rows = [...bundles.all()].map(({ row }) => row)
  const names = [...cone].filter((name) => !regionIds.some((id) => id === name))
  const roomOf = (name: string) => Math.max(known.get(name) ?? 0, codes.valuesOf(name).length)
  const chosen = new Map<string, number>()
  const left = new Set<number>()
  let taken = 1
  let count = rowsWithout(rows, left)
  for (;;) {
    const gains = names
      .filter((name) => !chosen.has(name) && roomOf(name) > 1 && taken * roomOf(name) <= room)
      .map((name) => {
        const remain = rowsWithout(rows, new Set([...left, codes.columnOf(name)!]))
        return { name, remain, gain: Math.log(count / remain) / Math.log(roomOf(name)) }
      })
      .sort((one, other) => other.gain - one.gain)
    const [best] = gains
    if (!best || best.gain < worthIt) return chosen
    chosen.set(best.name, roomOf(best.name))
    left.add(codes.columnOf(best.name)!)
    taken *= roomOf(best.name)
    count = best.remain
  }
}
