import { isVeiled, opennessFor, reasonFor, toldCase } from '../../policies/action-availability.ts'
import { knownTo, mayComplete } from '../../policies/known.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { reachOf, type Looking } from './reach.ts'

/** What a reader may know of the acts that they may do: from this buttons, forms and announcements are made. */
export const actsTold = (situation: Situation, looking: Looking) => {
  const { held, facts } = looking.sight
  const told = toldCase(situation, held)
  return {
    situation: told,
    /** Why an act is not open, as they may know it; silent acts are those whose time is elsewhere. Null when it is. */
    closed: (type: CommandType) => {
      const verdict = opennessFor(type, told, held)
      if (verdict.open) return null
      return {
        shown: verdict.here && !isVeiled(type, told, held),
        reason: reasonFor(type, verdict, told, held)
      }
    },
    reach: (type: CommandType) => reachOf(type, told, looking),
    /** What of the person's situation they read, and may therefore write anew. */
    known: knownTo(facts, held),
    mayComplete: (field: string) => mayComplete(field, facts, held)
  }
}
