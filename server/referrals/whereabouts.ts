import type { Actor } from '../../policies/actor.ts'
import { acquainted, type Acquainted, type Sides } from '../../policies/names.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { partsIn, type DeadlineEntry, type EventRow } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { countedAt, toldClock, toldWord } from '../deadlines/disclosure.ts'
import { discloseEvents } from '../disclosure/events.ts'
import { sightOf } from '../../policies/sight.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'

type Row = { id: string; code: string; facts: Facts }

/** What a reader who takes part in a case is told of it: what they may know, and none of the facts that decide it. */
const toldIn = ({ code, facts }: Row, held: readonly Capacity[], actor: Actor) => {
  const sight = sightOf(held, facts)
  const { placed, territory, origin, referral, whole } = sight
  return {
    ...{ code, placed, territory, origin, referral, whole },
    story: (acts: readonly EventRow[]) =>
      discloseEvents(
        acts.map((act) => toldWord(act, sight)),
        { sight, actor }
      )
  }
}

export type Whereabouts = ReturnType<typeof toldIn>

const casesOf = 'select c.id, c.code, c.facts from "case" c where c.id = any($1::uuid[])'

/** Of these cases, those in which the reader takes part. */
export const whereaboutsIn = async (
  tx: Tx,
  caseIds: readonly string[],
  actor: Actor
): Promise<Map<string, Whereabouts>> => {
  if (caseIds.length === 0) return new Map()
  const rows = await runQuery<Row>(tx, casesOf, [caseIds])
  const parts = await partsIn(
    tx,
    rows.map(({ id }) => id),
    actor
  )
  return new Map(
    rows.flatMap((row) => {
      const part = parts.get(row.id)
      return part ? [[row.id, toldIn(row, part.held, actor)] as const] : []
    })
  )
}

/** What decides which services the reader of these referrals of a case is told by name. */
export const acquaintedBy = (
  where: Whereabouts | undefined,
  sides: readonly Sides[],
  actor: Actor
): Acquainted => acquainted({ actor, part: where ?? null }, sides)

/**
 * How the clock of an answer is told to this reader, and by the hour of which place. Whoever is asked and takes no part yet is
 * told no place: an answer is awaited by the hour of where it works itself.
 */
export const answerIn = (where: Whereabouts | undefined, { territory: own }: Actor) => {
  const territory = where?.territory ?? own ?? '75'
  const told = (clock: DeadlineEntry) => (where ? toldClock(clock, where) : countedAt(clock, territory))
  return { territory, told }
}
