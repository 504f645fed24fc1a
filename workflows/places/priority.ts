import { addDays } from '../calendar.ts'
import type { Facts } from '../facts.ts'
import type { Bilingual } from '../vocabulary.ts'

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

/** `rule` says to whoever reads the list how much it counts. */
type Factor = { label: Bilingual; rule: Bilingual; points: (waiting: Waiting) => number }

// Soon enough that a place must be found before.
const nights = 3

/** The rule of the waiting list: what counts, and how much. A new rule has a new name, so that each offer tells its own. */
export const priorityRule = {
  version: 'liste-2026-09',
  factors: {
    danger: {
      label: { fr: 'en danger immédiat', en: 'in immediate danger' },
      rule: { fr: 'danger immédiat : 40 points', en: 'immediate danger: 40 points' },
      points: ({ danger }) => (danger === 'immediate' ? 40 : 0)
    },
    sheltered: {
      label: { fr: 'sa mise à l’abri se termine', en: 'their emergency shelter is ending' },
      rule: {
        fr: 'mise à l’abri qui finit dans les trois jours : 25',
        en: 'emergency shelter that ends within three days: 25'
      },
      points: ({ shelteredUntil, today }) =>
        shelteredUntil !== null && shelteredUntil <= addDays(today, nights) ? 25 : 0
    },
    children: {
      label: { fr: 'avec des enfants', en: 'with children' },
      rule: { fr: 'enfants : 10 chacun, 20 au plus', en: 'children: 10 each, 20 at most' },
      points: ({ children }) => Math.min(children, 2) * 10
    },
    refusals: {
      label: { fr: 'déjà refusée par des structures', en: 'already declined by structures' },
      rule: {
        fr: 'refus déjà reçus de structures : 5 chacun, 20 au plus',
        en: 'structures that declined: 5 each, 20 at most'
      },
      points: ({ refusals }) => Math.min(refusals, 4) * 5
    },
    days: {
      label: { fr: 'jours d’attente', en: 'days waited' },
      rule: { fr: 'attente : 1 point par jour, 30 au plus', en: 'waiting: 1 point a day, 30 at most' },
      points: ({ days }) => Math.min(Math.max(days, 0), 30)
    }
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

/** The order of the list: the more urgent first, then who asked first, then the code, so that it is the same for everyone. */
export const byPriority = (
  a: { priority: Priority; since: number; code: string },
  b: { priority: Priority; since: number; code: string }
): number => b.priority.score - a.priority.score || a.since - b.since || (a.code < b.code ? -1 : 1)
