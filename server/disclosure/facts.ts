import { coarseFacts, factClasses, type Facts } from '../../workflows/facts/facts.ts'
import { asDisclosed, type Disclosed } from './brand.ts'
import type { Sight } from '../../policies/sight.ts'

/** The facts of the classes that a reader sees whole, and the consents of which they are told. */
export type DisclosedFacts = Disclosed<Readonly<Partial<Facts>>>

const everyFact = Object.keys(factClasses) as (keyof Facts)[]

/** `asked`: those that are shown; by default all. */
export const discloseFacts = (sight: Sight, asked: readonly (keyof Facts)[] = everyFact): DisclosedFacts => {
  const { facts, scopes, learns } = sight
  const known = asked.filter((fact) =>
    learns({ sees: factClasses[fact], coarse: coarseFacts.includes(fact) })
  )
  return asDisclosed({
    ...Object.fromEntries(known.map((fact) => [fact, facts[fact]])),
    consents: facts.consents.filter((scope) => scopes.includes(scope))
  })
}

type Answer = { state: string }

/**
 * How a consent stands by its answers, the last first. Who may not hear that somebody said no is told only that a consent which was
 * given has ended, as of one that was withdrawn: a refusal could be held against the person.
 */
export const lastAnswer = <A extends Answer>(
  [last, ...before]: readonly A[],
  hearsRefusals: boolean
): A | null => {
  if (!last) return null
  if (last.state !== 'refused' || hearsRefusals) return last
  const earlier = lastAnswer(before, hearsRefusals)
  return earlier?.state === 'given' ? { ...last, state: 'withdrawn' } : earlier
}
