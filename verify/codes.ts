import type { ConsentScope, RegionId } from '../workflows/vocabulary/vocabulary.ts'
import type { Situation } from '../workflows/guards/guards.ts'
import { blurred, isForgotten, seenOf, type Blur } from './facts.ts'
import { starts } from './walk/starts.ts'

/** The values that the names of a cone take, each numbered as it is first met. */
export type Codes = {
  readonly width: number
  /** The column of a name, or of the list of which it is one. */
  readonly columnOf: (name: string) => number | undefined
  /** The number of what this situation shows in a column. */
  readonly codeOf: (situation: Situation, column: number) => number
  readonly rowOf: (situation: Situation) => Uint8Array
  /** A situation that shows this row: what is not of the cone is that of the first start. */
  readonly situationOf: (row: Uint8Array) => Situation
  /** The other situations that show the same where this one is blurred in these columns. */
  readonly alike: (situation: Situation, columns: readonly number[]) => Situation[]
  /** What a name was seen to be. */
  readonly valuesOf: (name: string) => readonly unknown[]
}

const rawOf = ({ regions, facts }: Situation, name: string, seen: unknown): unknown => {
  if (name in regions) return regions[name as RegionId]
  // Where it is read by nobody it shows nothing, and nothing is put back.
  if (seen === null || name.includes(':')) return seen
  return facts[name as keyof typeof facts]
}

const alikeIn = (situation: Situation, name: string, blur: Blur): Situation[] => {
  const { takes } = blur[name as keyof Blur] ?? {}
  if (!takes || isForgotten(situation, name)) return [situation]
  const seen = seenOf(situation, name, blur)
  return takes
    .map((value) => ({ ...situation, facts: { ...situation.facts, [name]: value } }))
    .filter((other) => seenOf(other, name, blur) === seen)
}

export const codesOf = (cone: Iterable<string>, blur: Blur = blurred): Codes => {
  const names = [...cone]
  const columns = new Map(names.map((name, column) => [name, column]))
  const numbers = names.map(() => new Map<string, number>())
  const raws: unknown[][] = names.map(() => [])
  const [first] = starts()
  const base = first!

  const codeOf = (situation: Situation, column: number) => {
    const seen = seenOf(situation, names[column]!, blur)
    const key = JSON.stringify(seen) ?? ''
    const known = numbers[column]!.get(key)
    if (known !== undefined) return known
    const code = numbers[column]!.size
    if (code > 255) throw new Error(`${names[column]} takes more values than a row can hold`)
    numbers[column]!.set(key, code)
    raws[column]!.push(rawOf(situation, names[column]!, seen))
    return code
  }

  const situationOf = (row: Uint8Array): Situation => {
    const regions: Record<string, unknown> = { ...base.regions }
    const facts: Record<string, unknown> = { ...base.facts }
    const scopes: ConsentScope[] = []
    names.forEach((name, column) => {
      const raw = raws[column]![row[column]!]
      if (name in regions) regions[name] = raw
      else if (!name.includes(':')) facts[name] = raw
      else if (raw === true) scopes.push(name.split(':')[1] as ConsentScope)
    })
    if (!columns.has('consents')) facts['consents'] = scopes
    return { regions, facts } as Situation
  }

  return {
    width: names.length,
    columnOf: (name) => columns.get(name) ?? columns.get(name.split(':')[0]!),
    codeOf,
    rowOf: (situation) => Uint8Array.from(names, (_name, column) => codeOf(situation, column)),
    situationOf,
    alike: (situation, columns) =>
      columns
        .reduce((so, column) => so.flatMap((one) => alikeIn(one, names[column]!, blur)), [situation])
        .filter((one) => one !== situation),
    valuesOf: (name) => raws[columns.get(name)!]!
  }
}
