import type { Actor } from '../../policies/actor.ts'
import { acquainted, type Acquainted, type Looking, type Sides } from '../../policies/names.ts'
import { placeTold, type PlaceTold } from '../../policies/disclosure.ts'
import type { Facts } from '../../workflows/case/facts.ts'
import { capacitiesIn } from '../cases/store.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import { ask, type Tx } from '../db/context.ts'
import { countedAt, toldClock } from '../deadlines/disclosure.ts'

/** Where she is as a reader who takes part is told it, and in which part. */
export type Whereabouts = PlaceTold & { code: string; part: NonNullable<Looking['part']> }

type Row = { id: string; code: string; facts: Facts }

const casesOf = 'select c.id, c.code, c.facts from "case" c where c.id = any($1::uuid[])'

/** Of these cases, those in which the reader takes part. */
export const whereaboutsIn = async (
  tx: Tx,
  caseIds: readonly string[],
  actor: Actor
): Promise<Map<string, Whereabouts>> => {
  if (caseIds.length === 0) return new Map()
  const rows = await ask<Row>(tx, casesOf, [caseIds])
  const held = await capacitiesIn(
    tx,
    rows.map(({ id }) => id),
    actor
  )
  return new Map(
    rows.flatMap(({ id, code, facts }) => {
      const capacity = held.get(id)?.[0]
      return capacity
        ? [[id, { ...placeTold(capacity, facts), code, part: { capacity, facts } }] as const]
        : []
    })
  )
}

/** What decides which services the reader of these referrals of a case is told by name. */
export const acquaintedBy = (
  where: Whereabouts | undefined,
  sides: readonly Sides[],
  actor: Actor
): Acquainted => acquainted({ actor, part: where?.part ?? null }, { sides, origin: where?.origin ?? true })

/**
 * How the clock of an answer is told to this reader, and by the hour of which place. Whoever is asked and takes no part yet is
 * told no place: an answer is awaited by the hour of where it works itself.
 */
export const answerIn = (where: PlaceTold | undefined, { territory: own }: Actor) => {
  const territory = where?.territory ?? own ?? '75'
  const told = (clock: DeadlineEntry) => (where ? toldClock(clock, where) : countedAt(clock, territory))
  return { territory, told }
}
