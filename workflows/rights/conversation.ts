import type { CommandType } from '../case/commands.ts'
import type { ConsentScope } from '../vocabulary/vocabulary.ts'

/** What was said in one conversation: how it was held once, and each answer once. */
export type Conversation = {
  on: string
  language: string
  means: string
  interpreter?: boolean
  /** Only where their rights are told in it: that they know that refusing takes no help away. */
  helpWithoutConsent?: boolean
  agrees: ConsentScope[]
  refuses?: ConsentScope[]
  withdraws: ConsentScope[]
  /** Whether they wish the thirty days; left out where it was not asked, or not now. */
  wishes?: boolean
  confidential?: boolean
}

export type ConversationAct = { command: CommandType; input: Record<string, unknown> }

/** The acts that a conversation may come to, in their order: rights are told before anything is agreed to. */
export const conversationActs = [
  'person.inform',
  'consent.withdraw',
  'consent.refuse',
  'consent.record',
  'reflection.offer'
] as const satisfies readonly CommandType[]

/**
 * The acts that record it, each as if it were done by itself. A refusal is kept with its day, so that the question is not pressed;
 * what was left for later is written nowhere.
 */
export const actsOf = (said: Conversation): ConversationAct[] => {
  const {
    on,
    language,
    means,
    interpreter,
    helpWithoutConsent,
    agrees,
    refuses = [],
    withdraws,
    wishes
  } = said
  const how = { language, means, ...(interpreter && { interpreter }) }
  const acts: (ConversationAct | false)[] = [
    helpWithoutConsent !== undefined && {
      command: 'person.inform',
      input: { on, ...how, helpWithoutConsent }
    },
    withdraws.length > 0 && { command: 'consent.withdraw', input: { scopes: withdraws, on, ...how } },
    refuses.length > 0 && { command: 'consent.refuse', input: { scopes: refuses, on, ...how } },
    agrees.length > 0 && { command: 'consent.record', input: { scopes: agrees, on, ...how } },
    wishes !== undefined && {
      command: 'reflection.offer',
      input: { on, language, means, confidential: said.confidential === true, wishes }
    }
  ]
  return acts.filter((act) => act !== false)
}
