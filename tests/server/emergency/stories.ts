import { afterAll, beforeAll, beforeEach } from 'vitest'
import { readCompartment } from '../../../server/reading/compartment.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import type { Actor } from '../../../policies/actor.ts'
import type { EmergencyClass } from '../../../workflows/case/emergency-access.ts'
import { acting } from '../../support/acting.ts'
import { emergencies } from '../../support/emergency.ts'
import { openWorld, type TestWorld } from '../../support/world.ts'

export let world: TestWorld
export let tell: ReturnType<typeof acting>
export let glass: ReturnType<typeof emergencies>
// PostgreSQL shows rows by its own clock: these stories live now.
export let now: Date
/** It is read so much later. */
export const passes = (time: number) => void (now = new Date(now.getTime() + time))

export const anHour = 3_600_000

export const readerOf = (actor: Actor) => ({ actor, locale: 'fr' as const, now })
export const reads = (actor: Actor, caseId: string, dataClass: EmergencyClass) =>
  inContext(world.db.app, actor, (tx) =>
    readCompartment(tx, world.db.keys, { caseId, dataClass, reader: readerOf(actor) })
  )
export const sees = (actor: Actor, caseId: string) =>
  inContext(world.db.app, actor, (tx) => viewCase(tx, caseId, readerOf(actor)))
/** Flagged with her name, and nothing agreed to beyond that: the cell may not read who she is. */
export const unknownToCell = () => tell.flagged()
/** The police were called: they take part, and she has not agreed to meet them. */
export const withPolice = async (caseId?: string) => {
  const id = caseId ?? (await unknownToCell())
  await world.db.owner.query(
    `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
     values ($1, $2, 'police', now() - interval '1 day', 'danger.immediate', now())`,
    [id, world.as('police.69').orgId]
  )
  return id
}
export const closedFor = async (id: string) => {
  await world.db.owner.query(`update "case" set closure = 'closed_inserted' where id = $1`, [id])
  return id
}
export const journal = async (caseId: string) =>
  (
    await world.db.owner.query<{ action: string; outcome: string; detail: string }>(
      `select action, outcome, detail from audit_event where object = $1 and (action like 'glass.%' or action = 'read') order by at, seq`,
      [`case:${caseId}`]
    )
  ).rows

/** Opens the world before the tests of a file; each story begins now, with no opening of its day and no bed taken. */
export const inEmergencies = (): void => {
  beforeAll(async () => {
    world = await openWorld()
    tell = acting(world)
    glass = emergencies(world)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    now = new Date()
    world.at(now)
    await world.db.owner.query(`update stay set state = 'ended' where state <> 'ended'`)
    // Each story counts its own openings: those before it are of another day.
    await world.db.owner.query(`update glass_opening set opened_at = opened_at - interval '3 days'`)
    await world.db.owner.query(`delete from deadline where code = 'MNIO-GLASS'`)
  })
}
