import {
  isVeiled,
  opennessFor,
  reasonFor,
  toldCase,
  unusualFor,
  warningsFor
} from '../../policies/action-availability.ts'
import type { Actor } from '../../policies/actor.ts'
import { coercionOf, rankOf } from '../../policies/duties.ts'
import { foreseenFor } from '../../policies/foreseen.ts'
import { knownTo, mayComplete } from '../../policies/known.ts'
import { answersWarning, liftedBy } from '../../policies/next/lifting.ts'
import type { Shown } from '../../policies/requirements/requirement.ts'
import { refusedAtOnce } from '../../policies/requirements/table.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { discloseRegion } from './regions.ts'
import { reachOf, type Looking } from './reach.ts'

type Clocks = { running: readonly string[] }

/** What a record would change, its region in the words in which this reader is told it. */
export type Foreseen = NonNullable<ReturnType<typeof foreseenIn>>

const foreseenIn = (type: CommandType, told: Situation, { sight, running }: Looking & Clocks) => {
  const foreseen = foreseenFor(type, told, { sight, running })
  if (foreseen === null || foreseen.region === null) return foreseen && { ...foreseen, region: null }
  const { id, to } = foreseen.region
  const standing = (state: string) =>
    discloseRegion(id, { ...told, regions: { ...told.regions, [id]: state } }, sight).label
  return { ...foreseen, region: { id, from: standing(told.regions[id]), to: to.map(standing) } }
}

/** What a reader may know of the acts that they may do: from this buttons, forms and announcements are made. */
export const discloseActs = (situation: Situation, looking: Looking & Clocks & { actor: Actor }) => {
  const { sight, actor } = looking
  const told = toldCase(situation, sight)
  return {
    /** Why an act is not open, as they may know it; silent acts are those whose time is elsewhere. Null when it is. */
    closed: (type: CommandType) => {
      const verdict = opennessFor(type, told, sight)
      if (verdict.open) return null
      return {
        shown: verdict.here && !isVeiled(type, sight),
        reason: reasonFor(type, verdict, sight)
      }
    },
    /** What would lift the reason for which it is closed. */
    lifts: (type: CommandType) => liftedBy(type, told, sight),
    /** What would answer what is said beside it. */
    answers: (type: CommandType) => answersWarning(type, told, sight),
    /** What is unusual about a record, and what is said beside an act, as they may know it. */
    unusual: (type: CommandType) => unusualFor(type, told, sight),
    warnings: (type: CommandType) => warningsFor(type, told, sight),
    /** What a record that nothing expected would change, in the words in which they are told of it. */
    foreseen: (type: CommandType) => foreseenIn(type, told, looking),
    refused: (command: CommandType, known: Shown) => refusedAtOnce({ command, actor, sight, told }, known),
    reach: (type: CommandType) => reachOf(type, told, looking),
    rank: (type: CommandType) => rankOf(type, told, sight, looking.running),
    coerces: (type: CommandType) => coercionOf(type, told, sight),
    /** What of the person's situation they read, and may therefore write anew. */
    known: knownTo(sight),
    mayComplete: (field: string) => mayComplete(field, sight)
  }
}
