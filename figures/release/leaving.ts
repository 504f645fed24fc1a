import { demandsOf } from '../gate/demands.ts'
import { knowledgeOf, type Method, type Row } from '../gate/knowledge.ts'
import { squeezing, type Bounds } from '../gate/squeeze.ts'
import { thresholds } from '../mask/mask.ts'
import type { Sum } from '../reports/sent.ts'
import type { ReleasedTable } from '../table/counted.ts'

/** A release as the public reads it. */
export type Out = { tables: readonly ReleasedTable[]; maskedToPass: ReadonlySet<string> }

const places = ['territory', 'found']

/** What a number leaves of each sum that holds all its cells. */
const leftBy = ({ of, most: n }: Row, rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => {
    const isOwn = (place: number) => of.includes(row.of[place]!) && row.signs[place] === 1
    const places = [...row.of.keys()]
    if (row.least !== row.most || places.filter(isOwn).length < of.length) return []
    const rest = places.filter((place) => !isOwn(place))
    const [others, signs] = [rest.map((at) => row.of[at]!), rest.map((at) => row.signs[at]!)]
    return [{ of: others, signs, least: row.least - n, most: row.most - n }]
  })

const copied = ({ low, high }: Bounds): Bounds => ({ low: low.slice(), high: high.slice() })

/**
 * Which exact numbers, by their order, whoever reads them beside a release would narrow a small count down with: each is tried after those
 * before it that do not. One that contradicts the release is of counts that have changed since, and says nothing of it. Of the whole country
 * alone, as what is sent is.
 */
export const tellingBeside = (sums: readonly Sum[], out: Out, method: Method): ReadonlySet<number> => {
  const tables = out.tables.filter(({ dimensions }) => !dimensions.some(({ name }) => places.includes(name)))
  const release = { moment: 0, threshold: thresholds.public, tables, maskedToPass: out.maskedToPass }
  const knowledge = knowledgeOf([release], method)
  const { unknowns } = knowledge
  const columns = new Map(unknowns.map(({ cell }, at) => [cell, at]))
  const squeeze = squeezing(knowledge)
  let bounds: Bounds = {
    low: Float64Array.from(unknowns, ({ low }) => low),
    high: Float64Array.from(unknowns, ({ high }) => high)
  }
  const telling = new Set<number>()
  if (!squeeze(bounds)) return telling
  const isMet = ({ low, high }: Bounds, { at, side, level }: ReturnType<typeof demandsOf>[number]) =>
    side === 'low' ? low[at]! <= level : high[at]! >= level
  const open = demandsOf(knowledge).filter((demand) => isMet(bounds, demand))
  for (const [rank, { of, n }] of sums.entries()) {
    const cells = of.flatMap((cell) => columns.get(cell) ?? [])
    if (cells.length < of.length) continue
    const row: Row = { of: cells, signs: cells.map(() => 1), least: n, most: n }
    const after = copied(bounds)
    if (!squeeze(after, [row, ...leftBy(row, knowledge.rows)])) continue
    if (open.every((demand) => isMet(after, demand))) bounds = after
    else telling.add(rank)
  }
  return telling
}
