import { housingKinds } from './housing.ts'
import { judicialKinds } from './judicial.ts'
import { minorKinds } from './minor.ts'
import { residenceKinds } from './residence.ts'
import { supportKinds } from './support.ts'

/**
 * Every recipient to whom a case may be referred. From their rows come the kinds of referrals and of organisations, the
 * capacities, the roles, and the clocks of answers with their length.
 */
export const recipients = {
  ...housingKinds,
  ...residenceKinds,
  ...judicialKinds,
  ...minorKinds,
  ...supportKinds
} as const

type Rows = (typeof recipients)[keyof typeof recipients]

/** Kinds of organisations that answer referrals. */
export type RecipientType = Rows['recipient']
/** The capacities in which recipients take part. */
export type RecipientCapacity = Rows['capacity']
export type RecipientRole = Rows['role']['id']
/** The clocks within which they answer. */
export type AnswerCode = Rows['answerWithin']

/** What the rows say of something else than recipients, under the word that they have for it. */
export const byRecipient = <Word extends string, Value>(entry: (row: Rows) => readonly [Word, Value]) =>
  Object.fromEntries(Object.values(recipients).map(entry)) as Record<Word, Value>
