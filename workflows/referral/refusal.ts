import { commandTypes, sentBy, type CommandType } from '../case/commands.ts'
import { outcomes, type Outcome } from './kinds/refusals.ts'
import { kindRow } from './kinds/kinds.ts'
import type { ReferralKind } from '../vocabulary/vocabulary.ts'

/** What is left to a person once a recipient has refused: to send again, or to decide, having been named. */
export const followUps = ['reoffer', 'escalate'] as const satisfies readonly Outcome[]
export type FollowUp = (typeof followUps)[number]

/** The acts of a case that send a referral of a kind. */
export const sendingActs = (kind: ReferralKind): CommandType[] =>
  commandTypes.filter((type) => sentBy(type).includes(kind))

/** What a refusal brings about: an act of the case, somebody who is waited for, or both. */
export type Consequence = { act: CommandType | null; awaits: FollowUp | null }

const awaits = (kind: ReferralKind, outcome: Outcome): FollowUp | null => {
  if (outcome === 'escalate') return 'escalate'
  return outcome === 'reoffer' && sendingActs(kind).length > 0 ? 'reoffer' : null
}

export const consequence = (kind: ReferralKind, outcome: Outcome): Consequence => ({
  act: kindRow(kind).onDecline[outcome] ?? null,
  awaits: awaits(kind, outcome)
})

/**
 * The outcomes that a refusal reason of this kind may have: only those that do an act of the case or leave somebody
 * waited for, so that no refusal ends in nothing.
 */
export const followable = (kind: ReferralKind): Outcome[] =>
  outcomes.filter((outcome) => {
    const { act, awaits: left } = consequence(kind, outcome)
    return act !== null || left !== null
  })
