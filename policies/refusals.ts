import type { CommandType } from '../workflows/case/commands.ts'
import type { Facts } from '../workflows/case/facts.ts'
import type { Closeness } from '../workflows/meeting/recusal.ts'
import type { Quorum } from '../workflows/meeting/quorum.ts'
import type { Bilingual } from '../workflows/vocabulary/vocabulary.ts'
import type { Actor } from './actor.ts'
import { agreementRefused } from './consent-rules.ts'
import { lacking } from './habilitations.ts'
import {
  askingRefused,
  closingRefused,
  mergeRefused,
  seekingRefused,
  voiceRefused,
  type Following
} from './separation.ts'

/** Who asks for an act: what their organisation is designated for, the quorum of the case's version, how near they stand, and in which capacities they follow the person. */
export type Asker = Following & {
  actor: Actor
  regimes: readonly string[]
  quorum: Quorum
  close: Closeness
}

type Rule = (type: CommandType, facts: Facts, asker: Asker) => Bilingual | null

const rules: readonly { rule: string; refuses: Rule }[] = [
  {
    rule: 'the organisation is not designated',
    refuses: (type, _facts, { actor, regimes }) => lacking(type, actor.role, regimes)
  },
  { rule: 'a minor is asked too', refuses: agreementRefused },
  { rule: 'the second voice must be another', refuses: voiceRefused },
  { rule: 'two people merge', refuses: (type, facts, { actor }) => mergeRefused(type, facts, actor) },
  {
    rule: 'who accompanies asks',
    refuses: (type, _facts, { actor, accompanied }) => askingRefused(type, actor, accompanied)
  },
  { rule: 'who accompanies seeks anew', refuses: seekingRefused },
  { rule: 'two people close', refuses: (type, facts, { actor }) => closingRefused(type, facts, actor) }
]

/** Why this person may not do an act that the case opens, or null: asked by the gate and by the buttons, so that both say the same. */
export const refusedTo = (
  type: CommandType,
  facts: Facts,
  asker: Asker
): { rule: string; reason: Bilingual } | null => {
  for (const { rule, refuses } of rules) {
    const reason = refuses(type, facts, asker)
    if (reason) return { rule, reason }
  }
  return null
}
