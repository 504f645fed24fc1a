import { nameCells, sumsOf } from '../gate/names.ts'
import type { CountedTable, ReleasedTable } from '../table/counted.ts'
import { fewestForDays } from './measures.ts'

/** When somebody was flagged is no attribute of theirs: of a release of one quarter everybody has the same. */
const told = ['quarter']

/** Shown cells that hold everybody of a line, by name. `few`: lines of fewer persons than are told of together. */
export type WholeGroups = { few: ReadonlySet<string>; many: ReadonlySet<string> }

/**
 * A part that is all of its total tells of each of them what it counts, and bears the very noise of the total, so that a reader sees it:
 * that the others are masked hides nothing. Of few it is masked as well, of many whoever publishes is told. How many a line has is looked
 * up in what is shown, so that the mask itself tells no count.
 */
export const wholeGroupsIn = (
  counted: readonly CountedTable[],
  tables: readonly ReleasedTable[]
): WholeGroups => {
  const [few, many] = [new Set<string>(), new Set<string>()]
  const countsOf = new Map(counted.map(({ id, counts }) => [id, counts]))
  for (const table of tables) {
    const [names, counts] = [nameCells(table), countsOf.get(table.id)]
    if (!counts) continue
    for (const { parts, total, along } of sumsOf(table)) {
      const all = table.shown[total] ?? null
      if (all === null || told.includes(along.name)) continue
      for (const part of parts)
        if (counts[part] === counts[total] && table.shown[part] !== null)
          (all < fewestForDays ? few : many).add(names[part]!)
    }
  }
  return { few, many }
}
