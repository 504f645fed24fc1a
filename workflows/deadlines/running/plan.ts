import { openness } from '../../case/advance.ts'
import { isCommandType, type CommandType } from '../../case/commands.ts'
import { deadlineRegister, nextCode, type DeadlineCode, type DeadlineRow } from '../deadlines.ts'
import type { Situation } from '../../guards/guards.ts'
import { scopesOf } from '../../vocabulary/vocabulary.ts'

/**
 * What a clock does as it falls due: it waits, and falls due another day; it does an act; it says that an answer is late, or
 * ends an emergency access that nobody confirmed; or it says that the time is over, and nothing else is left to do. `again`:
 * as which clock it counts anew, before anybody is told, so that their lists know it.
 */
export type Plan =
  | { does: 'wait' }
  | { does: 'act'; command: CommandType; input: Record<string, unknown>; again: DeadlineCode | null }
  | { does: 'expire' | 'settle' | 'lapse'; again: DeadlineCode | null }

export type Around = {
  /** A clock of the law still counts in this case. */
  lawCounts: boolean
  /** It awaits the answer to a referral. */
  ofReferral: boolean
}

/** Acts that time does; the case may have moved on by another way, and then the next of them is what is left to do. */
const actsOf = ({ fires, firesElse }: DeadlineRow): CommandType[] => {
  const acts: readonly (string | null)[] = [fires, ...firesElse]
  return acts.filter((act): act is CommandType => act !== null && isCommandType(act))
}

/** Pure: the worker writes it in the tables, the model walks it. */
export const planOf = (code: DeadlineCode, situation: Situation, { lawCounts, ofReferral }: Around): Plan => {
  const row: DeadlineRow = deadlineRegister[code]
  const acts = actsOf(row)
  const command = acts.find((act) => openness(situation, act).open)
  if (row.patient && (lawCounts || !command)) return { does: 'wait' }
  const again = nextCode(code)
  if (ofReferral && acts.length === 0) return { does: 'expire', again }
  if (row.fires === 'glass.lapse') return { does: 'settle', again }
  if (!command) return { does: 'lapse', again }
  // Of consents, those whose year it counted end, and no other.
  const input = command === 'consent.lapsed' ? { scopes: [...scopesOf(code)] } : {}
  return { does: 'act', command, input, again }
}
