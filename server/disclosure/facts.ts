import { factClasses, type Facts } from '../../workflows/case/facts.ts'
import type { Sight } from '../../policies/sight.ts'

/** The facts of the classes that a reader sees whole, and the consents of which they are told. */
export type DisclosedFacts = Readonly<Partial<Facts>>

// The day on which a judgment became final stands beside the word in which justice is told.
const isTold = (fact: keyof typeof factClasses, sight: Sight) =>
  (fact === 'finalOn' ? sight.sees : sight.whole)(factClasses[fact])

export const discloseFacts = (sight: Sight): DisclosedFacts => {
  const { facts, scopes } = sight
  const known = (Object.keys(factClasses) as (keyof typeof factClasses)[]).filter((fact) =>
    isTold(fact, sight)
  )
  return {
    ...Object.fromEntries(known.map((fact) => [fact, facts[fact]])),
    consents: facts.consents.filter((scope) => scopes.includes(scope))
  }
}
