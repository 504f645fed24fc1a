import { commandRow } from '../workflows/case/commands.ts'
import { factClasses, type Facts } from '../workflows/facts/facts.ts'
import type { InputProblem } from '../workflows/vocabulary/problem.ts'
import { closed } from '../workflows/vocabulary/fields.ts'
import { classOfField } from '../workflows/vocabulary/split.ts'
import type { Bilingual } from '../workflows/vocabulary/vocabulary.ts'
import type { Sight } from './sight.ts'

type Input = Record<string, unknown>

const isFact = (field: string): field is keyof Facts => Object.hasOwn(factClasses, field)

/** What is told of a person piece by piece, by the two acts that take it down. */
const told = closed({
  ...commandRow('facts.complete').input.properties,
  ...commandRow('facts.detail').input.properties
})

/** What is known of a person, as far as this reader may see it: a form that completes it starts from there. */
export const knownTo = ({ facts, whole }: Sight): Partial<Facts> =>
  Object.fromEntries(
    Object.keys(told.properties)
      .filter(isFact)
      .filter((field) => whole(factClasses[field]))
      .map((field) => [field, facts[field]])
  )

const notRead: Bilingual = {
  fr: 'Vous ne pouvez pas lire cette information : dites ce que vous savez à l’association référente, qui la complète.',
  en: 'You may not read this information: tell the referring association what you know, so that they complete it.'
}

/** Whether this reader may write an answer: what it may not read whole it would overwrite unseen. */
export const mayComplete = (field: string, { whole }: Sight): boolean =>
  whole(isFact(field) ? factClasses[field] : (classOfField(told, field) ?? null))

/** The answers that this reader may not give, each with what to do instead. The same whatever is known. */
export const unreadIn = (input: Input, sight: Sight): InputProblem[] =>
  Object.keys(input)
    .filter((field) => !mayComplete(field, sight))
    .map((field) => ({ field, code: 'not_yours', message: notRead }))

const same = (one: unknown, other: unknown) =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((item) => other.includes(item))
    : one === other

/** Of what was filled in, what was not known yet. */
export const newIn = (input: Input, sight: Sight): Input => {
  const known: Input = knownTo(sight)
  return Object.fromEntries(
    Object.entries(input).filter(([field, value]) => !(field in known) || !same(value, known[field]))
  )
}
