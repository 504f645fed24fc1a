import { asked } from './asked.ts'
import type { CodeColumn, CodesColumn, Column } from './column.ts'
import { exploitation } from './exploitation.ts'
import { housing } from './housing.ts'
import { justice } from './justice.ts'
import type { Life } from './life.ts'
import { recognition } from './recognition.ts'
import { residence } from './residence.ts'
import { spanWords } from './spans.ts'
import { who, yearOf } from './who.ts'

/** Every column of a person's row beside the year, how they came into it, and the key. */
export const columns = {
  ...who,
  ...exploitation,
  ...recognition,
  ...housing,
  ...residence,
  ...justice,
  ...asked
} as const satisfies Record<string, Column>

type Columns = typeof columns
export type ColumnId = keyof Columns
export const columnIds = Object.keys(columns) as ColumnId[]

/** Those by which a table may tell persons apart. */
export type DimensionId = {
  [C in ColumnId]: Columns[C] extends CodeColumn | CodesColumn ? C : never
}[ColumnId]

export type Codes = { [C in ColumnId]: ReturnType<Columns[C]['of']> }

/**
 * `flagged`: in the year of the flag, in which each person stands once and for ever, so that two years share nobody.
 * `followed`: in a later year in which somebody still did something for the person.
 */
export type Entry = 'flagged' | 'followed'

export type PersonYear = { year: number; entry: Entry; codes: Codes }

const yearsOf = ({ openedAt, acts }: Life): number[] => {
  const first = yearOf(openedAt)
  const later = acts.filter(({ role }) => role !== 'system').map(({ at }) => yearOf(at))
  return [...new Set([first, ...later.filter((year) => year > first)])].sort((a, b) => a - b)
}

const isSpan = (column: Column) => column.kind === 'code' && column.words === spanWords

/**
 * A person's rows, one a year; what is known is known of every year alike. Whoever was brought with a file was flagged before, and
 * elsewhere: followed from the first year on, and of no length is the beginning known. Pure: the same life gives the same rows.
 */
export const codePerson = (life: Life): PersonYear[] => {
  const { takenOver } = life
  const codeOf = (id: ColumnId) => (takenOver && isSpan(columns[id]) ? 'none' : columns[id].of(life))
  const codes = Object.fromEntries(columnIds.map((id) => [id, codeOf(id)])) as Codes
  return yearsOf(life).map((year, index) => ({
    ...{ year, codes },
    entry: index === 0 && !takenOver ? 'flagged' : 'followed'
  }))
}
