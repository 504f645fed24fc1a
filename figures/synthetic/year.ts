import { released } from '../mask/mask.ts'
import { deviationsOf, usualNoise, type Deviations } from '../noise/deviations.ts'
import type { Given, Hardened } from '../gate/gate.ts'
import type { Method, Release } from '../gate/knowledge.ts'
import { heldIn } from '../gate/names.ts'
import type { Contributor } from '../gate/demands.ts'
import { less, most } from '../release/nested.ts'
import type { CountedTable } from '../table/counted.ts'
import { minorPaths, personsOf, toComeAt, young, type Fraction, type Person } from './persons.ts'
import { covering, lasting, tablesAt } from './tables.ts'

/** Each on a path of child protection is young, and each of the young is on one, in a territory as in the country. */
const [paths, ages] = [
  Object.keys(minorPaths).map((path) => `minor=${path}`),
  young.map((age) => `age=${age}`)
]

export const method: Method = {
  ...{ ...usualNoise, lasting, covering },
  within: [
    [paths, ages],
    [ages, paths]
  ]
}

/** Those who know most, and what of each cell is their own, now and at each release before. */
const contributorsAt = (
  persons: readonly Person[],
  moment: number,
  { contributors, shapes, moments }: Pick<Year, 'contributors' | 'shapes' | 'moments'>
): Contributor[] =>
  [...Map.groupBy(persons, ({ organisation }) => organisation)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, contributors)
    .map(([name, theirs]) => {
      const ownAt = (at: number) => heldIn(tablesAt(theirs, at, shapes))
      const before = moments.filter((at) => at < moment).map((at) => [at, ownAt(at)] as const)
      return { name, own: ownAt(moment), before: new Map(before) }
    })

/** One release of the year, hardened, and what it was made from. */
export type Step = { moment: number; threshold: number; counted: readonly CountedTable[]; hardened: Hardened }

export type Year = {
  persons: number
  /** Of which releases it is made, and who subtracts. */
  moments: readonly number[]
  thresholds: readonly number[]
  contributors: number
  /** Which tables; all of them unless said. */
  shapes?: readonly string[]
  fraction: Fraction
}

/** A release as its readers would have it by the rule, before it is attacked. `finer`: what is let out to those who read more of it. */
const protectedBy = (
  deviations: Deviations,
  counted: readonly CountedTable[],
  { moment, threshold, over, finer }: { moment: number; threshold: number; over?: number; finer?: Release }
): Release => {
  const from = (least: number) => counted.map((table) => released(table, { deviations, threshold: least }))
  const masked = finer
    ? less(from(threshold), finer)
    : most(counted, from(threshold), over === undefined ? undefined : { tables: from(over), threshold: over })
        .masked
  return { moment, threshold, toCome: new Set(toComeAt(moment)), ...masked }
}

/** Drives a year of invented persons through its releases: at each moment for those who read most, then for the others, who read less of it. */
export const drive = async (
  year: Year,
  pass: (given: Given) => Hardened | Promise<Hardened>,
  tell: (step: Step) => void
): Promise<Step[]> => {
  const deviations = deviationsOf(usualNoise)
  const persons = personsOf(year.persons, year.fraction)
  const fromLeast = year.thresholds.toSorted((one, other) => one - other)
  const steps: Step[] = []
  for (const moment of year.moments) {
    const counted = tablesAt(persons, moment, year.shapes)
    const contributors = contributorsAt(persons, moment, year)
    let finer: Release | undefined
    for (const threshold of fromLeast) {
      const over = fromLeast.find((other) => other > threshold)
      const given: Given = {
        release: protectedBy(deviations, counted, { moment, threshold, over, finer }),
        // Who reads from five reads from eleven as well, which is less of the same.
        earlier: steps.flatMap((step) => (step.threshold === threshold ? [step.hardened.release] : [])),
        contributors,
        truth: counted,
        method
      }
      const step = { moment, threshold, counted, hardened: await pass(given) }
      finer = step.hardened.release
      steps.push(step)
      tell(step)
    }
  }
  return steps
}
