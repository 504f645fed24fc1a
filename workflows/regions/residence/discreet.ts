import { factClasses, unknownFacts, type Facts } from '../../case/facts.ts'
import type { Situation } from '../../guards/guards.ts'
import { asylumScope } from '../../vocabulary/vocabulary.ts'

const ofAsylum = (Object.keys(unknownFacts) as (keyof typeof unknownFacts)[]).filter(
  (fact) => factClasses[fact] === 'I'
)
const unsaid: Partial<Facts> = Object.fromEntries(ofAsylum.map((fact) => [fact, unknownFacts[fact]]))

/**
 * Where a case stands as told to whoever may not know of asylum: as of somebody who never sought it. What such a reader may do
 * is computed from this, so that no button, enabled or not, tells what the words keep.
 */
export const discreetly = ({ regions, facts }: Situation): Situation => ({
  regions: { ...regions, asylum: 'none', asylum_housing: 'unassessed' },
  facts: { ...facts, ...unsaid, consents: facts.consents.filter((scope) => scope !== asylumScope) }
})
