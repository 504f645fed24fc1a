import type { Actor } from '../../policies/actor.ts'
import { placeTold, type PlaceTold } from '../../policies/told.ts'
import type { Facts } from '../../workflows/facts.ts'
import { metIn } from '../cases/met.ts'
import { capacitiesIn } from '../cases/store.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import { ask, type Tx } from '../db/context.ts'
import { countedAt, toldClock } from '../deadlines/told.ts'

/** Where she is as a reader who takes part is told it, and which places it is not told. */
export type Whereabouts = PlaceTold & { code: string; untold: readonly string[] }

type Row = { id: string; code: string; territory: string; facts: Facts; met: string; asked: string[] }

const casesOf = `select c.id, c.code, c.territory, c.facts, ${metIn} as met,
    array(select m.input ->> 'to' from case_event m where m.case_id = c.id and m.command = 'territory.transfer') as asked
  from "case" c where c.id = any($1::uuid[])`

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
    rows.flatMap(({ id, code, territory, facts, met, asked }) => {
      const capacity = held.get(id)?.[0]
      if (!capacity) return []
      const told = placeTold(capacity, facts, met)
      const untold = told.placed ? [] : [territory, ...asked].filter((one) => one !== told.territory)
      return [[id, { ...told, code, untold }] as const]
    })
  )
}

/**
 * How the clock of an answer is told to this reader, and by the hour of which place. Whoever is asked and takes no part yet is
 * told no place: an answer is awaited by the hour of where it works itself.
 */
export const answerIn = (where: PlaceTold | undefined, { territory: own }: Actor) => {
  const territory = where?.territory ?? own ?? '75'
  const told = (clock: DeadlineEntry) => (where ? toldClock(clock, where) : countedAt(clock, territory))
  return { territory, told }
}
