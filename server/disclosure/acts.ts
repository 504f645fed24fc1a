import { isVeiled, opennessFor, reasonFor, toldCase } from '../../policies/action-availability.ts'
import { knownTo, mayComplete } from '../../policies/known.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import type { Facts } from '../../workflows/case/facts.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { reachOf, type Looking, type Reach } from './reach.ts'

/** What a reader may know of the acts that they may do: from this buttons, forms and announcements are made. */
export type ToldActs = {
  /** Where the case stands, as they are told it. */
  situation: Situation
  /** Why an act is not open, as they may know it; silent acts are those whose time is elsewhere. Null when it is. */
  closed: (type: CommandType) => { shown: boolean; reason: Bilingual } | null
  reach: (type: CommandType) => Reach
  /** What of the person's situation they read, and may therefore write anew. */
  known: Partial<Facts>
  mayComplete: (field: string) => boolean
}

export const actsTold = (situation: Situation, looking: Looking): ToldActs => {
  const { held, facts } = looking.sight
  const told = toldCase(situation, held)
  return {
    situation: told,
    closed: (type) => {
      const verdict = opennessFor(type, told, held)
      if (verdict.open) return null
      return {
        shown: verdict.here && !isVeiled(type, told, held),
        reason: reasonFor(type, verdict, told, held)
      }
    },
    reach: (type) => reachOf(type, told, looking),
    known: knownTo(facts, held),
    mayComplete: (field) => mayComplete(field, facts, held)
  }
}
