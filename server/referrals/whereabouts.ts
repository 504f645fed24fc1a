import type { Actor } from '../../policies/actor.ts'
import { seesWhole } from '../../policies/data-classes.ts'
import { territoryTold } from '../../policies/told.ts'
import type { Facts } from '../../workflows/facts.ts'
import { capacitiesIn } from '../cases/store.ts'
import { ask, type Tx } from '../db/context.ts'
import { isCountedElsewhere, metIn, openersIn, toldClock, type Clock } from '../deadlines/told.ts'

/** Where she is as a reader who takes part is told it, whether it may know that whole, and which places it is not told. */
export type Whereabouts = { code: string; territory: string; placed: boolean; untold: readonly string[] }

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
      const placed = seesWhole('K', capacity, facts)
      const told = territoryTold(capacity, facts, met)
      const untold = placed ? [] : [territory, ...asked].filter((one) => one !== told)
      return [[id, { code, territory: told, placed, untold }] as const]
    })
  )
}

type Awaited = { caseId: string; clock: Clock | null }

/** The answer clocks of these referrals, by the hour that their reader is told. */
export const answersTold = async (
  tx: Tx,
  rows: readonly Awaited[],
  known: ReadonlyMap<string, Whereabouts>
): Promise<(row: Awaited) => Clock | null> => {
  const isAway = ({ caseId, clock }: Awaited) => {
    const where = known.get(caseId)
    return where !== undefined && clock !== null && isCountedElsewhere(clock, where.territory)
  }
  const openers = await openersIn(
    tx,
    rows.filter(isAway).map(({ caseId }) => caseId)
  )
  return ({ caseId, clock }) => {
    const where = known.get(caseId)
    return where && clock ? toldClock(clock, { ...where, openers: openers(caseId) }) : clock
  }
}
