import { coarseFacts, factClasses, type Facts } from '../../workflows/facts/facts.ts'
import { asDisclosed, type Disclosed } from './brand.ts'
import type { Sight } from '../../policies/sight.ts'
import type { Parts } from './snapshot.ts'

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

/** The place in the journal of the last time the person was told their rights; zero where that never was. */
const informedLast = ({ story, events }: Pick<Parts, 'story' | 'events'>): number => {
  const informs = ({ command }: { command: string }) => command === 'person.inform'
  const counted = story.acts.filter((act) => informs(act) && !act.struck).map(({ last }) => last)
  const read = events.filter((event) => informs(event) && event.struckBy === null).map(({ seq }) => seq)
  return Math.max(0, ...counted, ...read)
}

/**
 * When a no was said that still answers what is asked: told their rights anew, as at eighteen, the person is asked anew. `last`: how
 * the consent stands to this reader.
 */
export const refusalStands = (
  last: { state: string; seq: number; at: Date } | null,
  parts: Pick<Parts, 'story' | 'events' | 'row'>
): Date | null =>
  last?.state === 'refused' && parts.row.facts.informed && last.seq > informedLast(parts) ? last.at : null
