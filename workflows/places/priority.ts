import { addDays } from '../calendar/calendar.ts'
import type { Facts } from '../facts/facts.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

/** What the waiting list looks at of one case: no name, no place. */
export type Waiting = Pick<Facts, 'danger' | 'children'> & {
  /** Days since the first request of this search. */
  days: number
  /** Structures that declined since then. */
  refusals: number
  /** The last day of her emergency shelter, where she has one. */
  shelteredUntil: string | null
  today: string
}

/** What one of what is counted weighs, and all of them at most. */
type Worth = { each: number; most: number }
/** `rule` says to whoever reads the list how much it counts. */
type Factor = { label: Bilingual; rule: Bilingual; points: (waiting: Waiting) => number }
type Weighed = {
  label: Bilingual
  rule: (worth: Worth) => Bilingual
  counts: (waiting: Waiting) => number
}

/** A factor whose sentence and points are drawn from one worth. */
const factor = (worth: Worth, { label, rule, counts }: Weighed): Factor => ({
  label,
  rule: rule(worth),
  points: (waiting) => Math.min(Math.max(counts(waiting), 0) * worth.each, worth.most)
})

/** One that holds or does not. */
const once = (
  points: number,
  { holds, ...rest }: Omit<Weighed, 'counts'> & { holds: (waiting: Waiting) => boolean }
) => factor({ each: points, most: points }, { ...rest, counts: (waiting) => (holds(waiting) ? 1 : 0) })

// Soon enough that a place must be found before.
const nights = { n: 3, fr: 'trois', en: 'three' }

/** The rule of the waiting list: what counts, and how much. A new rule has a new name, so that each offer tells its own. */
export const priorityRule = {
  version: 'liste-2026-09',
  factors: {
    danger: once(40, {
      label: { fr: 'en danger immédiat', en: 'in immediate danger' },
      rule: ({ each }) => ({
        fr: `danger immédiat : ${each} points`,
        en: `immediate danger: ${each} points`
      }),
      holds: ({ danger }) => danger === 'immediate'
    }),
    sheltered: once(25, {
      label: { fr: 'sa mise à l’abri se termine', en: 'their emergency shelter is ending' },
      rule: ({ each }) => ({
        fr: `mise à l’abri qui finit dans les ${nights.fr} jours : ${each}`,
        en: `emergency shelter that ends within ${nights.en} days: ${each}`
      }),
      holds: ({ shelteredUntil, today }) =>
        shelteredUntil !== null && shelteredUntil <= addDays(today, nights.n)
    }),
    children: factor(
      { each: 10, most: 20 },
      {
        label: { fr: 'avec des enfants', en: 'with children' },
        rule: ({ each, most }) => ({
          fr: `enfants : ${each} chacun, ${most} au plus`,
          en: `children: ${each} each, ${most} at most`
        }),
        counts: ({ children }) => children ?? 0
      }
    ),
    refusals: factor(
      { each: 5, most: 20 },
      {
        label: { fr: 'déjà refusée par des structures', en: 'already declined by structures' },
        rule: ({ each, most }) => ({
          fr: `refus déjà reçus de structures : ${each} chacun, ${most} au plus`,
          en: `structures that declined: ${each} each, ${most} at most`
        }),
        counts: ({ refusals }) => refusals
      }
    ),
    days: factor(
      { each: 1, most: 30 },
      {
        label: { fr: 'jours d’attente', en: 'days waited' },
        rule: ({ each, most }) => ({
          fr: `attente : ${each} point par jour, ${most} au plus`,
          en: `waiting: ${each} point a day, ${most} at most`
        }),
        counts: ({ days }) => days
      }
    )
  }
} as const satisfies { version: string; factors: Record<string, Factor> }

export type FactorId = keyof typeof priorityRule.factors
const factorIds = Object.keys(priorityRule.factors) as FactorId[]

export type Priority = {
  rule: string
  score: number
  why: { id: FactorId; label: Bilingual; points: number }[]
}

/** How urgent a place is for a person, and each reason with its weight, the heaviest first. Pure. */
export const priority = (waiting: Waiting): Priority => {
  const why = factorIds
    .map((id) => ({
      id,
      label: priorityRule.factors[id].label,
      points: priorityRule.factors[id].points(waiting)
    }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
  return { rule: priorityRule.version, score: why.reduce((sum, { points }) => sum + points, 0), why }
}

/** By what the first weighs more than the second; nothing where only the day of the request separates them. */
export const aheadBy = (first: Priority, second: Priority): FactorId[] => {
  const weight = ({ why }: Priority, id: FactorId) => why.find((one) => one.id === id)?.points ?? 0
  return factorIds.filter((id) => weight(first, id) > weight(second, id))
}

type Standing = { priority: Pick<Priority, 'score'>; since: number; code: string }

/** The order of the list: the more urgent first, then who asked first, then the code, so that it is the same for everyone. */
export const byPriority = (a: Standing, b: Standing): number =>
  b.priority.score - a.priority.score || a.since - b.since || (a.code < b.code ? -1 : 1)
