import { subjectOf, type AdministrativeFigure } from '../administrative/figure.ts'
import type { ReleasedTable } from '../table/counted.ts'
import { cellAt, marginName, sizesOf } from '../table/table.ts'
import { tablesAsked, type At, type From, type Line, type Report, type Section } from './report.ts'

/** What a report is filled from. `tables`: of a release, or exact where two people have allowed it. */
export type Sources = {
  tables: readonly ReleasedTable[]
  /** Tables that the release is without. */
  leftOut?: readonly string[]
  beside: readonly AdministrativeFigure[]
  /** How many associations flagged in the year; null where too few did, or no release tells it. */
  panel: number | null
  population: number
}

/** `masked`: counted, and not told. `unreleased`: no release of the year has this table. `left_out`: this one is without it. `unentered`: others count it, and nobody has entered it. */
export type FilledLine = Line & {
  state: 'filled' | 'masked' | 'unreleased' | 'left_out' | 'unentered' | 'missing'
  value: number | null
  /** How many persons of ours the value tells of; null where it is of others, or of none. */
  persons: number | null
  /** Of figures of others: every edition that was entered, none preferred and none added. */
  editions: readonly AdministrativeFigure[]
}
export type FilledSection = Omit<Section, 'lines'> & { lines: readonly FilledLine[] }
export type FilledReport = Omit<Report, 'sections'> & { sections: readonly FilledSection[] }

type Answer = Pick<FilledLine, 'state' | 'value' | 'persons' | 'editions'>
const answer = (state: FilledLine['state'], value: number | null = null): Answer => ({
  state,
  value,
  persons: null,
  editions: []
})

const listOf = (value: string | readonly string[]) => (typeof value === 'string' ? [value] : value)

const placesOf = (table: ReleasedTable, at: At): number[][] =>
  table.dimensions.reduce<number[][]>(
    (before, { name, values }) => {
      const indices = listOf(at[name] ?? marginName).map((value) =>
        value === marginName ? values.length : values.indexOf(value)
      )
      return before.flatMap((left) => indices.map((index) => [...left, index]))
    },
    [[]]
  )

/** @throws where a report asks of a table what it has not, or adds up values of which a person may have several. */
const holdsAsked = (table: ReleasedTable, at: At) => {
  for (const [name, asked] of Object.entries(at)) {
    const dimension = table.dimensions.find((one) => one.name === name)
    const unknown = !dimension || listOf(asked).some((value) => !dimension.values.includes(value))
    if (unknown || (dimension.several && listOf(asked).length > 1))
      throw new RangeError(`${table.id} does not answer ${name}`)
  }
}

const counted = ({ tables, leftOut = [] }: Sources, id: string, at: At): Answer => {
  const table = tables.find((one) => one.id === id)
  if (!table) return answer(leftOut.includes(id) ? 'left_out' : 'unreleased')
  holdsAsked(table, at)
  const sizes = sizesOf(table)
  const found = placesOf(table, at).map((place) => table.shown[cellAt(place, sizes)]!)
  // A sum without a part that is masked would be taken for the whole.
  if (found.some((one) => one === null)) return answer('masked')
  const persons = found.reduce<number>((sum, one) => sum + one!, 0)
  return { ...answer('filled', persons), persons }
}

const besideOf = ({ beside }: Sources, asked: Extract<From, { beside: string }>): Answer => {
  const editions = beside.filter(
    (one) =>
      one.source === asked.beside &&
      one.measure === asked.measure &&
      one.breakdown === asked.breakdown &&
      one.of === asked.of &&
      one.territory === undefined &&
      one.since === undefined
  )
  if (editions.length === 0) return answer('unentered')
  const subjects = new Set(editions.map(subjectOf))
  const value = editions.length === 1 && subjects.size === 1 ? editions[0]!.value : null
  return { state: 'filled', value, persons: null, editions }
}

const answerOf = (from: From, sources: Sources): Answer => {
  if ('missing' in from) return answer('missing')
  if ('panel' in from && sources.panel !== null) return answer('filled', sources.panel)
  if ('panel' in from) return answer(sources.tables.length > 0 ? 'masked' : 'unreleased')
  if ('beside' in from) return besideOf(sources, from)
  if ('ours' in from) return counted(sources, from.ours, from.at)
  const { state, value } = counted(sources, from.rate, from.at)
  return value === null
    ? answer(state)
    : { ...answer(state, Math.round((value / sources.population) * from.per * 100) / 100), persons: value }
}

/** What is known of what is asked, line by line; what is not known says why, and is never a zero. */
export const fillReport = ({ sections, ...report }: Report, sources: Sources): FilledReport => ({
  ...report,
  sections: sections.map(({ label, lines }) => ({
    label,
    lines: lines.map((line) => ({ ...line, ...answerOf(line.from, sources) }))
  }))
})

// What others publish beside persons of ours is known to everybody.
const nobodyElse = { beside: [], panel: null, population: 1 }

/** A report with what it tells of persons of ours alone, from the tables that it asks for. */
export const fillOurs = (report: Report, all: readonly ReleasedTable[]): FilledReport => {
  const asked: ReadonlySet<string> = tablesAsked(report)
  return fillReport(report, { ...nobodyElse, tables: all.filter(({ id }) => asked.has(id)) })
}
