import { dimensionsOf, type TableId } from '../fixed/tables.ts'
import type { FilledLine } from './fill.ts'
import type { At } from './report.ts'

const fewest = 11
/** Nobody is few as well: that none is there tells of each. */
const isFew = (persons: number) => persons < fewest

type Counted = { id: string; table: TableId; at: At; persons: number }
/** Persons at one place of the figures, told in a line or made of others. */
type Whole = Pick<Counted, 'at' | 'persons'>

const countedIn = (lines: readonly FilledLine[]): Counted[] =>
  lines.flatMap(({ id, from, persons }) => {
    if (persons === null) return []
    if ('ours' in from) return [{ id, table: from.ours, at: from.at, persons }]
    return 'rate' in from ? [{ id, table: from.rate, at: from.at, persons }] : []
  })

/** What lines of one breakdown have in common: the name before their values. A line of none stands alone. */
const breakdownOf = ({ id }: Counted) => (id.includes('.') ? id.slice(0, id.indexOf('.')) : null)

const listOf = (values: At[string] | undefined) => (typeof values === 'string' ? [values] : (values ?? []))

/** All whom a breakdown tells apart, where everybody stands in one of its lines: their sum says it though no line does. */
const wholeOf = (lines: readonly Counted[]): Whole[] => {
  const [{ at, table }] = lines as [Counted]
  const isCommon = (name: string) => lines.every((one) => `${one.at[name]}` === `${at[name]}`)
  const apart = dimensionsOf(table).filter(({ name }) => name in at && !isCommon(name))
  if (apart.length === 0 || apart.some(({ several }) => several)) return []
  const product = (sizes: readonly number[]) => sizes.reduce((all, size) => all * size, 1)
  const told = lines.map((one) => product(apart.map(({ name }) => listOf(one.at[name]).length)))
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  if (sum(told) !== product(apart.map(({ values }) => values.length))) return []
  const common = Object.fromEntries(Object.entries(at).filter(([name]) => isCommon(name)))
  return [{ at: common, persons: sum(lines.map(({ persons }) => persons)) }]
}

const holds = (whole: At, part: At) =>
  Object.entries(whole).every(([name, values]) => {
    const inside = listOf(part[name])
    return inside.length > 0 && inside.every((one) => listOf(values).includes(one))
  })

/** Whether few are left of a whole beside this part of it: who has both numbers has those few. */
const leavesFew = ({ at, persons }: Counted, wholes: readonly Whole[]) =>
  wholes.some((whole) => {
    const left = whole.persons - persons
    return holds(whole.at, at) && !holds(at, whole.at) && left >= 0 && isFew(left)
  })

/** Lines of few persons, and with each of them all that it could be worked out from: the others of its breakdown, and what is left of a whole. */
export const confidentialIn = (lines: readonly FilledLine[]): ReadonlySet<string> => {
  const counted = countedIn(lines)
  const broken = Map.groupBy(counted, breakdownOf)
  const wholes = [
    ...counted,
    ...[...broken].flatMap(([name, those]) => (name === null ? [] : wholeOf(those)))
  ]
  const few = counted.filter((one) => isFew(one.persons))
  const beside = few.flatMap((one) => (breakdownOf(one) === null ? [] : broken.get(breakdownOf(one))!))
  const left = counted.filter((one) => leavesFew(one, wholes))
  return new Set([...few, ...beside, ...left].map(({ id }) => id))
}
