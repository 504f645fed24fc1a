import { askedVersion, releaseKinds, type ReleaseKind } from '../../../figures/release/rules.ts'
import type { Locale } from '../../locale.ts'
import type { Tx } from '../../db/context.ts'
import { current, lastEnded, next, quarterIn, yearOf } from '../quarters.ts'
import { countedSince, releaseRows } from './store.ts'
import { titleOf } from './views.ts'

/** What decides whether a release may be asked for at an instant; `first`: what was over when counting began was never counted as it stood. */
export const standingAt = async (tx: Tx, at: Date) => {
  const since = await countedSince(tx)
  const code = current(since)
  return {
    known: (await releaseRows(tx)).map((row) => ({ ...row, otherNoise: row.askedAt < since })),
    lastEnded: lastEnded(at),
    first: { code, name: { fr: quarterIn(code, 'fr'), en: quarterIn(code, 'en') } }
  }
}

type Standing = Awaited<ReturnType<typeof standingAt>>

const kinds = Object.keys(releaseKinds) as ReleaseKind[]

/** The years that a release can be of: this one, as far as it is over, and the one before. */
export const yearsAt = (at: Date): [number, number] => {
  const last = yearOf(lastEnded(at))
  return [last - 1, last]
}

const quartersUntil = (last: string): string[] => {
  const over: string[] = []
  for (let quarter = `${yearOf(last) - 1}-Q1`; quarter <= last; quarter = next(quarter)) over.unshift(quarter)
  return over
}

/**
 * What may be asked for, the newest first: nothing that would be refused for what it is, and no year of which nobody is counted. One
 * that is out may be, with what it mends; that another is at work is said elsewhere.
 */
export const askableOf = (standing: Standing, counted: readonly number[], locale: Locale) => {
  const known = standing.known.filter(({ state }) => state === 'published')
  const may = (quarter: string, kind: ReleaseKind) => {
    if (quarter < standing.first.code && !counted.includes(yearOf(quarter))) return false
    const made = askedVersion({ quarter, kind, erratum: null, leftOut: [] }, { ...standing, known })
    return !('why' in made) || made.field === 'erratum'
  }
  return quartersUntil(standing.lastEnded).flatMap((quarter) =>
    kinds
      .filter((kind) => may(quarter, kind))
      .map((kind) => ({ quarter, kind, label: titleOf({ quarter, kind, version: 1 }, locale) }))
  )
}
