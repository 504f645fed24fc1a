import { coarseFacts, factClasses, type Facts } from '../../workflows/case/facts.ts'
import type { Sight } from '../../policies/sight.ts'

/** The facts of the classes that a reader sees whole, and the consents of which they are told. */
export type DisclosedFacts = Readonly<Partial<Facts>>

export const discloseFacts = (sight: Sight): DisclosedFacts => {
  const { facts, scopes, learns } = sight
  const known = (Object.keys(factClasses) as (keyof typeof factClasses)[]).filter((fact) =>
    learns({ sees: factClasses[fact], coarse: coarseFacts.includes(fact) })
  )
  return {
    ...Object.fromEntries(known.map((fact) => [fact, facts[fact]])),
    consents: facts.consents.filter((scope) => scopes.includes(scope))
  }
}
