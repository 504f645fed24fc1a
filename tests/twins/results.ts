import { sight } from '../../policies/data-classes.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import { isArgued } from '../policies/disclosure/blind-refusals.ts'
import { isRefusedBlindly } from './attempts/attempts.ts'
import { movesPlace } from './classes.ts'
import { differences, type Difference } from './compare.ts'
import type { Pair } from './lives/pairs.ts'
import { doerOf, nameOf, type Step } from './lives/play.ts'
import type { Read, Reading } from './readings/reading.ts'

/** One kind of difference: in so many pairs and readers, with the shortest life that shows it. */
export type Kind = { count: number; example: Example }
export type Example = {
  life: string[]
  hidden: string[]
  reader: string
  of: string
  one: unknown
  other: unknown
}

export type Results = {
  pairs: number
  cut: number
  vain: number
  compared: Record<string, number>
  kinds: Record<string, Kind>
  /** What was refused to somebody who may not know why, in words that say nothing: by class and act. */
  refused: Record<string, number>
  /** What stood open and was tried in both lives, by command. */
  tried: Record<string, number>
}

export const noResults = (): Results => ({
  pairs: 0,
  cut: 0,
  vain: 0,
  compared: {},
  kinds: {},
  refused: {},
  tried: {}
})

export const separator = ' | '

const short = (value: unknown) => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 400 ? `${text.slice(0, 400)}…` : text
}

const said = (step: Step) =>
  step.type === 'wait' ? `wait ${step.days} days` : `${doerOf(step)}: ${nameOf(step)}`

const exampleOf = (pair: Pair, reader: string, { of, one, other }: Difference): Example => ({
  life: pair.steps.map(said),
  hidden: pair.hidden.length > 1 ? pair.hidden.map(said) : [`${doerOf(pair.hidden[0]!)}: ${pair.secret}`],
  reader,
  of,
  one: short(one),
  other: short(other)
})

const add = (counts: Record<string, number>, ...parts: string[]) => {
  const key = parts.join(separator)
  counts[key] = (counts[key] ?? 0) + 1
}

const seesWhere = (as: string) =>
  as.split('+').some((one) => one in capacities && sight[one as Capacity].classes.includes('A'))

/** All that two lives differ in which this reader may not know of: where a person sleeps, too, if that was moved. */
const comparedIn = ({ classes, hidden }: Pair, as: string): DataClass[] => [
  ...new Set([...classes, ...(hidden.some(movesPlace) && !seesWhere(as) ? (['A'] as const) : [])])
]

const lengthOf = ({ life, hidden }: Example) => life.length + 4 * hidden.length

/**
 * What whoever reads the post of the house finds. A letter to who was asked by link is theirs, and is compared where they may
 * know nothing of the secret; one to anybody else always is.
 */
const mailsOf = ({ letters }: Read, isBlind: (link: string) => boolean): Reading => ({
  exit: 'mails',
  of: 'letters',
  value: letters.filter(({ link }) => link === null || isBlind(link)).map(({ letter }) => letter)
})

/** What whoever keeps the machine reads. */
export const operatorReads = (read: Read, isBlind: (link: string) => boolean): Reading[] => [
  ...read.operator,
  mailsOf(read, isBlind)
]

/** A refusal of what is hidden, in words that say nothing, of somebody who is argued to come upon one. */
const isArguedRefusal = ({ exit, kind, one, other }: Difference, as: string) =>
  exit === 'attempts' && isRefusedBlindly(one, other) && isArgued(as.split('+'), kind)

type Side = { reader: string; as: string; one: readonly Reading[]; other: readonly Reading[] }

const noteKind = (
  results: Results,
  pair: Pair,
  { reader, as }: Pick<Side, 'reader' | 'as'>,
  difference: Difference
) => {
  const key = [pair.classes[0]!, difference.exit, difference.kind].join(separator)
  const known = results.kinds[key]
  const example = exampleOf(pair, `${reader} (${as})`, difference)
  const shorter = !known || lengthOf(example) < lengthOf(known.example)
  results.kinds[key] = { count: (known?.count ?? 0) + 1, example: shorter ? example : known.example }
}

const noteSide = (results: Results, pair: Pair, { reader, as, one, other }: Side) => {
  const dataClass = pair.classes[0]!
  const asked = new Set(other.map(({ exit, of }) => `${exit} ${of}`))
  for (const { exit, value } of one.filter((reading) => asked.has(`${reading.exit} ${reading.of}`))) {
    if (exit === 'attempts') for (const command of Object.keys(value as object)) add(results.tried, command)
    for (const each of comparedIn(pair, as)) add(results.compared, each, as, exit)
  }
  for (const difference of differences(one, other)) {
    if (isArguedRefusal(difference, as)) {
      add(results.refused, dataClass, difference.kind)
      continue
    }
    noteKind(results, pair, { reader, as }, difference)
  }
}

/** Of what one life was refused and not the other: whether whoever tried may not know of the secret, and is argued to come upon that. */
const noteRefusal = (results: Results, pair: Pair) => {
  const { tried, readers, classes } = pair
  const as = tried && readers.get(doerOf(tried))
  if (!tried || !as) return
  const name = nameOf(tried)
  if (isArgued(as.split('+'), name)) return add(results.refused, classes[0]!, name)
  const difference: Difference = {
    exit: 'refusals',
    of: 'a shared act',
    kind: name,
    one: 'refused in one',
    other: 'done'
  }
  noteKind(results, pair, { reader: doerOf(tried), as }, difference)
}

export const note = (results: Results, pair: Pair): void => {
  results.pairs += 1
  if (pair.cut) results.cut += 1
  noteRefusal(results, pair)
  for (const [reader, as] of pair.readers)
    noteSide(results, pair, {
      reader,
      as,
      one: pair.one.byReader.get(reader)!,
      other: pair.other.byReader.get(reader)!
    })
  const ofOperator = (read: Read) => operatorReads(read, (link) => pair.readers.has(link))
  noteSide(results, pair, {
    reader: 'operator',
    as: 'operator',
    one: ofOperator(pair.one),
    other: ofOperator(pair.other)
  })
}

/** How many answers were held against each other, by one part of the table. */
export const comparedBy = ({ compared }: Results, part: 0 | 1 | 2): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const [key, count] of Object.entries(compared)) {
    const name = key.split(separator)[part]!
    sums[name] = (sums[name] ?? 0) + count
  }
  return sums
}

const summed = (one: Record<string, number>, other: Record<string, number>) => {
  const sums = { ...one }
  for (const [key, count] of Object.entries(other)) sums[key] = (sums[key] ?? 0) + count
  return sums
}

const shorterOf = (one: Kind, other: Kind): Example =>
  lengthOf(other.example) < lengthOf(one.example) ? other.example : one.example

/** What several workers found. */
export const merged = (all: readonly Results[]): Results =>
  all.reduce((sum, one) => {
    const kinds = { ...sum.kinds }
    for (const [key, kind] of Object.entries(one.kinds)) {
      const known = kinds[key]
      kinds[key] = known ? { count: known.count + kind.count, example: shorterOf(known, kind) } : kind
    }
    return {
      pairs: sum.pairs + one.pairs,
      cut: sum.cut + one.cut,
      vain: sum.vain + one.vain,
      compared: summed(sum.compared, one.compared),
      refused: summed(sum.refused, one.refused),
      tried: summed(sum.tried, one.tried),
      kinds
    }
  }, noResults())
