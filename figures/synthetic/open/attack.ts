import type { Below, OpenRecord } from './records.ts'

/** Whoever holds an open file tries it on persons that it was made from (`members`), and on as many that it was not (`holdout`). */
export type Attacked = {
  file: readonly OpenRecord[]
  members: readonly OpenRecord[]
  holdout: readonly OpenRecord[]
}

/** One attack. `advantage`: what succeeds on members beyond the others; `chance`: how much of it says nothing. */
export type Attempt = {
  id: string
  tried: number
  members: number
  holdout: number
  advantage: number
  chance: number
  passed: boolean
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000

/** Beyond it, chance is not what made the difference. */
const deviations = 3

/** A few successes are no rate: one more or less is counted with them. */
const chanceOf = (rate: number, tried: number) =>
  deviations * Math.sqrt((2 * (rate * (1 - rate) + 1 / tried)) / tried)

const attemptOf = (id: string, tried: number, hits: { members: number; holdout: number }): Attempt => {
  const [members, holdout] = [hits.members, hits.holdout].map((one) => one / Math.max(1, tried)) as [
    number,
    number
  ]
  const [advantage, chance] = [members - holdout, chanceOf((members + holdout) / 2, Math.max(1, tried))]
  return {
    ...{ id, tried, members: rounded(members), holdout: rounded(holdout) },
    ...{ advantage: rounded(advantage), chance: rounded(chance), passed: advantage <= chance }
  }
}

const combinations = (names: readonly string[], size: number): string[][] =>
  size === 0
    ? [[]]
    : names.flatMap((name, at) => combinations(names.slice(at + 1), size - 1).map((rest) => [name, ...rest]))

const countsBy = (records: readonly OpenRecord[], names: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const one of records) {
    const key = names.map((name) => one[name]).join('|')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** « There is one of them, and one alone »: said of whatever three variables single out in the file. */
const singlingOut = ({ file, members, holdout }: Attacked, names: readonly string[]): Attempt => {
  const hits = { members: 0, holdout: 0 }
  let tried = 0
  for (const three of combinations(names, Math.min(3, names.length))) {
    const [inFile, inMembers, inHoldout] = [file, members, holdout].map((all) => countsBy(all, three))
    for (const [key, count] of inFile!) {
      if (count !== 1) continue
      tried += 1
      if (inMembers!.get(key) === 1) hits.members += 1
      if (inHoldout!.get(key) === 1) hits.holdout += 1
    }
  }
  return attemptOf('singling_out', tried, hits)
}

/** Records as numbers, variable by variable: equal where they are the same word. */
const coded = (records: readonly OpenRecord[], names: readonly string[], codes: Map<string, number>) =>
  records.map((one) =>
    Uint16Array.from(names, (name) => {
      const word = `${name}=${one[name]}`
      const known = codes.get(word) ?? codes.size
      codes.set(word, known)
      return known
    })
  )

/** How many variables differ from the nearest of the file, one of them left aside, and what those that are as near say of it. */
const nearest = (file: readonly Uint16Array[], target: Uint16Array, aside: number) => {
  let distance = target.length + 1
  let said = new Map<number, number>()
  for (const one of file) {
    let far = 0
    for (let at = 0; at < target.length && far <= distance; at += 1)
      if (at !== aside && one[at] !== target[at]) far += 1
    if (far > distance) continue
    if (far < distance) [distance, said] = [far, new Map()]
    if (aside >= 0) said.set(one[aside]!, (said.get(one[aside]!) ?? 0) + 1)
  }
  return { distance, said }
}

const whole = -1

const sampled = <T>(items: readonly T[], most: number, below: Below): T[] =>
  Array.from({ length: Math.min(most, items.length) }, () => items[below(items.length)]!)

/** How many targets each of the attacks is tried on that walk through the file for each of them. */
const targets = 120

const guessed = (said: ReadonlyMap<number, number>) =>
  [...said].reduce((best, one) => (one[1] > best[1] ? one : best), [-1, 0])[0]

/**
 * What an open file tells of those it was made from: whether it singles somebody out, stands nearer to them than to others, or lets a
 * variable of theirs be guessed from the rest. Each is held against persons that it never saw, of whom as much is guessed anyhow.
 */
export const attackOf = (attacked: Attacked, below: Below): Attempt[] => {
  const names = Object.keys(attacked.file[0] ?? {})
  if (names.length === 0) return []
  const codes = new Map<string, number>()
  const file = coded(attacked.file, names, codes)
  const [members, holdout] = [attacked.members, attacked.holdout].map((all) =>
    coded(sampled(all, targets, below), names, codes)
  ) as [Uint16Array[], Uint16Array[]]
  const tried = Math.min(members.length, holdout.length)
  const countIn = (all: readonly Uint16Array[], isHit: (one: Uint16Array) => boolean) =>
    all.slice(0, tried).filter(isHit).length
  const both = (isHit: (one: Uint16Array) => boolean) => ({
    members: countIn(members, isHit),
    holdout: countIn(holdout, isHit)
  })
  const linked = both((one) => nearest(file, one, whole).distance === 0)
  return [
    singlingOut(attacked, names),
    attemptOf('nearest_record', tried, linked),
    ...names.map((name, aside) =>
      attemptOf(
        `inference.${name}`,
        tried,
        both((one) => guessed(nearest(file, one, aside).said) === one[aside])
      )
    )
  ]
}
