import type { Actor } from '../../policies/actor.ts'
import { placeTold, type PlaceTold } from '../../policies/told.ts'
import type { Facts } from '../../workflows/facts.ts'
import { capacitiesIn } from '../cases/store.ts'
import { ask, type Tx } from '../db/context.ts'
import type { ToldIn } from '../deadlines/told.ts'

/** Where she is as a reader who takes part is told it, and which places it is not told. */
export type Whereabouts = PlaceTold & { code: string; untold: readonly string[] }

type Row = { id: string; code: string; territory: string; facts: Facts; asked: string[] }

const casesOf = `select c.id, c.code, c.territory, c.facts,
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
    rows.flatMap(({ id, code, territory, facts, asked }) => {
      const capacity = held.get(id)?.[0]
      if (!capacity) return []
      const told = placeTold(capacity, facts)
      const untold = told.placed ? [] : [territory, ...asked].filter((one) => one !== told.territory)
      return [[id, { ...told, code, untold }] as const]
    })
  )
}

/** Whoever is asked and takes no part yet is told no place: an answer is awaited by the hour of where it works itself. */
const own = ({ territory }: Actor): PlaceTold => ({
  territory: territory ?? '75',
  placed: false,
  origin: false
})

/** Where the clock of an answer counts for this reader; what opened it is the sending. */
export const answerIn = (
  where: PlaceTold | undefined,
  { id, sentAt }: { id: string; sentAt: Date },
  actor: Actor
): ToldIn => ({ ...(where ?? own(actor)), openers: { acts: [], sent: [{ id, sentAt }] } })
