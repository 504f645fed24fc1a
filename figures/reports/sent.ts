import { confidentialIn } from './confidential.ts'
import type { FilledLine, FilledReport } from './fill.ts'
import type { At } from './report.ts'

/** An exact number of persons, and the cells that it adds up, by their names. */
export type Sum = { of: readonly string[]; n: number }

const namesAt = (at: At): string[] =>
  Object.entries(at)
    .reduce<string[][]>(
      (before, [name, values]) =>
        before.flatMap((left) => [values].flat().map((value) => [...left, `${name}=${value}`])),
      [[]]
    )
    .map((parts) => parts.toSorted().join(' & '))

const atOf = ({ from }: FilledLine): At | null => ('ours' in from || 'rate' in from ? from.at : null)

type Told = Sum & { id: string }

/** The lines of ours that an exact report tells and whoever it is sent to may publish. What is flagged as confidential stays with them. */
export const sumsIn = ({ sections }: FilledReport): Told[] => {
  const lines = sections.flatMap((section) => section.lines)
  const few = confidentialIn(lines)
  return lines.flatMap((line) => {
    const at = atOf(line)
    return at === null || line.persons === null || few.has(line.id)
      ? []
      : [{ id: line.id, of: namesAt(at), n: line.persons }]
  })
}
