import { acquainted } from '../../../policies/names.ts'
import type { Actor } from '../../../policies/actor.ts'
import { concludesUndo, entered, followsAll } from '../../../policies/repair.ts'
import { sightOf } from '../../../policies/sight.ts'
import type { Repair } from '../../../workflows/repair/repair.ts'
import type { Situation } from '../../../workflows/guards/guards.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import type { DeadlineEntry, EventRow } from '../../cases/store.ts'
import type { Opening } from '../clocks.ts'
import { discloseClock } from '../clocks.ts'
import { asDisclosed } from '../brand.ts'
import { discloseEvents } from '../events.ts'
import type { Reader } from '../reader.ts'
import { discloseRegions } from '../regions.ts'
import type { ReferralRow } from '../snapshot.ts'

/** What taking an act back comes to, as it was looked at. */
type Looked = {
  event: EventRow
  resting: readonly EventRow[]
  past: readonly DeadlineEntry[]
  begun: readonly DeadlineEntry[]
  sent: readonly ReferralRow[]
  repair: Repair
}

type Asking = { actor: Actor; held: readonly Capacity[]; stands: Situation }

/**
 * Whether an act is this reader's own, whether they follow all that may rest on it, and whether they conclude on it where others ask:
 * by what they are, before anything is looked at.
 */
export const asksOf = (event: EventRow, { actor, held, stands }: Asking) => {
  const sight = sightOf(held, stands.facts)
  return {
    own: entered(event, { actor, sight }),
    follows: followsAll(event.command, sight),
    concludes: concludesUndo(event, sight)
  }
}

/** Whether whoever takes part in this capacity concludes on an act of others, where these ask. */
export const concludesIn = (capacity: Capacity, event: EventRow, facts: Situation['facts']): boolean =>
  concludesUndo(event, sightOf([capacity], facts))

/** Whether some of these acts are none that they are told of. */
export const isHeldBack = (
  resting: readonly EventRow[],
  held: readonly Capacity[],
  { facts }: Situation
): boolean => !resting.every(sightOf(held, facts).hearsOf)

/** What of it one reader may know: no region, clock, request or act that the case does not tell them. */
export const discloseUndo = (
  { event, resting, past, begun, sent, repair }: Looked,
  { held, reader: { actor, now } }: { held: readonly Capacity[]; reader: Reader },
  open: Opening
) => {
  const sight = sightOf(held, repair.was.facts)
  const lines = (events: readonly EventRow[]) => discloseEvents(events, { sight, actor })
  const told = discloseClock(sight, open, now)
  const will = new Map(discloseRegions(repair.will, sight).map(({ id, label }) => [id, label]))
  const seen = ({ code }: DeadlineEntry) => sight.clock(code)
  return asDisclosed({
    act: lines([event]),
    resting: lines(resting),
    heldBack: isHeldBack(resting, held, repair.was),
    regions: discloseRegions(repair.was, sight).map(({ id, label }) => ({
      id,
      was: label,
      will: will.get(id) ?? label
    })),
    past: past.filter(seen).map(told),
    begun: begun.filter(seen),
    sent: sent.filter(({ kind }) => sight.referral(kind)),
    acquainted: acquainted({ actor, part: sight }, sent, null)
  })
}
